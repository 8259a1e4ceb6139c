// The page where people sign in who have a password here, or an account at the provider.
import { type Html, html } from '../../platform/html.ts'
import { passwordField, submit, textField } from '../fields.ts'
import { framed, hiddenField } from '../frame.ts'
import { providerButton } from '../provider/button.ts'
import { type PortalAnswer, type PortalContext, shown } from '../route.ts'
import { accountWords } from '../words/account.ts'
import { signInWords } from '../words/sign-in.ts'
import { RESET_PATH, SIGN_IN_PATH } from './paths.ts'

export interface SignInForm {
  /** Where one goes on to. */
  readonly to: string
  readonly username: string
  /** Said when what was typed does not fit. */
  readonly isRefused?: boolean
}

/** The form, with what was typed before but for the password. */
export function signInPage(context: PortalContext, { to, username, isRefused = false }: SignInForm): PortalAnswer {
  const { language, pathPrefix } = context
  const words = signInWords[language]
  const { email, password } = accountWords[language]
  const problem = isRefused ? words.refused : undefined
  const page = framed(
    { ...context, title: words.signIn, carried: { to } },
    html`<h1>${words.signIn}</h1>
<form method="post" action="${pathPrefix}${SIGN_IN_PATH}">
${hiddenField(['to', to])}
<div class="fields">
${textField({ name: 'email', label: email, value: username, type: 'email', autocomplete: 'username' }, username === '')}
${passwordField({ name: 'password', label: password, autocomplete: 'current-password', problem, language }, username !== '')}
</div>
<div class="actions">${submit(language, words.signIn)}<a href="${pathPrefix}${RESET_PATH}">${words.forgot}</a></div>
</form>
${otherWay(providerButton(context, to), words.or)}`,
  )
  return shown(page, isRefused ? 422 : 200)
}

const otherWay = (button: Html | undefined, or: string): Html | undefined =>
  button && html`<p class="or">${or}</p>\n<p>${button}</p>`
