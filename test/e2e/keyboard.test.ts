// The whole way by keyboard alone: everything is reached by Tab, what has the focus is seen, and nothing keeps it.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { openPage, pageTest } from '../harness/browser.ts'
import { mailedLink, PASSWORD, useOffice } from '../harness/office.ts'

const office = useOffice()
const MOST_STOPS = 60

interface Stop {
  readonly name: string
  readonly isSeen: boolean
}

/** What has the focus, and whether one sees that it has. */
const FOCUSED = `(() => {
  const at = document.activeElement
  if (!at || at === document.body) return { name: '', isSeen: true }
  const { outlineStyle, outlineWidth } = getComputedStyle(at)
  const { width, height, bottom, right } = at.getBoundingClientRect()
  const label = at.labels?.[0]?.textContent ?? at.getAttribute('aria-label') ?? at.textContent
  const isSeen = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && width > 0 && height > 0 && bottom > 0 && right > 0
  return { name: at.getAttribute('aria-labelledby') ?? label.trim(), isSeen }
})()`

const focused = (page: Page): Promise<Stop> => page.evaluate(FOCUSED)

/** Presses Tab until this has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let pressed = 0; pressed < MOST_STOPS; pressed += 1) {
    await page.keyboard.press('Tab')
    const stop = await focused(page)
    expect(stop).toMatchObject({ isSeen: true })
    if (stop.name === name) return
  }
  throw new Error(`Tab does not reach "${name}".`)
}

/** Everything that Tab stops at, from the beginning of the page until it has left it again. */
async function stopsOf(page: Page): Promise<readonly Stop[]> {
  await stopsFromHere(page)
  return stopsFromHere(page)
}

async function stopsFromHere(page: Page): Promise<readonly Stop[]> {
  const stops: Stop[] = []
  for (let pressed = 0; pressed < MOST_STOPS; pressed += 1) {
    await page.keyboard.press('Tab')
    const stop = await focused(page)
    if (stop.name === '') return stops
    stops.push(stop)
  }
  throw new Error(`Tab never leaves the page: ${stops.map(({ name }) => name).join(', ')}`)
}

const reads = (page: Page, heading: string): Promise<void> =>
  page.getByRole('heading', { name: heading, exact: true }).waitFor()

pageTest('declining, undoing and accepting need no mouse', async () => {
  const invited = await office.invite()
  const page = await office.open(invited.link)
  await tabTo(page, 'Decline')
  await page.keyboard.press('Space')
  await reads(page, 'Decline the invitation to Acme?')
  await tabTo(page, 'Decline invitation')
  await page.keyboard.press('Enter')
  await reads(page, 'You have declined')
  await tabTo(page, 'Undo')
  await page.keyboard.press('Space')
  await reads(page, 'Acme invites you')
  await tabTo(page, 'First name')
  await page.keyboard.type('Bo')
  await tabTo(page, 'Last name')
  await page.keyboard.type('Lindqvist')
  await tabTo(page, 'Password')
  await page.keyboard.type(PASSWORD)
  await tabTo(page, 'Show password')
  await page.keyboard.press('Space')
  expect(await page.locator('#password').getAttribute('type')).toBe('text')
  await tabTo(page, 'Accept invitation')
  await page.keyboard.press('Enter')
  await reads(page, 'You are in')
  expect(await office.fate(invited)).toMatchObject({ status: 'ACCEPTED', isMember: true })
})

pageTest('Enter in a field sends its form, and what is wrong has the focus afterwards', async () => {
  const invited = await office.invite()
  const page = await office.open(invited.link)
  await tabTo(page, 'First name')
  await page.keyboard.type('Bo')
  await tabTo(page, 'Last name')
  await page.keyboard.type('Lindqvist')
  await tabTo(page, 'Password')
  await page.keyboard.type('short')
  await page.keyboard.press('Enter')
  await page.getByText('Use at least 12 characters.').waitFor()
  const field = page.locator('#password')
  expect(await field.getAttribute('aria-describedby')).toContain('password-problem')
  expect((await focused(page)).name).toBe('Password')
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await reads(page, 'You are in')
})

pageTest('signing in, a new password and signing out need no mouse', async () => {
  const bo = await office.newMember()
  const page = await openPage()
  await page.goto(`${office.world().atrium.url}/sign-in`)
  await tabTo(page, 'Forgot your password?')
  await page.keyboard.press('Enter')
  await reads(page, 'Reset your password')
  await page.keyboard.type(bo.username)
  await page.keyboard.press('Enter')
  await reads(page, 'Look into your mailbox')
  await page.goto(await mailedLink(office.world(), bo.username, 'reset'))
  await page.keyboard.type('Siebzehn-Wolken-am-Meer')
  await page.keyboard.press('Enter')
  await reads(page, 'Your profile')
  await tabTo(page, 'Sign out')
  await page.keyboard.press('Enter')
  await reads(page, 'Sign in')
})

pageTest('Tab walks through every page once, sees each stop and leaves it', async () => {
  const bo = await office.newMember()
  const invited = await office.invite()
  const page = await openPage()
  const { url } = office.world().atrium
  for (const address of [invited.link, `${invited.link}/decline`, `${url}/sign-in`, `${url}/reset`]) {
    await page.goto(address)
    const stops = await stopsOf(page)
    expect(stops.filter(({ isSeen }) => !isSeen)).toEqual([])
    expect(stops.length).toBe(await page.locator(':is(a, button, select, input):visible:not([readonly])').count())
  }
  await page.goto(`${url}/sign-in`)
  await page.keyboard.type(bo.username)
  await tabTo(page, 'Password')
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await reads(page, 'Your profile')
  const stops = await stopsOf(page)
  expect(stops.filter(({ isSeen }) => !isSeen)).toEqual([])
  expect(stops.map(({ name }) => name)).toEqual(expect.arrayContaining(['Sign out', 'Save name', 'Change password']))
})
