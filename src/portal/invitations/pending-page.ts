// The page on which an invitation is answered: who invites, to what, what that allows, until when; and how to accept.
import type { Account } from '../../domain/members.ts'
import { calledIn } from '../../i18n/called.ts'
import { promisedInWords, youWillBeAbleTo } from '../../i18n/promises.ts'
import { type Html, html } from '../../platform/html.ts'
import { submit } from '../fields.ts'
import { framed } from '../frame.ts'
import { type PortalAnswer, type PortalContext, shown } from '../route.ts'
import { instant } from '../time.ts'
import { invitationWords } from '../words/invitations.ts'
import { ACCEPT_FORM, type Filled, newcomerForm, passwordForm } from './accept-forms.ts'
import type { Held } from './link.ts'
import { act, actionsRow, leadTo } from './saying.ts'
import { toldIn } from './told.ts'
import type { Invitee } from './visitor.ts'

/** The page for whoever looks at it; `filled` is what was typed before, and what was wrong with it. */
export function pendingPage(
  context: PortalContext,
  held: Held,
  invitee: Invitee,
  { status = 200, filled = {} }: { readonly status?: number; readonly filled?: Filled } = {},
): PortalAnswer {
  const { language } = context
  const words = invitationWords[language].pending
  const told = toldIn(language, held.facts)
  const title = words.invites(told)
  const until = words.validUntil(instant(language, held.invitation.expiresAt))
  const page = framed(
    { ...context, title },
    html`<h1>${title}</h1>
${promises(context, held)}<p class="soft">${words.sentTo(told.username)} · ${until}</p>
${howToAccept(context, held, invitee, filled)}`,
  )
  return shown(page, status)
}

/** A person as they are told apart: by name and address. */
const nameAndAddress = ({ language }: PortalContext, account: Account): string => {
  const name = calledIn(language)(account)
  return name === account.username ? name : `${name} (${account.username})`
}

function promises({ language }: PortalContext, { facts }: Held): Html | undefined {
  const entries = promisedInWords(language, facts.promised)
  return entries.length === 0
    ? undefined
    : html`<p class="before-list">${youWillBeAbleTo(language)}</p>
<ul>${entries.map((entry) => html`<li>${entry}</li>`)}</ul>
`
}

function howToAccept(context: PortalContext, held: Held, invitee: Invitee, filled: Filled): Html {
  const words = invitationWords[context.language].pending
  switch (invitee.kind) {
    case 'newcomer':
      return html`${newcomerForm(context, held, filled)}${answers(context, held, words.accept)}${elsewhere(context)}`
    case 'known':
      return html`${passwordForm(context, held, invitee.account, filled)}${answers(context, held, words.signInAndAccept)}${elsewhere(context)}`
    case 'self':
      return html`<p>${words.signedInAs(nameAndAddress(context, invitee.account))}</p>
<form method="post" id="${ACCEPT_FORM}" action="${context.pathPrefix}${held.page}/accept"></form>
${answers(context, held, words.accept)}<div class="soft after">${words.notYou} ${act(context, `${held.page}/switch`, words.signInAsOther, 'plain')}</div>`
    case 'other':
      return html`<p class="notice">${words.otherAddress(nameAndAddress(context, invitee.account), held.facts.username)}</p>
${actionsRow([act(context, `${held.page}/switch`, words.signInAs(held.facts.username)), declining(context, held)])}`
    default:
      return invitee satisfies never
  }
}

const answers = (context: PortalContext, held: Held, label: string): Html | undefined =>
  actionsRow([submit(context.language, label, undefined, ACCEPT_FORM), declining(context, held)])

const declining = (context: PortalContext, held: Held): Html =>
  leadTo(context, `${held.page}/decline`, invitationWords[context.language].pending.decline)

function elsewhere({ language, pathPrefix }: PortalContext): Html {
  const { notYou, signInAsOther } = invitationWords[language].pending
  return html`<div class="soft after">${notYou} <a href="${pathPrefix}/sign-in">${signInAsOther}</a></div>`
}
