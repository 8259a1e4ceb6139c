// Atlas's published rate limits: token buckets by endpoint set and scope (docs/wire/limits.md).
import type { Caller } from '../domain/actors.ts'
import type { Ambient } from '../platform/ambient.ts'

/** Whose bucket a request takes from: the project in the path, the caller's organization, the caller, or its address. */
export type Scope = 'group' | 'organization' | 'user' | 'ip'

interface EndpointSet {
  readonly title: string
  readonly scope: Scope
  /** The most tokens a bucket holds. */
  readonly capacity: number
  /** Tokens added in each `REFILL_SECONDS`. */
  readonly refillRate: number
}

export const ENDPOINT_SETS = {
  root: { title: 'Root', scope: 'user', capacity: 300, refillRate: 100 },
  unauthenticated: { title: 'Without credentials', scope: 'ip', capacity: 400, refillRate: 400 },
  allOrganizations: { title: 'All organizations', scope: 'user', capacity: 300, refillRate: 100 },
  organizations: { title: 'Organizations', scope: 'organization', capacity: 500, refillRate: 250 },
  orgSettings: { title: 'Settings of an organization', scope: 'organization', capacity: 10, refillRate: 5 },
  allProjects: { title: 'All projects', scope: 'user', capacity: 1200, refillRate: 500 },
  projects: { title: 'Projects', scope: 'group', capacity: 1200, refillRate: 500 },
  users: { title: 'Users', scope: 'user', capacity: 2500, refillRate: 2000 },
  orgUsers: { title: 'Users of an organization', scope: 'organization', capacity: 500, refillRate: 250 },
  projectUsers: { title: 'Users of a project', scope: 'group', capacity: 1200, refillRate: 500 },
  orgTeams: { title: 'Teams of an organization', scope: 'organization', capacity: 1200, refillRate: 500 },
  projectTeams: { title: 'Teams of a project', scope: 'group', capacity: 1200, refillRate: 500 },
  orgApiKeys: { title: 'API keys of an organization', scope: 'organization', capacity: 500, refillRate: 250 },
  projectApiKeys: { title: 'API keys of a project', scope: 'group', capacity: 1200, refillRate: 500 },
  orgServiceAccounts: {
    title: 'Service accounts of an organization',
    scope: 'organization',
    capacity: 500,
    refillRate: 250,
  },
  projectServiceAccounts: { title: 'Service accounts of a project', scope: 'group', capacity: 1200, refillRate: 500 },
  orgEvents: { title: 'Events of an organization', scope: 'organization', capacity: 500, refillRate: 250 },
  projectEvents: { title: 'Events of a project', scope: 'group', capacity: 300, refillRate: 100 },
  eventTypes: { title: 'Event types', scope: 'user', capacity: 300, refillRate: 100 },
  rateLimits: { title: 'Rate limits', scope: 'user', capacity: 300, refillRate: 100 },
} as const satisfies Record<string, EndpointSet>

export type EndpointSetName = keyof typeof ENDPOINT_SETS

export const isEndpointSetName = (name: string): name is EndpointSetName => Object.hasOwn(ENDPOINT_SETS, name)

export const REFILL_SECONDS = 60

/** A bounded table: whoever is dropped from it begins again with a full bucket. */
const MOST_BUCKETS = 50_000

interface Bucket {
  tokens: number
  /** When `tokens` was last true, in milliseconds. */
  at: number
}

/** What taking one token came to. */
export interface Draw {
  readonly capacity: number
  readonly refillRate: number
  readonly remaining: number
  /** Seconds until there is a token again; 0 when there was one. */
  readonly retryAfter: number
}

/** Whoever a request is counted for. */
interface Drawer {
  readonly caller: Caller | undefined
  readonly address: string
  readonly groupId: string | undefined
}

export interface RateLimits {
  /** Takes one token from the bucket that this request belongs to. */
  draw(set: EndpointSetName, drawer: Drawer): Draw
}

/** Full buckets, refilled by the machine's clock. */
export function createRateLimits(ambient: Ambient): RateLimits {
  const buckets = new Map<string, Bucket>()
  const bucketOf = (key: string, { capacity, refillRate }: EndpointSet): Bucket => {
    const now = ambient.wall()
    const known = buckets.get(key) ?? { tokens: capacity, at: now }
    const added = ((now - known.at) / 1000) * (refillRate / REFILL_SECONDS)
    const bucket = { tokens: Math.min(capacity, known.tokens + added), at: now }
    buckets.delete(key)
    buckets.set(key, bucket)
    const oldest = buckets.size > MOST_BUCKETS ? buckets.keys().next().value : undefined
    if (oldest !== undefined) buckets.delete(oldest)
    return bucket
  }
  return {
    draw: (name, drawer) => {
      const set = ENDPOINT_SETS[name]
      const bucket = bucketOf(`${name} ${scopeKey(set.scope, drawer)}`, set)
      const { capacity, refillRate } = set
      if (bucket.tokens < 1) {
        const retryAfter = Math.ceil(((1 - bucket.tokens) * REFILL_SECONDS) / refillRate)
        return { capacity, refillRate, remaining: 0, retryAfter }
      }
      bucket.tokens -= 1
      return { capacity, refillRate, remaining: Math.floor(bucket.tokens), retryAfter: 0 }
    },
  }
}

function scopeKey(scope: Scope, { caller, address, groupId }: Drawer): string {
  if (caller === undefined) return address
  const { actor } = caller
  switch (scope) {
    case 'ip':
      return address
    case 'user':
      return actor.id
    case 'organization':
      return actor.orgId
    case 'group':
      return `${actor.orgId} ${groupId ?? ''}`
  }
}
