// The forms by which an invitation is accepted: by somebody new, and by somebody who has an account.
import type { Account } from '../../domain/members.ts'
import { type Html, html } from '../../platform/html.ts'
import { passwordField, textField } from '../fields.ts'
import { type NameProblems, nameFields, type TypedNames } from '../name-fields.ts'
import { providerButton } from '../provider/button.ts'
import type { PortalContext } from '../route.ts'
import { accountWords } from '../words/account.ts'
import { invitationWords } from '../words/invitations.ts'
import type { Held } from './link.ts'

/** Its buttons stand outside of it, in one row with those of other forms. */
export const ACCEPT_FORM = 'accept'

/** What was typed before, and what was wrong with it. */
export interface Filled {
  readonly typed?: TypedNames
  readonly problems?: Problems
}

export interface Problems extends NameProblems {
  readonly password?: string | undefined
}

/** For somebody whom nobody knows here yet. */
export function newcomerForm(context: PortalContext, held: Held, filled: Filled): Html {
  const { language } = context
  const words = accountWords[language]
  const problems = filled.problems ?? {}
  const namesAreRight = problems.firstName === undefined && problems.lastName === undefined
  return html`<form method="post" id="${ACCEPT_FORM}" action="${context.pathPrefix}${held.page}/accept">
<input type="email" name="email" value="${held.facts.username}" autocomplete="username" readonly hidden>
<div class="fields"><div class="names">${nameFields(language, filled.typed ?? {}, problems)}</div>
${passwordField(
  {
    name: 'password',
    label: words.password,
    hint: problems.password === undefined ? words.passwordHint : undefined,
    problem: problems.password,
    strength: words.strength,
    autocomplete: 'new-password',
    language,
  },
  namesAreRight && problems.password !== undefined,
)}</div></form>
${atProvider(context, held)}`
}

/** For somebody who can sign in; without a password field for those who only can at the provider. */
export function passwordForm(context: PortalContext, held: Held, account: Account, filled: Filled): Html {
  const { language, pathPrefix } = context
  const fields = accountWords[language]
  const words = invitationWords[language].pending
  const problem = filled.problems?.password
  return html`<p>${words.hasAccount}</p>
<form method="post" id="${ACCEPT_FORM}" action="${pathPrefix}${held.page}/accept"><div class="fields">
${textField({ name: 'email', label: fields.email, value: account.username, type: 'email', autocomplete: 'username', isFixed: true })}
${passwordField(
  { name: 'password', label: fields.password, problem, autocomplete: 'current-password', language },
  problem !== undefined,
)}</div></form>
<p class="soft"><a href="${pathPrefix}/reset">${words.forgotPassword}</a></p>
${atProvider(context, held)}`
}

function atProvider(context: PortalContext, held: Held): Html | undefined {
  const button = providerButton(context, held.page, held.facts.username)
  return (
    button &&
    html`<p>${button}</p>
`
  )
}
