// What a browser makes of pages that carry other people's names: which elements, and whether anything of them runs.
import type { Page } from 'playwright-core'

const SHAPES = `(pages) => pages.map((text) => {
  const all = new DOMParser().parseFromString(text, 'text/html').querySelectorAll('*')
  return [...all].map((each) => each.tagName + '[' + each.getAttributeNames().join() + ']').join(' ')
})`

const TEXTS = `(pages) => pages.map((text) => {
  const page = new DOMParser().parseFromString(text, 'text/html')
  for (const field of page.querySelectorAll('input')) field.after(field.value)
  return page.body.textContent
})`

const PROVOKED = `for (const each of document.body.querySelectorAll('*')) {
  for (const type of ['mouseover', 'focus', 'click', 'toggle', 'error', 'load']) {
    if (type !== 'click' || each.getAttribute('onclick')) each.dispatchEvent(new Event(type))
  }
}`

/** A hundred copies of the same style and script would only take time. */
const withoutOurs = (page: string): string =>
  page.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<script type="module">[\s\S]*?<\/script>/, '')

/** The elements of each page, with the names of their attributes: what is escaped changes nothing of them. */
export const shapesOf = (page: Page, pages: readonly string[]): Promise<readonly string[]> =>
  page.evaluate(`(${SHAPES})(${JSON.stringify(pages.map(withoutOurs))})`)

/** What can be read on each page, in fields too. */
export const textsOf = (page: Page, pages: readonly string[]): Promise<readonly string[]> =>
  page.evaluate(`(${TEXTS})(${JSON.stringify(pages.map(withoutOurs))})`)

/**
 * Shows all of them as one document and provokes every handler in it. It has no policy, so that only their escaping
 * keeps them from running: whatever runs opens a dialog, of which `openPage` complains.
 */
export async function provoke(page: Page, origin: string, pages: readonly string[]): Promise<void> {
  const address = `${origin}/many-pages`
  // The browser looks for an icon of whatever says nothing of one.
  const body = `<link rel="icon" href="data:,">${pages.map(withoutOurs).join('\n')}`
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }))
  await page.goto(address)
  await page.evaluate(PROVOKED)
  await page.unroute(address)
}
