// Mails as the commands send them.
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newKeyRing } from '../../src/identity/key-ring.ts'
import { systemAmbient } from '../../src/platform/ambient.ts'
import { run, startDev, startServe, temporaryFolder, tokenOf } from '../cli/program.ts'
import { API, connect } from '../harness/client.ts'
import { startSmtp } from '../harness/smtp.ts'

const KIM = 'kim@new.example'
const INVITATION = { username: KIM, roles: ['ORG_MEMBER'] }

test('dev --smtp keeps mails and sends them, as the environment says they look', async () => {
  const smtp = await startSmtp()
  const look = { BRAND_NAME: 'Basalt', MAIL_FROM: 'Basalt <hi@basalt.example>', DEFAULT_LANGUAGE: 'ja' }
  const { line } = await startDev(['--data', ':memory:', '--smtp', smtp.url], look)
  const api = connect(line.url, await tokenOf(line.url, line.serviceAccount))
  expect((await api.call('POST', `${API}/orgs/${line.orgId}/invites`, INVITATION)).status).toBe(200)
  const [kept] = JSON.parse(await (await fetch(`${line.url}/_atrium/outbox?to=${KIM}`)).text())
  expect(kept).toMatchObject({
    to: KIM,
    html: expect.stringContaining('lang="ja"'),
    text: expect.stringContaining('Basalt'),
  })
  await smtp.received(1)
  const mail = smtp.mails.find(({ to }) => to.includes(KIM))
  expect(mail).toMatchObject({ from: 'hi@basalt.example', text: kept.text })
  expect(JSON.parse(await (await fetch(`${line.url}/_atrium/outbox?to=${KIM}`)).text())).toEqual([kept])
})

test('dev says what is wrong with its settings of mails', async () => {
  const { code, stderr } = await run(['dev', '--port', '0', '--data', ':memory:'], { BRAND_ACCENT: 'red' })
  expect([code, stderr]).toEqual([1, 'BRAND_ACCENT must be a colour as #rrggbb, not "red".\n'])
  expect((await run(['dev', '--smtp', 'mail.example'])).stderr).toContain('It must be smtp://host:port')
})

test('serve sends, stops cleanly, and doctor tries the server', async () => {
  const smtp = await startSmtp()
  const env = {
    DATABASE_URL: `sqlite:${join(temporaryFolder(), 'atrium.db')}`,
    PUBLIC_URL: 'https://atrium.example.com',
    ATRIUM_KEYS: newKeyRing(systemAmbient()),
    SMTP_URL: smtp.url,
    MAIL_FROM: 'people@acme.example',
  }
  await run(['migrate'], env)
  const made = await run(['bootstrap', '--org-name', 'Acme', '--owner-email', 'ada@acme.example', '--json'], env)
  const { orgId, serviceAccount } = JSON.parse(made.stdout)
  const server = await startServe(env)
  const api = connect(server.url, await tokenOf(server.url, serviceAccount))
  expect((await api.call('POST', `${API}/orgs/${orgId}/invites`, INVITATION)).status).toBe(200)
  const [mail] = await smtp.received(1)
  expect(mail?.text).toContain('https://atrium.example.com/invitations/')
  server.signal('SIGTERM')
  const { code, stderr } = await server.ended
  expect(code).toBe(0)
  expect(stderr).not.toMatch(/kim@|"level":50/)
  expect((await run(['doctor'], env)).stdout).toMatch(/^mail +ok$/m)
  await smtp[Symbol.asyncDispose]()
  const doctor = await run(['doctor'], env)
  expect([doctor.code, /^mail +problem: .*ECONNREFUSED/m.test(doctor.stdout)]).toEqual([1, true])
})
