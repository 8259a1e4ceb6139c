import { expect, test } from 'vitest'
import { engines } from '../../test/harness/stores.ts'
import type { InvitationId } from '../domain/ids.ts'
import { type Ambient, systemAmbient } from '../platform/ambient.ts'
import type { Db } from '../store/db.ts'
import * as throttles from '../store/throttles.ts'
import { type Attempt, createThrottle, type Throttle } from './throttle.ts'
import type { Tried } from './throttle-rules.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const QUARTER = 15 * MINUTE
const OWNER = 'ana@example.org'
const HOME = '198.51.100.7'

const signIn = (account = OWNER, address = HOME): Tried => ({ kind: 'sign-in', account, address })

/** Throttles of two processes over one store, on a clock that moves when told to; pauses end at once. */
function over(db: Db) {
  let wall = Date.UTC(2026, 10, 22)
  const ambient: Ambient = { ...systemAmbient(), wall: () => wall }
  const pauses: number[] = []
  const pause = async (milliseconds: number): Promise<void> => {
    pauses.push(milliseconds)
  }
  return {
    first: createThrottle({ db, ambient, pause }),
    second: createThrottle({ db, ambient, pause }),
    pauses,
    pass: (milliseconds: number): void => {
      wall += milliseconds
    },
    now: () => wall,
  }
}

const all = (throttle: Throttle, count: number, tried: Tried): Promise<readonly Attempt[]> =>
  Promise.all(Array.from({ length: count }, () => throttle.attempt(tried)))

const allowedIn = (attempts: readonly Attempt[]): number => attempts.filter(({ allowed }) => allowed).length

/** The most of these instants, in order, that any stretch of 15 minutes holds. */
function mostInAQuarter(instants: readonly number[]): number {
  let start = 0
  let most = 0
  for (const [index, instant] of instants.entries()) {
    while ((instants[start] ?? 0) <= instant - QUARTER) start += 1
    most = Math.max(most, index - start + 1)
  }
  return most
}

/** The owner signs in from home. */
async function letIn(throttle: Throttle): Promise<void> {
  const attempt = await throttle.attempt(signIn(OWNER, HOME))
  if (!attempt.allowed) throw new Error('The owner was refused.')
  await attempt.giveBack()
}

