// The parts of a profile that are about the person: name, language and password.
import type { Account } from '../../domain/members.ts'
import { type Html, html } from '../../platform/html.ts'
import { languageOptions, passwordField, submit } from '../fields.ts'
import { type NameProblems, nameFields, type TypedNames } from '../name-fields.ts'
import type { PortalContext } from '../route.ts'
import { RESET_PATH } from '../sign-in/paths.ts'
import { accountWords } from '../words/account.ts'
import { profileWords } from '../words/profile.ts'
import { LANGUAGE_PATH, NAME_PATH, PASSWORD_PATH } from './paths.ts'

/** What was refused: the problem with each field, and the names that were typed. */
export interface Refused {
  readonly problems: NameProblems & {
    readonly currentPassword?: string | undefined
    readonly newPassword?: string | undefined
  }
  readonly names?: TypedNames
}

export function nameSection({ language, pathPrefix }: PortalContext, account: Account, refused: Refused): Html {
  const words = profileWords[language].name
  const { names = account, problems } = refused
  return html`<section><h2>${words.title}</h2>
<form method="post" action="${pathPrefix}${NAME_PATH}">
<div class="fields names">${nameFields(language, names, problems)}</div>
<div class="actions">${submit(language, words.save, 'quiet')}</div>
</form></section>`
}

export function languageSection({ language, pathPrefix }: PortalContext, account: Account): Html {
  const words = profileWords[language].language
  const chosen = account.language ?? language
  return html`<section><h2 id="own-language-title">${words.title}</h2>
<form method="post" action="${pathPrefix}${LANGUAGE_PATH}">
<div class="fields"><div>
<select id="own-language" name="language" aria-labelledby="own-language-title" aria-describedby="own-language-hint">${languageOptions(chosen)}</select>
<p class="hint" id="own-language-hint">${words.hint}</p>
</div></div>
<div class="actions">${submit(language, words.save, 'quiet')}</div>
</form></section>`
}

export function passwordSection(context: PortalContext, account: Account, { problems }: Refused): Html {
  const { language, pathPrefix } = context
  const words = profileWords[language].password
  if (account.passwordHash === undefined) {
    return html`<section><h2>${words.title}</h2>
<p>${words.none}</p>
<p><a href="${pathPrefix}${RESET_PATH}">${words.setByMail}</a></p></section>`
  }
  const { currentPassword, newPassword, passwordHint, strength } = accountWords[language]
  const current = { name: 'currentPassword', label: currentPassword, autocomplete: 'current-password', language }
  const chosen = { name: 'newPassword', label: newPassword, autocomplete: 'new-password', strength, language }
  const currentIsRight = problems.currentPassword === undefined
  return html`<section><h2>${words.title}</h2>
<form method="post" action="${pathPrefix}${PASSWORD_PATH}">
<input type="text" name="username" value="${account.username}" autocomplete="username" hidden>
<div class="fields">
${passwordField({ ...current, problem: problems.currentPassword }, !currentIsRight)}
${passwordField({ ...chosen, hint: problems.newPassword === undefined ? passwordHint : undefined, problem: problems.newPassword }, currentIsRight && problems.newPassword !== undefined)}
</div>
<p class="soft">${words.hint}</p>
<div class="actions">${submit(language, words.change, 'quiet')}</div>
</form></section>`
}
