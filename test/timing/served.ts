// `atrium serve`, built and on SQLite, with many accounts, so that each of them is tried once and no throttle is met.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { UserId } from '../../src/domain/ids.ts'
import { newKeyRing } from '../../src/identity/key-ring.ts'
import { hashPassword, newPassword } from '../../src/identity/passwords.ts'
import { systemAmbient } from '../../src/platform/ambient.ts'
import { openDb } from '../../src/store/open.ts'
import * as users from '../../src/store/users.ts'
import type { ClientCredentials } from '../harness/client.ts'
import type { KeyPair } from '../harness/digest-client.ts'
import type { Program } from '../harness/program-build.ts'

export interface Served extends AsyncDisposable {
  readonly url: string
  readonly apiKey: KeyPair
  readonly serviceAccount: ClientCredentials
}

type Environment = Readonly<Record<string, string>>

interface Bootstrapped {
  readonly apiKey: KeyPair
  readonly serviceAccount: ClientCredentials
}

/** The address of the account with this number; those past the ones that were made have none. */
export const addressOf = (number: number): string => `person-${number}@people.example`

/** Serves with `accounts` accounts, numbered from 0. */
export async function serve({ entry }: Program, accounts: number): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'atrium-timing-'))
  const file = join(folder, 'atrium.db')
  const env = {
    DATABASE_URL: `sqlite:${file}`,
    PUBLIC_URL: 'http://127.0.0.1',
    ATRIUM_KEYS: newKeyRing(systemAmbient()),
    TRUSTED_PROXIES: '127.0.0.1',
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'info',
    // Nobody listens there: mails are written down, and wait.
    SMTP_URL: 'smtp://127.0.0.1:9',
    MAIL_FROM: 'atrium@atrium.example',
  }
  await run(entry, ['migrate'], env)
  const made = await run(
    entry,
    ['bootstrap', '--org-name', 'Acme', '--owner-email', 'owner@acme.example', '--json'],
    env,
  )
  const bootstrapped: Bootstrapped = JSON.parse(made)
  await fill(file, accounts)
  const child = spawn(process.execPath, [entry, 'serve'], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const port = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      const found = /"port":(\d+).*"msg":"listening"/.exec(line)?.[1]
      if (found !== undefined) resolve(found)
    })
    child.once('close', (code) => reject(new Error(`atrium serve ended with code ${code}.`)))
  })
  return {
    url: `http://127.0.0.1:${await port}`,
    apiKey: bootstrapped.apiKey,
    serviceAccount: bootstrapped.serviceAccount,
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function fill(file: string, accounts: number): Promise<void> {
  const ambient = systemAmbient()
  await using db = await openDb({ engine: 'sqlite', file, exclusive: false })
  const passwordHash = await hashPassword(ambient, newPassword(ambient))
  await db.write(async (tx) => {
    const now = ambient.now()
    const names = { firstName: 'Pia', lastName: 'Person', country: 'IE', createdAt: now, lastAuthAt: undefined }
    for (let number = 0; number < accounts; number += 1) {
      const userId = ambient.newId<UserId>()
      await users.insertIfNew(tx, { userId, username: addressOf(number), ...names, passwordHash, verifiedAt: now })
    }
  })
}

/** Runs a command to its end; answers what it wrote. */
function run(entry: string, args: readonly string[], env: Environment): Promise<string> {
  const child = spawn(process.execPath, [entry, ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let written = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    written += text
  })
  return new Promise((resolve, reject) => {
    child.once('close', (code) => (code === 0 ? resolve(written) : reject(new Error(`${args[0]} ended with ${code}.`))))
  })
}
