// The same invitation pressed twice: in two tabs, in two browsers, by a double click.
import { expect } from 'vitest'
import { pageTest } from '../harness/browser.ts'
import { fillNewcomer, useOffice } from '../harness/office.ts'

const office = useOffice()
const ONCE = ['INVITED_TO_ORG', 'JOINED_ORG']
const accept = { name: 'Accept invitation' }

pageTest('a double click makes one member and one event', async () => {
  const invited = await office.invite()
  const page = await office.open(invited.link)
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.url())
  })
  await fillNewcomer(page)
  await page.getByRole('button', accept).dblclick()
  await page.getByRole('heading', { name: 'You are in' }).waitFor()
  expect(sent).toHaveLength(1)
  expect(await office.fate(invited)).toEqual({ status: 'ACCEPTED', isMember: true, events: ONCE })
})

pageTest('without its script a double click makes one member and one event as well', async () => {
  const invited = await office.invite()
  const page = await office.open(invited.link, { javaScriptEnabled: false })
  await fillNewcomer(page)
  await page.getByRole('button', accept).dblclick()
  // The browser shows the second form's answer alone. One that comes once the first is through finds the link used.
  await page.getByRole('heading', { name: /^You are in|^This invitation has been accepted/ }).waitFor()
  expect(await office.fate(invited)).toEqual({ status: 'ACCEPTED', isMember: true, events: ONCE })
})

pageTest('the second of two tabs says that one is in already', async () => {
  const invited = await office.invite()
  const first = await office.open(invited.link)
  const second = await first.context().newPage()
  await second.goto(invited.link)
  await fillNewcomer(first)
  await fillNewcomer(second)
  await first.getByRole('button', accept).click()
  await first.getByRole('heading', { name: 'You are in' }).waitFor()
  await second.getByRole('button', accept).click()
  await second.getByRole('heading', { name: 'You are in already' }).waitFor()
  expect(await office.fate(invited)).toEqual({ status: 'ACCEPTED', isMember: true, events: ONCE })
})

pageTest('the second of two browsers is told to sign in', async () => {
  const invited = await office.invite()
  const first = await office.open(invited.link)
  const second = await office.open(invited.link)
  await fillNewcomer(first)
  await fillNewcomer(second, 'Eve', 'Else')
  await first.getByRole('button', accept).click()
  await first.getByRole('heading', { name: 'You are in' }).waitFor()
  await second.getByRole('button', accept).click()
  await second.getByRole('heading', { name: 'This invitation has been accepted' }).waitFor()
  await second.getByRole('link', { name: 'Sign in' }).click()
  await second.getByRole('heading', { name: 'Sign in' }).waitFor()
  expect(await office.fate(invited)).toEqual({ status: 'ACCEPTED', isMember: true, events: ONCE })
})
