// Writing the audit record: every use case that changes something says so here, in its own transaction.
import type { Author, EventType } from '../domain/events.ts'
import type { OrgId, ProjectId } from '../domain/ids.ts'
import type { Tx } from '../store/db.ts'
import * as events from '../store/events.ts'
import type { App } from './app.ts'

export interface Happening {
  readonly type: EventType
  readonly orgId: OrgId
  readonly projectId?: ProjectId | undefined
  readonly author: Author
  readonly details?: Readonly<Record<string, string>>
}

/** Adds the event at the domain's present time. */
export const record = (app: App, tx: Tx, happening: Happening): Promise<void> =>
  events.add(tx, {
    eventId: app.ambient.newId(),
    orgId: happening.orgId,
    projectId: happening.projectId,
    type: happening.type,
    createdAt: app.ambient.now(),
    author: happening.author,
    details: happening.details ?? {},
  })
