// The bar and the log of the page of `atrium dev`: what is caused there happens, and what any client sends is seen there.
import type { Page, Route } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Seed } from '../../src/seed/seed-schema.ts'
import { completed, DEFAULT_SEED } from '../../src/seed/seed-schema-defaults.ts'
import { seriousFindings } from '../harness/axe.ts'
import { openPage, pageTest, type Visitor } from '../harness/browser.ts'
import { API } from '../harness/client.ts'
import { type Double, startDouble } from '../harness/double.ts'
import { exchange } from '../harness/http-client.ts'
import { NAME_PAYLOADS } from '../harness/payloads.ts'
import { takePicture } from '../harness/screenshots.ts'

const START = Date.UTC(2026, 10, 22, 12)
/** Each with the panel that is audited there. */
const SIZES = [
  { width: 360, height: 740, panel: 'clock' },
  { width: 768, height: 900, panel: 'faults' },
  { width: 1440, height: 900, panel: 'state' },
] as const
const RATE = { operationId: 'createOrgInvite', times: 2, status: 429 }

/** Its clock stands, unless it is to run. */
const given = (clock: 'stands' | 'runs' = 'stands', seed: Seed = DEFAULT_SEED): Promise<Double> =>
  startDouble(':memory:', { seed, ...(clock === 'stands' ? { now: START } : {}) })

async function visited({ world }: Double, visitor: Visitor = {}): Promise<Page> {
  const page = await openPage(visitor)
  await page.goto(`${world.url}/_atrium/`)
  return page
}

/** What the bar says of one of its controls. */
const said = (page: Page, id: string) => page.locator(`#${id} .state`)
const rows = (page: Page) => page.locator('.log li:not([hidden])')

/** Opens a panel of the bar. */
async function opened(page: Page, id: string) {
  await page.locator(`#${id} summary`).click()
  return page.locator(`#${id} .panel`)
}

async function invite(double: Double, username = 'somebody@example.com'): Promise<number> {
  const client = await double.client()
  const { orgId } = double.world.firstSteps.credentials
  return (await client.call('POST', `${API}/orgs/${orgId}/invites`, { username, roles: ['ORG_MEMBER'] })).status
}

/** Somebody whom the owner has invited: only people are told that an invitation of theirs has expired. */
const ONE_INVITED = completed({
  organizations: [{ name: 'Acme', invitations: [{ username: 'late@example.com', roles: ['ORG_MEMBER'] }] }],
})

pageTest('the clock is advanced from the page, and the mails that came due on the way are in its outbox', async () => {
  const double = await given('runs', ONE_INVITED)
  const page = await visited(double)
  await page.getByText('running with this machine’s clock').waitFor()
  const panel = await opened(page, 'clock')
  await panel.getByRole('button', { name: '+ 31 days' }).click()
  const subjects = page.locator('.mails .subject')
  await subjects.getByText('late@example.com did not answer your invitation to Acme').waitFor()
  await subjects.getByText('Your invitation to Acme expires on').waitFor()
  expect(await said(page, 'clock').textContent()).toMatch(/^stands at \d+ \w+ \d{4}, \d\d:\d\d UTC$/)
  await panel.getByLabel('Advance by').fill('2')
  await panel.getByLabel('Unit').selectOption('weeks')
  const before = double.world.clock.read().now
  await panel.getByRole('button', { name: 'Advance', exact: true }).click()
  await expect.poll(() => double.world.clock.read().now).toBe(before + 14 * 86_400_000)
})

pageTest('the clock is set and resumed from the page, which says why it cannot be', async () => {
  const double = await given('runs')
  const page = await visited(double, { expects: [/409/] })
  const panel = await opened(page, 'clock')
  await panel.getByLabel('Set to, in UTC').fill('2027-07-02T00:00')
  await panel.getByRole('button', { name: 'Set', exact: true }).click()
  await said(page, 'clock').getByText('stands at 2 Jul 2027, 00:00 UTC').waitFor()
  await invite(double)
  await panel.getByRole('button', { name: /^Resume/ }).click()
  await panel.getByText(/lies ahead|can run again once that is later/).waitFor()
  expect(double.world.clock.read()).toEqual({ now: Date.UTC(2027, 6, 2), frozen: true })
})

pageTest('a fault that is added on the page meets its next request, and the log says so in words', async () => {
  const double = await given()
  const page = await visited(double, { expects: [/429/] })
  const panel = await opened(page, 'faults')
  await panel.getByLabel('Times').fill('2')
  await panel.getByRole('button', { name: 'Add the fault' }).click()
  await said(page, 'faults').getByText('1: createOrgInvite 429 ×2 left').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Run: Invite somebody to the organization/ }).click()
  await page.locator('.outcome').getByText('429 Too Many Requests').waitFor()
  const row = rows(page).first()
  await row.locator('.why').getByText('RATE_LIMITED_TOKEN_BUCKET: a fault was injected').waitFor()
  expect(await row.locator('.status').textContent()).toBe('429 refused')
  await said(page, 'faults').getByText('×1 left').waitFor()
  await page.locator('#faults summary').click()
  await panel.getByRole('button', { name: 'Delete fault 1 of createOrgInvite' }).click()
  await said(page, 'faults').getByText('none').waitFor()
  expect(await double.world.faults.list()).toEqual([])
})

