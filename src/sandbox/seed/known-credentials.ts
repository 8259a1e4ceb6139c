// Which of the credentials that a world began with still open it: those can be exported as they are.
import { Secret } from '../../platform/secret.ts'
import type { Tables } from '../../store/schema.ts'
import type { WholeState } from '../../store/whole-state.ts'
import type { App } from '../../usecases/app.ts'
import type { DevCredentials } from '../dev-state.ts'

/** What is known, by the row that it opens; undefined where it opens nothing any more. */
export interface KnownCredentials {
  readonly orgId: string
  readonly groupId: string | null
  readonly teamId: string | null
  readonly password: { readonly userId: string; readonly password: string } | undefined
  readonly privateKey: { readonly keyId: string; readonly privateKey: string } | undefined
  readonly clientSecret:
    | { readonly clientId: string; readonly secretId: string; readonly clientSecret: string }
    | undefined
}

/** Tries every first credential against what is stored now; checking a password takes tens of milliseconds. */
export async function knownCredentials(app: App, state: WholeState, first: DevCredentials): Promise<KnownCredentials> {
  const rows = state.organizations.find(({ organization }) => organization.org_id === first.orgId)
  return {
    orgId: first.orgId,
    groupId: first.groupId,
    teamId: first.teamId,
    password: await knownPassword(app, rows?.members ?? [], state, first),
    privateKey: knownPrivateKey(app, rows?.apiKeys ?? [], first),
    clientSecret: knownClientSecret(app, rows?.secrets ?? [], first),
  }
}

async function knownPassword(
  app: App,
  members: readonly Tables['members'][],
  { people }: WholeState,
  { owner }: DevCredentials,
): Promise<KnownCredentials['password']> {
  const member = members.find((row) => row.user_id === owner?.id)
  const hash = member && people.get(member.user_id)?.password_hash
  if (!owner || !hash) return undefined
  const isTheirs = await app.minting.passwords.verify(new Secret(owner.password), hash)
  return isTheirs ? { userId: owner.id, password: owner.password } : undefined
}

function knownPrivateKey(
  app: App,
  apiKeys: readonly Tables['api_keys'][],
  { apiKey }: DevCredentials,
): KnownCredentials['privateKey'] {
  const row = apiKeys.find((each) => each.public_key === apiKey?.publicKey)
  if (!apiKey || !row) return undefined
  const given = { publicKey: apiKey.publicKey, privateKey: new Secret(apiKey.privateKey) }
  const opens = app.minting.isPrivateKey({ id: row.key_id, sealedHa1: row.sealed_ha1 }, given)
  return opens ? { keyId: row.key_id, privateKey: apiKey.privateKey } : undefined
}

function knownClientSecret(
  app: App,
  secrets: readonly Tables['secrets'][],
  { serviceAccount }: DevCredentials,
): KnownCredentials['clientSecret'] {
  if (!serviceAccount) return undefined
  const { clientId, clientSecret } = serviceAccount
  const { kept } = app.minting.serviceAccount({ clientId, clientSecret })
  const row = secrets.find((each) => each.client_id === clientId && each.secret_hash === kept.hash)
  return row && { clientId, secretId: row.secret_id, clientSecret }
}
