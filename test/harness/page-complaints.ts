// What pages complain about while a test looks at them.
import type { BrowserContext, CDPSession, Page, Request } from 'playwright-core'

/** What the developer tools say about the policy of a page, as far as it is read here. */
interface PolicyIssue {
  readonly violatedDirective?: string
  readonly blockedURL?: string
  readonly contentSecurityPolicyViolationType?: string
}

/** Begins to watch every page of the context; what it returns waits for the last words and answers all of them. */
export function watch(context: BrowserContext): () => Promise<readonly string[]> {
  const complaints = new Set<string>()
  const sessions: Promise<CDPSession | undefined>[] = []
  const note = (text: string): void => void complaints.add(text)
  const documents = new Set<string>()

  context.on('page', (page) => sessions.push(watchPage(page, note)))
  context.on('response', (answer) => {
    if (isDocument(answer.request())) documents.add(answer.url())
    else if (answer.status() >= 400) note(`answered ${answer.status()}: ${answer.url()}`)
  })
  context.on('requestfailed', (request) => {
    // Leaving a page ends what it was still asking for.
    const reason = request.failure()?.errorText ?? ''
    if (reason !== 'net::ERR_ABORTED') note(`failed (${reason}): ${request.url()}`)
  })
  context.on('console', (message) => {
    // The status of a whole page is for the test to look at; the browser also logs it as an error.
    const isStatus = message.text().startsWith('Failed to load resource') && documents.has(message.location().url)
    if (message.type() === 'error' && !isStatus) note(`console: ${message.text()}`)
  })
  context.on('weberror', (error) => note(`uncaught: ${error.error().message}`))

  return async () => {
    // Events travel by the same connection as answers do: after a round trip to each page nothing is on its way.
    for (const session of await Promise.all(sessions)) {
      await session?.send('Runtime.evaluate', { expression: '0' }).catch(() => undefined)
    }
    return [...complaints]
  }
}

async function watchPage(page: Page, note: (text: string) => void): Promise<CDPSession | undefined> {
  page.on('dialog', (dialog) => {
    note(`dialog: ${dialog.message()}`)
    dialog.dismiss().catch(() => undefined)
  })
  page.on('crash', () => note('the page crashed'))
  try {
    const session = await page.context().newCDPSession(page)
    session.on('Audits.issueAdded', ({ issue }) => {
      const policy: PolicyIssue | undefined = issue.details.contentSecurityPolicyIssueDetails
      if (policy) note(`policy: ${policy.violatedDirective} ${policy.blockedURL ?? ''} ${kindOf(policy)}`)
    })
    await session.send('Audits.enable')
    return session
  } catch (error) {
    // A window that closes at once has nothing left to be asked.
    if (page.isClosed()) return undefined
    throw error
  }
}

const kindOf = ({ contentSecurityPolicyViolationType }: PolicyIssue): string => contentSecurityPolicyViolationType ?? ''

const isDocument = (request: Request): boolean => request.isNavigationRequest()
