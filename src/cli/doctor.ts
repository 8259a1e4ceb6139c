// `atrium doctor`: looks at everything a server needs before it is needed, and says what is wrong.

import { Complaint, describeFailure, messageOf } from '../assembly/complaint.ts'
import { openHa1 } from '../identity/credentials.ts'
import { tryServer } from '../mail/transport.ts'
import { type Ambient, systemAmbient } from '../platform/ambient.ts'
import type { Db } from '../store/db.ts'
import { anySealedHa1, clockOf } from '../store/diagnosis.ts'
import { pendingMigrations } from '../store/migrate.ts'
import * as organizations from '../store/organizations.ts'
import { type Installation, openStore, readInstallation } from './installation.ts'

export interface DoctorOptions {
  readonly config?: string
}

interface Check {
  readonly name: string
  /** What is wrong; undefined when nothing is. */
  readonly problem: string | undefined
  /** What is as somebody may have wanted it, but most do not. */
  readonly warning?: string
}

// Digest nonces live for five minutes, tokens for an hour: a minute does no harm yet, and says that clocks drift.
const TOLERATED_SKEW = 60_000

/** Prints a table of what was looked at; the process ends with code 1 when anything is wrong. */
export async function runDoctor(options: DoctorOptions): Promise<void> {
  const checks = await examine(options.config, systemAmbient())
  const width = Math.max(...checks.map(({ name }) => name.length))
  for (const check of checks) process.stdout.write(`${check.name.padEnd(width)}  ${verdict(check)}\n`)
  if (checks.some(({ problem }) => problem !== undefined)) process.exitCode = 1
}

function verdict({ problem, warning }: Check): string {
  if (problem !== undefined) return `problem: ${problem}`
  return warning === undefined ? 'ok' : `warning: ${warning}`
}

/** Each check assumes those above it, so the first that fails may be the last. */
async function examine(file: string | undefined, ambient: Ambient): Promise<readonly Check[]> {
  const configuration = await attempt('configuration', async () => readInstallation(file, ambient))
  if (!configuration.value) return [configuration.check]
  const store = await attempt('database', async () => {
    const db = await openStore(configuration.value.config)
    return { db, pending: await pendingMigrations(db) }
  })
  if (!store.value) return [configuration.check, store.check]
  await using db = store.value.db
  const checks = [configuration.check, await checkMail(configuration.value), store.check, await checkClock(db, ambient)]
  const { pending } = store.value
  if (pending.length > 0) {
    return [...checks, { name: 'migrations', problem: `${pending.join(', ')} not applied: run \`atrium migrate\`` }]
  }
  const migrations = { name: 'migrations', problem: undefined }
  return [...checks, migrations, await checkKeys(db, configuration.value), await checkOrganization(db)]
}

const checkMail = async ({ config: { smtp } }: Installation): Promise<Check> => {
  if (!smtp) return { name: 'mail', problem: undefined, warning: 'SMTP_URL is not set: nobody is written to' }
  const { check } = await attempt('mail', () => tryServer(smtp))
  return check
}

const checkClock = async (db: Db, ambient: Ambient): Promise<Check> => {
  const { check } = await attempt('clock', async () => {
    const skew = Math.abs((await clockOf(db)) - ambient.wall())
    if (skew > TOLERATED_SKEW) throw new Complaint(`differs from the database's by ${Math.round(skew / 1000)} seconds`)
  })
  return check
}

const checkKeys = async (db: Db, { keys }: Installation): Promise<Check> => {
  const { check } = await attempt('keys', async () => {
    const sealed = await anySealedHa1(db.read)
    if (sealed) openHa1(keys, sealed.id, sealed.sealedHa1)
  })
  return check.problem === undefined
    ? check
    : { ...check, problem: `ATRIUM_KEYS cannot open what is stored: ${check.problem}` }
}

const checkOrganization = async (db: Db): Promise<Check> => ({
  name: 'organization',
  problem: (await organizations.any(db.read)) ? undefined : 'there is none: run `atrium bootstrap`',
})

async function attempt<Value>(
  name: string,
  work: () => Promise<Value>,
): Promise<{ check: Check; value: Value } | { check: Check; value: undefined }> {
  try {
    return { check: { name, problem: undefined }, value: await work() }
  } catch (error) {
    const problem = error instanceof Complaint ? describeFailure(error) : messageOf(error)
    return { check: { name, problem }, value: undefined }
  }
}
