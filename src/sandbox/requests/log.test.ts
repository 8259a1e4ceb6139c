import { expect, test } from 'vitest'
import { migrate } from '../../store/migrate.ts'
import { openDb } from '../../store/open.ts'
import { createRequestLog } from './log.ts'

const JSON_TYPE = { 'content-type': 'application/json' }

/** A log over a store that is gone, and what tells it of requests. */
async function given() {
  const db = await openDb({ engine: 'sqlite', file: ':memory:', exclusive: true })
  await migrate(db)
  await db[Symbol.asyncDispose]()
  const log = createRequestLog({ db, clock: { now: () => 0, machine: () => 0 } })
  const exchange = async (status: number, sent?: string, received?: string) => {
    const watched = log.watch({ method: 'GET', target: '/api/atlas/v2/orgs', headers: {} })
    watched.trace.note({ fault: { code: 'group_not_found', id: '5f0a00000000000000000a01' } })
    return watched.ended({ status, headers: JSON_TYPE, body: received }, sent ? Buffer.from(sent) : undefined)
  }
  return { log, exchange }
}

test('the last thousand are kept, and ids go on', async () => {
  const { log, exchange } = await given()
  for (let count = 0; count < 1005; count += 1) await exchange(200)
  const kept = await log.list()
  expect([kept.length, kept[0]?.id, kept.at(-1)?.id]).toEqual([1000, 6, 1005])
})

test('long bodies are cut with a note, and all together are bounded', async () => {
  const { log, exchange } = await given()
  const long = 'x'.repeat(200_000)
  await exchange(200, JSON.stringify({ note: long, password: 'canary' }), long)
  const [first] = await log.list()
  for (const body of [first?.request.body, first?.response.body]) {
    expect(body).toMatch(/^.{65536} \[cut here: the whole body has 200\d{3} characters\]$/)
    expect(body).not.toContain('canary')
  }
  for (let count = 0; count < 300; count += 1) await exchange(200, undefined, long)
  const kept = await log.list()
  expect(kept.length).toBeGreaterThan(200)
  expect(kept.length).toBeLessThan(260)
  expect(kept.at(-1)?.id).toBe(301)
})

test('a body that is nested deeper than anybody reads is kept without its depths', async () => {
  const { log, exchange } = await given()
  await exchange(200, `${'['.repeat(20_000)}${']'.repeat(20_000)}`)
  const [first] = await log.list()
  expect(JSON.stringify(first?.request.body)).toContain('nested too deeply')
})

test('a refusal is answered and explained although the store fails', async () => {
  const { log, exchange } = await given()
  const headers = await exchange(404, undefined, '{"errorCode":"GROUP_NOT_FOUND","detail":"No group."}')
  expect(headers).toEqual({ 'X-Atrium-Explain': '404 GROUP_NOT_FOUND: No group.' })
  expect(await log.list()).toHaveLength(1)
})
