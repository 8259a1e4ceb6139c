import { availableParallelism } from 'node:os'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { isLongRun } from '../../test/harness/rounds.ts'
import { Refusal } from '../domain/faults.ts'
import { systemAmbient } from '../platform/ambient.ts'
import { Secret } from '../platform/secret.ts'
import { hashQueue } from './hash-queue.ts'
import { createPasswords } from './passwords.ts'

/** In milliseconds; 50 is for a machine that does nothing else, unlike one on which the whole suite runs. */
const MOST_DELAY = isLongRun ? 50 : 500

/** Work that lasts until it is told to end. */
function held() {
  const { promise, resolve } = Promise.withResolvers<string>()
  return { work: () => promise, end: resolve }
}

test('so many run at once, so many wait in their order, and the next is refused at once', async () => {
  const queue = hashQueue({ atOnce: 2, waiting: 2 })
  const started: number[] = []
  const jobs = [0, 1, 2, 3].map((number) => ({ number, ...held() }))
  const results = jobs.map(({ number, work }) =>
    queue(() => {
      started.push(number)
      return work()
    }),
  )
  await expect(queue(async () => 'never')).rejects.toMatchObject({ fault: { code: 'too_busy', retryAfter: 5 } })
  expect(started).toEqual([0, 1])
  jobs[1]?.end('one')
  expect(await results[1]).toBe('one')
  await setImmediate()
  expect(started).toEqual([0, 1, 2])
  // One place in the line is free again.
  const late = queue(async () => 'late')
  for (const { end } of jobs) end('done')
  expect(await Promise.all([results[0], results[2], results[3], late])).toEqual(['done', 'done', 'done', 'late'])
  expect(started).toEqual([0, 1, 2, 3])
})

test('what fails makes room like what succeeds', async () => {
  const queue = hashQueue({ atOnce: 1, waiting: 3 })
  const failing = Array.from({ length: 4 }, (_, index) =>
    queue(async () => {
      throw new Error(`work ${index}`)
    }),
  )
  const outcomes = await Promise.allSettled(failing)
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'rejected'])
  expect(await queue(async () => 'free')).toBe('free')
})

test('500 passwords at once: a queue of 64 is served, the others are refused, and the process stays awake', async () => {
  const passwords = createPasswords(systemAmbient(), hashQueue())
  const hashed = await passwords.hash(new Secret('warm'))
  const delay = monitorEventLoopDelay({ resolution: 5 })
  const memory = process.memoryUsage().rss
  let peak = memory
  delay.enable()
  // A delay is what lies between two turns of the loop: there must be one before, and one after.
  await setTimeout(50)
  const watching = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 20)
  const order: string[] = []
  const outcomes = await Promise.allSettled(
    Array.from({ length: 500 }, async () => {
      const verified = passwords.verify(new Secret('warm'), hashed)
      verified.then(
        () => order.push('served'),
        () => order.push('refused'),
      )
      return verified
    }),
  )
  await setTimeout(50)
  clearInterval(watching)
  delay.disable()
  const served = outcomes.filter((outcome) => outcome.status === 'fulfilled' && outcome.value)
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected' && outcome.reason instanceof Refusal)
  const atOnce = Math.min(4, availableParallelism())
  expect(served).toHaveLength(64 + atOnce)
  expect(refused).toHaveLength(500 - 64 - atOnce)
  expect(order.lastIndexOf('refused')).toBeLessThan(order.indexOf('served'))
  expect(delay.percentile(99) / 1e6).toBeLessThan(MOST_DELAY)
  expect((peak - memory) / 2 ** 20).toBeLessThan(200)
})
