// Where races are run: two organizations, and one server over SQLite or two over the same PostgreSQL database.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { QuantityLimits } from '../../src/domain/limits.ts'
import type { Seed } from '../../src/seed/seed-schema.ts'
import type { Db } from '../../src/store/db.ts'
import { openDb } from '../../src/store/open.ts'
import { startAtrium } from './atrium.ts'
import { type Client, connect, tokenOf } from './client.ts'
import { startDev } from './dev-process.ts'
import type { KeyPair } from './digest-client.ts'
import type { TestEngine } from './stores.ts'

export interface RacedOrganization {
  readonly orgId: string
  /** Its Organization Owner at each of the servers. */
  readonly clients: readonly Client[]
}

export interface Person {
  readonly id: string
  readonly username: string
}

export interface World extends AsyncDisposable {
  /** Has the project and the team below. */
  readonly first: RacedOrganization
  readonly second: RacedOrganization
  readonly projectId: string
  readonly teamId: string
  /** A plain member of the first organization. */
  readonly founder: Person
  /** An API key that owns the second organization. */
  readonly keyOfSecond: KeyPair
  /** What the servers have committed. */
  readonly db: Db
  /** What they have logged: nothing, unless something was wrong. */
  log(): string
}

const PROJECT = '5f9a00000000000000000021'
const TEAM = '5f9a00000000000000000031'

const FOUNDER: Person = { id: '5f9a00000000000000000041', username: 'founder@race.example.com' }
const KEY_OF_SECOND: KeyPair = { publicKey: 'key-of-second', privateKey: 'private-key-of-second' }

const FIRST = {
  orgId: '5f9a00000000000000000001',
  account: { clientId: 'mdb_sa_id_5f9a00000000000000000051', clientSecret: 'mdb_sa_sk_secret-of-the-first' },
}
const SECOND = {
  orgId: '5f9a00000000000000000002',
  account: { clientId: 'mdb_sa_id_5f9a00000000000000000052', clientSecret: 'mdb_sa_sk_secret-of-the-second' },
}

const SEED: Seed = {
  organizations: [
    {
      id: FIRST.orgId,
      name: 'First',
      users: [{ ...FOUNDER, orgRoles: ['ORG_MEMBER'] }],
      projects: [{ id: PROJECT, name: 'Shared' }],
      teams: [{ id: TEAM, name: 'Crew' }],
      serviceAccounts: [{ ...FIRST.account, orgRoles: ['ORG_OWNER'] }],
    },
    {
      id: SECOND.orgId,
      name: 'Second',
      apiKeys: [{ ...KEY_OF_SECOND, orgRoles: ['ORG_OWNER'] }],
      serviceAccounts: [{ ...SECOND.account, orgRoles: ['ORG_OWNER'] }],
    },
  ],
}

/** One server in this process; over SQLite it is in memory. */
export async function worldInProcess(engine: TestEngine, limits?: Partial<QuantityLimits>): Promise<World> {
  const db = await engine.open()
  const atrium = await startAtrium(db, { seed: SEED, ...(limits && { limits }) })
  const close = async (): Promise<void> => {
    await atrium[Symbol.asyncDispose]()
    await db[Symbol.asyncDispose]()
  }
  return worldOver(db, [atrium.url], () => '', close)
}

/** Two processes of the built program, started at once on an empty PostgreSQL database. */
export async function worldOfTwo(engine: TestEngine, entry: string): Promise<World> {
  await using cleaning = new AsyncDisposableStack()
  const place = await engine.place('blank')
  cleaning.defer(place.remove)
  if (place.target.engine !== 'postgres') throw new Error('Only PostgreSQL is shared by processes.')
  const { url } = place.target
  const folder = mkdtempSync(join(tmpdir(), 'atrium-race-'))
  cleaning.defer(() => rmSync(folder, { recursive: true, force: true }))
  const seed = join(folder, 'seed.json')
  writeFileSync(seed, JSON.stringify(SEED))
  const starts = await Promise.allSettled([1, 2].map(() => startDev(entry, url, { args: ['--seed', seed] })))
  const servers = starts.flatMap((start) => (start.status === 'fulfilled' ? [cleaning.use(start.value)] : []))
  for (const start of starts) if (start.status === 'rejected') throw start.reason
  const db = cleaning.use(await openDb({ engine: 'postgres', url, poolSize: 2 }))
  // The server that came second says in plain words that it found data; the log is lines of JSON.
  const log = (): string => servers.flatMap((server) => server.log().match(/^\{.*$/gm) ?? []).join('\n')
  const urls = servers.map(({ line }) => line.url)
  const owned = cleaning.move()
  return worldOver(db, urls, log, () => owned.disposeAsync())
}

async function worldOver(
  db: Db,
  urls: readonly string[],
  log: World['log'],
  close: () => Promise<void>,
): Promise<World> {
  const [issuer = ''] = urls
  const organization = async ({ orgId, account }: typeof FIRST): Promise<RacedOrganization> => {
    // A token of one server is good at the other.
    const token = await tokenOf(issuer, account)
    return { orgId, clients: urls.map((url) => connect(url, token)) }
  }
  return {
    first: await organization(FIRST),
    second: await organization(SECOND),
    projectId: PROJECT,
    teamId: TEAM,
    founder: FOUNDER,
    keyOfSecond: KEY_OF_SECOND,
    db,
    log,
    [Symbol.asyncDispose]: close,
  }
}
