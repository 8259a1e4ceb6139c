// How many of each thing there may be, as one setting says it: a set of limits to begin with, and exceptions to it.
import { wholeNumber } from './config-values.ts'

/** What can be limited, by the names of the limits themselves. */
export const QUANTITIES = [
  'usersPerOrg',
  'usersPerProject',
  'usersPerTeam',
  'projectsPerOrg',
  'teamsPerOrg',
  'teamsPerProject',
  'teamsPerUser',
  'orgsPerUser',
  'projectsPerUser',
  'apiKeysPerOrg',
  'tokensPerServiceAccount',
] as const

type Quantity = (typeof QUANTITIES)[number]

export interface QuantitySetting {
  /** The limits to begin with: Atlas's, or none at all. */
  readonly base: 'none' | 'atlas'
  /** Limits that differ from it; undefined for one that is lifted. */
  readonly own: Readonly<Partial<Record<Quantity, number | undefined>>>
}

const MOST = 1_000_000_000
const number = wholeNumber(1, MOST)

/** `none` or `atlas`, then exceptions: `atlas,usersPerOrg=2000,teamsPerOrg=none`. */
export function quantities(text: string): QuantitySetting | undefined {
  const [first = '', ...others] = text.split(',').map((part) => part.trim())
  const base = first === 'none' || first === 'atlas' ? first : undefined
  const exceptions = (base === undefined ? [first, ...others] : others).map(exception)
  const own = new Map(exceptions.flatMap((each) => (each ? [each] : [])))
  if (own.size < exceptions.length) return undefined
  return { base: base ?? 'none', own: Object.fromEntries(own) }
}

function exception(text: string): readonly [Quantity, number | undefined] | undefined {
  const [name, value = '', ...rest] = text.split('=')
  const quantity = QUANTITIES.find((each) => each === name)
  const limit = value === 'none' ? undefined : number(value)
  if (quantity === undefined || rest.length > 0 || (limit === undefined && value !== 'none')) return undefined
  return [quantity, limit]
}
