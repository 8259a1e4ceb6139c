// The API keys and service accounts of a seed as they are written, with the secrets that are known of them.
import type { ApiKeyId, ClientId, OrgId } from '../../domain/ids.ts'
import type { HeldRoles } from '../../domain/members.ts'
import { Secret } from '../../platform/secret.ts'
import { entryOf } from '../../seed/seed-entry.ts'
import type { SeedApiKey, SeedEntry, SeedSecret, SeedServiceAccount } from '../../seed/seed-schema.ts'
import type { NewEntry } from '../../store/access-lists.ts'
import type { ApiKey } from '../../store/api-keys.ts'
import type { ClientSecret } from '../../store/client-secrets.ts'
import type { App } from '../../usecases/app.ts'
import type { Founding } from '../../usecases/bootstrap.ts'
import { idOr, timeOr } from './seed-values.ts'

const TEN_YEARS = 3652 * 86_400_000

type PlannedKey = Founding['apiKeys'][number] & { readonly privateKey: Secret | undefined }
type PlannedAccount = Founding['serviceAccounts'][number] & { readonly clientSecret: Secret | undefined }

/** The key; its private key is undefined when the seed knows no more than what a digest does. */
export function planApiKey(app: App, orgId: OrgId, seed: SeedApiKey, roles: HeldRoles): PlannedKey {
  const { privateKey, ...kept } = keyOf(app, seed, idOr<ApiKeyId>(app, seed.id))
  return {
    key: { ...kept, orgId, description: seed.desc ?? '', createdAt: timeOr(app, seed.createdAt) },
    roles,
    accessList: planAccessList(app, seed.accessList),
    privateKey,
  }
}

type KeptKey = Pick<ApiKey, 'id' | 'publicKey' | 'sealedHa1' | 'privateKeyTail'> & { privateKey: Secret | undefined }

function keyOf(app: App, seed: SeedApiKey, id: ApiKeyId): KeptKey {
  const { publicKey, ha1, privateKeyTail } = seed
  if (publicKey === undefined || ha1 === undefined || privateKeyTail === undefined) return app.minting.apiKey(seed, id)
  const sealedHa1 = app.minting.sealHa1(id, new Secret(ha1))
  return { id, publicKey, sealedHa1, privateKeyTail, privateKey: undefined }
}

/** The account with all its secrets; the one that is known is the first that was given or minted. */
export function planServiceAccount(app: App, orgId: OrgId, seed: SeedServiceAccount, roles: HeldRoles): PlannedAccount {
  const { clientId } = app.minting.serviceAccount(seed)
  const createdAt = timeOr(app, seed.createdAt)
  const { clientSecret } = seed
  const secrets = seed.secrets ?? [clientSecret === undefined ? {} : { clientSecret }]
  const planned = secrets.map((secret) => planSecret(app, clientId, secret))
  return {
    account: { orgId, clientId, name: seed.name ?? nameOf(clientId), description: seed.description ?? '', createdAt },
    secrets: planned.map(({ secret }) => secret),
    roles,
    accessList: planAccessList(app, seed.accessList),
    clientSecret: planned.find(({ known }) => known !== undefined)?.known,
  }
}

const nameOf = (clientId: ClientId): string => `Service account ${clientId.slice(-6)}`

function planSecret(
  app: App,
  clientId: ClientId,
  seed: SeedSecret,
): { readonly secret: ClientSecret; readonly known: Secret | undefined } {
  const createdAt = timeOr(app, seed.createdAt)
  const times = { createdAt, expiresAt: timeOr(app, seed.expiresAt, createdAt + TEN_YEARS) }
  const { secretHash: hash, masked, clientSecret } = seed
  if (hash !== undefined && masked !== undefined) {
    return { secret: { id: idOr(app, seed.id), hash, masked, ...times }, known: undefined }
  }
  const minted = app.minting.serviceAccount({ clientId, clientSecret })
  return { secret: { ...minted.kept, id: seed.id ?? minted.kept.id, ...times }, known: minted.clientSecret }
}

/** Entries that nothing has used; those of credentials never end. */
export const planAccessList = (app: App, entries: readonly SeedEntry[] = []): readonly NewEntry[] =>
  entries.flatMap((seed) => {
    const named = entryOf(seed)
    const { comment = '', createdAt, deleteAfterDate } = seed
    const expiresAt = deleteAfterDate === undefined ? undefined : Date.parse(deleteAfterDate)
    return named ? [{ ...named, comment, createdAt: timeOr(app, createdAt), expiresAt }] : []
  })
