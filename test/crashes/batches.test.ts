// A batch that is cut off between its transactions: sent again under its key, it goes on where it stopped.
import { expect, test } from 'vitest'
import type { Db } from '../../src/store/db.ts'
import { startAtrium } from '../harness/atrium.ts'
import { ACME, CASE_SEED, clientOf } from '../harness/case-seed.ts'
import { API, tokenOf } from '../harness/client.ts'
import { exchange } from '../harness/http-client.ts'
import { events } from '../harness/ledger.ts'
import { brokenInvariants } from '../harness/store-invariants.ts'
import { engines } from '../harness/stores.ts'

const ROWS = 60

/** A store whose n-th transaction from now on does not begin, or is committed and never heard of again. */
function cutOffAt(real: Db) {
  let left = Number.POSITIVE_INFINITY
  let committed = false
  const write: Db['write'] = async (work) => {
    left -= 1
    if (left > 0) return real.write(work)
    left = Number.POSITIVE_INFINITY
    if (committed) await real.write(work)
    throw new Error('The store was cut off on purpose.')
  }
  return {
    db: { ...real, write },
    cut: (nth: number, afterCommit: boolean) => {
      left = nth
      committed = afterCommit
    },
  }
}

test.each(engines)('no row is lost or done twice, wherever it stopped ($name)', async ({ open }) => {
  const real = await open()
  const { db, cut } = cutOffAt(real)
  await using atrium = await startAtrium(db, { seed: CASE_SEED })
  const token = await tokenOf(atrium.url, clientOf('owner'))
  const send = (key: string) =>
    exchange(atrium.url, {
      method: 'POST',
      target: `${API}/orgs/${ACME.id}/invites:batch`,
      headers: {
        Accept: 'application/vnd.atlas.2025-03-12+json',
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': key,
      },
      body: JSON.stringify({
        invitations: Array.from({ length: ROWS }, (_, index) => ({
          roles: ['ORG_MEMBER'],
          username: `row-${index}@${key}.example`,
        })),
      }),
    })
  let cuts = 0
  for (const afterCommit of [false, true]) {
    for (let nth = 1; ; nth += 1) {
      const key = `cut-${nth}-${afterCommit ? 'after' : 'before'}`
      cut(nth, afterCommit)
      const first = await send(key)
      if (first.status === 200) break
      cuts += 1
      expect(first.status, key).toBe(500)
      const again = await send(key)
      const results: readonly { status: number; invitation: { id: string; username: string } }[] = Object(
        JSON.parse(again.text),
      ).results
      expect(results.map(({ status }) => status)).toEqual(Array.from({ length: ROWS }, () => 200))
      const rows = await real.read.q
        .selectFrom('invitations')
        .select(['invitation_id', 'username'])
        .where('username', 'like', `%@${key}.example`)
        .execute()
      expect(rows.map((row) => `${row.invitation_id} ${row.username}`).toSorted()).toEqual(
        results.map(({ invitation }) => `${invitation.id} ${invitation.username}`).toSorted(),
      )
      const written = (await events(real)).filter(({ details }) => String(Object(details).targetUsername).includes(key))
      expect(written).toHaveLength(ROWS)
    }
  }
  expect(cuts).toBeGreaterThanOrEqual(6)
  expect(await brokenInvariants(real)).toEqual([])
})
