// A new organization beside the caller's: its owner is a member of the caller's, its first credential is shown once.
import { authorOf, type EventType } from '../domain/events.ts'
import { refuse } from '../domain/faults.ts'
import type { ApiKeyId, OrgId, UserId } from '../domain/ids.ts'
import { type PlacedAccount, secretExpiry, secretHours } from '../domain/service-accounts.ts'
import type { Tx } from '../store/db.ts'
import * as members from '../store/members.ts'
import * as orgUsers from '../store/org-users.ts'
import * as organizations from '../store/organizations.ts'
import type { CreatedApiKey } from './api-keys.ts'
import type { App } from './app.ts'
import { record } from './audit.ts'
import type { Allowed } from './authorize.ts'
import { type Founding, found } from './bootstrap.ts'
import { refuseManyOrganizations } from './place-limits.ts'

export interface NewOrganization {
  readonly name: string
  readonly skipDefaultAlertsSettings: boolean
  /** Who becomes Organization Owner; without it, the oldest owner of the caller's own organization. */
  readonly ownerId: UserId | undefined
  readonly apiKey: { readonly desc: string; readonly roles: readonly string[] } | undefined
  readonly serviceAccount:
    | {
        readonly name: string
        readonly description: string
        readonly roles: readonly string[]
        readonly secretExpiresAfterHours: number
      }
    | undefined
}

export interface CreatedOrganization {
  readonly orgId: OrgId
  readonly name: string
  readonly skipDefaultAlertsSettings: boolean
  readonly ownerId: UserId
  readonly apiKey: CreatedApiKey | undefined
  readonly serviceAccount: PlacedAccount | undefined
}

/**
 * Makes an organization with its owner and at most one credential. The owner must be a member of the caller's own
 * organization: otherwise strangers could be asked for by their ids, and be made owners of what they do not know.
 */
export function createOrganization(
  app: App,
  by: Allowed<'org.create'>,
  input: NewOrganization,
): Promise<CreatedOrganization> {
  const orgId = app.ambient.newId<OrgId>()
  const { name, skipDefaultAlertsSettings } = input
  const apiKey = firstApiKey(app, orgId, input.apiKey)
  const serviceAccount = firstServiceAccount(app, orgId, input.serviceAccount)
  return app.db.write(async (tx) => {
    const home = by.organization.orgId
    if (!(await organizations.share(tx, home))) refuse({ code: 'org_not_found', id: home })
    const owner = await ownerOf(app, tx, home, input.ownerId)
    const ownerId = owner.userId
    const founding: Founding = {
      orgId,
      name,
      settings: { skipDefaultAlertsSettings },
      createdAt: app.ambient.now(),
      users: [{ person: owner, roles: held(['ORG_OWNER']), teamIds: [] }],
      projects: [],
      teams: [],
      apiKeys: apiKey ? [apiKey] : [],
      serviceAccounts: serviceAccount ? [serviceAccount] : [],
      invitations: [],
    }
    const author = authorOf(by)
    await found(app, tx, founding, author)
    await refuseManyOrganizations(app, tx, ownerId)
    const told = (type: EventType, details: Readonly<Record<string, string>>) =>
      record(app, tx, { type, orgId, author, details })
    await told('JOINED_ORG', { targetUsername: owner.username })
    if (apiKey) await told('API_KEY_CREATED', { targetPublicKey: apiKey.key.publicKey })
    if (serviceAccount) await told('SERVICE_ACCOUNT_CREATED', { targetClientId: serviceAccount.account.clientId })
    return {
      orgId,
      name,
      skipDefaultAlertsSettings,
      ownerId,
      apiKey: apiKey?.shown,
      serviceAccount: serviceAccount?.shown,
    }
  })
}

async function ownerOf(app: App, tx: Tx, home: OrgId, wanted: UserId | undefined) {
  const ownerId = wanted ?? (await members.oldestOwner(tx, home))
  // An organization can begin with keys and service accounts alone, which are nobody's owners.
  if (!ownerId) refuse({ code: 'missing_attribute', attribute: 'orgOwnerId' })
  const user = await orgUsers.byId(tx, home, ownerId, app.ambient.now())
  if (user?.kind !== 'member') refuse({ code: 'user_not_found', id: ownerId })
  return { ...user.member, passwordHash: undefined, verifiedAt: undefined }
}

const held = (orgRoles: readonly string[]) => ({ orgRoles, projectRoles: new Map() })

function firstApiKey(app: App, orgId: OrgId, wanted: NewOrganization['apiKey']) {
  if (!wanted) return undefined
  const { privateKey, ...kept } = app.minting.apiKey({}, app.ambient.newId<ApiKeyId>())
  const key = { ...kept, orgId, description: wanted.desc, createdAt: app.ambient.now() }
  return { key, roles: held(wanted.roles), shown: { key: { ...key, ...held(wanted.roles) }, privateKey } }
}

function firstServiceAccount(app: App, orgId: OrgId, wanted: NewOrganization['serviceAccount']) {
  if (!wanted) return undefined
  const { name, description, roles, secretExpiresAfterHours } = wanted
  const { least, most } = secretHours(undefined)
  if (secretExpiresAfterHours < least || secretExpiresAfterHours > most) {
    refuse({ code: 'invalid_secret_hours', least, most })
  }
  const { clientId, clientSecret, kept } = app.minting.serviceAccount({})
  const createdAt = app.ambient.now()
  const account = { orgId, clientId, name, description, createdAt }
  const secret = { ...kept, createdAt, expiresAt: secretExpiry(createdAt, secretExpiresAfterHours) }
  const shown = { ...secret, lastUsedAt: undefined, secret: clientSecret }
  return { account, secrets: [secret], roles: held(roles), shown: { account, roles, secrets: [shown] } }
}
