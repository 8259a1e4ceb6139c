// Addresses under /_atrium/ that there are not, and methods that they do not have.
import { expect, test } from 'vitest'
import { DEFAULT_SEED } from '../../src/seed/seed-schema-defaults.ts'
import { startDouble } from '../harness/double.ts'
import { exchange } from '../harness/http-client.ts'

const start = () => startDouble(':memory:', { seed: DEFAULT_SEED })

test('an address that is not there is told in the shape of an error, with those that may have been meant', async () => {
  const { sandbox, world } = await start()
  const answer = await sandbox('POST', '/reste?a=b', { not: 'read' })
  expect(answer).toMatchObject({
    status: 404,
    body: {
      detail:
        'Cannot find resource /_atrium/reste. The nearest are /_atrium/reset, /_atrium/health and /_atrium/requests.',
      error: 404,
      errorCode: 'RESOURCE_NOT_FOUND',
      parameters: ['/_atrium/reste'],
      reason: 'Not Found',
    },
  })
  const verb = await sandbox('POST', '/clock:advence')
  expect(verb).toMatchObject({ status: 404, body: { detail: expect.stringContaining(' /_atrium/clock:advance, ') } })
  for (const path of ['/faults/1/2', '/nothing/at/all', `/${'x'.repeat(5000)}`, '/%E0']) {
    const { status, text } = await exchange(world.url, { method: 'POST', target: `/_atrium${path}`, body: '{' })
    expect([path, status, text.length < 600]).toEqual([path, 404, true])
  }
})

test('a method that an address does not have is answered with those that it has', async () => {
  const { world } = await start()
  const cases = [
    ['POST', '/clock', 'GET, HEAD, PUT', 'send GET or PUT.'],
    ['GET', '/snapshots/a:restore', 'POST', 'send POST.'],
    ['PUT', '/tenants/a?b=c', 'DELETE, GET, HEAD', 'send GET or DELETE.'],
    ['DELETE', '/health', 'GET, HEAD', 'send GET.'],
    ['PATCH', '', 'GET, HEAD', 'send GET.'],
  ] as const
  for (const [method, path, allow, choice] of cases) {
    const { status, headers, text } = await exchange(world.url, { method, target: `/_atrium${path}` })
    expect([method, path, status, headers.allow]).toEqual([method, path, 405, allow])
    expect(JSON.parse(text)).toMatchObject({ detail: `The method ${method} is not supported here: ${choice}` })
  }
})

test('another site learns of no address, not even that there is none', async () => {
  const { world } = await start()
  const headers = { Origin: 'https://evil.example' }
  expect((await exchange(world.url, { method: 'GET', target: '/_atrium/nothing', headers })).status).toBe(403)
})
