// What else becomes of an invitation: declined and taken back, expired and renewed, withdrawn, sent again, unwanted.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { pageTest } from '../harness/browser.ts'
import { ACME } from '../harness/case-seed.ts'
import { ORG_INVITES } from '../harness/cases.ts'
import { fillNewcomer, type Invited, mailedLink, useOffice } from '../harness/office.ts'
import { DIALECTS } from '../harness/world.ts'

const office = useOffice()
const OLIVE = ACME.owner.username

const owner = () => {
  const dialect = DIALECTS.find(({ name }) => name === 'v2')
  if (!dialect) throw new Error('There is v2.')
  return office.world().client(dialect, 'owner')
}

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click()
const reads = (page: Page, heading: string): Promise<void> =>
  page.getByRole('heading', { name: heading, exact: true }).waitFor()

async function accepts(page: Page, invited: Invited): Promise<void> {
  await fillNewcomer(page)
  await press(page, 'Accept invitation')
  await reads(page, 'You are in')
  expect(await office.fate(invited)).toMatchObject({ status: 'ACCEPTED', isMember: true })
}

pageTest('declining asks once, can be undone, and the invitation is accepted after all', async () => {
  const invited = await office.invite()
  const page = await office.open(invited.link)
  await press(page, 'Decline')
  await reads(page, 'Decline the invitation to Acme?')
  expect(await office.fate(invited)).toMatchObject({ status: 'PENDING' })
  await page.getByRole('link', { name: 'Back' }).click()
  await press(page, 'Decline')
  await press(page, 'Decline invitation')
  await reads(page, 'You have declined')
  expect(await office.fate(invited)).toMatchObject({ status: 'DECLINED', isMember: false })
  await press(page, 'Undo')
  await accepts(page, invited)
})

pageTest('an expired one asks the inviter, who renews it by one click from the mail, and it is accepted', async () => {
  const invited = await office.invite({}, OLIVE)
  const page = await office.open(invited.link)
  await page.getByRole('heading', { name: 'Olive Owner invites you to Acme' }).waitFor()
  office.pass()
  await fillNewcomer(page)
  await press(page, 'Accept invitation')
  await reads(page, 'Your invitation to Acme has expired')
  await press(page, 'Ask Olive Owner for a new one')
  await reads(page, 'You have asked for a new invitation')
  const inviter = await office.open(await mailedLink(office.world(), OLIVE, 'renew'))
  await reads(inviter, `Invite ${invited.username} to Acme again?`)
  await press(inviter, 'Invite again')
  await reads(inviter, 'A new invitation is on its way')
  await page.goto(invited.link)
  await reads(page, 'This link does not work')
  await page.goto(await mailedLink(office.world(), invited.username, 'accept'))
  await fillNewcomer(page)
  await press(page, 'Accept invitation')
  await reads(page, 'You are in')
})

pageTest('an expired one of a key says whom to ask instead of offering a button', async () => {
  const invited = await office.invite()
  office.pass()
  const page = await office.open(invited.link)
  await reads(page, 'Your invitation to Acme has expired')
  await page.getByText('Ask whoever manages access at Acme for a new one.').waitFor()
  expect(await page.locator('main').getByRole('button').count()).toBe(0)
})

pageTest('a withdrawn one says so, also to somebody who is filling in the form', async () => {
  const invited = await office.invite()
  const page = await office.open(invited.link)
  await fillNewcomer(page)
  expect((await owner().delete(`${ORG_INVITES}/${invited.id}`)).status).toBeLessThan(300)
  await press(page, 'Accept invitation')
  await reads(page, 'This invitation has been withdrawn')
  expect(await office.fate(invited)).toMatchObject({ status: 'REVOKED', isMember: false })
})

pageTest('once it has been sent again, only the newest link works', async () => {
  const invited = await office.invite()
  expect((await owner().post(`${ORG_INVITES}/${invited.id}:resend`)).status).toBe(200)
  const page = await office.open(invited.link)
  await reads(page, 'This link does not work')
  await page.goto(await mailedLink(office.world(), invited.username, 'accept'))
  await accepts(page, invited)
})

pageTest('mail is stopped by the link in it and allowed again, and the invitation stays', async () => {
  const invited = await office.invite()
  const page = await office.open(await mailedLink(office.world(), invited.username, 'stop'))
  await reads(page, 'Get no more mail from Acme?')
  await press(page, 'Never write to me again')
  await reads(page, 'Acme writes to you no more')
  await press(page, 'Undo')
  await reads(page, 'Acme may write to you again')
  await page.getByRole('link', { name: 'View invitation' }).click()
  await accepts(page, invited)
})

pageTest('nobody and nothing that only follows links answers an invitation', async () => {
  const invited = await office.invite({}, OLIVE)
  const page = await office.open(invited.link)
  const links = await page
    .locator('main a, main form[method=get]')
    .evaluateAll((elements: readonly unknown[]) =>
      elements.map((element) => Object(element).href || Object(element).action),
    )
  for (const link of [...links, `${invited.link}/decline`, `${invited.link}/stop`]) {
    for (const method of ['HEAD', 'GET']) await page.request.fetch(String(link), { method, maxRedirects: 0 })
  }
  expect(await office.fate(invited)).toEqual({ status: 'PENDING', isMember: false, events: ['INVITED_TO_ORG'] })
})
