// What making and changing a service account is made of, whether the organization or a project does it.
import type { Caller } from '../domain/actors.ts'
import { authorOf, type EventType } from '../domain/events.ts'
import { refuse } from '../domain/faults.ts'
import type { PlacedAccount, ServiceAccount } from '../domain/service-accounts.ts'
import type { Tx } from '../store/db.ts'
import * as directory from '../store/directory.ts'
import * as organizations from '../store/organizations.ts'
import * as roleAssignments from '../store/role-assignments.ts'
import * as serviceAccounts from '../store/service-accounts.ts'
import type { App } from './app.ts'
import { record } from './audit.ts'
import { addSecret, type SecretOrder } from './client-secrets.ts'
import { type FoundAccount, type Place, rolesIn } from './placed-accounts.ts'

export interface NewServiceAccount {
  readonly name: string
  readonly description: string
  readonly roles: readonly string[]
  /** How long its first secret lives; without it, the account begins without a secret. */
  readonly secretHours: number | undefined
}

/** What is left out stays as it is. */
export interface ServiceAccountChange {
  readonly name?: string | undefined
  readonly description?: string | undefined
  readonly roles?: readonly string[] | undefined
}

export interface MintedAccount {
  readonly account: ServiceAccount
  readonly order: SecretOrder | undefined
}

/** The account and its first secret, not yet stored. */
export function mintAccount(app: App, by: Caller, input: NewServiceAccount): MintedAccount {
  const { name, description, secretHours: hours } = input
  const minted = app.minting.serviceAccount({})
  const { clientId } = minted
  const account = { orgId: by.organization.orgId, clientId, name, description, createdAt: app.ambient.now() }
  return { account, order: hours === undefined ? undefined : { minted, hours } }
}

/** Stores the account without roles, and its first secret. The organization is locked already. */
export async function storeAccount(
  app: App,
  tx: Tx,
  by: Caller,
  place: Place,
  { account, order }: MintedAccount,
): Promise<PlacedAccount['secrets']> {
  const { orgId, clientId } = account
  await serviceAccounts.insert(tx, account)
  await directory.insert(tx, `sa:${clientId}`, orgId)
  await tell(app, tx, by, { orgId }, account, 'SERVICE_ACCOUNT_CREATED')
  return order ? [await addSecret(app, tx, by, { ...place, clientId }, order)] : []
}

/** Writes what changes: the roles in the place, the name and the description. */
export async function applyChange(
  app: App,
  tx: Tx,
  by: Caller,
  place: Place,
  found: FoundAccount,
  change: ServiceAccountChange,
): Promise<void> {
  const { account, held } = found
  const { name = account.name, description = account.description } = change
  if (name !== account.name || description !== account.description) {
    const renamed = await serviceAccounts.rename(tx, { ...account, name, description })
    if (!renamed) refuse({ code: 'service_account_not_found', clientId: account.clientId })
    await tell(app, tx, by, place, account, 'SERVICE_ACCOUNT_DETAILS_CHANGED')
  }
  if (change.roles && (await replaceRoles(tx, place, account, rolesIn(place, held), change.roles))) {
    await tell(app, tx, by, place, account, 'SERVICE_ACCOUNT_ROLES_CHANGED')
  }
}

/** Makes `wanted` the account's roles in the place, and says whether that changed any. */
export async function replaceRoles(
  tx: Tx,
  { orgId, projectId }: Place,
  { clientId }: Pick<ServiceAccount, 'clientId'>,
  current: readonly string[],
  wanted: readonly string[],
): Promise<boolean> {
  const place = projectId ?? ''
  const lost = current.filter((role) => !wanted.includes(role))
  const revoked = await roleAssignments.revoke(tx, orgId, clientId, place, lost)
  const granted = await roleAssignments.grant(tx, orgId, clientId, place, wanted)
  if (revoked + granted === 0) return false
  await organizations.raiseRevision(tx, orgId)
  return true
}

/** Records what happened to the account in the place. */
export const tell = (
  app: App,
  tx: Tx,
  by: Caller,
  { orgId, projectId }: Place,
  { clientId }: Pick<ServiceAccount, 'clientId'>,
  type: EventType,
): Promise<void> =>
  record(app, tx, { type, orgId, projectId, author: authorOf(by), details: { targetClientId: clientId } })
