// A project's service accounts: those of the organization that hold a role in it, managed by the project's owners.
import { refuse } from '../domain/faults.ts'
import type { SecretId } from '../domain/ids.ts'
import { mayGrantInProject, permitsOrg } from '../domain/permissions.ts'
import { type PlacedAccount, reachesBeyond, type ShownSecret } from '../domain/service-accounts.ts'
import type { Tx } from '../store/db.ts'
import * as organizations from '../store/organizations.ts'
import * as projects from '../store/projects.ts'
import * as roleAssignments from '../store/role-assignments.ts'
import type { Slice } from '../store/service-accounts.ts'
import type { AccessListTask } from './access-lists.ts'
import {
  applyChange,
  mintAccount,
  type NewServiceAccount,
  replaceRoles,
  type ServiceAccountChange,
  storeAccount,
  tell,
} from './account-changes.ts'
import type { App } from './app.ts'
import type { AllowedInProject } from './authorize.ts'
import { addSecret, dropSecret } from './client-secrets.ts'
import { asListOwner, type FoundAccount, findAccount, listAccounts, rolesIn, showAccount } from './placed-accounts.ts'

type Reader = AllowedInProject<'project.read'>
type Manager = AllowedInProject<'project.serviceAccounts.manage'>
type Inviter = AllowedInProject<'project.serviceAccounts.invite'>
type ListManager = AllowedInProject<'project.serviceAccounts.accessList.manage'>

/** The project's accounts by client id: the slice's, and how many there are in all. */
export const listProjectServiceAccounts = (app: App, by: Reader, slice: Slice) =>
  listAccounts(app.db.read, by.project, slice)

export const getProjectServiceAccount = (app: App, by: Reader, clientId: string): Promise<PlacedAccount> =>
  showAccount(app.db.read, by.project, clientId)

/** Makes an account with roles in the project, and membership in the organization alone. */
export function createProjectServiceAccount(app: App, by: Manager, input: NewServiceAccount): Promise<PlacedAccount> {
  refuseClimbing(by, input.roles)
  const minted = mintAccount(app, by, input)
  const { account } = minted
  return app.db.write(async (tx) => {
    await holdProject(tx, by)
    const secrets = await storeAccount(app, tx, by, by.project, minted)
    await replaceRoles(tx, by.organization, account, [], ['ORG_MEMBER'])
    await replaceRoles(tx, by.project, account, [], input.roles)
    await tell(app, tx, by, by.project, account, 'SERVICE_ACCOUNT_ADDED_TO_GROUP')
    return { account, roles: input.roles, secrets }
  })
}

/** Gives an account of the organization roles in the project; refused when it holds some already. */
export function inviteServiceAccount(
  app: App,
  by: Inviter,
  clientId: string,
  roles: readonly string[],
): Promise<PlacedAccount> {
  refuseClimbing(by, roles)
  return app.db.write(async (tx) => {
    await holdProject(tx, by)
    const { account, held } = await findAccount(tx, by.organization, clientId)
    if (held.projectRoles.has(by.project.projectId)) refuse({ code: 'service_account_in_group' })
    await replaceRoles(tx, by.project, account, [], roles)
    await tell(app, tx, by, by.project, account, 'SERVICE_ACCOUNT_ADDED_TO_GROUP')
    return showAccount(tx, by.project, clientId)
  })
}

/** Changes the account's roles in the project; its name and description only where the project alone is concerned. */
export function updateProjectServiceAccount(
  app: App,
  by: Manager,
  clientId: string,
  change: ServiceAccountChange,
): Promise<PlacedAccount> {
  refuseClimbing(by, change.roles ?? [])
  return app.db.write(async (tx) => {
    await holdProject(tx, by)
    const found = await findAccount(tx, by.project, clientId)
    const { name = found.account.name, description = found.account.description } = change
    if (name !== found.account.name || description !== found.account.description) refuseReach(by, found)
    await applyChange(app, tx, by, by.project, found, change)
    return showAccount(tx, by.project, clientId)
  })
}

/** Takes the account out of the project; it stays in the organization, and so do its secrets. */
export const removeServiceAccountFromProject = (app: App, by: Manager, clientId: string): Promise<void> =>
  app.db.write(async (tx) => {
    await holdProject(tx, by)
    const { orgId, projectId } = by.project
    const { account, held } = await findAccount(tx, by.project, clientId)
    await roleAssignments.revoke(tx, orgId, account.clientId, projectId, rolesIn(by.project, held))
    await organizations.raiseRevision(tx, orgId)
    await tell(app, tx, by, by.project, account, 'SERVICE_ACCOUNT_REMOVED_FROM_GROUP')
  })

/** Makes another secret, to be read in this answer alone. */
export function createProjectSecret(app: App, by: Manager, clientId: string, hours: number): Promise<ShownSecret> {
  const minted = app.minting.serviceAccount({})
  return app.db.write(async (tx) => {
    await holdProject(tx, by)
    const found = await findAccount(tx, by.project, clientId)
    refuseReach(by, found)
    const place = { clientId: found.account.clientId, projectId: by.project.projectId }
    return addSecret(app, tx, by, place, { minted, hours })
  })
}

/** Deletes a secret and the tokens it was exchanged for. */
export const deleteProjectSecret = (app: App, by: Manager, clientId: string, id: SecretId): Promise<void> =>
  app.db.write(async (tx) => {
    await holdProject(tx, by)
    const found = await findAccount(tx, by.project, clientId)
    refuseReach(by, found)
    await dropSecret(app, tx, by, { clientId: found.account.clientId, projectId: by.project.projectId }, id)
  })

/** The access list of an account of the project, to be read. */
export const readableListOf = (app: App, by: Reader, clientId: string): AccessListTask => ({
  app,
  by,
  find: async (sql) => asListOwner((await findAccount(sql, by.project, clientId)).account),
})

/** The same, to be changed: where the account reaches beyond the project, by the organization's owners alone. */
export const changeableListOf = (app: App, by: ListManager, clientId: string): AccessListTask => ({
  app,
  by,
  find: async (sql) => {
    const found = await findAccount(sql, by.project, clientId)
    refuseReach(by, found)
    return asListOwner(found.account)
  },
})

/**
 * An account that can do more than this project's owners decide on is the organization's: whoever held a secret of it
 * would have what it has elsewhere.
 */
function refuseReach(by: Manager | ListManager, { held }: FoundAccount): void {
  if (!reachesBeyond(held, by.project.projectId) || permitsOrg(by.actor, 'org.serviceAccounts.manage')) return
  refuse({ code: 'not_allowed', action: 'project.serviceAccounts.manage' })
}

function refuseClimbing(by: Manager | Inviter, roles: readonly string[]): void {
  if (mayGrantInProject(by.actor, by.project.projectId, roles)) return
  refuse({ code: 'not_allowed', action: 'project.serviceAccounts.manage' })
}

/** Keeps the project as it is until the transaction ends; it may have been deleted since the request was judged. */
async function holdProject(tx: Tx, by: Manager | Inviter): Promise<void> {
  const { orgId, projectId } = by.project
  const held = (await organizations.lock(tx, orgId)) && (await projects.byId(tx, orgId, projectId))
  if (!held) refuse({ code: 'group_not_found', id: projectId })
}
