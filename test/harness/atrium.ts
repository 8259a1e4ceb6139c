// A whole server for one test: a real store, a real port, and credentials to call it with.
import { setTimeout } from 'node:timers/promises'
import { pino } from 'pino'
import { mintingWith } from '../../src/cli/minting.ts'
import type { QuantityLimits } from '../../src/domain/limits.ts'
import { buildServer } from '../../src/http/server.ts'
import { newKeyRing, parseKeyRing } from '../../src/identity/key-ring.ts'
import { type Ambient, systemAmbient } from '../../src/platform/ambient.ts'
import { planSeed } from '../../src/sandbox/apply-seed.ts'
import type { DevCredentials } from '../../src/sandbox/dev-state.ts'
import { registerSandbox } from '../../src/sandbox/routes.ts'
import type { Seed } from '../../src/sandbox/seed-schema.ts'
import type { Db } from '../../src/store/db.ts'
import { keptOf } from '../../src/store/kept.ts'
import { createAccessListUsage, writeAccessListUsage } from '../../src/usecases/access-list-usage.ts'
import { found } from '../../src/usecases/bootstrap.ts'

export interface Atrium extends AsyncDisposable {
  readonly url: string
  readonly db: Db
  /** The credentials of the seed's first organization. */
  readonly first: DevCredentials
  /** Writes down the use of access lists, as housekeeping does now and then. */
  writeUsage(): Promise<void>
  /** Moves the domain's clock, in milliseconds. */
  advance(milliseconds: number): void
  /** Moves the machine's clock as the server sees it: access tokens live by that one. In milliseconds. */
  wait(milliseconds: number): void
}

export interface AtriumOptions {
  readonly seed: Seed
  readonly enforcesSunsets?: boolean
  readonly limitsRates?: boolean
  /** Proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies?: readonly string[]
  readonly limits?: Partial<QuantityLimits>
  /** Where the domain's clock stands at first, in milliseconds; the machine's time unless given. */
  readonly now?: number
  /** Whether the domain's clock moves by `advance` alone. */
  readonly frozen?: boolean
}

/** Fills the store from the seed and serves it on a free port, with the sandbox's routes. */
export async function startAtrium(
  db: Db,
  {
    seed,
    enforcesSunsets = false,
    limitsRates = false,
    trustedProxies = [],
    limits,
    now,
    frozen = false,
  }: AtriumOptions,
): Promise<Atrium> {
  const started = Date.now()
  let offset = now === undefined ? 0 : now - started
  let waited = 0
  const ambient: Ambient = {
    ...systemAmbient(() => (frozen ? started : Date.now()) + offset),
    wall: () => Date.now() + waited,
  }
  const ring = parseKeyRing(newKeyRing(ambient), ambient)
  if (!ring.ok) throw new Error(ring.problems.join('\n'))
  const usage = createAccessListUsage()
  const app = {
    db,
    ambient,
    settings: { invitationDays: 30, limits },
    minting: mintingWith(ring.keys, ambient),
    kept: keptOf(db),
    usage,
  }
  const plan = await planSeed(app, seed)
  await db.write(async (tx) => {
    for (const founding of plan.foundings) await found(app, tx, founding)
  })
  let url = ''
  const server = buildServer({
    app,
    keys: ring.keys,
    logger: pino({ level: 'silent' }),
    publicUrl: () => url,
    pathPrefix: '',
    digest: true,
    enforcesSunsets,
    strictTransport: 'where-harmless',
    limitsRates,
    trustedProxies,
    extend: (scope) => registerSandbox(scope, { app, ownHosts: [] }),
  })
  url = await server.listen({ host: '127.0.0.1', port: 0 })
  return {
    url,
    db,
    first: plan.credentials,
    writeUsage: () => writeAccessListUsage(app),
    advance: (milliseconds) => {
      offset += milliseconds
    },
    wait: (milliseconds) => {
      waited += milliseconds
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.race([server.close(), setTimeout(5000)])
    },
  }
}
