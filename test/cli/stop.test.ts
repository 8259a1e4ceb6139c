// How the server ends: what is in flight finishes, and it is gone in time.
import { type ClientRequest, request } from 'node:http'
import { expect, test } from 'vitest'
import { type DevLine, startDev, tokenOf } from './program.ts'

const BODY = JSON.stringify({ username: 'late@example.com', roles: ['ORG_MEMBER'] })
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

interface Sending {
  readonly sent: ClientRequest
  readonly status: Promise<number>
}

/** Sends an invitation up to the middle of its body. */
async function halfAnInvitation({ url, orgId, serviceAccount }: DevLine): Promise<Sending> {
  const sent = request(`${url}/api/atlas/v2/orgs/${orgId}/invites`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${await tokenOf(url, serviceAccount)}`,
      Accept: 'application/vnd.atlas.2023-01-01+json',
      'Content-Type': 'application/json',
      'Content-Length': BODY.length,
      Connection: 'keep-alive',
    },
  })
  const status = new Promise<number>((resolve, reject) => {
    sent.once('error', reject)
    sent.once('response', (response) => response.resume().once('end', () => resolve(response.statusCode ?? 0)))
  })
  sent.write(BODY.slice(0, 10))
  await pause(100)
  return { sent, status }
}

test('a request in flight is finished, new ones are refused, and a second signal changes nothing', async () => {
  const running = await startDev(['--data', ':memory:'])
  const { sent, status } = await halfAnInvitation(running.line)
  running.signal('SIGTERM')
  await pause(100)
  running.signal('SIGTERM')
  running.signal('SIGINT')
  await expect(fetch(`${running.line.url}/_atrium/health`)).rejects.toThrow('fetch failed')
  sent.end(BODY.slice(10))
  expect(await status).toBe(200)
  expect((await running.ended).code).toBe(0)
})

test('a request that never ends is cut before ten seconds have passed', async () => {
  const running = await startDev(['--data', ':memory:'])
  const { status } = await halfAnInvitation(running.line)
  const failed = expect(status).rejects.toThrow(/socket hang up|ECONNRESET/)
  const began = performance.now()
  running.signal('SIGTERM')
  expect((await running.ended).code).toBe(0)
  expect(performance.now() - began).toBeLessThan(10_000)
  await failed
})
