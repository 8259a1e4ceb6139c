// Every page in every state in each language, on a phone: in that language throughout, and never wider than its window.
import { beforeAll, expect } from 'vitest'
import { LANGUAGES } from '../../src/domain/languages.ts'
import { openPage, PHONE, pageTest } from '../harness/browser.ts'
import { useOffice } from '../harness/office.ts'
import { preparePages, type States } from '../harness/page-states.ts'
import { brokenKoreanWords, overflowOf } from '../harness/reading.ts'
import { takePicture } from '../harness/screenshots.ts'
import { walk } from '../harness/walk.ts'

const office = useOffice()
/** The second is also a desktop at a zoom of 400 per cent. */
const WINDOWS = [PHONE, { width: 320, height: 640 }]
let states: States

beforeAll(async () => {
  states = await preparePages(office)
})

for (const language of LANGUAGES) {
  pageTest(`${language}: one heading, the right language, and nothing wider than its window`, async () => {
    const page = await openPage({ locale: language, viewport: PHONE })
    await walk({ office, states, page, language }, async (name) => {
      expect([name, await page.locator('html').getAttribute('lang')]).toEqual([name, language])
      expect([name, await page.locator('h1').count()]).toEqual([name, 1])
      await takePicture(page, `${language}-${name}`)
      for (const viewport of WINDOWS) {
        await page.setViewportSize(viewport)
        expect([name, viewport, await overflowOf(page)]).toEqual([name, viewport, 0])
        expect([name, viewport, await brokenKoreanWords(page)]).toEqual([name, viewport, []])
      }
      await page.setViewportSize(PHONE)
    })
  })
}
