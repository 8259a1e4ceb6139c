// Worlds beside the first one, in the same process: started when somebody asks, and ended with the first at the latest.
import type { Ambient } from '../../platform/ambient.ts'
import type { Seed } from '../../seed/seed-schema.ts'
import type { FirstSteps } from '../first-steps.ts'
import { refuseToDrive } from '../refusal.ts'

export interface TenantOptions {
  /** What it begins with; one organization with one of each unless given. */
  readonly seed?: Seed | undefined
  /** Where its clock stands, in milliseconds since the epoch; it runs with the machine's unless given. */
  readonly now?: number | undefined
  /** The limits it keeps to; none unless given. */
  readonly limits?: 'atlas' | undefined
}

/** A world as whoever put it together hands it over. */
export interface TenantWorld {
  readonly firstSteps: FirstSteps
  /** Ends it, waiting this many milliseconds for the requests in flight. */
  stop(patience: number): Promise<void>
}

export type StartTenant = (options: TenantOptions) => Promise<TenantWorld>

export interface Tenant extends FirstSteps {
  /** 24 hexadecimal characters. */
  readonly id: string
}

/** Every function refuses with a sentence; an id that is not there is refused with those that are. */
export interface Tenants {
  start(options?: TenantOptions): Promise<Tenant>
  /** In the order in which they were started. */
  list(): readonly Tenant[]
  get(id: string): Tenant
  /** Ends one: its port is closed and its data gone. Of several callers at once one succeeds. */
  stop(id: string): Promise<void>
  /** Ends all, also those that are starting, and lets none start any more. Safe to call more than once. */
  end(patience: number): Promise<void>
}

/** How many there may be at once: each is a server with a port, and takes some megabytes. */
export const MOST_TENANTS = 200
/** How long requests in flight may take when one is ended, in milliseconds. */
const PATIENCE = 1000
/** As many as a sentence can name. */
const MOST_NAMED = 20

/** Starts worlds by `startTenant`; their ids are made by `ambient`. */
export function createTenants(ambient: Pick<Ambient, 'newId'>, startTenant: StartTenant): Tenants {
  const running = new Map<string, { readonly tenant: Tenant; readonly world: TenantWorld }>()
  // What is neither running nor gone; whoever ends all waits for it.
  const inBetween = new Set<Promise<unknown>>()
  let starting = 0
  let isOver = false

  const during = async <Result>(work: Promise<Result>): Promise<Result> => {
    inBetween.add(work)
    try {
      return await work
    } finally {
      inBetween.delete(work)
    }
  }
  const begin = async (options: TenantOptions): Promise<Tenant> => {
    const world = await startTenant(options)
    if (isOver) {
      await world.stop(0)
      return refuseLate()
    }
    const tenant = { id: ambient.newId(), ...world.firstSteps }
    running.set(tenant.id, { tenant, world })
    return tenant
  }
  const known = (id: string) => running.get(id) ?? refuseUnknown(id, [...running.keys()])
  const stop = async (id: string, patience: number): Promise<void> => {
    const { world } = known(id)
    running.delete(id)
    await during(world.stop(patience))
  }

  return {
    start: async (options = {}) => {
      if (isOver) return refuseLate()
      if (running.size + starting >= MOST_TENANTS) return refuseMore()
      starting += 1
      try {
        return await during(begin(options))
      } finally {
        starting -= 1
      }
    },
    list: () => [...running.values()].map(({ tenant }) => tenant),
    get: (id) => known(id).tenant,
    stop: (id) => stop(id, PATIENCE),
    end: async (patience) => {
      isOver = true
      await Promise.allSettled([...running.keys()].map((id) => stop(id, patience)))
      await Promise.allSettled(inBetween)
    },
  }
}

/**
 * For a world that was started by another: it has no worlds of its own, so that one list shows all that run, one bound
 * holds for them and the end of one is not the end of others.
 */
export function tenantsElsewhere(firstUrl: () => string): Tenants {
  const refuseHere = (): never =>
    refuseToDrive(
      409,
      'NOT_THE_FIRST_WORLD',
      `This world was started by another one, which starts and ends worlds: ask ${firstUrl()}/_atrium/tenants.`,
      [firstUrl()],
    )
  const refuseLater = async (): Promise<never> => refuseHere()
  return { start: refuseLater, list: refuseHere, get: refuseHere, stop: refuseLater, end: async () => {} }
}

const refuseLate = (): never =>
  refuseToDrive(409, 'WORLD_IS_ENDING', 'This world is being ended and starts no others: start it again first.')

const refuseMore = (): never =>
  refuseToDrive(
    409,
    'TOO_MANY_TENANTS',
    `There are ${MOST_TENANTS} tenants, and there can be no more: end one with DELETE /_atrium/tenants/{id}.`,
    [MOST_TENANTS],
  )

function refuseUnknown(id: string, ids: readonly string[]): never {
  const named = ids.slice(0, MOST_NAMED).join(', ')
  const more = ids.length > MOST_NAMED ? ` and ${ids.length - MOST_NAMED} more` : ''
  const choices = ids.length === 0 ? 'there are none' : `there are ${named}${more}`
  return refuseToDrive(404, 'TENANT_NOT_FOUND', `There is no tenant ${JSON.stringify(id)}: ${choices}.`, [id])
}
