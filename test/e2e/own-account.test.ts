// What people change of themselves: name, language, password, sessions, and where they belong.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { openPage, pageTest, type Visitor } from '../harness/browser.ts'
import { ACME, STRANGER } from '../harness/case-seed.ts'
import { isMember, PASSWORD, signIn, useOffice } from '../harness/office.ts'

const office = useOffice()
const NEW_PASSWORD = 'Siebzehn-Wolken-am-Meer'
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'

async function signedIn(username: string, password = PASSWORD, visitor: Visitor = {}): Promise<Page> {
  const page = await openPage(visitor)
  await signIn(page, office.world().atrium.url, username, password)
  return page
}

const said = (page: Page, text: string): Promise<void> => page.getByRole('status').getByText(text).waitFor()

pageTest('the name and the language are changed, and pages follow', async () => {
  const { username } = await office.newMember()
  const page = await signedIn(username)
  await page.getByLabel('First name').fill('Boel')
  await page.getByRole('button', { name: 'Save name' }).click()
  await said(page, 'Your name is saved.')
  await page.getByText(`Boel Lindqvist · ${username}`).waitFor()
  await page.getByLabel('Last name').fill(' ')
  await page.getByRole('button', { name: 'Save name' }).click()
  await page.getByText('Enter your last name.').waitFor()
  expect(await page.evaluate('document.activeElement.id')).toBe('lastName')
  await page.locator('#own-language').selectOption('ko')
  await page.getByRole('button', { name: 'Save language' }).click()
  await said(page, '언어를 저장했습니다.')
  expect(await page.locator('html').getAttribute('lang')).toBe('ko')
  await page.getByText(`Lindqvist Boel · ${username}`).waitFor()
})

pageTest('the password is changed by whoever knows it, and every other session ends', async () => {
  const { username } = await office.newMember()
  const elsewhere = await signedIn(username)
  const page = await signedIn(username)
  const change = async (current: string, chosen: string): Promise<void> => {
    await page.getByLabel('Current password').fill(current)
    await page.getByLabel('New password').fill(chosen)
    await page.getByRole('button', { name: 'Change password' }).click()
  }
  await change('not my password', NEW_PASSWORD)
  await page.getByText('This is not your current password.').waitFor()
  await change(PASSWORD, 'short')
  await page.getByText('Use at least 12 characters.').waitFor()
  await change(PASSWORD, NEW_PASSWORD)
  await said(page, 'Your password is changed')
  await elsewhere.reload()
  await elsewhere.getByRole('heading', { name: 'Sign in' }).waitFor()
  await signedIn(username, NEW_PASSWORD)
})

pageTest('another session is seen with its browser and ended', async () => {
  const { username } = await office.newMember()
  const page = await signedIn(username)
  const elsewhere = await signedIn(username, PASSWORD, { userAgent: FIREFOX })
  await page.reload()
  const row = page.locator('.rows > li', { hasText: 'Firefox on Windows' })
  await row.getByRole('button', { name: 'Sign out there' }).click()
  await said(page, 'That session has ended.')
  expect(await page.getByText('Firefox on Windows').count()).toBe(0)
  await elsewhere.reload()
  await elsewhere.getByRole('heading', { name: 'Sign in' }).waitFor()
})

pageTest('leaving an organization asks once and says what is lost', async () => {
  const { username } = await office.newMember()
  const page = await signedIn(username)
  await page.getByRole('link', { name: 'Leave: Acme' }).click()
  await page.getByRole('heading', { name: 'Leave Acme?' }).waitFor()
  await page.getByRole('link', { name: 'Stay' }).click()
  expect(await isMember(office.world(), username)).toBe(true)
  await page.getByRole('link', { name: 'Leave: Acme' }).click()
  await page.getByRole('button', { name: 'Leave organization' }).click()
  await said(page, 'You have left the organization.')
  await page.getByText('You are not in any organization.').waitFor()
  expect(await isMember(office.world(), username)).toBe(false)
})

pageTest('the last owner is told to name another one, and one of two may leave', async () => {
  const page = await signedIn(STRANGER.owner.username, 'battery staple')
  await page.getByText('You are the last owner. Make somebody else an owner before you leave.').waitFor()
  expect(await page.getByRole('link', { name: /^Leave/ }).count()).toBe(0)
  await page.goto(`${office.world().atrium.url}/profile/organizations/${STRANGER.id}/leave`)
  expect(await page.getByRole('button', { name: 'Leave organization' }).count()).toBe(0)
  const oneOfTwo = await signedIn(ACME.owner.username, 'correct horse')
  await oneOfTwo.getByRole('link', { name: 'Leave: Acme' }).waitFor()
})

pageTest('an invitation is accepted from the profile, another one declined', async () => {
  const { username } = await office.newMember()
  const page = await signedIn(username)
  await office.inviteToProject(ACME.apollo, { username })
  await page.reload()
  await page.getByRole('button', { name: 'Accept invitation' }).click()
  await said(page, 'You are in.')
  await office.inviteToProject(ACME.project0, { username })
  await page.reload()
  await page.getByRole('button', { name: 'Decline' }).click()
  await said(page, 'You have declined the invitation.')
  expect(await page.getByText('Invitations for you').count()).toBe(0)
})

pageTest('who signs out is out in every tab', async () => {
  const { username } = await office.newMember()
  const page = await signedIn(username)
  const tab = await page.context().newPage()
  await tab.goto(page.url())
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await tab.getByRole('button', { name: 'Save name' }).click()
  await tab.getByRole('heading', { name: 'Sign in' }).waitFor()
})
