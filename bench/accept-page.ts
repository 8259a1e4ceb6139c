// The page of an invitation as a phone on a slow network meets it for the first time: when it is seen, what it weighs.
import { hash } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import { type Browser, chromium, type Page } from 'playwright-core'
import { findBrowser } from '../test/harness/find-browser.ts'
import type { Bench } from './bench.ts'
import { type Line, median, progress, rounded } from './report.ts'
import { callerOf, type Installed, install, serve } from './serving.ts'

const RUNS = 10
/** 1.6 Mbit/s down, 0.75 up, 150 ms: what Lighthouse calls slow 4G, and a processor a quarter as fast. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 }
const SLOWER = 4
const PHONE = { width: 390, height: 844 }
/** Of the length that every link's secret has. */
const SECRET = 'bench'.padEnd(43, '0')

interface Visit {
  readonly firstPaint: number
  /** Bytes as they came over the network. */
  readonly html: number
  readonly font: number
  /** Bytes of every script, also of those within the page. */
  readonly script: number
}

export async function benchPages(bench: Bench): Promise<readonly Line[]> {
  const found = findBrowser(process.env)
  if ('none' in found) throw new Error(`There is no browser to measure with: ${found.none}.`)
  const installed = await install(bench.folder())
  const id = await invitedTo(installed)
  setSecret(installed.file, id)
  await using _server = await serve(installed.env)
  const link = `${installed.url}/invitations/${id}.${SECRET}`
  const browser = await chromium.launch({ executablePath: found.file, chromiumSandbox: process.getuid?.() !== 0 })
  try {
    return linesOf(await visits(browser, link))
  } finally {
    await browser.close()
  }
}

async function visits(browser: Browser, link: string): Promise<readonly Visit[]> {
  const all: Visit[] = []
  for (let index = 0; index < RUNS; index += 1) {
    progress(`the page of an invitation: visit ${index + 1} of ${RUNS}`)
    all.push(await visit(browser, link))
  }
  return all
}

/** By somebody who has never been here: with an empty cache. */
async function visit(browser: Browser, link: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: PHONE, isMobile: true, locale: 'en-GB' })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', NETWORK)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  const bytes = { html: 0, font: 0, script: 0 }
  const types = new Map<string, string>()
  session.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const type = types.get(requestId)
    if (type === 'Document') bytes.html += encodedDataLength
    if (type === 'Font') bytes.font += encodedDataLength
    if (type === 'Script') bytes.script += encodedDataLength
  })
  const answer = await page.goto(link, { waitUntil: 'networkidle' })
  if (answer?.status() !== 200) throw new Error(`The page of the invitation was answered ${answer?.status()}.`)
  const firstPaint = await firstPaintOf(page)
  const within: number = await page.evaluate(
    '[...document.scripts].reduce((sum, { text }) => sum + new TextEncoder().encode(text).length, 0)',
  )
  await context.close()
  return { ...bytes, script: bytes.script + within, firstPaint }
}

/** Milliseconds from the beginning of the navigation to the first text on the screen. */
const firstPaintOf = (page: Page): Promise<number> =>
  page.evaluate(`new Promise((resolve) => {
    new PerformanceObserver((list) => {
      for (const { name, startTime } of list.getEntries()) if (name === 'first-contentful-paint') resolve(startTime)
    }).observe({ type: 'paint', buffered: true })
  })`)

function linesOf(all: readonly Visit[]): readonly Line[] {
  const paints = all.map(({ firstPaint }) => firstPaint)
  const weighs = (what: string, wanted: string, of: (visit: Visit) => number): Line => ({
    what,
    atrium: `${rounded(median(all.map(of)))} bytes`,
    wanted,
  })
  return [
    {
      what: `first paint of the page of an invitation, ${all.length} first visits`,
      atrium: `${rounded(median(paints))} ms, at worst ${rounded(Math.max(...paints))} ms`,
      wanted: '≤ 1,000 ms',
    },
    weighs('its HTML with style and script, headers included', '', ({ html }) => html),
    weighs('its script', '≤ 100,000 bytes', ({ script }) => script),
    weighs('its typeface, loaded beside it', '', ({ font }) => font),
  ]
}

/** The invitation of somebody who is promised two things. */
async function invitedTo(installed: Installed): Promise<string> {
  await using _server = await serve(installed.env)
  const answer = await fetch(`${installed.url}/api/atlas/v2/orgs/${installed.orgId}/invites`, {
    method: 'POST',
    headers: { ...(await callerOf(installed)), 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'bo@example.com', roles: ['ORG_READ_ONLY', 'ORG_BILLING_READ_ONLY'] }),
  })
  const { id } = JSON.parse(await answer.text())
  return id
}

/** As if it stood in a mail: the store has only its hash, and no other process may hold the store meanwhile. */
function setSecret(file: string, id: string): void {
  using db = new DatabaseSync(file)
  const set = db.prepare('update invitations set secret_hash = ? where invitation_id = ?')
  if (Number(set.run(hash('sha256', SECRET), id).changes) !== 1) throw new Error(`There is no invitation ${id}.`)
}
