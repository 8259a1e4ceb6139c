// Accepting with an account: by its password, by the session that is there, and with the session of somebody else.
import { expect } from 'vitest'
import { openPage, pageTest } from '../harness/browser.ts'
import { ACME, GUEST, STRANGER } from '../harness/case-seed.ts'
import { PASSWORD, signIn, useOffice } from '../harness/office.ts'

const office = useOffice()
const ZOE = { username: STRANGER.owner.username, password: 'battery staple' } as const

pageTest('somebody with an account signs in and is a member', async () => {
  const zoe = await office.invite({ username: ZOE.username })
  const page = await office.open(zoe.link)
  expect(await page.getByLabel('Email').inputValue()).toBe(ZOE.username)
  expect(await page.getByLabel('First name').count()).toBe(0)
  await page.getByLabel('Password', { exact: true }).fill('not her password')
  await page.getByRole('button', { name: 'Sign in and accept' }).click()
  await page.getByText('This is not the password of this account.').waitFor()
  expect(await page.evaluate('document.activeElement.id')).toBe('password')
  expect(await office.fate(zoe)).toMatchObject({ status: 'PENDING', isMember: false })
  await page.getByLabel('Password', { exact: true }).fill(ZOE.password)
  await page.getByRole('button', { name: 'Sign in and accept' }).click()
  await page.getByRole('heading', { name: 'You are in' }).waitFor()
  expect(await office.fate(zoe)).toMatchObject({ status: 'ACCEPTED', isMember: true })
})

pageTest('somebody who is signed in accepts by one press', async () => {
  const bo = await office.newMember()
  const page = await openPage()
  await signIn(page, office.world().atrium.url, bo.username)
  const { link } = await office.inviteToProject(ACME.apollo, { username: bo.username })
  await page.goto(link)
  await page.getByText(`You are signed in as Bo Lindqvist (${bo.username}).`).waitFor()
  expect(await page.locator('main input').count()).toBe(0)
  await page.getByRole('button', { name: 'Accept invitation' }).click()
  await page.getByRole('heading', { name: 'You are in' }).waitFor()
  await page.goto(`${office.world().atrium.url}/profile`)
  await page.getByText('Apollo').waitFor()
})

pageTest('with the session of another account one is offered to switch, and nothing is accepted before', async () => {
  const bo = await office.newMember()
  const page = await openPage()
  await signIn(page, office.world().atrium.url, bo.username)
  const cy = await office.newMember()
  const invited = await office.inviteToProject(ACME.apollo, { username: cy.username })
  await page.goto(invited.link)
  await page.getByText(`but the invitation is for ${cy.username}`).waitFor()
  expect(await page.getByRole('button', { name: 'Accept invitation' }).count()).toBe(0)
  await page.getByRole('button', { name: `Sign in as ${cy.username}` }).click()
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  expect(await office.fate(invited)).toMatchObject({ status: 'PENDING' })
  await page.getByRole('button', { name: 'Sign in and accept' }).click()
  await page.getByRole('heading', { name: 'You are in' }).waitFor()
  await page.goto(`${office.world().atrium.url}/profile`)
  await page.locator('main .address', { hasText: cy.username }).waitFor()
})

pageTest('an account that nobody has claimed yet is claimed by the link in the mail', async () => {
  const gus = await office.invite({ username: GUEST.username })
  const page = await office.open(gus.link)
  await page.getByLabel('First name').fill('Gus')
  await page.getByLabel('Last name').fill('Guest')
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Accept invitation' }).click()
  await page.getByRole('heading', { name: 'You are in' }).waitFor()
  expect(await office.fate(gus)).toMatchObject({ status: 'ACCEPTED', isMember: true })
})
