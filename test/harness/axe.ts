// What axe-core finds on a page. It runs in a world of its own, which the policy of the page does not reach.
import axe from 'axe-core'
import type { CDPSession, Page } from 'playwright-core'

interface Finding {
  readonly id: string
  readonly impact: string | null
  readonly help: string
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[]
}

interface Report {
  readonly violations: readonly Finding[]
  /** How many rules found something to look at and were content. */
  readonly passes: number
}

const SERIOUS: readonly (string | null)[] = ['serious', 'critical']
/** Nothing is loaded again for the audit: the policy of the page might forbid it. */
const OPTIONS = { preload: false, resultTypes: ['violations'] }
const RUN = `axe.run(document, ${JSON.stringify(OPTIONS)}).then(({ violations, passes }) =>
  JSON.stringify({ violations, passes: passes.length }))`

/** The serious and critical findings, one a line; throws when axe had nothing to judge. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  const { violations, passes } = await audit(page)
  if (passes === 0) throw new Error('axe found nothing to judge on this page.')
  return violations
    .filter(({ impact }) => SERIOUS.includes(impact))
    .flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id} (${help}): ${target.join(' ')}`))
}

async function audit(page: Page): Promise<Report> {
  const session = await page.context().newCDPSession(page)
  try {
    const contextId = await ownWorld(session)
    await evaluate(session, contextId, axe.source)
    return JSON.parse(await evaluate(session, contextId, RUN))
  } finally {
    await session.detach()
  }
}

async function ownWorld(session: CDPSession): Promise<number> {
  const { frameTree } = await session.send('Page.getFrameTree')
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'axe',
  })
  return executionContextId
}

async function evaluate(session: CDPSession, contextId: number, expression: string): Promise<string> {
  const options = { contextId, expression, awaitPromise: true, returnByValue: true }
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', options)
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  return String(result.value)
}
