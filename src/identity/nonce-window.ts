// Which counters of a nonce were used: what makes a captured request worthless. Asked only after the digest was right.

import { recentMap } from '../platform/recent-map.ts'
import type { Db } from '../store/db.ts'
import * as nonces from '../store/nonces.ts'
import { issuedAt, NONCE_LIFETIME } from './nonces.ts'

/** `forgotten`: what was used of this nonce is no longer known, so that it cannot be trusted any more. */
export type NonceUse = 'first' | 'repeated' | 'forgotten'

export interface NonceWindow {
  /** Uses up a good nonce's counter; exactly one caller ever gets `first` for the same pair. */
  use(nonce: string, nc: number): Promise<NonceUse>
}

const WIDTH = 64
const MOST_NONCES = 100_000

interface Used {
  highest: number
  /** Bit i stands for `highest - i`. */
  bits: bigint
}

/**
 * For one process: a window of 64 counters per nonce. Past `limit` nonces those not used lately are dropped, and every
 * unknown nonce as old as a dropped one may be counts as forgotten.
 */
export function memoryNonceWindow(limit = MOST_NONCES): NonceWindow {
  let newest = Number.NEGATIVE_INFINITY
  let newestOfOld = Number.NEGATIVE_INFINITY
  let forgottenUntil = Number.NEGATIVE_INFINITY
  const windows = recentMap<Used>(limit, () => {
    forgottenUntil = newestOfOld
    newestOfOld = newest
  })
  return {
    use: async (nonce, nc) => {
      const used = windows.get(nonce)
      if (used) return advance(used, nc) ? 'first' : 'repeated'
      const issued = issuedAt(nonce)
      if (issued <= forgottenUntil) return 'forgotten'
      windows.set(nonce, { highest: nc, bits: 1n })
      newest = Math.max(newest, issued)
      return 'first'
    },
  }
}

/** For processes that share a store: one conditional insert, and no window, since every pair is remembered. */
export const storedNonceWindow = (db: Db): NonceWindow => ({
  use: async (nonce, nc) => {
    // Twice the lifetime, because another process may judge the nonce by a clock that is behind.
    const pair = { nonce, nc, expiresAt: issuedAt(nonce) + 2 * NONCE_LIFETIME }
    return (await db.write((tx) => nonces.use(tx, pair))) ? 'first' : 'repeated'
  },
})

function advance(used: Used, nc: number): boolean {
  if (nc > used.highest) {
    const step = Math.min(nc - used.highest, WIDTH)
    used.bits = BigInt.asUintN(WIDTH, used.bits << BigInt(step)) | 1n
    used.highest = nc
    return true
  }
  const age = used.highest - nc
  if (age >= WIDTH) return false
  const bit = 1n << BigInt(age)
  if ((used.bits & bit) !== 0n) return false
  used.bits |= bit
  return true
}
