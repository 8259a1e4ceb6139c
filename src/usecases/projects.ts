// Projects: found by those who may see them, made in an organization, deleted with all that leads into them.
import type { Caller } from '../domain/actors.ts'
import { authorOf, type EventType } from '../domain/events.ts'
import { refuse } from '../domain/faults.ts'
import type { ProjectId, UserId } from '../domain/ids.ts'
import { withoutProject } from '../domain/invitations.ts'
import { effectiveProjectRoles, permitsOrg, readerOf } from '../domain/permissions.ts'
import { isProjectName, type Project, type RegionUsageRestrictions, type Tag } from '../domain/projects.ts'
import * as accessLists from '../store/access-lists.ts'
import type { Tx } from '../store/db.ts'
import * as invitations from '../store/invitations.ts'
import * as members from '../store/members.ts'
import * as organizations from '../store/organizations.ts'
import * as projects from '../store/projects.ts'
import * as roleAssignments from '../store/role-assignments.ts'
import type { App } from './app.ts'
import { record } from './audit.ts'
import { type Allowed, type AllowedInProject, authorizeInKnownProject } from './authorize.ts'
import { refuseManyProjects } from './limits.ts'
import { refuseManyProjectsOfUser } from './place-limits.ts'

/** The projects of the caller's organization in which it holds a role, by name; those whose names begin with `prefix`. */
export async function listProjects(app: App, caller: Caller, prefix = ''): Promise<readonly Project[]> {
  const all = await app.kept.projects(caller.organization)
  const start = prefix.toLowerCase()
  const mayRead = readerOf(caller.actor)
  return all.filter(({ projectId, name }) => mayRead(projectId) && name.toLowerCase().startsWith(start))
}

/** The project of that name in the caller's organization. */
export async function getProjectByName(app: App, caller: Caller, name: string): Promise<Project> {
  const project = isProjectName(name) ? await projects.byName(app.db.read, caller.actor.orgId, name) : undefined
  if (!project) refuse({ code: 'group_name_not_found', name })
  return authorizeInKnownProject(caller, 'project.read', project).project
}

export interface NewProject {
  readonly name: string
  readonly tags: readonly Tag[]
  readonly withDefaultAlertsSettings: boolean
  readonly regionUsageRestrictions: RegionUsageRestrictions | undefined
  /** Who becomes Project Owner; without it, the organization's oldest owner. */
  readonly ownerId: UserId | undefined
}

/** Makes a project. A creator that would not own it through its organization role becomes an owner too. */
export function createProject(app: App, by: Allowed<'org.projects.create'>, input: NewProject): Promise<Project> {
  const { orgId } = by.organization
  const project: Project = {
    orgId,
    projectId: app.ambient.newId<ProjectId>(),
    name: input.name,
    tags: input.tags.length > 0 ? input.tags : undefined,
    withDefaultAlertsSettings: input.withDefaultAlertsSettings,
    regionUsageRestrictions: input.regionUsageRestrictions,
    createdAt: app.ambient.now(),
  }
  const { projectId } = project
  return app.db.write(async (tx) => {
    const organization = await organizations.lock(tx, orgId)
    if (!organization) refuse({ code: 'org_not_found', id: orgId })
    const owner = await ownerOf(tx, by, input.ownerId)
    if (!(await projects.insert(tx, project))) refuse({ code: 'group_exists', name: input.name })
    await refuseManyProjects(app, tx, organization)
    if (owner) {
      await roleAssignments.grant(tx, orgId, owner, projectId, ['GROUP_OWNER'])
      await refuseManyProjectsOfUser(app, tx, owner)
    }
    if (!effectiveProjectRoles(by.actor, projectId).includes('GROUP_OWNER')) await makeOwner(tx, by, projectId)
    await organizations.raiseRevision(tx, orgId)
    await record(app, tx, { type: 'GROUP_CREATED', orgId, projectId, author: authorOf(by) })
    return project
  })
}

/** Whoever is gone by now, or may make no projects any more, is given no role that would outlive them. */
async function makeOwner(tx: Tx, { actor }: Allowed<'org.projects.create'>, projectId: ProjectId): Promise<void> {
  const { orgId, id } = actor
  const held = await roleAssignments.of(tx, orgId, id)
  if (!permitsOrg({ ...actor, ...held }, 'org.projects.create')) refuse({ code: 'cannot_create_projects', orgId })
  await roleAssignments.grant(tx, orgId, id, projectId, ['GROUP_OWNER'])
}

