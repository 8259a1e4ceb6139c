// Moving a project to another organization: both have to want it, and each proves it by a credential of its own.
import { judgeAddress } from '../domain/access-lists.ts'
import type { Actor } from '../domain/actors.ts'
import { type Author, authorOf } from '../domain/events.ts'
import { refuse } from '../domain/faults.ts'
import type { OrgId } from '../domain/ids.ts'
import { permitsOrg } from '../domain/permissions.ts'
import type { Project } from '../domain/projects.ts'
import type { Secret } from '../platform/secret.ts'
import * as accessLists from '../store/access-lists.ts'
import * as apiKeys from '../store/api-keys.ts'
import type { Tx } from '../store/db.ts'
import * as organizations from '../store/organizations.ts'
import { move } from '../store/project-moves.ts'
import * as projects from '../store/projects.ts'
import * as roleAssignments from '../store/role-assignments.ts'
import type { App } from './app.ts'
import { record } from './audit.ts'
import type { AllowedInProject } from './authorize.ts'
import { refuseManyProjects } from './limits.ts'
import { withdrawPromises } from './projects.ts'

type Migrator = AllowedInProject<'project.migrate'>

export interface Migration {
  readonly destinationId: OrgId
  /** An API key of the destination; without one nobody speaks for it, since a credential belongs to one organization. */
  readonly key: { readonly publicKey: string; readonly privateKey: Secret } | undefined
}

/**
 * Moves the project in one transaction over both organizations. A destination that does not exist, and one whose key
 * was not given, are refused alike.
 */
export const migrateProject = (app: App, by: Migrator, migration: Migration): Promise<Project> =>
  app.db.write(async (tx) => {
    const { orgId, projectId } = by.project
    const { destination, receiver } = await lockBoth(app, tx, by, migration)
    const to = destination.orgId
    const project = await projects.byId(tx, orgId, projectId)
    if (!project) refuse({ code: 'group_not_found', id: projectId })
    if (await projects.byName(tx, to, project.name)) refuse({ code: 'group_exists', name: project.name })
    await withdrawPromises(app, tx, by)
    await move(tx, { projectId, from: orgId, to })
    await refuseManyProjects(app, tx, destination)
    for (const each of [orgId, to]) await organizations.raiseRevision(tx, each)
    await record(app, tx, { type: 'GROUP_MOVED_FROM_ORG', orgId, projectId, author: authorOf(by) })
    await record(app, tx, { type: 'GROUP_MOVED', orgId: to, projectId, author: receiver })
    return { ...project, orgId: to }
  })

/** The destination and who speaks for it. Both organizations are locked in the order of their ids, against deadlocks. */
async function lockBoth(app: App, tx: Tx, by: Migrator, migration: Migration) {
  const { orgId, projectId } = by.project
  const { destinationId } = migration
  if (destinationId === orgId) refuse({ code: 'invalid_attribute', attribute: 'destinationOrgId' })
  // Asked before the locks too, so that nobody can hold an organization up who may do nothing there.
  if (!(await receiverOf(app, tx, by, migration))) refuse({ code: 'org_not_found', id: destinationId })
  const locked = new Map<OrgId, organizations.OrganizationAccess | undefined>()
  for (const id of [orgId, destinationId].sort()) locked.set(id, await organizations.lock(tx, id))
  if (!locked.get(orgId)) refuse({ code: 'group_not_found', id: projectId })
  const destination = locked.get(destinationId)
  const receiver = destination && (await receiverOf(app, tx, by, migration))
  return destination && receiver ? { destination, receiver } : refuse({ code: 'org_not_found', id: destinationId })
}

/** Who speaks for the destination: the owner of the pair, where it may be used from and may take projects in. */
async function receiverOf(
  app: App,
  tx: Tx,
  { address }: Migrator,
  { destinationId, key }: Migration,
): Promise<Author | undefined> {
  if (!key) return undefined
  const stored = await apiKeys.credentialOf(tx, destinationId, key.publicKey)
  if (!app.minting.isPrivateKey(stored, key) || !stored) return undefined
  const judged = judgeAddress(await accessLists.ruleOf(tx, destinationId, stored.id), address)
  if (judged.kind === 'not_listed') refuse({ code: 'address_not_listed', address })
  if (judged.kind === 'no_list') refuse({ code: 'access_list_required', address })
  const held = await roleAssignments.of(tx, destinationId, stored.id)
  const actor: Actor = { kind: 'api_key', id: stored.id, name: key.publicKey, orgId: destinationId, ...held }
  if (!permitsOrg(actor, 'org.projects.receive')) refuse({ code: 'not_allowed', action: 'org.projects.receive' })
  return { kind: 'api_key', id: actor.id, name: actor.name, address }
}
