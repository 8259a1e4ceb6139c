// The only maker of permissions: a use case that needs one cannot be called without having asked here.
import type { Caller } from '../domain/actors.ts'
import type { IdKind } from '../domain/faults/request.ts'
import { refuse } from '../domain/faults.ts'
import { isObjectId, type ObjectId, type OrgId, type ProjectId } from '../domain/ids.ts'
import { type OrgAction, type ProjectAction, permitsOrg, permitsProject } from '../domain/permissions.ts'
import type { Project } from '../domain/projects.ts'
import { byId as projectById } from '../store/projects.ts'
import type { App } from './app.ts'

declare const proof: unique symbol

/** Proof that the caller may do `Permitted` in its organization. */
export interface Allowed<Permitted extends OrgAction> extends Caller {
  readonly [proof]: Permitted
}

/** Proof that the caller may do `Permitted` in this project of its organization. */
export interface AllowedInProject<Permitted extends ProjectAction> extends Caller {
  readonly [proof]: Permitted
  readonly project: Project
}

/** A well-formed identifier, or the refusal that names its kind. */
export function parseId<Id extends ObjectId>(kind: IdKind, text: string): Id {
  return isObjectId<Id>(text) ? text : refuse({ code: 'malformed_id', kind, id: text })
}

/**
 * The permission to act in the organization. An organization other than the credential's own is refused exactly like
 * one that does not exist.
 */
export function authorize<Permitted extends OrgAction>(
  caller: Caller,
  action: Permitted,
  orgId: OrgId,
): Allowed<Permitted> {
  if (orgId !== caller.actor.orgId) refuse({ code: 'org_not_found', id: orgId })
  if (!permitsOrg(caller.actor, action)) {
    refuse(
      action === 'org.projects.create' ? { code: 'cannot_create_projects', orgId } : { code: 'not_allowed', action },
    )
  }
  return allow<Allowed<Permitted>>(caller)
}

/** The permission to act in the project: one of another organization is refused like one that does not exist. */
export async function authorizeInProject<Permitted extends ProjectAction>(
  app: App,
  caller: Caller,
  action: Permitted,
  projectId: ProjectId,
): Promise<AllowedInProject<Permitted>> {
  const project = await projectById(app.db.read, caller.actor.orgId, projectId)
  if (!project) refuse({ code: 'group_not_found', id: projectId })
  return authorizeInKnownProject(caller, action, project)
}

/** Like `authorizeInProject`, for a project of the caller's organization that has been read already. */
export function authorizeInKnownProject<Permitted extends ProjectAction>(
  caller: Caller,
  action: Permitted,
  project: Project,
): AllowedInProject<Permitted> {
  if (!permitsProject(caller.actor, action, project.projectId)) refuse({ code: 'not_allowed', action })
  return allow<AllowedInProject<Permitted>>({ ...caller, project })
}

function allow<Permission extends Caller>(subject: Caller | (Caller & { project: Project })): Permission {
  return subject as Permission
}
