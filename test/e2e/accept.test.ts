// The way of an invited person, from the mail to being a member, in a real browser against `atrium dev`.
import type { Page } from 'playwright-core'
import { beforeAll, expect } from 'vitest'
import { seriousFindings } from '../harness/axe.ts'
import { openPage, PHONE, pageTest, type Visitor } from '../harness/browser.ts'
import { freshAddress } from '../harness/racing.ts'
import { type Sandbox, type SandboxUser, startSandbox } from '../harness/sandbox.ts'
import { takePictures } from '../harness/screenshots.ts'

const PASSWORD = 'Tausend-Kraniche-7'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startSandbox()
  return () => sandbox[Symbol.asyncDispose]()
})

/** Somebody who has opened the link in their mail. */
async function invited(username: string, visitor: Visitor = {}): Promise<Page> {
  await sandbox.invite(username)
  const page = await openPage(visitor)
  await page.goto(await sandbox.acceptLink(username))
  return page
}

async function userOf(username: string): Promise<SandboxUser | undefined> {
  return (await sandbox.users()).find((user) => user.username === username)
}

async function fill(page: Page, first = 'Bo', last = 'Lindqvist'): Promise<void> {
  await page.getByLabel('First name').fill(first)
  await page.getByLabel('Last name').fill(last)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
}

pageTest('somebody new opens the mail, gives a name and a password, and is a member', async () => {
  const username = freshAddress('new')
  const page = await invited(username)
  expect(await userOf(username)).toMatchObject({ orgMembershipStatus: 'PENDING' })
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  expect(await page.locator('main').textContent()).toContain(username)
  expect(await seriousFindings(page)).toEqual([])
  await takePictures(page, 'accept-new')
  await fill(page)
  await page.getByRole('button', { name: 'Accept invitation' }).click()
  await page.getByRole('heading', { name: 'You are in' }).waitFor()
  expect(await seriousFindings(page)).toEqual([])
  await takePictures(page, 'accept-done')
  expect(await userOf(username)).toMatchObject({
    orgMembershipStatus: 'ACTIVE',
    firstName: 'Bo',
    lastName: 'Lindqvist',
    roles: { orgRoles: ['ORG_MEMBER'] },
  })
})

pageTest('without scripts, on a phone and in the dark it works as well', async () => {
  const username = freshAddress('plain')
  const page = await invited(username, {
    viewport: PHONE,
    isMobile: true,
    colorScheme: 'dark',
    javaScriptEnabled: false,
  })
  await fill(page)
  await page.getByRole('button', { name: 'Accept invitation' }).click()
  await page.getByRole('heading', { name: 'You are in' }).waitFor()
  expect(await userOf(username)).toMatchObject({ orgMembershipStatus: 'ACTIVE' })
})

pageTest('whoever looks at the page, however often, changes nothing', async () => {
  const username = freshAddress('looked')
  const page = await invited(username)
  for (const method of ['GET', 'HEAD', 'GET']) {
    expect((await page.request.fetch(page.url(), { method })).status()).toBe(200)
  }
  await page.reload()
  expect(await userOf(username)).toMatchObject({ orgMembershipStatus: 'PENDING' })
})
