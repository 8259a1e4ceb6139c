// What an organization is called and what it sets for everybody in it.
import type { OrgId } from './ids.ts'
import { isProjectName } from './projects.ts'

/** Letters, digits, spaces and `-_.(),:&@+'`, as for projects. */
export const isOrganizationName = isProjectName

export interface SessionTimeouts {
  readonly absoluteSessionTimeoutInSeconds?: number | undefined
  readonly idleSessionTimeoutInSeconds?: number | undefined
}

/** Undefined stands for what was never set or has been cleared. */
export interface OrganizationSettings {
  readonly apiAccessListRequired: boolean
  readonly customSessionTimeouts: SessionTimeouts
  readonly genAIFeaturesEnabled: boolean
  readonly maxServiceAccountSecretValidityInHours: number | undefined
  readonly multiFactorAuthRequired: boolean
  readonly operationsContact: string | undefined
  readonly restrictEmployeeAccess: boolean
  readonly securityContact: string | undefined
  readonly streamsCrossGroupEnabled: boolean
}

/** What is stored: settings by their names, and whatever else a seed put there. */
export type StoredSettings = Readonly<Record<string, unknown>>

export interface OrganizationDetails {
  readonly orgId: OrgId
  readonly name: string
  readonly settings: StoredSettings
}

/** The settings in a stored document: a value of the wrong type counts as one that was never set. */
export function readSettings(stored: StoredSettings): OrganizationSettings {
  const timeouts = stored['customSessionTimeouts']
  const within: StoredSettings = isDocument(timeouts) ? timeouts : {}
  return {
    apiAccessListRequired: flag(stored['apiAccessListRequired'], false),
    customSessionTimeouts: {
      absoluteSessionTimeoutInSeconds: wholeNumber(within['absoluteSessionTimeoutInSeconds']),
      idleSessionTimeoutInSeconds: wholeNumber(within['idleSessionTimeoutInSeconds']),
    },
    genAIFeaturesEnabled: flag(stored['genAIFeaturesEnabled'], true),
    maxServiceAccountSecretValidityInHours: wholeNumber(stored['maxServiceAccountSecretValidityInHours']),
    multiFactorAuthRequired: flag(stored['multiFactorAuthRequired'], false),
    operationsContact: text(stored['operationsContact']),
    restrictEmployeeAccess: flag(stored['restrictEmployeeAccess'], false),
    securityContact: text(stored['securityContact']),
    streamsCrossGroupEnabled: flag(stored['streamsCrossGroupEnabled'], false),
  }
}

/** Whether no alerts were to be made with the organization; not a setting on the wire, but kept beside them. */
export const skipsDefaultAlerts = (stored: StoredSettings): boolean => flag(stored['skipDefaultAlertsSettings'], false)

const isDocument = (value: unknown): value is StoredSettings =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const flag = (value: unknown, absent: boolean): boolean => (typeof value === 'boolean' ? value : absent)

const wholeNumber = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)
