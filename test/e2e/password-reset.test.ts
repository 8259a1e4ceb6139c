// A forgotten password: from the sign-in page over the mail to the profile, and what becomes of everything older.
import { expect } from 'vitest'
import { openPage, pageTest } from '../harness/browser.ts'
import { mailedLink, PASSWORD, signIn, useOffice } from '../harness/office.ts'

const office = useOffice()
const NEW_PASSWORD = 'Siebzehn-Wolken-am-Meer'

pageTest('by the mail one chooses a new password and is in, and every other session ends', async () => {
  const bo = await office.newMember()
  const { url } = office.world().atrium
  const elsewhere = await openPage()
  await signIn(elsewhere, url, bo.username)
  const page = await office.open(`${url}/sign-in`)
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  await page.getByLabel('Email').fill(bo.username)
  await page.getByRole('button', { name: 'Send link' }).click()
  await page.getByText(`If there is an account for ${bo.username}, a mail is on its way.`).waitFor()
  const link = await mailedLink(office.world(), bo.username, 'reset')
  await page.goto(link)
  await page.getByLabel('New password').fill('password1234')
  await page.getByRole('button', { name: 'Set password' }).click()
  await page.getByText('This password is easy to guess.').waitFor()
  await page.getByLabel('New password').fill(NEW_PASSWORD)
  await page.getByRole('button', { name: 'Set password' }).click()
  await page.getByRole('heading', { name: 'Your profile' }).waitFor()
  expect(await page.locator('main .rows', { hasText: 'This browser' }).locator('> li').count()).toBe(1)
  await elsewhere.reload()
  await elsewhere.getByRole('heading', { name: 'Sign in' }).waitFor()
  await elsewhere.goto(link)
  await elsewhere.getByRole('heading', { name: 'This link does not work any more' }).waitFor()
})

pageTest('the old password is refused, the new one works', async () => {
  const bo = await office.newMember()
  const { url } = office.world().atrium
  const page = await office.open(`${url}/reset`)
  await page.getByLabel('Email').fill(bo.username.toUpperCase())
  await page.getByRole('button', { name: 'Send link' }).click()
  await page.getByRole('heading', { name: 'Look into your mailbox' }).waitFor()
  await page.goto(await mailedLink(office.world(), bo.username, 'reset'))
  await page.getByLabel('New password').fill(NEW_PASSWORD)
  await page.getByRole('button', { name: 'Set password' }).click()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.getByLabel('Email').fill(bo.username)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('This email and password do not fit together.').waitFor()
  expect(await page.getByLabel('Email').inputValue()).toBe(bo.username)
  await page.getByLabel('Password', { exact: true }).fill(NEW_PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Your profile' }).waitFor()
})

pageTest('an address that nobody has is told the same, and what is no address is said next to the field', async () => {
  const page = await office.open(`${office.world().atrium.url}/reset`)
  await page.getByLabel('Email').fill('nobody@nowhere')
  await page.getByRole('button', { name: 'Send link' }).click()
  await page.getByText('Enter an email address, such as ana@example.com.').waitFor()
  expect(await page.getByLabel('Email').inputValue()).toBe('nobody@nowhere')
  await page.getByLabel('Email').fill('nobody@nowhere.example')
  await page.getByRole('button', { name: 'Send link' }).click()
  await page.getByText('If there is an account for nobody@nowhere.example, a mail is on its way.').waitFor()
  await page.getByRole('link', { name: 'Back to sign-in' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
})
