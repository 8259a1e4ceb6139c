// Every page in every state: nothing that axe calls serious in light and dark, pictures of it, and no motion if asked.
import { beforeAll, expect } from 'vitest'
import { seriousFindings } from '../harness/axe.ts'
import { DESKTOP, openPage, pageTest } from '../harness/browser.ts'
import { useOffice } from '../harness/office.ts'
import { preparePages, type States } from '../harness/page-states.ts'
import { overflowOf } from '../harness/reading.ts'
import { takePictures } from '../harness/screenshots.ts'
import { walk } from '../harness/walk.ts'

const office = useOffice()
const TWICE_AS_LARGE = { width: DESKTOP.width / 2, height: DESKTOP.height / 2 }
let states: States

beforeAll(async () => {
  states = await preparePages(office)
})

pageTest('axe finds nothing serious, in light and in dark, and at a zoom of 200 per cent everything fits', async () => {
  // While a colour is changing it has less contrast than before and after.
  const page = await openPage({ reducedMotion: 'reduce' })
  await walk({ office, states, page }, async (name) => {
    await takePictures(page, `page-${name}`)
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme })
      expect([name, colorScheme, await seriousFindings(page)]).toEqual([name, colorScheme, []])
    }
    await page.setViewportSize(TWICE_AS_LARGE)
    expect([name, await overflowOf(page)]).toEqual([name, 0])
    await page.setViewportSize(DESKTOP)
  })
})

pageTest('whoever asks for less motion gets none', async () => {
  const moving = `[...document.querySelectorAll('*')].filter((each) =>
    parseFloat(getComputedStyle(each).transitionDuration) > 0 || getComputedStyle(each).animationName !== 'none').length`
  const [state] = states.outside
  const calm = await openPage({ reducedMotion: 'reduce' })
  await state?.open(calm)
  expect(await calm.evaluate(moving)).toBe(0)
  const lively = await openPage({ reducedMotion: 'no-preference' })
  await state?.open(lively)
  expect(await lively.evaluate(moving)).toBeGreaterThan(0)
})
