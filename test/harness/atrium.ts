// A whole server for one test: a real store, a real port, and credentials to call it with.
import { setTimeout } from 'node:timers/promises'
import { pino } from 'pino'
import { mintingWith } from '../../src/assembly/minting.ts'
import { worldClock } from '../../src/assembly/world-clock.ts'
import { type WorldMailDeps, worldMail } from '../../src/assembly/world-mail.ts'
import type { QuantityLimits } from '../../src/domain/limits.ts'
import { buildServer } from '../../src/http/server.ts'
import { type HashQueueSize, hashQueue } from '../../src/identity/hash-queue.ts'
import { newKeyRing, parseKeyRing } from '../../src/identity/key-ring.ts'
import { type OidcSettings, oidcProvider } from '../../src/identity/oidc.ts'
import type { HashCost } from '../../src/identity/passwords.ts'
import { type Ambient, systemAmbient } from '../../src/platform/ambient.ts'
import { ATRIUM_STYLE } from '../../src/platform/house-style.ts'
import { clockwork } from '../../src/sandbox/clock/clock.ts'
import type { DevCredentials } from '../../src/sandbox/dev-state.ts'
import { createFaults } from '../../src/sandbox/faults/faults.ts'
import { createOutbox } from '../../src/sandbox/outbox.ts'
import { createPeople } from '../../src/sandbox/people/people.ts'
import { createRequestLog } from '../../src/sandbox/requests/log.ts'
import { registerSandbox } from '../../src/sandbox/routes.ts'
import { applySeed, planSeed } from '../../src/sandbox/seed/apply-seed.ts'
import { tenantsElsewhere } from '../../src/sandbox/tenants/tenants.ts'
import type { Seed } from '../../src/seed/seed-schema.ts'
import type { Db } from '../../src/store/db.ts'
import { keptOf } from '../../src/store/kept.ts'
import * as outbox from '../../src/store/outbox.ts'
import { createAccessListUsage, writeAccessListUsage } from '../../src/usecases/access-list-usage.ts'
import { sweep } from '../../src/usecases/sweep.ts'

export interface Atrium extends AsyncDisposable {
  readonly url: string
  readonly db: Db
  /** The credentials of the seed's first organization. */
  readonly first: DevCredentials
  /** Writes down the use of access lists, as housekeeping does now and then. */
  writeUsage(): Promise<void>
  /** What its mails are written with. */
  readonly mailing: WorldMailDeps
  /** Writes the mails that have become due and lets invitations expire, as housekeeping of `dev` does now and then. */
  writeMails(): Promise<void>
  /** Does what time alone brings about, as housekeeping does now and then. */
  sweep(): Promise<void>
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
  /** What every link starts with, where that is not where it listens: it stands behind a proxy then. */
  readonly servedAs?: string
  readonly limits?: Partial<QuantityLimits>
  /** How many invitation mails go to one address in a day; any number unless given. */
  readonly invitationMailsPerDay?: number
  /** Whether mails are left to whoever delivers them, as in `serve`, instead of being kept to be read. */
  readonly leavesMails?: boolean
  /** Where people may sign in instead of by a password. */
  readonly oidc?: OidcSettings
  /** How many passwords are hashed at once, and how many wait; what the machine can do unless given. */
  readonly hashing?: HashQueueSize
  /** What a password's hash costs; as much as in `serve` unless given. */
  readonly hashCost?: HashCost
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
    servedAs,
    limits,
    leavesMails = false,
    invitationMailsPerDay,
    oidc,
    hashing,
    hashCost,
    now,
    frozen = false,
  }: AtriumOptions,
): Promise<Atrium> {
  const started = Date.now()
  let offset = now === undefined ? 0 : now - started
  const { clock, ambient: byClock } = clockwork()
  // Runs on after it has been moved, which the sandbox's own clock does not.
  const ambient: Ambient = { ...systemAmbient(() => (frozen ? started : Date.now()) + offset), wall: byClock.wall }
  const ring = parseKeyRing(newKeyRing(ambient), ambient)
  if (!ring.ok) throw new Error(ring.problems.join('\n'))
  const usage = createAccessListUsage()
  let url = ''
  const mailing = { db, ambient, keys: ring.keys, publicUrl: () => url }
  const mail = worldMail(mailing, {}, undefined)
  const app = {
    db,
    ambient,
    settings: { invitationDays: 30, limits, invitationMailsPerDay },
    minting: mintingWith(ring.keys, ambient, hashQueue(hashing), hashCost),
    kept: keptOf(db),
    usage,
    outbox: leavesMails ? { add: outbox.insert } : mail.outbox,
  }
  const { control } = worldClock({ app, clock, mail, alone: (work) => work() })
  const writeMails = () => mail.runDue(ambient.now())
  const plan = await planSeed(app, seed)
  await db.write((tx) => applySeed(app, tx, plan))
  const firstSteps = () => ({ url, caFile: undefined, credentials: plan.credentials })
  const { faults, intervene } = createFaults()
  const server = buildServer({
    app,
    keys: ring.keys,
    logger: pino({ level: 'silent' }),
    publicUrl: () => servedAs ?? url,
    pathPrefix: '',
    digest: true,
    enforcesSunsets: () => enforcesSunsets,
    strictTransport: 'where-harmless',
    limitsRates,
    trustedProxies,
    style: ATRIUM_STYLE,
    defaultLanguage: 'en',
    oidc: oidc && oidcProvider(oidc, ambient),
    intervene,
    extend: (scope) =>
      registerSandbox(scope, {
        app,
        ownHosts: [],
        firstSteps,
        write: mail.write,
        clock: control,
        faults,
        tenants: tenantsElsewhere(() => url),
        people: createPeople(app),
        outbox: createOutbox(db, mail.write),
        // Empty for ever: nobody watches, as in `serve`, so that answers say no more than they do there.
        requests: createRequestLog({ db, clock }),
        firstOrgId: () => plan.credentials.orgId,
      }),
  })
  url = await server.listen({ host: '127.0.0.1', port: 0 })
  if (!leavesMails) await writeMails()
  return {
    url,
    db,
    first: plan.credentials,
    writeUsage: () => writeAccessListUsage(app),
    mailing,
    writeMails,
    sweep: () => sweep(app),
    advance: (milliseconds) => {
      offset += milliseconds
    },
    wait: clock.age,
    [Symbol.asyncDispose]: async () => {
      await Promise.race([server.close(), setTimeout(5000)])
    },
  }
}
