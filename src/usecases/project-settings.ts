// What a project sets for itself: its settings, and whether its threshold of slow operations is managed.
import { authorOf, type EventType } from '../domain/events.ts'
import { refuse } from '../domain/faults.ts'
import type { ProjectAction } from '../domain/permissions.ts'
import { DEFAULT_PROJECT_SETTINGS, type ProjectSettings, type SetProjectSettings } from '../domain/project-settings.ts'
import type { Sql } from '../store/db.ts'
import * as organizations from '../store/organizations.ts'
import * as documents from '../store/project-documents.ts'
import type { App } from './app.ts'
import { record } from './audit.ts'
import type { AllowedInProject } from './authorize.ts'

export const getProjectSettings = async (app: App, by: AllowedInProject<'project.read'>): Promise<ProjectSettings> => ({
  ...DEFAULT_PROJECT_SETTINGS,
  ...(await documentsOf(app.db.read, by)).settings,
})

/** Sets what the change names and leaves the rest. */
export const updateProjectSettings = async (
  app: App,
  by: AllowedInProject<'project.update'>,
  change: Partial<ProjectSettings>,
): Promise<ProjectSettings> => ({ ...DEFAULT_PROJECT_SETTINGS, ...(await changeSettings(app, by, change)) })

/** On unless it was switched off. */
export const managesSlowMs = async (app: App, by: AllowedInProject<'project.read'>): Promise<boolean> =>
  (await documentsOf(app.db.read, by)).settings.managedSlowMs ?? true

export async function setManagedSlowMs(
  app: App,
  by: AllowedInProject<'project.update'>,
  managedSlowMs: boolean,
): Promise<void> {
  await changeSettings(app, by, { managedSlowMs })
}

/** The project's documents; refused when it is gone. */
export const documentsOf = async (
  sql: Sql,
  { project: { orgId, projectId } }: AllowedInProject<ProjectAction>,
): Promise<documents.ProjectDocuments> =>
  (await documents.find(sql, orgId, projectId)) ?? refuse({ code: 'group_not_found', id: projectId })

/** Writes the project's documents as `change` makes them of the present ones, one change after the other. */
export const changeDocuments = (
  app: App,
  by: AllowedInProject<'project.update'>,
  change: (present: documents.ProjectDocuments) => documents.ProjectDocuments,
): Promise<documents.ProjectDocuments> =>
  app.db.write(async (tx) => {
    const { orgId, projectId } = by.project
    await organizations.lock(tx, orgId)
    const present = await documentsOf(tx, by)
    const changed = change(present)
    await documents.write(tx, orgId, projectId, changed)
    for (const type of happenings(present, changed)) {
      await record(app, tx, { type, orgId, projectId, author: authorOf(by) })
    }
    return changed
  })

/** What Atlas has events for; the other settings change without one. */
function happenings(before: documents.ProjectDocuments, after: documents.ProjectDocuments): readonly EventType[] {
  const present = { ...DEFAULT_PROJECT_SETTINGS, ...before.settings }
  const changed = { ...DEFAULT_PROJECT_SETTINGS, ...after.settings }
  const types: readonly (readonly [keyof ProjectSettings, EventType])[] = [
    ['isDataExplorerEnabled', changed.isDataExplorerEnabled ? 'DATA_EXPLORER_ENABLED' : 'DATA_EXPLORER_DISABLED'],
    ['isCollectDatabaseSpecificsStatisticsEnabled', 'PROJECT_COLLECT_DATABASE_STATISTICS_UPDATED'],
    ['isExtendedStorageSizesEnabled', 'PROJECT_ENABLE_EXTENDED_STORAGE_SIZES_UPDATED'],
  ]
  const isLimited = JSON.stringify(before.limits) !== JSON.stringify(after.limits)
  return [
    ...types.filter(([name]) => present[name] !== changed[name]).map(([, type]) => type),
    ...(isLimited ? (['PROJECT_LIMIT_UPDATED'] as const) : []),
  ]
}

async function changeSettings(
  app: App,
  by: AllowedInProject<'project.update'>,
  change: SetProjectSettings,
): Promise<SetProjectSettings> {
  const { settings } = await changeDocuments(app, by, (present) => ({
    ...present,
    settings: { ...present.settings, ...change },
  }))
  return settings
}
