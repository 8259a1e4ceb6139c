// What is shown where there is no page, or where a request was refused before its page saw it.
import { html } from '../platform/html.ts'
import { framed } from './frame.ts'
import type { PortalAnswer, PortalContext } from './route.ts'
import type { Problem } from './words/frame/words.ts'
import { frameWords } from './words/frame.ts'

const STATUS: Readonly<Record<Problem, number>> = {
  'bad-request': 400,
  'cross-site': 403,
  'not-found': 404,
  refused: 409,
  'too-many': 429,
  failed: 500,
  'too-busy': 503,
}

/** Says what happened and what to do; `retryAfter` are seconds. */
export function problemPage(
  context: Pick<PortalContext, 'language' | 'path' | 'pathPrefix' | 'style'>,
  problem: Problem,
  retryAfter?: number,
): PortalAnswer {
  const words = frameWords[context.language]
  const { title, text } = words.problems[problem]
  const page = framed(
    { ...context, title },
    html`<h1>${title}</h1>
<p>${text}</p>
<p><a href="${context.pathPrefix}/">${words.backToStart}</a></p>`,
  )
  const headers = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }
  return { status: STATUS[problem], page, headers }
}