pageTest('a fault that cannot be is refused in the words of the sandbox', async () => {
  const page = await visited(await given(), { expects: [/400/] })
  const panel = await opened(page, 'faults')
  await panel.getByLabel(/^Operation/).fill('createOrgInvit')
  await panel.getByRole('button', { name: 'Add the fault' }).click()
  await panel.getByText('No operation is called createOrgInvit. The nearest are createOrgInvite').waitFor()
})

pageTest('requests of other clients appear by themselves, open to what was sent, and are filtered', async () => {
  const double = await given()
  const page = await visited(double)
  await page.getByText('No request yet.').waitFor()
  expect(await invite(double)).toBe(200)
  await exchange(double.world.url, { method: 'GET', target: '/api/atlas/v2/orgs/x' })
  await rows(page).nth(2).waitFor()
  const asked = rows(page).nth(1)
  expect(await asked.locator('.call').textContent()).toMatch(
    /^POST \/api\/atlas\/v2\/orgs\/[0-9a-f]{4}…[0-9a-f]{4}\/invites$/,
  )
  await asked.locator('summary').click()
  await asked
    .getByLabel(/^Body of the request/)
    .getByText('"username": "somebody@example.com"')
    .waitFor()
  await asked
    .getByLabel(/^Body of the response/)
    .getByText('"createdAt"')
    .waitFor()
  const { clientSecret = '' } = double.world.firstSteps.credentials.serviceAccount ?? {}
  expect(await page.locator('.log').innerHTML()).not.toContain(clientSecret)
  await page.getByLabel('Operation or path').fill('createorg')
  expect(await rows(page).count()).toBe(1)
  expect(await rows(page).locator('details').getAttribute('open')).toBe('')
  await page.getByLabel('Operation or path').fill('')
  await double.world.requests.clear()
  await page.getByText('No request yet.').waitFor()
})

pageTest('only refusals leaves out what digest clients are asked first', async () => {
  const double = await given()
  await double.world.faults.add({ ...RATE, times: 1 })
  await exchange(double.world.url, { method: 'GET', target: '/api/atlas/v2/orgs' })
  await invite(double)
  const page = await visited(double)
  await rows(page).nth(2).waitFor()
  await page.getByLabel('Only refusals').check()
  expect(await rows(page).locator('.status').allTextContents()).toEqual(['429 refused'])
})

pageTest('a reset says what is lost and asks once; a snapshot is restored by its name', async () => {
  const double = await given()
  const page = await visited(double)
  await invite(double)
  const panel = await opened(page, 'state')
  await panel.getByLabel('Name of a snapshot').fill('one-invited')
  await page.keyboard.press('Enter')
  await panel.getByText('Took one-invited.').waitFor()
  await panel.getByRole('button', { name: /^Reset/ }).click()
  const question = page.getByRole('dialog')
  await question.getByText('with 1 mail, 2 logged requests, 0 faults').waitFor()
  await page.keyboard.press('Escape')
  expect((await double.world.outbox.mails()).length).toBe(1)
  await panel.getByRole('button', { name: /^Reset/ }).click()
  await question.getByRole('button', { name: 'Reset' }).click()
  await page.getByText('No mail yet.').waitFor()
  await page.getByText('No request yet.').waitFor()
  await panel.getByRole('button', { name: 'Restore snapshot one-invited' }).click()
  await question.getByRole('button', { name: 'Restore' }).click()
  await page.locator('.mails > li').waitFor()
})

pageTest('an answer that a newer one has overtaken is not shown', async () => {
  const double = await given()
  await invite(double)
  const page = await visited(double)
  await page.locator('.mails > li').waitFor()
  const held = Promise.withResolvers<void>()
  const released = Promise.withResolvers<void>()
  let isFirst = true
  const handler = async (route: Route) => {
    if (!isFirst) return route.continue()
    isFirst = false
    const response = await route.fetch()
    held.resolve()
    await released.promise
    return route.fulfill({ response })
  }
  await page.route('**/_atrium/outbox', handler)
  await held.promise
  await page.getByRole('button', { name: 'Delete all' }).click()
  await page.getByText('No mail yet.').waitFor()
  released.resolve()
  await page.evaluate('new Promise((resolve) => setTimeout(resolve, 300))')
  expect(await page.locator('.mails > li').count()).toBe(0)
})

