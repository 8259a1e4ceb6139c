// The limits that a project sets for itself. Only what Atrium has is counted; clusters and their users are not.
import { refuse } from '../domain/faults.ts'
import {
  LIMIT_RULES,
  type LimitRule,
  limitsInForce,
  type ProjectLimit,
  type SetLimits,
} from '../domain/project-limits.ts'
import * as accessLists from '../store/access-lists.ts'
import type { App } from './app.ts'
import type { AllowedInProject } from './authorize.ts'
import { changeDocuments, documentsOf } from './project-settings.ts'

type Reader = AllowedInProject<'project.read'> | AllowedInProject<'project.update'>

/** Those with a default, and those that were set. */
export const listProjectLimits = async (app: App, by: Reader): Promise<readonly ProjectLimit[]> =>
  inForce(app, by, (await documentsOf(app.db.read, by)).limits)

/** Refused for a name that Atlas does not know, and for a limit without a default that was not set. */
export async function getProjectLimit(app: App, by: Reader, name: string): Promise<ProjectLimit> {
  return named(await listProjectLimits(app, by), name)
}

/** Sets the limit within its bounds. */
export async function setProjectLimit(
  app: App,
  by: AllowedInProject<'project.update'>,
  name: string,
  value: number,
): Promise<ProjectLimit> {
  const { least, most } = ruleOf(name)
  if (value < least || value > most) refuse({ code: 'limit_out_of_bounds', name, least, most })
  const { limits } = await changeDocuments(app, by, (present) => ({
    ...present,
    limits: { ...present.limits, [name]: value },
  }))
  return named(await inForce(app, by, limits), name)
}

/** Puts the limit back to its default, or away where it has none; without effect when it was not set. */
export async function resetProjectLimit(app: App, by: AllowedInProject<'project.update'>, name: string): Promise<void> {
  ruleOf(name)
  await changeDocuments(app, by, (present) => ({
    ...present,
    limits: Object.fromEntries(Object.entries(present.limits).filter(([set]) => set !== name)),
  }))
}

async function inForce(app: App, by: Reader, limits: SetLimits): Promise<readonly ProjectLimit[]> {
  const { orgId, projectId } = by.project
  const slice = { offset: 0, limit: 0, now: app.ambient.now() }
  const { total } = await accessLists.list(app.db.read, orgId, projectId, slice)
  return limitsInForce(limits, total)
}

const ruleOf = (name: string): LimitRule => named(LIMIT_RULES, name)

const named = <Named extends { readonly name: string }>(all: readonly Named[], name: string): Named =>
  all.find((each) => each.name === name) ?? refuse({ code: 'limit_not_found', name })
