// A real browser for tests of pages: one for each test file, with a new visitor (cookies, language, size) for each call.
// Whatever a page complains about fails the test that opened it.
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, inject, onTestFinished, test, vi } from 'vitest'
import { watch } from './page-complaints.ts'

export interface Viewport {
  readonly width: number
  readonly height: number
}

export const PHONE: Viewport = { width: 390, height: 844 }
export const DESKTOP: Viewport = { width: 1280, height: 900 }

/** Who visits: everything has the default of somebody in Berlin who reads English on a desktop. */
export interface Visitor {
  /** Decides Accept-Language and how the browser writes dates. */
  readonly locale?: string
  readonly timezoneId?: string
  readonly colorScheme?: 'light' | 'dark'
  readonly viewport?: Viewport
  readonly reducedMotion?: 'reduce' | 'no-preference'
  /** A page has to be of use without its script. */
  readonly javaScriptEnabled?: boolean
  readonly isMobile?: boolean
  readonly userAgent?: string
  /** Complaints that are part of the test; any other still fails it. */
  readonly expects?: readonly RegExp[]
}

export interface Visit {
  readonly page: Page
  complaints(): Promise<readonly string[]>
}

const file = inject('browser')

// Pages take longer than answers do, above all where other tests run beside them and pictures are taken.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

/** A test that needs a browser; skipped where there is none, as one line at the start of the run says. */
export const pageTest = test.skipIf(file === null)

let browser: Promise<Browser> | undefined

afterAll(async () => {
  await (await browser)?.close()
})

/**
 * A page of a visitor of its own, closed when the test is over. The test fails if this page or any window it opens logs
 * an error, violates its policy, throws, opens a dialog, or asks for something that it does not get.
 */
export async function openPage({ expects = [], ...visitor }: Visitor = {}): Promise<Page> {
  const { page, complaints } = await visit(visitor)
  onTestFinished(async () => {
    const unexpected = (await complaints()).filter((complaint) => !expects.some((pattern) => pattern.test(complaint)))
    if (unexpected.length > 0) throw new Error(`A page complained:\n${unexpected.join('\n')}`)
  })
  return page
}

/** The same without the judgement: `complaints` answers all so far, and waits for those on their way. */
export async function visit(visitor: Omit<Visitor, 'expects'>): Promise<Visit> {
  browser ??= launch()
  const { isMobile = false, ...rest } = visitor
  const options: BrowserContextOptions = {
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    colorScheme: 'light',
    viewport: DESKTOP,
    isMobile,
    hasTouch: isMobile,
    ignoreHTTPSErrors: true,
    serviceWorkers: 'block',
    ...rest,
  }
  const context = await (await browser).newContext(options)
  onTestFinished(() => context.close())
  context.setDefaultTimeout(10_000)
  const complaints = watch(context)
  return { page: await context.newPage(), complaints }
}

/** Containers, in which root and CI mostly are, give Chromium no user namespaces to make its own sandbox of. */
const hasSandbox = process.getuid?.() !== 0 && !process.env['CI']

function launch(): Promise<Browser> {
  if (file === null) throw new Error('There is no browser: tests that need one are declared with pageTest.')
  return chromium.launch({ executablePath: file, chromiumSandbox: hasSandbox })
}