pageTest('everything in the bar is reached and left by the keyboard alone', async () => {
  const double = await given()
  const page = await visited(double)
  await page.locator('#clock summary').focus()
  await page.keyboard.press('Enter')
  for (const name of ['+ 1 day', '+ 7 days']) {
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe(name)
  }
  await page.keyboard.press('Enter')
  await page.getByText('The clock stands at 29 Nov 2026, 12:00 UTC.').waitFor()
  await page.keyboard.press('Escape')
  expect(await page.evaluate('document.activeElement.parentElement.id')).toBe('clock')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.locator('#faults[open]').waitFor()
  expect(await page.locator('#clock').getAttribute('open')).toBe(null)
})

pageTest('what comes in requests and faults stays text, even where no policy would stop it', async () => {
  const double = await given()
  const page = await openPage()
  await page.route('**/_atrium/', async (route) => {
    const answer = await route.fetch()
    const { 'content-security-policy': _policy, ...headers } = answer.headers()
    await route.fulfill({ response: answer, headers })
  })
  await page.goto(`${double.world.url}/_atrium/`)
  const client = await double.client()
  const payloads = NAME_PAYLOADS.slice(0, 60)
  for (const payload of payloads) {
    const target = `/api/atlas/v2/orgs/${encodeURIComponent(payload)}?x=${encodeURIComponent(payload)}`
    await exchange(double.world.url, {
      method: 'GET',
      target,
      headers: { 'User-Agent': payload.replaceAll(/[^ -~]/g, '?') },
    })
  }
  const raw = { method: 'POST', target: '/api/atlas/v2/orgs/x?<img/src=x/onerror=alert(1)>', body: payloads.join('') }
  await exchange(double.world.url, raw)
  for (const detail of payloads.filter((payload) => payload.includes('<')).slice(0, 10)) {
    await double.world.faults.add({ operationId: 'createOrg', status: 400, detail })
    await client.call('POST', `${API}/orgs`, { name: detail })
  }
  await rows(page).nth(70).waitFor()
  await page.locator('#faults summary').click()
  await page.locator('.log details').evaluateAll((all) => {
    for (const each of all) each.setAttribute('open', '')
  })
  await page.locator('.exchange pre').first().waitFor()
  const foreign = ['img', 'svg', 'script', 'iframe', 'b', 'video', 'object', 'base', 'style', 'form']
  const places = foreign.flatMap((tag) => [`.log ${tag}`, `.faults ${tag}`]).join()
  expect(await page.locator(places).count()).toBe(0)
  expect(await page.locator('.faults .said').first().textContent()).toContain('<')
})

for (const colorScheme of ['light', 'dark'] as const) {
  pageTest(`the page is sound and fits at every width, with every panel open, in the ${colorScheme}`, async () => {
    const double = await given()
    const page = await visited(double, { colorScheme })
    await page.getByText('No request yet.').waitFor()
    await takePicture(page, `controls-empty-${colorScheme}`)
    await fill(double)
    await rows(page).nth(6).waitFor()
    await rows(page).first().locator('summary').click()
    for (const { panel, ...size } of SIZES) {
      await page.setViewportSize(size)
      for (const id of ['clock', 'faults', 'state']) {
        await page.evaluate('scrollTo(0, 0)')
        await page.locator(`#${id} summary`).click()
        await takePicture(page, `controls-${id}-${colorScheme}-${size.width}`)
        expect([id, size.width, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([
          id,
          size.width,
          size.width,
        ])
        await page.keyboard.press('Escape')
      }
      await takePicture(page, `controls-full-${colorScheme}-${size.width}`)
      await page.locator(`#${panel} summary`).click()
      expect(await seriousFindings(page)).toEqual([])
      await page.keyboard.press('Escape')
    }
  })
}

/** Gives the page something of everything to show. */
async function fill(double: Double): Promise<void> {
  const { world } = double
  await world.faults.add(RATE)
  await world.faults.add({ operationId: 'oauthRevoke', cut: true })
  await world.faults.add({ operationId: 'createGroupInvite', errorCode: 'INVITATIONS_RATE_LIMITED_IP', delayMs: 50 })
  await world.state.snapshot('before-the-move')
  await invite(double)
  await invite(double)
  await invite(double)
  await exchange(world.url, { method: 'GET', target: `/api/atlas/v2/orgs/${'0'.repeat(24)}/invits` })
  await exchange(world.url, { method: 'GET', target: '/api/public/v1.0/orgs' })
}

test('the scripts of the page are served one by one, and nothing else beside them', async () => {
  const { world } = await given()
  const { text } = await exchange(world.url, { method: 'GET', target: '/_atrium/start-page.js' })
  const names = [...text.matchAll(/from '\.\/([a-z-]+\.js)'/g)].map(([, name]) => name)
  expect(names.length).toBeGreaterThan(4)
  for (const name of names) {
    const script = await exchange(world.url, { method: 'GET', target: `/_atrium/${name}` })
    expect([name, script.status, script.headers['content-type']]).toEqual([name, 200, 'text/javascript; charset=utf-8'])
  }
  expect((await exchange(world.url, { method: 'GET', target: '/_atrium/page.ts' })).status).toBe(404)
})
