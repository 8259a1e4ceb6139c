// The API's own description as somebody reads it: in a browser, in both colour schemes, also on a phone.
import { expect } from 'vitest'
import { type Atrium, startAtrium } from '../harness/atrium.ts'
import { seriousFindings } from '../harness/axe.ts'
import { openPage, PHONE, pageTest } from '../harness/browser.ts'
import { CASE_SEED } from '../harness/case-seed.ts'
import { takePictures } from '../harness/screenshots.ts'
import { engines } from '../harness/stores.ts'

async function start(): Promise<Atrium> {
  const [sqlite] = engines
  if (sqlite === undefined) throw new Error('There is always SQLite.')
  return startAtrium(await sqlite.open(), { seed: CASE_SEED })
}

pageTest('the reference of each dialect is readable for everybody and keeps to its policy', async () => {
  await using atrium = await start()
  const page = await openPage()
  for (const dialect of ['atlas-v1', 'cloud-manager', 'atlas-v2']) {
    const answer = await page.goto(`${atrium.url}/_atrium/openapi/${dialect}`)
    expect(answer?.status()).toBe(200)
    expect(await seriousFindings(page)).toEqual([])
  }
  await takePictures(page, 'reference')
})

pageTest('the reference fits a phone without scrolling sideways, in the dark', async () => {
  await using atrium = await start()
  const page = await openPage({ viewport: PHONE, isMobile: true, colorScheme: 'dark' })
  await page.goto(`${atrium.url}/_atrium/openapi/atlas-v2`)
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width)
  expect(await seriousFindings(page)).toEqual([])
})
