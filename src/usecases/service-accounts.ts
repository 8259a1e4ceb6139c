// An organization's service accounts: read by those who read the organization, managed by its owners.
import { refuse } from '../domain/faults.ts'
import type { ProjectId, SecretId } from '../domain/ids.ts'
import type { PlacedAccount, ShownSecret } from '../domain/service-accounts.ts'
import * as accessLists from '../store/access-lists.ts'
import * as clientSecrets from '../store/client-secrets.ts'
import type { Tx } from '../store/db.ts'
import * as organizations from '../store/organizations.ts'
import * as roleAssignments from '../store/role-assignments.ts'
import * as serviceAccounts from '../store/service-accounts.ts'
import * as tokens from '../store/tokens.ts'
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
import type { Allowed } from './authorize.ts'
import { addSecret, dropSecret } from './client-secrets.ts'
import { asListOwner, findAccount, listAccounts, showAccount } from './placed-accounts.ts'

type Reader = Allowed<'org.serviceAccounts.read'>
type Manager = Allowed<'org.serviceAccounts.manage'>

/** The organization's accounts by client id: the slice's, and how many there are in all. */
export const listServiceAccounts = (app: App, by: Reader, slice: serviceAccounts.Slice) =>
  listAccounts(app.db.read, by.organization, slice)

export const getServiceAccount = (app: App, by: Reader, clientId: string): Promise<PlacedAccount> =>
  showAccount(app.db.read, by.organization, clientId)

export interface ProjectOfAccount {
  readonly projectId: ProjectId
  readonly roles: readonly string[]
}

/** The projects in which the account holds roles, by id. */
export async function listProjectsOfAccount(
  app: App,
  by: Reader,
  clientId: string,
): Promise<readonly ProjectOfAccount[]> {
  const { held } = await findAccount(app.db.read, by.organization, clientId)
  return [...held.projectRoles].map(([projectId, roles]) => ({ projectId, roles }))
}

/** Makes an account; its first secret can be read in this answer alone. */
export function createServiceAccount(app: App, by: Manager, input: NewServiceAccount): Promise<PlacedAccount> {
  const minted = mintAccount(app, by, input)
  const { account } = minted
  return app.db.write(async (tx) => {
    await holdOrganization(tx, by)
    const secrets = await storeAccount(app, tx, by, by.organization, minted)
    await replaceRoles(tx, by.organization, account, [], input.roles)
    return { account, roles: input.roles, secrets }
  })
}

/** Changes the account's name, description or roles in the organization. */
export const updateServiceAccount = (
  app: App,
  by: Manager,
  clientId: string,
  change: ServiceAccountChange,
): Promise<PlacedAccount> =>
  app.db.write(async (tx) => {
    await holdOrganization(tx, by)
    const found = await findAccount(tx, by.organization, clientId)
    await applyChange(app, tx, by, by.organization, found, change)
    return showAccount(tx, by.organization, clientId)
  })

/** Deletes the account with all it had: from the commit on, neither its secrets nor its tokens let anybody in. */
export const deleteServiceAccount = (app: App, by: Manager, clientId: string): Promise<void> =>
  app.db.write(async (tx) => {
    await holdOrganization(tx, by)
    const { orgId } = by.organization
    const { account, held } = await findAccount(tx, by.organization, clientId)
    const id = account.clientId
    if (!(await serviceAccounts.remove(tx, orgId, id))) refuse({ code: 'service_account_not_found', clientId })
    // Secrets before tokens: a sign-in waits for its secret's row, so that no token is stored once they are deleted.
    await clientSecrets.removeAll(tx, orgId, id)
    await tokens.removeAll(tx, orgId, id)
    await accessLists.removeAll(tx, orgId, id)
    await roleAssignments.revoke(tx, orgId, id, '', held.orgRoles)
    for (const [projectId, roles] of held.projectRoles) await roleAssignments.revoke(tx, orgId, id, projectId, roles)
    await organizations.raiseRevision(tx, orgId)
    await tell(app, tx, by, { orgId }, account, 'SERVICE_ACCOUNT_DELETED')
  })

/** Makes another secret, to be read in this answer alone. */
export function createSecret(app: App, by: Manager, clientId: string, hours: number): Promise<ShownSecret> {
  const minted = app.minting.serviceAccount({})
  return app.db.write(async (tx) => {
    await holdOrganization(tx, by)
    const { account } = await findAccount(tx, by.organization, clientId)
    return addSecret(app, tx, by, account, { minted, hours })
  })
}

/** Deletes a secret and the tokens it was exchanged for. */
export const deleteSecret = (app: App, by: Manager, clientId: string, id: SecretId): Promise<void> =>
  app.db.write(async (tx) => {
    await holdOrganization(tx, by)
    const { account } = await findAccount(tx, by.organization, clientId)
    await dropSecret(app, tx, by, account, id)
  })

/** The account's access list, for those who may read it, or change it. */
export const accessListOf = (app: App, by: Reader | Manager, clientId: string): AccessListTask => ({
  app,
  by,
  find: async (sql) => asListOwner((await findAccount(sql, by.organization, clientId)).account),
})

/** Keeps the organization as it is until the transaction ends; it may have been deleted since the request was judged. */
async function holdOrganization(tx: Tx, by: Manager): Promise<void> {
  const { orgId } = by.organization
  if (!(await organizations.lock(tx, orgId))) refuse({ code: 'org_not_found', id: orgId })
}
