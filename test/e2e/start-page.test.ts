// The page of `atrium dev`: who may see it, and that somebody who presses everything from top to bottom gets a mail.
import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { programRecipes } from '../../src/sandbox/first-steps.ts'
import type { Seed } from '../../src/seed/seed-schema.ts'
import { completed, DEFAULT_SEED } from '../../src/seed/seed-schema-defaults.ts'
import { temporaryFolder } from '../cli/program.ts'
import { type Atrium, startAtrium } from '../harness/atrium.ts'
import { seriousFindings } from '../harness/axe.ts'
import { openPage, PHONE, pageTest } from '../harness/browser.ts'
import { API, type Client, connect, tokenOf } from '../harness/client.ts'
import { hostileNames } from '../harness/hostile.ts'
import { exchange } from '../harness/http-client.ts'
import { takePictures } from '../harness/screenshots.ts'
import { engines } from '../harness/stores.ts'

const PAGE = '/_atrium/'
const RUNS = 5

/** Runs until the test is over, longer than the page that polls it. */
async function start(seed: Seed = DEFAULT_SEED): Promise<Atrium> {
  const [sqlite] = engines
  if (sqlite === undefined) throw new Error('There is always SQLite.')
  const atrium = await startAtrium(await sqlite.open(), { seed: completed(seed) })
  onTestFinished(() => atrium[Symbol.asyncDispose]())
  return atrium
}

/** The first organization's secrets, in the form in which they stand in a page. */
function secretsOf({ first: { owner, apiKey, serviceAccount } }: Atrium): readonly string[] {
  if (!owner || !apiKey || !serviceAccount) throw new Error('The default seed has one of each.')
  return [owner.password, apiKey.privateKey, serviceAccount.clientSecret]
}

async function visited(atrium: Atrium, visitor: Parameters<typeof openPage>[0] = {}): Promise<Page> {
  const page = await openPage(visitor)
  const answer = await page.goto(atrium.url + PAGE)
  expect(answer?.status()).toBe(200)
  return page
}

/** Runs each request in turn, and answers how each went. */
async function runAll(page: Page): Promise<readonly (string | null)[]> {
  const cards = await page.locator('.samples > li').all()
  const outcomes: (string | null)[] = []
  for (const card of cards) {
    await card.getByRole('button', { name: /^Run/ }).click()
    await card.locator('.outcome b').waitFor()
    outcomes.push(await card.locator('.outcome b').textContent())
  }
  return outcomes
}

test('the page has every credential, and no other address without credentials has one', async () => {
  const atrium = await start()
  const page = await fetch(atrium.url + PAGE)
  expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store'])
  const text = await page.text()
  for (const secret of secretsOf(atrium)) expect(text).toContain(secret)
  for (const path of ['/_atrium/start-page.js', '/_atrium/outbox', '/_atrium/openapi/atlas-v2', '/_atrium/x', '/']) {
    const other = await (await fetch(atrium.url + path)).text()
    for (const secret of secretsOf(atrium)) expect([path, other.includes(secret)]).toEqual([path, false])
  }
})

