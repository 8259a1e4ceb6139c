// What people change of their own accounts: name, language and password.
import { parseLanguage } from '../../domain/languages.ts'
import { sessionCookie } from '../../identity/session-cookie.ts'
import { startSessionByPassword } from '../../identity/sessions.ts'
import { checkOwnPassword } from '../../identity/sign-in.ts'
import { Secret } from '../../platform/secret.ts'
import { changeLanguage, changeName, changePassword } from '../../usecases/own-account.ts'
import { nameProblems, typedNames } from '../name-fields.ts'
import { flawOfOwnPassword } from '../own-password.ts'
import { problemPage } from '../problem-page.ts'
import { goTo, type PortalAnswer, type PortalContext } from '../route.ts'
import { SIGN_IN_PATH } from '../sign-in/paths.ts'
import type { Visitor } from '../visitor.ts'
import { accountWords } from '../words/account.ts'
import { profileWords } from '../words/profile.ts'
import { profileAfter } from './paths.ts'
import { profilePage } from './profile-page.ts'

export async function changeOwnName(context: PortalContext, visitor: Visitor): Promise<PortalAnswer> {
  const { app, language, request } = context
  const names = typedNames(request.form)
  const problems = nameProblems(language, names)
  if (Object.keys(problems).length > 0) return profilePage(context, visitor, { refused: { problems, names } })
  await changeName(app, visitor.account.userId, names)
  return goTo(profileAfter('name'))
}

/** What is none of our languages changes nothing: no page of ours sends it. */
export async function changeOwnLanguage({ app, request }: PortalContext, { account }: Visitor): Promise<PortalAnswer> {
  const language = parseLanguage(request.form.get('language') ?? '')
  if (language !== undefined) await changeLanguage(app, account.userId, language)
  return goTo(profileAfter('language'))
}

/** The present password is asked for again, and every session ends but a new one in this browser. */
export async function changeOwnPassword(context: PortalContext, visitor: Visitor): Promise<PortalAnswer> {
  const { app, language, publicUrl, request, throttle } = context
  const { account } = visitor
  const refuse = (problems: { readonly newPassword?: string; readonly currentPassword?: string }) =>
    profilePage(context, visitor, { refused: { problems } })
  const chosen = new Secret(request.form.get('newPassword') ?? '')
  const flaw = await flawOfOwnPassword(context, account, chosen)
  if (flaw !== undefined) return refuse({ newPassword: accountWords[language].passwordFlaws[flaw] })
  const current = new Secret(request.form.get('currentPassword') ?? '')
  const check = await checkOwnPassword({ ...app, throttle }, account, current, request.address)
  if (check.kind === 'throttled') return problemPage(context, 'too-many', check.retryAfter)
  if (check.kind === 'refused') return refuse({ currentPassword: profileWords[language].password.wrong })
  const to = await app.minting.passwords.hash(chosen)
  const isChanged = await changePassword(app, account.userId, { from: check.passwordHash, to })
  if (!isChanged) return refuse({ currentPassword: profileWords[language].password.wrong })
  const secret = await startSessionByPassword(app, account.userId, request, to)
  return secret ? goTo(profileAfter('password'), [sessionCookie(publicUrl(), secret)]) : goTo(SIGN_IN_PATH)
}
