// How text lies on a page: whether it fits, and where its lines break.
import type { Page } from 'playwright-core'

/** How many pixels the page is wider than its window. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')

const BROKEN = `(() => {
  const broken = []
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest('script, style, option')) continue
    for (const { 0: word, index } of node.data.matchAll(/[\\uac00-\\ud7a3]+/g)) {
      const range = document.createRange()
      range.setStart(node, index)
      range.setEnd(node, index + word.length)
      const lines = new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom)))
      if (lines.size > 1) broken.push(word)
    }
  }
  return broken
})()`

/** The Korean words that are torn apart by the end of a line. */
export const brokenKoreanWords = (page: Page): Promise<readonly string[]> => page.evaluate(BROKEN)

/** Lets lines break anywhere, as browsers do with Korean unless they are told otherwise. */
export const breakAnywhere = (page: Page): Promise<void> =>
  page.evaluate("for (const each of document.querySelectorAll('main *')) each.style.wordBreak = 'break-all'")

/** The labels of the fields of the first form, in the order in which they are read. */
export const labelsOf = (page: Page): Promise<readonly string[]> => page.locator('main label').allInnerTexts()