for (const engine of engines) {
  const open = async () => {
    const db = await engine.open()
    return { db, ...over(db) }
  }

  test(`of 50 guesses at once, in two processes, ten are tried (${engine.name})`, async () => {
    const { first, second, pass } = await open()
    const attempts = await Promise.all([all(first, 25, signIn()), all(second, 25, signIn())])
    expect(allowedIn(attempts.flat())).toBe(10)
    const refused = attempts.flat().filter(({ allowed }) => !allowed)
    expect(new Set(refused.map((attempt) => ('retryAfter' in attempt ? attempt.retryAfter : 0)))).toEqual(
      new Set([900]),
    )
    pass(QUARTER - 1)
    expect(await first.attempt(signIn())).toEqual({ allowed: false, retryAfter: 1 })
    pass(1)
    expect(allowedIn(await all(second, 50, signIn()))).toBe(10)
  })

  test(`what was right is given back, and refused tries cost nothing (${engine.name})`, async () => {
    const { first } = await open()
    for (let round = 0; round < 30; round += 1) {
      const attempt = await first.attempt(signIn())
      if (!attempt.allowed) throw new Error(`round ${round} was refused`)
      await attempt.giveBack()
    }
    expect(allowedIn(await all(first, 300, signIn()))).toBe(10)
    // The other 290 were not counted for the address, which has 90 left.
    expect(allowedIn(await all(first, 20, signIn('bo@example.org')))).toBe(10)
    const others = Array.from({ length: 100 }, (_, index) => first.attempt(signIn(`${index}@example.org`)))
    expect(allowedIn(await Promise.all(others))).toBe(80)
  })

  for (const addresses of [1, 100]) {
    test(`guessing from ${addresses} addresses is slow, and the owner is let in at any moment (${engine.name})`, async () => {
      const { first, second, pauses, pass, now } = await open()
      const guesses = engine.name === 'sqlite' ? 10_000 : 1500
      const longestStep = addresses === 1 ? 3 * SECOND : SECOND / 4
      const verified = Array.from({ length: addresses }, (): number[] => [])
      for (let guess = 0; guess < guesses; guess += 1) {
        const attempt = await first.attempt(signIn(OWNER, `203.0.113.${guess % addresses}`))
        if (attempt.allowed) verified[guess % addresses]?.push(now())
        if (guess % 97 === 0) await letIn(second)
        pass((guess * 7919) % longestStep)
      }
      expect(Math.max(0, ...pauses)).toBe(addresses === 1 ? 0 : 4 * SECOND)
      expect(Math.max(...verified.map(mostInAQuarter))).toBe(10)
    })
  }

  test(`an account is never locked: after 20 guesses each waits twice as long, at most 4 s (${engine.name})`, async () => {
    const { first, pauses, pass } = await open()
    for (let guess = 0; guess < 30; guess += 1) {
      const attempt = await first.attempt(signIn(OWNER, `203.0.113.${guess}`))
      expect(attempt.allowed).toBe(true)
    }
    expect(pauses).toEqual([250, 500, 1000, 2000, 4000, 4000, 4000, 4000, 4000, 4000])
    await first.attempt(signIn('bo@example.org'))
    expect(pauses).toHaveLength(10)
    pass(QUARTER)
    await first.attempt(signIn())
    expect(pauses).toHaveLength(10)
  })

  test(`the ways to write one account or one network count together (${engine.name})`, async () => {
    const { first } = await open()
    const written = ['Ana@Example.org', ' ana@example.org ', OWNER]
    for (let guess = 0; guess < 10; guess += 1) {
      await first.attempt(signIn(written[guess % 3], `2001:db8:1:2::${guess.toString(16)}`))
    }
    expect(await first.attempt(signIn(OWNER, '2001:db8:1:2:ffff::1'))).toMatchObject({ allowed: false })
    expect(await first.attempt(signIn(OWNER, '2001:db8:1:3::1'))).toMatchObject({ allowed: true })
    await all(first, 10, signIn(OWNER, '::ffff:198.51.100.7'))
    expect(await first.attempt(signIn(OWNER, HOME))).toMatchObject({ allowed: false })
    expect(await first.attempt(signIn('not an address', ''))).toMatchObject({ allowed: true })
  })

  test(`a site's many networks of IPv6 have a bound together, so that none fills the mails or the queue (${engine.name})`, async () => {
    const { first } = await open()
    const from = (network: number, site: string) => `2001:db8:${site}:${network.toString(16)}::1`
    const resets = Array.from({ length: 250 }, (_, index): Tried => {
      return { kind: 'password-reset', account: `${index}@example.org`, address: from(index, '1') }
    })
    expect(allowedIn(await Promise.all(resets.map((each) => first.attempt(each))))).toBe(200)
    const guesses = Array.from({ length: 1010 }, (_, index) => signIn(`${index}@example.org`, from(index, '1')))
    expect(allowedIn(await Promise.all(guesses.map((each) => first.attempt(each))))).toBe(1000)
    expect(await first.attempt(signIn(OWNER, from(1, '2')))).toMatchObject({ allowed: true })
    expect(await first.attempt(signIn(OWNER, HOME))).toMatchObject({ allowed: true })
  })

  test(`resets, links and renewals have numbers of their own (${engine.name})`, async () => {
    const { first, pass } = await open()
    const reset = (account: string, address = HOME): Tried => ({ kind: 'password-reset', account, address })
    expect(allowedIn(await all(first, 10, reset(OWNER)))).toBe(3)
    const many = Array.from({ length: 30 }, (_, index) => first.attempt(reset(`${index}@example.org`)))
    expect(allowedIn(await Promise.all(many))).toBe(17)
    expect(allowedIn(await all(first, 70, { kind: 'link', address: HOME }))).toBe(60)
    const renewal: Tried = { kind: 'renewal', invitationId: systemAmbient().newId<InvitationId>() }
    expect(allowedIn(await all(first, 3, renewal))).toBe(1)
    expect(await first.attempt(renewal)).toEqual({ allowed: false, retryAfter: 86_400 })
    expect(allowedIn(await all(first, 20, signIn()))).toBe(10)
    pass(60 * MINUTE)
    expect(allowedIn(await all(first, 10, reset(OWNER)))).toBe(3)
    expect(await first.attempt(renewal)).toMatchObject({ allowed: false })
    pass(23 * 60 * MINUTE)
    expect(await first.attempt(renewal)).toMatchObject({ allowed: true })
  })

  test(`the store keeps hashes, and forgets what is over (${engine.name})`, async () => {
    const { db, first, pass, now } = await open()
    await first.attempt(signIn())
    await first.attempt({ kind: 'password-reset', account: OWNER, address: HOME })
    const rows = await db.read.q.selectFrom('throttles').selectAll().execute()
    expect(rows.map(({ throttle }) => throttle).every((throttle) => /^[0-9a-f]{64}$/.test(throttle))).toBe(true)
    expect(rows).toHaveLength(5)
    pass(QUARTER)
    expect(await throttles.sweep(db.read, now())).toBe(3)
    pass(45 * MINUTE)
    expect(await throttles.sweep(db.read, now())).toBe(2)
  })
}

test('256 tries wait at once; the next is refused and not counted', async () => {
  const [engine] = engines
  if (!engine) throw new Error('There is always SQLite.')
  const db = await engine.open()
  const { promise, resolve } = Promise.withResolvers<void>()
  let waiting = 0
  const pause = (): Promise<void> => {
    waiting += 1
    return promise
  }
  const throttle = createThrottle({ db, ambient: systemAmbient(), pause })
  const from = (index: number): Tried => signIn(OWNER, `2001:db8:${index.toString(16)}::1`)
  const attempts = Array.from({ length: 276 }, (_, index) => throttle.attempt(from(index)))
  await expect.poll(() => waiting).toBe(256)
  for (let round = 0; round < 12; round += 1) {
    await expect(throttle.attempt(from(1000))).rejects.toMatchObject({ fault: { code: 'too_busy', retryAfter: 5 } })
  }
  resolve()
  expect(allowedIn(await Promise.all(attempts))).toBe(276)
  expect(allowedIn(await all(throttle, 11, from(1000)))).toBe(10)
})
