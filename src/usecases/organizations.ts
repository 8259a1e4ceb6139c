// Organizations: seen by their own credentials, renamed, and ended once they are empty.
import type { Caller } from '../domain/actors.ts'
import { authorOf } from '../domain/events.ts'
import { refuse } from '../domain/faults.ts'
import type { OrgId } from '../domain/ids.ts'
import type { OrganizationDetails } from '../domain/organizations.ts'
import * as counts from '../store/counts.ts'
import type { Sql } from '../store/db.ts'
import * as invitations from '../store/invitations.ts'
import * as details from '../store/organization-details.ts'
import * as organizationEnd from '../store/organization-end.ts'
import * as organizations from '../store/organizations.ts'
import type { App } from './app.ts'
import { record } from './audit.ts'
import type { Allowed } from './authorize.ts'

/** The organization of the caller's credential, with what it says of itself. */
export const getOrganization = (app: App, caller: Caller): Promise<OrganizationDetails> =>
  existing(app.db.read, caller.organization.orgId)

/** The organization as it stands; refused when it is gone. */
export const existing = async (sql: Sql, orgId: OrgId): Promise<OrganizationDetails> =>
  (await details.find(sql, orgId)) ?? refuse({ code: 'org_not_found', id: orgId })

export interface OrganizationChange {
  readonly name: string
  readonly skipDefaultAlertsSettings?: boolean | undefined
}

/** Gives the organization a name, which need not be unlike any other's. */
export const updateOrganization = (
  app: App,
  by: Allowed<'org.update'>,
  { name, skipDefaultAlertsSettings }: OrganizationChange,
): Promise<OrganizationDetails> =>
  app.db.write(async (tx) => {
    const { orgId } = by.organization
    await organizations.lock(tx, orgId)
    const current = await existing(tx, orgId)
    const kept = skipDefaultAlertsSettings === undefined ? {} : { skipDefaultAlertsSettings }
    const changed = { orgId, name, settings: { ...current.settings, ...kept } }
    await details.write(tx, changed)
    if (name !== current.name) await record(app, tx, { type: 'ORG_RENAMED', orgId, author: authorOf(by) })
    return changed
  })

/** Ends an organization without projects: from the commit on, none of its credentials and invitations is worth anything. */
export const deleteOrganization = (app: App, by: Allowed<'org.delete'>): Promise<void> =>
  app.db.write(async (tx) => {
    const { orgId } = by.organization
    if (!(await organizations.lock(tx, orgId))) refuse({ code: 'org_not_found', id: orgId })
    if ((await counts.projects(tx, orgId)) > 0) refuse({ code: 'org_not_empty', id: orgId })
    const now = app.ambient.now()
    for (const { username } of await invitations.revokeOfOrganization(tx, orgId, now)) {
      const told = { targetUsername: username }
      await record(app, tx, { type: 'ORG_INVITATION_DELETED', orgId, author: authorOf(by), details: told })
    }
    await organizationEnd.end(tx, orgId, now)
    await organizations.raiseRevision(tx, orgId)
  })
