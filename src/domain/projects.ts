// Projects ("groups" on the wire).
import type { OrgId, ProjectId } from './ids.ts'

export interface Tag {
  readonly key: string
  readonly value: string
}

/** Where a project of the government’s service may keep its clusters. */
export type RegionUsageRestrictions = 'COMMERCIAL_FEDRAMP_REGIONS_ONLY' | 'GOV_REGIONS_ONLY'

export interface Project {
  readonly orgId: OrgId
  readonly projectId: ProjectId
  readonly name: string
  /** Undefined until it has had some: the wire tells that from tags that were taken away again. */
  readonly tags: readonly Tag[] | undefined
  readonly withDefaultAlertsSettings: boolean
  /** What its creator said; nothing here acts on it. */
  readonly regionUsageRestrictions?: RegionUsageRestrictions | undefined
  /** Milliseconds since the epoch. */
  readonly createdAt: number
}

const NAME = /^[\p{L}\p{N} \-_.(),:&@+']{1,64}$/u

/** Letters, digits, spaces and `-_.(),:&@+'`, 1 to 64 characters, no space at either end. */
export const isProjectName = (name: string): boolean => NAME.test(name) && name.trim() === name
