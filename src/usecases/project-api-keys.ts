// The API keys of a project: keys of the organization that hold a role there.
import type { ApiKeyDetails } from '../domain/api-keys.ts'
import { refuse } from '../domain/faults.ts'
import type { ApiKeyId } from '../domain/ids.ts'
import { mayGrantInProject, permitsOrg } from '../domain/permissions.ts'
import { reachesBeyond } from '../domain/service-accounts.ts'
import type { Slice } from '../store/access-lists.ts'
import * as apiKeys from '../store/api-keys.ts'
import type { Tx } from '../store/db.ts'
import * as projects from '../store/projects.ts'
import {
  type ApiKeyChange,
  type CreatedApiKey,
  describeApiKey,
  insertApiKey,
  lockedApiKey,
  lockOrganization,
  replaceRoles,
  tell,
} from './api-keys.ts'
import type { App } from './app.ts'
import type { AllowedInProject } from './authorize.ts'

type Manager = AllowedInProject<'project.apiKeys.manage'>
type Assigner = AllowedInProject<'project.apiKeys.assign'>

/** The slice's keys with a role in the project, by public key, and how many there are in all. */
export const listProjectApiKeys = (app: App, { project }: AllowedInProject<'project.read'>, slice: Slice) =>
  apiKeys.listOfProject(app.db.read, { orgId: project.orgId, projectId: project.projectId, ...slice })

/** Makes a key that is a plain member of the organization and holds these roles in the project. */
export async function createProjectApiKey(
  app: App,
  by: Manager,
  { description, roles }: { description: string; roles: readonly string[] },
): Promise<CreatedApiKey> {
  refuseClimbing(by, roles)
  const minted = app.minting.apiKey({}, app.ambient.newId<ApiKeyId>())
  const held = { orgRoles: ['ORG_MEMBER'], projectRoles: new Map([[by.project.projectId, roles]]) }
  const key = await app.db.write(async (tx) => {
    await lockProject(tx, by)
    const created = await insertApiKey(app, tx, by, { minted, description, held })
    await tell(app, tx, by, 'API_KEY_ADDED_TO_GROUP', created, by.project.projectId)
    return created
  })
  return { key, privateKey: minted.privateKey }
}

/** Gives a key of the organization its first roles in the project. */
export function assignApiKey(app: App, by: Assigner, id: ApiKeyId, roles: readonly string[]): Promise<void> {
  refuseClimbing(by, roles)
  return app.db.write(async (tx) => {
    await lockProject(tx, by)
    const { projectId } = by.project
    const key = await lockedApiKey(tx, by, id)
    if (key.projectRoles.has(projectId)) refuse({ code: 'api_key_already_in_group', id, groupId: projectId })
    await replaceRoles(tx, key, projectId, roles)
    await tell(app, tx, by, 'API_KEY_ADDED_TO_GROUP', key, projectId)
  })
}

/**
 * Replaces the key's roles in the project, and its description. A key that has none there yet is assigned by that, as
 * clients do it. The description of a key that reaches beyond the project is not the project's to change.
 */
export function updateProjectApiKey(
  app: App,
  by: Manager,
  id: ApiKeyId,
  { description, roles }: ApiKeyChange,
): Promise<ApiKeyDetails> {
  if (roles) refuseClimbing(by, roles)
  return app.db.write(async (tx) => {
    await lockProject(tx, by)
    const { projectId } = by.project
    const key = await lockedApiKey(tx, by, id)
    const isAssigned = key.projectRoles.has(projectId)
    if (!roles && !isAssigned) refuse({ code: 'api_key_not_found', id })
    if (description !== undefined) await describeInProject(app, tx, by, key, description)
    if (roles && (await replaceRoles(tx, key, projectId, roles))) {
      await tell(app, tx, by, isAssigned ? 'API_KEY_ROLES_CHANGED' : 'API_KEY_ADDED_TO_GROUP', key, projectId)
    }
    return lockedApiKey(tx, by, id)
  })
}

async function describeInProject(
  app: App,
  tx: Tx,
  by: Manager,
  key: ApiKeyDetails,
  description: string,
): Promise<void> {
  const { projectId } = by.project
  const isOurs = key.projectRoles.has(projectId) && !reachesBeyond(key, projectId)
  if (!isOurs && !permitsOrg(by.actor, 'org.apiKeys.manage') && description !== key.description) {
    refuse({ code: 'not_allowed', action: 'project.apiKeys.manage' })
  }
  await describeApiKey(app, tx, by, key, description)
}

/** Takes the key's roles in the project; it stays in the organization. */
export const removeProjectApiKey = (app: App, by: Manager, id: ApiKeyId): Promise<void> =>
  app.db.write(async (tx) => {
    await lockProject(tx, by)
    const { projectId } = by.project
    const key = await lockedApiKey(tx, by, id)
    if (!key.projectRoles.has(projectId)) refuse({ code: 'api_key_not_found', id })
    await replaceRoles(tx, key, projectId, [])
    await tell(app, tx, by, 'API_KEY_REMOVED_FROM_GROUP', key, projectId)
  })

/** Holds the project's organization; the project may have been deleted since the request was judged. */
async function lockProject(tx: Tx, by: Manager | Assigner): Promise<void> {
  const { orgId, projectId } = by.project
  await lockOrganization(tx, by)
  if (!(await projects.byId(tx, orgId, projectId))) refuse({ code: 'group_not_found', id: projectId })
}

function refuseClimbing(by: Manager | Assigner, roles: readonly string[]): void {
  if (mayGrantInProject(by.actor, by.project.projectId, roles)) return
  refuse({ code: 'not_allowed', action: 'project.apiKeys.manage' })
}
