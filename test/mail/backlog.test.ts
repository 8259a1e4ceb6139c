// What nobody is to get costs those who wait behind it little time.
import { expect, test } from 'vitest'
import { deliver, mailRows } from '../harness/delivery.ts'
import { eventually, startMailWorld } from '../harness/mail-world.ts'
import { startSmtp } from '../harness/smtp.ts'
import { engines } from '../harness/stores.ts'

const STRANGERS = 280
const A_NETWORK = 20

test('passwords that nobody has are asked for in hundreds, and an invitation hardly waits for that', async () => {
  const smtp = await startSmtp()
  const [engine] = engines
  if (!engine) throw new Error('There is always SQLite.')
  const world = await startMailWorld(engine, { trustedProxies: ['127.0.0.1'] })
  for (let index = 0; index < STRANGERS; index += 1) {
    const answer = await fetch(`${world.atrium.url}/reset`, {
      method: 'POST',
      headers: {
        Origin: new URL(world.atrium.url).origin,
        'X-Forwarded-For': `198.51.100.${Math.floor(index / A_NETWORK)}`,
      },
      body: new URLSearchParams({ email: `nobody-${index}@new.example` }),
    })
    expect(answer.status).toBe(200)
  }
  await world.invite('kim@new.example')
  await using _delivery = deliver(world.atrium, smtp.url)
  const rows = await eventually(
    () => mailRows(world.atrium),
    (found) => found.every(({ status }) => status !== 'waiting'),
  )
  expect(rows).toHaveLength(STRANGERS + 1)
  expect(rows.filter(({ status }) => status === 'dropped')).toHaveLength(STRANGERS)
  expect(smtp.mails.map(({ to }) => to.join())).toEqual(['kim@new.example'])
}, 40_000)
