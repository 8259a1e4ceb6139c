// Digest nonces: 4 bytes of time in seconds, 12 random, 8 of HMAC; 32 characters of base64 like the original's.
import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto'
import type { Ambient } from '../platform/ambient.ts'
import { recentMap } from '../platform/recent-map.ts'

/** How long a nonce serves, in milliseconds. */
export const NONCE_LIFETIME = 5 * 60 * 1000

export interface Nonces {
  mint(): string
  /** `foreign`: not minted under any of the keys. */
  check(nonce: string): 'good' | 'expired' | 'foreign'
}

const NONCE = /^[A-Za-z0-9+/]{32}$/
const SIGNED_BYTES = 16
const RANDOM_BYTES = 12
const MAC_BYTES = 8
const REMEMBERED = 10_000

/** Signs with the first key and accepts what any of them signed; remembers what it found good. */
export function createNonces(ambient: Ambient, keys: readonly Buffer[]): Nonces {
  // As key objects, because HMAC with a buffer costs seven times as much.
  const accepted = keys.map((key) => createSecretKey(key))
  const [signing] = accepted
  if (signing === undefined) throw new Error('Nonces need a key.')
  const authentic = recentMap<number>(REMEMBERED)
  return {
    mint: () => {
      const signed = Buffer.alloc(SIGNED_BYTES)
      signed.writeUInt32BE(Math.floor(ambient.wall() / 1000))
      ambient.randomBytes(RANDOM_BYTES).copy(signed, SIGNED_BYTES - RANDOM_BYTES)
      return Buffer.concat([signed, mac(signing, signed)]).toString('base64')
    },
    check: (nonce) => {
      const known = authentic.get(nonce)
      if (known === undefined && !(NONCE.test(nonce) && isAuthentic(nonce, accepted))) return 'foreign'
      const issued = known ?? issuedAt(nonce)
      if (known === undefined) authentic.set(nonce, issued)
      // A clock set back must not lengthen a nonce's life, so the far future counts as past.
      return Math.abs(ambient.wall() - issued) > NONCE_LIFETIME ? 'expired' : 'good'
    },
  }
}

/** When a well-formed nonce was minted: milliseconds since the epoch, in whole seconds. */
export const issuedAt = (nonce: string): number => Buffer.from(nonce.slice(0, 8), 'base64').readUInt32BE(0) * 1000

function isAuthentic(nonce: string, keys: readonly KeyObject[]): boolean {
  const bytes = Buffer.from(nonce, 'base64')
  const signed = bytes.subarray(0, SIGNED_BYTES)
  const given = bytes.subarray(SIGNED_BYTES)
  return keys.some((key) => timingSafeEqual(given, mac(key, signed)))
}

const mac = (key: KeyObject, signed: Buffer): Buffer =>
  createHmac('sha256', key).update(signed).digest().subarray(0, MAC_BYTES)
