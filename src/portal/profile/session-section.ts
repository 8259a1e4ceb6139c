// The part of a profile that says where its owner is signed in, and ends what they do not know.
import type { SessionId } from '../../domain/ids.ts'
import type { Session } from '../../domain/sessions.ts'
import { type Html, html } from '../../platform/html.ts'
import { submit } from '../fields.ts'
import { hiddenField } from '../frame.ts'
import type { PortalContext } from '../route.ts'
import { ago } from '../time.ts'
import type { SessionWords } from '../words/profile/words.ts'
import { profileWords } from '../words/profile.ts'
import { browserName } from './browser-name.ts'
import { END_OTHERS_PATH, END_SESSION_PATH } from './paths.ts'

/** The present one first, then the others, the one used last first. */
export function sessionSection(context: PortalContext, sessions: readonly Session[], present: SessionId): Html {
  const { language, pathPrefix } = context
  const words = profileWords[language].sessions
  const inOrder = sessions.toSorted((a, b) => Number(b.sessionId === present) - Number(a.sessionId === present))
  const all = html`<form method="post" action="${pathPrefix}${END_OTHERS_PATH}"><div class="actions">${submit(language, words.endOthers, 'quiet')}</div></form>`
  return html`<section><h2>${words.title}</h2>
<ul class="rows">${inOrder.map((session) => row(context, session, session.sessionId === present))}</ul>
${sessions.length > 1 ? all : undefined}</section>`
}

function row({ app, language, pathPrefix }: PortalContext, session: Session, isPresent: boolean): Html {
  const words = profileWords[language].sessions
  const { address, lastUsedAt, sessionId, userAgent } = session
  const when = ago(language, lastUsedAt, app.ambient.wall())
  const end = html`<form method="post" action="${pathPrefix}${END_SESSION_PATH}">${hiddenField(['session', sessionId])}${submit(language, words.end, 'plain')}</form>`
  return html`<li><div><strong>${inWords(words, userAgent)}</strong><br><span class="soft">${words.signedInFrom(address)} · ${words.lastUsed(when)}</span></div>${isPresent ? html`<span class="soft">${words.thisBrowser}</span>` : end}</li>
`
}

function inWords(words: SessionWords, userAgent: string): string {
  const { browser, system } = browserName(userAgent)
  if (browser === undefined) return system ?? words.unknownBrowser
  return system === undefined ? browser : words.browserOn(browser, system)
}
