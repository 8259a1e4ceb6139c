// A person's own page: who they are here, who invites them, where they belong and where they are signed in.

import { calledIn } from '../../i18n/called.ts'
import { oneLine } from '../../i18n/names.ts'
import { listSessions } from '../../identity/sessions.ts'
import { type Html, html } from '../../platform/html.ts'
import { ownInvitations } from '../../usecases/own-invitations.ts'
import { ownOrganizations } from '../../usecases/own-organizations.ts'
import { submit } from '../fields.ts'
import { framed } from '../frame.ts'
import { type PortalAnswer, type PortalContext, shown } from '../route.ts'
import { SIGN_OUT_PATH } from '../sign-in/paths.ts'
import type { Visitor } from '../visitor.ts'
import type { Done } from '../words/profile/words.ts'
import { profileWords } from '../words/profile.ts'
import { languageSection, nameSection, passwordSection, type Refused } from './account-sections.ts'
import { PROFILE_PATH } from './paths.ts'
import { invitationSection, organizationSection } from './place-sections.ts'
import { sessionSection } from './session-section.ts'

/** What is said at the top is about what was done just before. */
export interface Told {
  readonly done?: Done | undefined
  readonly refused?: Refused
}

/** With 422 when something was refused. */
export async function profilePage(context: PortalContext, visitor: Visitor, told: Told): Promise<PortalAnswer> {
  const { app, language, pathPrefix } = context
  const { account, sessionId } = visitor
  const words = profileWords[language]
  const { done, refused } = told
  const invitations = await ownInvitations(app, account, calledIn(language))
  const organizations = await ownOrganizations(app, account)
  const sessions = await listSessions(app, account.userId)
  const page = framed(
    { ...context, path: PROFILE_PATH, title: words.title, isWide: true },
    html`<div class="top"><div><h1>${words.title}</h1>
<p>${oneLine(calledIn(language)(account))} · <span class="address">${account.username}</span></p></div>
<form method="post" action="${pathPrefix}${SIGN_OUT_PATH}">${submit(language, words.signOut, 'quiet')}</form></div>
${done && notice(words.done[done], done === 'gone' || done === 'full')}
${invitationSection(context, invitations)}
${organizationSection(context, organizations)}
${nameSection(context, account, refused ?? NOTHING)}
${languageSection(context, account)}
${passwordSection(context, account, refused ?? NOTHING)}
${sessionSection(context, sessions, sessionId)}`,
  )
  return shown(page, refused ? 422 : 200)
}

const NOTHING: Refused = { problems: {} }

const notice = (text: string, isBad: boolean): Html =>
  html`<div class="notice ${isBad ? 'bad' : 'good'}" role="status"><p>${text}</p></div>`
