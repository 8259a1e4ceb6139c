// Pictures of pages for people to look at, kept in the folder that ATRIUM_SHOTS names.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { DESKTOP, PHONE } from './browser.ts'

const SCHEMES = ['light', 'dark'] as const
const SIZES = [PHONE, DESKTOP]
/** What nobody would look at is not drawn: long pages take seconds. */
const TALLEST = 2700

/** Takes the page as it stands in light and dark, as wide as a phone and a desktop; does nothing without a folder. */
export async function takePictures(page: Page, name: string): Promise<void> {
  const folder = process.env['ATRIUM_SHOTS']
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  const before = page.viewportSize()
  const wasDark: boolean = await page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
  for (const size of SIZES) {
    await page.setViewportSize(size)
    const wanted: number = await page.evaluate('document.documentElement.scrollHeight')
    const clip = { x: 0, y: 0, width: size.width, height: Math.min(wanted, TALLEST) }
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme })
      const path = join(folder, `${name}-${colorScheme}-${size.width}x${size.height}.png`)
      await page.screenshot({ path, fullPage: true, clip, animations: 'disabled' })
    }
  }
  await page.emulateMedia({ colorScheme: wasDark ? 'dark' : 'light' })
  if (before) await page.setViewportSize(before)
}

/** Takes the page just as it is; does nothing without a folder. */
export async function takePicture(page: Page, name: string): Promise<void> {
  const folder = process.env['ATRIUM_SHOTS']
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true, animations: 'disabled' })
}
