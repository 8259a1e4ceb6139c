// Service accounts as they are found and shown, each with its roles in one place: the organization or a project.
import { refuse } from '../domain/faults.ts'
import { type ClientId, isClientId, type OrgId, type ProjectId } from '../domain/ids.ts'
import type { HeldRoles } from '../domain/members.ts'
import type { PlacedAccount, ServiceAccount, ServiceAccountPage } from '../domain/service-accounts.ts'
import * as clientSecrets from '../store/client-secrets.ts'
import type { Sql } from '../store/db.ts'
import * as roleAssignments from '../store/role-assignments.ts'
import * as serviceAccounts from '../store/service-accounts.ts'
import type { ListOwner } from './access-lists.ts'

/** Where an account's roles are looked at; an organization's accounts are all of its accounts, a project's those in it. */
export interface Place {
  readonly orgId: OrgId
  readonly projectId?: ProjectId
}

export interface FoundAccount {
  readonly account: ServiceAccount
  /** Everything that the account holds, in the place and elsewhere. */
  readonly held: HeldRoles
}

/** The roles among these that count in the place. */
export const rolesIn = ({ projectId }: Place, held: HeldRoles): readonly string[] =>
  projectId === undefined ? held.orgRoles : (held.projectRoles.get(projectId) ?? [])

/** The account of the place. One that is elsewhere, and what is no client id at all, read like one that does not exist. */
export async function findAccount(sql: Sql, place: Place, clientId: string): Promise<FoundAccount> {
  const { orgId, projectId } = place
  const account = isClientId(clientId) ? await serviceAccounts.byId(sql, orgId, clientId) : undefined
  if (!account) return refuse({ code: 'service_account_not_found', clientId })
  const held = await roleAssignments.of(sql, orgId, account.clientId)
  if (projectId !== undefined && !held.projectRoles.has(projectId)) {
    refuse({ code: 'service_account_not_found', clientId })
  }
  return { account, held }
}

/** The account as the place shows it now. */
export async function showAccount(sql: Sql, place: Place, clientId: string): Promise<PlacedAccount> {
  const { account, held } = await findAccount(sql, place, clientId)
  const secrets = await clientSecrets.ofEach(sql, place.orgId, [account.clientId])
  return { account, roles: rolesIn(place, held), secrets: secrets.get(account.clientId) ?? [] }
}

/** The place's accounts by client id: the slice's, and how many there are in all. */
export async function listAccounts(sql: Sql, place: Place, slice: serviceAccounts.Slice): Promise<ServiceAccountPage> {
  const { orgId, projectId } = place
  const { accounts, total } = await serviceAccounts.list(sql, orgId, slice, projectId)
  const ids = accounts.map(({ clientId }): ClientId => clientId)
  const roles = await roleAssignments.ofEach(sql, orgId, ids)
  const secrets = await clientSecrets.ofEach(sql, orgId, ids)
  const placed = accounts.map((account): PlacedAccount => {
    const held = roles.get(account.clientId)
    return { account, roles: held ? rolesIn(place, held) : [], secrets: secrets.get(account.clientId) ?? [] }
  })
  return { accounts: placed, total }
}

/** The account as the owner of its access list. */
export const asListOwner = ({ clientId }: ServiceAccount): ListOwner => ({
  id: clientId,
  added: 'SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_ADDED',
  removed: 'SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_DELETED',
  details: { targetClientId: clientId },
})
