// Passwords: argon2id as PHC strings, so that parameters can grow without a migration; hashed in a bounded queue.
import { argon2, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { normalizedPassword, type Passwords, passwordFlaw } from '../domain/passwords.ts'
import type { Ambient } from '../platform/ambient.ts'
import { Secret } from '../platform/secret.ts'
import { loadCommonPasswords } from './common-passwords.ts'
import type { HashQueue } from './hash-queue.ts'

interface Parameters {
  /** KiB. */
  readonly memory: number
  readonly passes: number
  readonly parallelism: number
}

interface Phc extends Parameters {
  readonly salt: Buffer
  readonly key: Buffer
}

/** What a hash costs whoever makes it, and so whoever guesses. */
const COSTS = {
  /** For a store that can be stolen: some 50 ms. */
  full: { memory: 19_456, passes: 2, parallelism: 1 },
  /** For a store that goes with the process: what argon2 takes at least, a tenth of a millisecond. */
  least: { memory: 8, passes: 1, parallelism: 1 },
} as const satisfies Readonly<Record<string, Parameters>>

export type HashCost = keyof typeof COSTS

const SALT_BYTES = 16
const KEY_BYTES = 32
const PHC = /^\$argon2id\$v=19\$m=(\d{1,8}),t=(\d{1,3}),p=(\d{1,3})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/
const NOBODY = { salt: Buffer.alloc(SALT_BYTES), key: Buffer.alloc(KEY_BYTES) }

const argon2id = promisify(argon2)

/** Everything about passwords, in one queue: make it once per process. */
export function createPasswords(ambient: Ambient, queue: HashQueue, cost: HashCost = 'full'): Passwords {
  let common: Promise<ReadonlySet<string>> | undefined
  return {
    hash: (password) => queue(() => hashPassword(ambient, password, cost)),
    verify: (password, hashed) => queue(() => verifyPassword(password, hashed, cost)),
    needsRehash: (hashed) => needsRehash(hashed, COSTS[cost]),
    flawOf: async (password, about) => {
      common ??= loadCommonPasswords()
      return passwordFlaw(password.reveal(), await common, about)
    },
  }
}

/** `$argon2id$v=19$m=…,t=…,p=…$salt$key`; at the full cost tens of milliseconds in the thread pool. */
export async function hashPassword(ambient: Ambient, password: Secret, cost: HashCost = 'full'): Promise<string> {
  const salt = ambient.randomBytes(SALT_BYTES)
  const key = await derive(password, COSTS[cost], salt, KEY_BYTES)
  const { memory, passes, parallelism } = COSTS[cost]
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(key)}`
}

/** Whether the password is the hashed one. Someone without a hash costs the same work and is refused. */
export async function verifyPassword(
  password: Secret,
  hashed: string | undefined,
  cost: HashCost = 'full',
): Promise<boolean> {
  const known = hashed === undefined ? undefined : parsePhc(hashed)
  const phc = known ?? { ...COSTS[cost], ...NOBODY }
  const key = await derive(password, phc, phc.salt, phc.key.length)
  return timingSafeEqual(key, phc.key) && known !== undefined
}

/** Whether it was hashed with other parameters than new ones are, or cannot be read. */
function needsRehash(hashed: string, { memory, passes, parallelism }: Parameters): boolean {
  const phc = parsePhc(hashed)
  if (phc === undefined) return true
  return phc.memory !== memory || phc.passes !== passes || phc.parallelism !== parallelism
}

/** A password for someone who has none yet: 144 bits in 24 letters, digits, `-` and `_`. */
export const newPassword = (ambient: Ambient): Secret => new Secret(ambient.randomBytes(18).toString('base64url'))

function parsePhc(hashed: string): Phc | undefined {
  const match = PHC.exec(hashed)
  if (match === null) return undefined
  const [, memory, passes, parallelism, salt = '', key = ''] = match
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, 'base64'),
    key: Buffer.from(key, 'base64'),
  }
}

const derive = (password: Secret, parameters: Parameters, nonce: Buffer, tagLength: number): Promise<Buffer> =>
  argon2id('argon2id', { ...parameters, message: normalizedPassword(password.reveal()), nonce, tagLength })

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')
