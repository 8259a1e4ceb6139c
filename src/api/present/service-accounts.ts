// Service accounts on the wire: the same shape in the organization and in a project, each with its own roles.
import Type from 'typebox'
import type { AccessListEntry } from '../../domain/access-lists.ts'
import type { ProjectId } from '../../domain/ids.ts'
import { inCatalogueOrder } from '../../domain/roles.ts'
import type { PlacedAccount, ShownSecret } from '../../domain/service-accounts.ts'
import { ClientId, closed, Id, Instant, orNull, Roles } from '../schemas/vocabulary.ts'
import { instant } from '../wire/time.ts'
import { addressOf } from './access-lists.ts'
import { type Shape, shape } from './shape.ts'

const instantOrNull = (milliseconds: number | undefined): string | null =>
  milliseconds === undefined ? null : instant(milliseconds)

/** A secret by its mask; by itself only in the answer to whoever made it. */
const presentClientSecret = shape(
  closed({
    createdAt: Instant,
    expiresAt: Instant,
    id: Id,
    lastUsedAt: orNull(Instant),
    maskedSecretValue: Type.Optional(Type.String()),
    secret: Type.Optional(Type.String()),
  }),
  ({ secret, ...kept }: ShownSecret) => ({
    createdAt: instant(kept.createdAt),
    expiresAt: instant(kept.expiresAt),
    id: kept.id,
    lastUsedAt: instantOrNull(kept.lastUsedAt),
    ...(secret ? { secret: secret.reveal() } : { maskedSecretValue: kept.masked }),
  }),
)

export const presentServiceAccount = shape(
  closed({
    clientId: ClientId,
    createdAt: Instant,
    description: Type.String(),
    name: Type.String(),
    roles: Roles,
    secrets: Type.Array(presentClientSecret.schema),
  }),
  ({ account, roles, secrets }: PlacedAccount) => ({
    clientId: account.clientId,
    createdAt: instant(account.createdAt),
    description: account.description,
    name: account.name,
    roles: inCatalogueOrder(roles),
    secrets: secrets.map((secret) => presentClientSecret(secret)),
  }),
)

/** A project in which an account holds roles. */
const presentServiceAccountProject = shape(
  closed({ groupId: Id, roles: Roles }),
  (groupId: ProjectId, roles: readonly string[]) => ({ groupId, roles: inCatalogueOrder(roles) }),
)

/** An entry of an account's access list: `ipAddress` is null for a block of several. */
const presentServiceAccountAddress = shape(
  closed({
    cidrBlock: Type.String(),
    createdAt: Instant,
    ipAddress: orNull(Type.String()),
    lastUsedAddress: orNull(Type.String()),
    lastUsedAt: orNull(Instant),
    requestCount: Type.Integer({ minimum: 0 }),
  }),
  (entry: AccessListEntry) => ({
    cidrBlock: entry.entry,
    createdAt: instant(entry.createdAt),
    ipAddress: addressOf(entry) ?? null,
    lastUsedAddress: entry.lastUsedAddress ?? null,
    lastUsedAt: instantOrNull(entry.lastUsedAt),
    requestCount: entry.requestCount,
  }),
)

export interface ServiceAccountPresenters {
  readonly clientSecret: Shape<[secret: ShownSecret]>
  readonly serviceAccount: Shape<[placed: PlacedAccount]>
  readonly serviceAccountProject: Shape<[groupId: ProjectId, roles: readonly string[]]>
  readonly serviceAccountAddress: Shape<[entry: AccessListEntry]>
}

/** The same in every dialect: Cloud Manager shows Atlas's shapes, as a preview. */
export const serviceAccountPresenters: ServiceAccountPresenters = {
  clientSecret: presentClientSecret,
  serviceAccount: presentServiceAccount,
  serviceAccountProject: presentServiceAccountProject,
  serviceAccountAddress: presentServiceAccountAddress,
}
