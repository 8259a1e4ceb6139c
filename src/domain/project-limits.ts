// The limits that a project may set for itself, with the defaults and bounds that Atlas documents.

export interface LimitRule {
  readonly name: string
  readonly least: number
  /** Undefined for a limit that is not there until it is set. */
  readonly standard: number | undefined
  readonly most: number
}

export interface ProjectLimit extends LimitRule {
  readonly value: number
  /** How much of it is taken; undefined where nothing is counted. */
  readonly usage: number | undefined
}

const NETWORK_ENTRIES = 'atlas.project.security.networkAccess.entries'

const standing = (name: string, standard: number, most: number, least = 0): LimitRule => ({
  name,
  least,
  standard,
  most,
})
const bytes = (span: string): LimitRule => ({
  name: `dataFederation.bytesProcessed.${span}`,
  least: 0,
  standard: undefined,
  most: Number.MAX_SAFE_INTEGER,
})

/** By name. For network entries Atlas documents a maximum below the default, which would forbid the default itself. */
export const LIMIT_RULES: readonly LimitRule[] = [
  standing('atlas.project.deployment.clusters', 25, 90),
  standing('atlas.project.deployment.nodesPerPrivateLinkRegion', 50, 90),
  standing('atlas.project.deployment.privateServiceConnectionsPerRegionGroup', 50, 100),
  standing('atlas.project.deployment.privateServiceConnectionsSubnetMask', 27, 27, 20),
  standing('atlas.project.deployment.serverlessMTMs', 100, 100),
  standing('atlas.project.security.databaseAccess.customRoles', 100, 1400),
  standing('atlas.project.security.databaseAccess.users', 100, 900),
  standing('atlas.project.security.networkAccess.crossRegionEntries', 40, 220),
  standing(NETWORK_ENTRIES, 200, 200),
  bytes('daily'),
  bytes('monthly'),
  bytes('query'),
  bytes('weekly'),
]

/** Values that were set, by the limit's name. */
export type SetLimits = Readonly<Record<string, number>>

/** The limits in force, by name: those with a default, and those that were set. */
export function limitsInForce(set: SetLimits, networkEntries: number): readonly ProjectLimit[] {
  return LIMIT_RULES.flatMap((rule) => {
    const value = Object.hasOwn(set, rule.name) ? set[rule.name] : rule.standard
    const usage = rule.name === NETWORK_ENTRIES ? networkEntries : rule.standard === undefined ? undefined : 0
    return value === undefined ? [] : [{ ...rule, value, usage }]
  })
}