async function ownerOf(
  tx: Tx,
  by: Allowed<'org.projects.create'>,
  wanted: UserId | undefined,
): Promise<UserId | undefined> {
  const { orgId } = by.organization
  if (!wanted) return members.oldestOwner(tx, orgId)
  return (await members.has(tx, orgId, wanted)) ? wanted : refuse({ code: 'user_not_found', id: wanted })
}

export interface ProjectChange {
  readonly name?: string | undefined
  /** Replaces the tags; an empty list takes them away. */
  readonly tags?: readonly Tag[] | undefined
  readonly withDefaultAlertsSettings?: boolean | undefined
}

/** Changes what is named; refused when the organization has another project of that name. */
export const updateProject = (
  app: App,
  by: AllowedInProject<'project.update'>,
  change: ProjectChange,
): Promise<Project> =>
  app.db.write(async (tx) => {
    const { orgId, projectId } = by.project
    await organizations.lock(tx, orgId)
    const current = await projects.byId(tx, orgId, projectId)
    if (!current) refuse({ code: 'group_not_found', id: projectId })
    const changed = changedProject(current, change)
    const { name } = changed
    const isRenamed = name !== current.name
    if (isRenamed && (await projects.byName(tx, orgId, name))) refuse({ code: 'group_exists', name })
    await projects.change(tx, changed)
    await organizations.raiseRevision(tx, orgId)
    for (const type of happenings(current, changed)) {
      await record(app, tx, { type, orgId, projectId, author: authorOf(by) })
    }
    return changed
  })

function changedProject(current: Project, change: ProjectChange): Project {
  const { name = current.name, tags = current.tags } = change
  const { withDefaultAlertsSettings = current.withDefaultAlertsSettings } = change
  return { ...current, name, tags, withDefaultAlertsSettings }
}

function happenings(before: Project, after: Project): readonly EventType[] {
  const isTagged = JSON.stringify(before.tags ?? []) !== JSON.stringify(after.tags ?? [])
  const isAlerted = before.withDefaultAlertsSettings !== after.withDefaultAlertsSettings
  return [
    ...(before.name === after.name ? [] : (['GROUP_NAME_CHANGED'] as const)),
    ...(isTagged ? (['GROUP_TAGS_MODIFIED'] as const) : []),
    ...(isAlerted ? (['GROUP_DEFAULT_ALERTS_SETTINGS_CHANGED'] as const) : []),
  ]
}

/** Deletes the project, every role in it, its own invitations, and what other pending invitations promised there. */
export const deleteProject = (app: App, by: AllowedInProject<'project.delete'>): Promise<void> =>
  app.db.write(async (tx) => {
    const { orgId, projectId } = by.project
    const known = await organizations.lock(tx, orgId)
    if (!known || !(await projects.remove(tx, orgId, projectId))) refuse({ code: 'group_not_found', id: projectId })
    await withdrawPromises(app, tx, by)
    await roleAssignments.revokeProject(tx, orgId, projectId)
    await accessLists.removeAll(tx, orgId, projectId)
    await organizations.raiseRevision(tx, orgId)
    await record(app, tx, { type: 'GROUP_DELETED', orgId, projectId, author: authorOf(by) })
  })

/** Revokes the project's own invitations, and strikes what other pending ones promised there. */
export async function withdrawPromises(
  app: App,
  tx: Tx,
  by: AllowedInProject<'project.delete'> | AllowedInProject<'project.migrate'>,
): Promise<void> {
  const { orgId, projectId } = by.project
  const now = app.ambient.now()
  for (const { username } of await invitations.revokeOfProject(tx, orgId, projectId, now)) {
    const details = { targetUsername: username }
    await record(app, tx, { type: 'GROUP_INVITATION_DELETED', orgId, projectId, author: authorOf(by), details })
  }
  for (const { id, groupRoleAssignments } of await invitations.grantingProject(tx, orgId, projectId, now)) {
    const kept = withoutProject(groupRoleAssignments, projectId)
    await invitations.change(tx, orgId, id, { groupRoleAssignments: kept }, now)
  }
}