test('the page is reached by typing its address, with and without the last slash', async () => {
  const atrium = await start()
  const typed = { 'Sec-Fetch-Site': 'none', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' }
  expect((await fetch(atrium.url + PAGE, { headers: typed })).status).toBe(200)
  const bare = await fetch(`${atrium.url}/_atrium`, { headers: typed, redirect: 'manual' })
  expect([bare.status, bare.headers.get('location')]).toEqual([302, PAGE])
})

test('neither the page, its script nor a mail is shown to another site', async () => {
  const atrium = await start()
  const mail = await firstMail(atrium)
  const { host } = new URL(atrium.url)
  const foreign = [
    { Host: 'evil.example' },
    { Host: host, Origin: 'https://evil.example' },
    { Host: host, Origin: 'null' },
    { Host: host, 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' },
  ]
  for (const target of [PAGE, '/_atrium/start-page.js', `/_atrium/outbox/${mail}/html`]) {
    for (const headers of foreign) {
      const answer = await exchange(atrium.url, { method: 'GET', target, headers })
      expect([target, headers, answer.status]).toEqual([target, headers, 403])
      for (const secret of secretsOf(atrium)) expect(answer.text).not.toContain(secret)
    }
    expect((await exchange(atrium.url, { method: 'GET', target, headers: { Host: host } })).status).toBe(200)
  }
})

test('a mail in its frame may run nothing, send nothing and reach nothing of ours', async () => {
  const atrium = await start()
  const answer = await fetch(`${atrium.url}/_atrium/outbox/${await firstMail(atrium)}/html`)
  const policy = (answer.headers.get('content-security-policy') ?? '').split('; ')
  expect(policy).toEqual([
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    'img-src https: data:',
    "frame-ancestors 'self'",
    "form-action 'none'",
    'sandbox allow-popups allow-popups-to-escape-sandbox',
  ])
  for (const unknown of ['0'.repeat(24), 'x', '%2e%2e']) {
    expect((await fetch(`${atrium.url}/_atrium/outbox/${unknown}/html`)).status).toBe(404)
  }
})

test('the TypeScript of the page runs as pasted', async () => {
  const { url, first } = await start()
  const [, program] = programRecipes({ url, caFile: undefined, credentials: first })
  const file = join(temporaryFolder(), 'invitations.ts')
  writeFileSync(file, `${program?.lines.join('\n')}\n`)
  const { stdout } = await promisify(execFile)(process.execPath, [file])
  expect(stdout).toBe('200 []\n')
})

pageTest('pressing every Run from top to bottom works, and the mails appear below', async () => {
  const atrium = await start()
  const page = await visited(atrium)
  await page.getByText('No mail yet.').waitFor()
  expect(await runAll(page)).toEqual(Array(RUNS).fill('200 OK'))
  const mails = page.locator('.mails > li')
  await mails.nth(1).waitFor()
  expect(await mails.locator('.to').allInnerTexts()).toEqual(['project@example.com', 'hello@example.com'])
  const first = mails.last()
  await first.locator('summary').click()
  const letter = first.frameLocator('iframe').getByRole('heading', { level: 1 })
  expect(await letter.textContent()).toContain('Organization 0')
  await takePictures(page, 'start-page')
  expect(await seriousFindings(page)).toEqual([])
  const link = await first.getByRole('link', { name: /^Accept link/ }).getAttribute('href')
  expect(link).toMatch(`${atrium.url}/invitations/`)
  await first.getByRole('tab', { name: 'Plain text' }).click()
  expect(await first.locator('pre').textContent()).toContain(link)
})

pageTest('the button of a mail opens the invitation in a window of its own', async () => {
  const atrium = await start()
  const page = await visited(atrium)
  await page.getByRole('button', { name: /^Run: Invite somebody to the organization/ }).click()
  const mail = page.locator('.mails > li')
  await mail.locator('summary').click()
  const opened = page.context().waitForEvent('page')
  await mail.frameLocator('iframe').locator('a.button').click()
  const invitation = await opened
  await invitation.waitForLoadState()
  expect(invitation.url()).toBe(await mail.getByRole('link', { name: /^Accept link/ }).getAttribute('href'))
  await invitation.getByText('Organization 0').first().waitFor()
})

pageTest('an open mail stays as it is while others come, and all are deleted at once', async () => {
  const atrium = await start()
  const page = await visited(atrium)
  const [invite, , inviteToProject] = await page.locator('.run').all()
  await invite?.click()
  const oldest = page.locator('.mails > li').last()
  await oldest.locator('summary').click()
  const open = await oldest.locator('details').elementHandle()
  await inviteToProject?.click()
  await page.locator('.mails > li').nth(1).waitFor()
  expect([await open?.isVisible(), await open?.getAttribute('open')]).toEqual([true, ''])
  await page.getByRole('button', { name: 'Delete all' }).click()
  await page.getByText('No mail yet.').waitFor()
  expect(await (await fetch(`${atrium.url}/_atrium/outbox`)).json()).toEqual([])
})

pageTest('mail that another client causes comes by itself', async () => {
  const atrium = await start()
  const page = await visited(atrium)
  await page.getByText('No mail yet.').waitFor()
  await firstMail(atrium)
  await page.locator('.mails > li').waitFor()
})

pageTest('a visit after the first finds addresses that still can be invited', async () => {
  const atrium = await start()
  const page = await visited(atrium, { expects: [/409/] })
  expect(await runAll(page)).toEqual(Array(RUNS).fill('200 OK'))
  await page.getByRole('button', { name: /^Run: Invite somebody to the organization/ }).click()
  await page.getByText('409 Conflict').waitFor()
  await page.reload()
  expect(await runAll(page)).toEqual(Array(RUNS).fill('200 OK'))
})

pageTest('a token that has ended is replaced without a word', async () => {
  const atrium = await start()
  const page = await visited(atrium, { expects: [/401/] })
  const list = page.locator('.samples > li').nth(3)
  await list.getByRole('button').click()
  await list.getByText('200 OK').waitFor()
  atrium.wait(2 * 3_600_000)
  const again = page.waitForResponse((answer) => answer.url().endsWith('/api/oauth/token'))
  await list.getByRole('button').click()
  await again
  await list.getByText('200 OK').waitFor()
  expect(await list.locator('.outcome').textContent()).toMatch(/^200 OK · \d+ ms$/)
})

pageTest('what is copied is the secret itself, and tabs answer to the arrow keys', async () => {
  const atrium = await start()
  const page = await visited(atrium)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Copy the client secret' }).click()
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(atrium.first.serviceAccount?.clientSecret)
  await page.getByRole('tab', { name: 'curl, digest' }).focus()
  for (const name of ['curl, bearer', 'Atlas CLI', 'Terraform', 'Go SDK', 'TypeScript', 'MongoDB MCP server']) {
    await page.keyboard.press('ArrowRight')
    const tab = page.getByRole('tab', { name })
    expect(await tab.getAttribute('aria-selected')).toBe('true')
    await page.getByRole('tabpanel', { name }).waitFor()
  }
  await page.keyboard.press('Home')
  await page.getByRole('tabpanel', { name: 'curl, digest' }).waitFor()
})

pageTest('the page fits a phone without scrolling sideways, in the dark', async () => {
  const atrium = await start()
  const page = await visited(atrium, { viewport: PHONE, isMobile: true, colorScheme: 'dark' })
  await runAll(page)
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width)
  expect(await seriousFindings(page)).toEqual([])
})

pageTest(
  'names and addresses of people who mean harm stay text',
  async () => {
    const names = hostileNames(300).filter((name) => /^[^\p{C}]{1,64}$/u.test(name) && name.includes('<'))
    expect(names.length).toBeGreaterThan(40)
    const found = 'main img, main svg, main script, main b:not(.path b, .outcome b)'
    for (let index = 0; index < 9; index += 3) {
      const [name = '', project = '', team = ''] = names.slice(index, index + 3)
      const atrium = await start({
        organizations: [{ name, projects: [{ name: project }], teams: [{ name: team }] }],
      })
      const page = await visited(atrium, { expects: [/400/] })
      expect(await page.locator('.part').allTextContents()).toEqual(expect.arrayContaining([name, project, team]))
      const address = `'onclick='alert\`${index}\`'@example.com`
      await inviteAs(page, address)
      await page.locator('.mails .to').getByText(address).waitFor()
      await inviteAs(page, 'bo@example.com', { roles: ['<img src=x onerror=alert(1)>'] })
      await page.locator('.answer pre').first().getByText('<img src=x onerror=alert(1)>').waitFor()
      expect(await page.locator(found).count()).toBe(0)
    }
  },
  60_000,
)

/** Runs the first request for this address. */
async function inviteAs(page: Page, username: string, change: object = {}): Promise<void> {
  const body = page.getByLabel('Body').first()
  await body.fill(JSON.stringify({ ...JSON.parse(await body.inputValue()), username, ...change }))
  await page.locator('.run').first().click()
}

/** Invites somebody as another client would, and answers the id of the mail. */
async function firstMail(atrium: Atrium): Promise<string> {
  const client = await clientOf(atrium)
  const body = { username: 'elsewhere@example.com', roles: ['ORG_MEMBER'] }
  await client.call('POST', `${API}/orgs/${atrium.first.orgId}/invites`, body)
  const [mail] = JSON.parse(await (await fetch(`${atrium.url}/_atrium/outbox`)).text())
  return mail.id
}

async function clientOf({ url, first: { serviceAccount } }: Atrium): Promise<Client> {
  if (!serviceAccount) throw new Error('The default seed has a service account.')
  return connect(url, await tokenOf(url, serviceAccount))
}
