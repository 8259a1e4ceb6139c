// What an organization sets for everybody in it.
import { authorOf, type EventType } from '../domain/events.ts'
import { refuse } from '../domain/faults.ts'
import {
  type OrganizationSettings,
  readSettings,
  type SessionTimeouts,
  type StoredSettings,
} from '../domain/organizations.ts'
import * as details from '../store/organization-details.ts'
import * as organizations from '../store/organizations.ts'
import type { App } from './app.ts'
import { record } from './audit.ts'
import type { Allowed } from './authorize.ts'
import { existing } from './organizations.ts'

/** What is named replaces what was set; null takes it away again. */
export type SettingsChange = {
  readonly [Name in keyof Omit<OrganizationSettings, 'customSessionTimeouts'>]?:
    | OrganizationSettings[Name]
    | null
    | undefined
} & { readonly customSessionTimeouts?: TimeoutsChange | null | undefined }

type TimeoutsChange = { readonly [Name in keyof SessionTimeouts]?: number | null | undefined }

export const getOrganizationSettings = async (app: App, by: Allowed<'org.read'>): Promise<OrganizationSettings> =>
  readSettings((await existing(app.db.read, by.organization.orgId)).settings)

/** Merges the change into what is set. */
export const updateOrganizationSettings = (
  app: App,
  by: Allowed<'org.settings.update'>,
  { customSessionTimeouts, ...change }: SettingsChange,
): Promise<OrganizationSettings> =>
  app.db.write(async (tx) => {
    const { orgId } = by.organization
    await organizations.lock(tx, orgId)
    const current = await existing(tx, orgId)
    const before = readSettings(current.settings)
    const timeouts =
      customSessionTimeouts === undefined
        ? {}
        : {
            customSessionTimeouts:
              customSessionTimeouts && merged({ ...before.customSessionTimeouts }, customSessionTimeouts),
          }
    const settings = merged(current.settings, { ...change, ...timeouts })
    const after = readSettings(settings)
    refuseEndlessIdling(after.customSessionTimeouts)
    await details.write(tx, { ...current, settings })
    // Whether access lists are required is part of what is remembered of every caller.
    await organizations.raiseRevision(tx, orgId)
    for (const type of happenings(before, after)) await record(app, tx, { type, orgId, author: authorOf(by) })
    return after
  })

/** The document with what the change names: null and undefined leave nothing, a missing name leaves what is there. */
function merged(document: StoredSettings, change: StoredSettings): StoredSettings {
  const entries = Object.entries({ ...document, ...withoutUndefined(change) })
  return Object.fromEntries(entries.filter(([, value]) => value !== null && value !== undefined))
}

const withoutUndefined = (document: StoredSettings): StoredSettings =>
  Object.fromEntries(Object.entries(document).filter(([, value]) => value !== undefined))

function refuseEndlessIdling({ absoluteSessionTimeoutInSeconds, idleSessionTimeoutInSeconds }: SessionTimeouts): void {
  const longest = absoluteSessionTimeoutInSeconds ?? Number.POSITIVE_INFINITY
  if ((idleSessionTimeoutInSeconds ?? 0) > longest) {
    refuse({ code: 'invalid_attribute', attribute: 'idleSessionTimeoutInSeconds' })
  }
}

function happenings(before: OrganizationSettings, after: OrganizationSettings): readonly EventType[] {
  const changes: readonly (readonly [keyof OrganizationSettings, EventType])[] = [
    [
      'apiAccessListRequired',
      after.apiAccessListRequired ? 'ORG_PUBLIC_API_ACCESS_LIST_REQUIRED' : 'ORG_PUBLIC_API_ACCESS_LIST_NOT_REQUIRED',
    ],
    [
      'multiFactorAuthRequired',
      after.multiFactorAuthRequired ? 'ORG_TWO_FACTOR_AUTH_REQUIRED' : 'ORG_TWO_FACTOR_AUTH_OPTIONAL',
    ],
    ['maxServiceAccountSecretValidityInHours', 'ORG_SERVICE_ACCOUNT_MAX_SECRET_VALIDITY_EDITED'],
    ['customSessionTimeouts', 'CUSTOM_SESSION_TIMEOUT_MODIFIED'],
    [
      'restrictEmployeeAccess',
      after.restrictEmployeeAccess ? 'ORG_EMPLOYEE_ACCESS_RESTRICTED' : 'ORG_EMPLOYEE_ACCESS_UNRESTRICTED',
    ],
    ['operationsContact', 'OPERATIONS_CONTACT_MODIFIED'],
    ['securityContact', 'SECURITY_CONTACT_MODIFIED'],
  ]
  const isChanged = (name: keyof OrganizationSettings) => JSON.stringify(before[name]) !== JSON.stringify(after[name])
  return changes.filter(([name]) => isChanged(name)).map(([, type]) => type)
}
