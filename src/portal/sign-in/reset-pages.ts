// The pages of a forgotten password: asking for a link, what one is told then, and choosing a new one.
import type { PasswordFlaw } from '../../domain/passwords.ts'
import { html } from '../../platform/html.ts'
import { passwordField, submit, textField } from '../fields.ts'
import { framed } from '../frame.ts'
import { type PortalAnswer, type PortalContext, shown } from '../route.ts'
import { accountWords } from '../words/account.ts'
import { signInWords } from '../words/sign-in.ts'
import { RESET_PATH, SIGN_IN_PATH } from './paths.ts'

/** Asks for the address; `typed` is what was refused. */
export function askPage(context: PortalContext, typed?: string): PortalAnswer {
  const { language, pathPrefix } = context
  const { reset } = signInWords[language]
  const { email, noAddress } = accountWords[language]
  const problem = typed === undefined ? undefined : noAddress
  const field = { name: 'email', label: email, value: typed, type: 'email', autocomplete: 'username', problem } as const
  const page = framed(
    { ...context, title: reset.title },
    html`<h1>${reset.title}</h1>
<p>${reset.text}</p>
<form method="post" action="${pathPrefix}${RESET_PATH}">
<div class="fields">
${textField(field, true)}
</div>
<div class="actions">${submit(language, reset.send)}<a href="${pathPrefix}${SIGN_IN_PATH}">${reset.back}</a></div>
</form>`,
  )
  return shown(page, problem === undefined ? 200 : 422)
}

/** The same for everybody who typed an address. */
export function sentPage(context: PortalContext, address: string): PortalAnswer {
  const { language, pathPrefix } = context
  const { reset } = signInWords[language]
  return shown(
    framed(
      { ...context, title: reset.sentTitle },
      html`<h1>${reset.sentTitle}</h1>
<p>${reset.sent(address)}</p>
<p class="soft">${reset.sentHint}</p>
<p><a href="${pathPrefix}${SIGN_IN_PATH}">${reset.back}</a></p>`,
    ),
  )
}

/** Asks whoever holds a link that works for a new password. */
export function choosePage(context: PortalContext, username: string, flaw?: PasswordFlaw): PortalAnswer {
  const { language, path, pathPrefix } = context
  const { choose } = signInWords[language]
  const { email, newPassword, passwordHint, passwordFlaws, strength } = accountWords[language]
  const password = {
    name: 'password',
    label: newPassword,
    autocomplete: 'new-password',
    hint: flaw === undefined ? passwordHint : undefined,
    problem: flaw && passwordFlaws[flaw],
    strength,
    language,
  }
  const page = framed(
    { ...context, title: choose.title },
    html`<h1>${choose.title}</h1>
<p>${choose.text}</p>
<form method="post" action="${pathPrefix}${path}">
<div class="fields">
${textField({ name: 'email', label: email, value: username, type: 'email', autocomplete: 'username', isFixed: true })}
${passwordField(password, true)}
</div>
<div class="actions">${submit(language, choose.set)}</div>
</form>`,
  )
  return shown(page, flaw === undefined ? 200 : 422)
}

/** For a link that was used, replaced, is too old or never was. */
export function deadLinkPage(context: PortalContext): PortalAnswer {
  const { language, pathPrefix } = context
  const { dead } = signInWords[language]
  return shown(
    framed(
      { ...context, title: dead.title },
      html`<h1>${dead.title}</h1>
<p>${dead.text}</p>
<p><a class="button" href="${pathPrefix}${RESET_PATH}">${dead.again}</a></p>`,
    ),
    404,
  )
}
