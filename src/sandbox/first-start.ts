// Fills an empty store once, and finds on every later start what the first one printed.
import type { Seed } from '../seed/seed-schema.ts'
import type { Tx } from '../store/db.ts'
import * as organizations from '../store/organizations.ts'
import type { App } from '../usecases/app.ts'
import type { DevCredentials, DevState } from './dev-state.ts'
import { applySeed, planSeed, type SeedPlan } from './seed/apply-seed.ts'

export interface Start {
  readonly credentials: DevCredentials
  /** Whether this start filled the store. */
  readonly first: boolean
}

/** A store that has organizations but no record of how they began. */
export class ForeignStore extends Error {}

/**
 * Applies the seed, which is read only then, to an empty store in one transaction; or finds the credentials of the
 * start that did. Of several processes at once on one database exactly one fills it, and all answer with the same.
 */
export async function firstStart(app: App, state: DevState, readSeed: () => Promise<Seed>): Promise<Start> {
  if (await organizations.any(app.db.read)) return laterStart(state)
  const plan = await planSeed(app, await readSeed())
  const text = JSON.stringify(plan.credentials)
  await state.prepare(text)
  const filled = await app.db.write((tx) => fill(app, tx, plan, state, text))
  return filled ? { credentials: plan.credentials, first: true } : laterStart(state)
}

async function fill(app: App, tx: Tx, plan: SeedPlan, state: DevState, text: string): Promise<boolean> {
  if (await organizations.any(tx)) return false
  if (!(await state.commit(tx, text))) return false
  await applySeed(app, tx, plan)
  return true
}

async function laterStart(state: DevState): Promise<Start> {
  const text = await state.credentials()
  if (text === undefined) {
    throw new ForeignStore(`The store has data, but its credentials are missing from ${state.place}.`)
  }
  return { credentials: parseCredentials(text, state.place), first: false }
}

function parseCredentials(text: string, place: string): DevCredentials {
  try {
    const credentials: unknown = JSON.parse(text)
    if (isCredentials(credentials)) return credentials
  } catch {
    // Said below: a file that is not JSON is as useless as one without credentials.
  }
  throw new ForeignStore(`The credentials in ${place} cannot be read.`)
}

/** Looks at the outline only: the text is this program's own, though people may have edited it. */
function isCredentials(value: unknown): value is DevCredentials {
  const keys = ['orgId', 'groupId', 'teamId', 'apiKey', 'serviceAccount', 'owner']
  return typeof value === 'object' && value !== null && keys.every((key) => key in value)
}
