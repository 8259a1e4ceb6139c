// `atrium bootstrap`: the first organization of a new installation, its owner and the credentials to go on with.

import { Complaint } from '../assembly/complaint.ts'
import { mintingWith } from '../assembly/minting.ts'
import type { ApiKeyId, OrgId, UserId } from '../domain/ids.ts'
import { parseUsername } from '../domain/usernames.ts'
import { type Ambient, systemAmbient } from '../platform/ambient.ts'
import type { Secret } from '../platform/secret.ts'
import { keptOf } from '../store/kept.ts'
import { bootstrap, type Founding } from '../usecases/bootstrap.ts'
import type { MintedApiKey, MintedServiceAccount } from '../usecases/minting.ts'
import { openStore, readInstallation, requireMigrated } from './installation.ts'

export interface BootstrapOptions {
  readonly orgName: string
  readonly ownerEmail: string
  readonly json?: true
  readonly config?: string
}

interface Minted {
  readonly apiKey: MintedApiKey
  readonly serviceAccount: MintedServiceAccount
  readonly password: Secret
  readonly passwordHash: string
}

const SECRET_LIFETIME = 365 * 86_400_000
const OWNER = { orgRoles: ['ORG_OWNER'], projectRoles: new Map() }

/** Writes the first organization and prints, once and never again, what signs in to it. */
export async function runBootstrap(options: BootstrapOptions): Promise<void> {
  const username = parseUsername(options.ownerEmail)
  if (username === undefined)
    throw new Complaint(`--owner-email must be an e-mail address, not "${options.ownerEmail}".`)
  if (!/^[^\p{C}]{1,64}$/u.test(options.orgName))
    throw new Complaint('--org-name must be 1 to 64 printable characters.')
  const ambient = systemAmbient()
  const { config, keys } = readInstallation(options.config, ambient)
  await using db = await openStore(config)
  await requireMigrated(db)
  const minting = mintingWith(keys, ambient)
  const password = minting.password()
  const minted: Minted = {
    apiKey: minting.apiKey({}, ambient.newId<ApiKeyId>()),
    serviceAccount: minting.serviceAccount({}),
    password,
    passwordHash: await minting.passwords.hash(password),
  }
  const founding = foundingOf(ambient, options.orgName, username, minted)
  const app = { db, ambient, settings: { invitationDays: config.invitationDays }, minting, kept: keptOf(db) }
  if (!(await bootstrap(app, founding)))
    throw new Complaint('The store has an organization already: nothing was changed.')
  process.stdout.write(options.json ? `${JSON.stringify(shown(founding, minted))}\n` : textOf(founding, minted))
}

function foundingOf(ambient: Ambient, name: string, username: string, minted: Minted): Founding {
  const { privateKey: _, ...key } = minted.apiKey
  const { clientId, kept } = minted.serviceAccount
  const createdAt = ambient.now()
  const orgId = ambient.newId<OrgId>()
  const description = 'Made by bootstrap'
  const person = { username, firstName: '', lastName: '', country: 'US', createdAt, lastAuthAt: undefined }
  return {
    orgId,
    name,
    settings: {},
    createdAt,
    users: [
      {
        person: {
          ...person,
          userId: ambient.newId<UserId>(),
          passwordHash: minted.passwordHash,
          verifiedAt: createdAt,
        },
        roles: OWNER,
        teamIds: [],
      },
    ],
    projects: [],
    teams: [],
    apiKeys: [{ key: { ...key, orgId, description, createdAt }, roles: OWNER }],
    serviceAccounts: [
      {
        account: { orgId, clientId, name: 'Bootstrap', description, createdAt },
        secrets: [{ ...kept, createdAt: ambient.wall(), expiresAt: ambient.wall() + SECRET_LIFETIME }],
        roles: OWNER,
      },
    ],
    invitations: [],
  }
}

function shown({ orgId, users, serviceAccounts }: Founding, { apiKey, serviceAccount, password }: Minted) {
  const [secret] = serviceAccounts[0]?.secrets ?? []
  const expiresAt = new Intl.DateTimeFormat('sv', { timeZone: 'UTC' }).format(secret?.expiresAt)
  return {
    orgId,
    apiKey: { publicKey: apiKey.publicKey, privateKey: apiKey.privateKey.reveal() },
    serviceAccount: {
      clientId: serviceAccount.clientId,
      clientSecret: serviceAccount.clientSecret.reveal(),
      expiresOn: expiresAt,
    },
    owner: { id: users[0]?.person.userId, username: users[0]?.person.username, password: password.reveal() },
  }
}

function textOf(founding: Founding, minted: Minted): string {
  const { orgId, apiKey, serviceAccount, owner } = shown(founding, minted)
  return [
    'This is shown once and kept nowhere: put it into a safe place now.',
    `  organization     ${orgId}`,
    `  owner            ${owner.username}  ${owner.password}`,
    `  API key          ${apiKey.publicKey}  ${apiKey.privateKey}`,
    `  service account  ${serviceAccount.clientId}  ${serviceAccount.clientSecret}  until ${serviceAccount.expiresOn}`,
    '',
  ].join('\n')
}
