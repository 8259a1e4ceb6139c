// A new password for whoever forgot theirs: asking for a link is answered alike for everybody, and the link works once.
import type { Account } from '../../domain/members.ts'
import { parseUsername } from '../../domain/usernames.ts'
import { sessionCookie } from '../../identity/session-cookie.ts'
import { startSessionByPassword } from '../../identity/sessions.ts'
import { Secret } from '../../platform/secret.ts'
import { accountOfResetLink, askForPasswordReset, resetPassword } from '../../usecases/own-account.ts'
import { linkHashOf, wrongLink } from '../mailed-links.ts'
import { flawOfOwnPassword } from '../own-password.ts'
import { PROFILE_PATH } from '../profile/paths.ts'
import { goTo, type PortalAnswer, type PortalContext, type PortalRoute } from '../route.ts'
import { RESET_PATH, SIGN_IN_PATH } from './paths.ts'
import { askPage, choosePage, deadLinkPage, sentPage } from './reset-pages.ts'

const show = async (context: PortalContext): Promise<PortalAnswer> => askPage(context)

/** Who asks too often is told the same and sent nothing, so that nobody can fill a mailbox. */
async function ask(context: PortalContext): Promise<PortalAnswer> {
  const { app, throttle, request } = context
  const typed = (request.form.get('email') ?? '').trim()
  const username = parseUsername(typed)
  if (username === undefined) return askPage(context, typed)
  const attempt = await throttle.attempt({ kind: 'password-reset', account: username, address: request.address })
  if (attempt.allowed) await askForPasswordReset(app, username)
  return sentPage(context, username)
}

const choose = (context: PortalContext): Promise<PortalAnswer> =>
  withLink(context, async (account) => choosePage(context, account.username))

const set = (context: PortalContext): Promise<PortalAnswer> =>
  withLink(context, async (account, linkHash) => {
    const { app, request, publicUrl } = context
    const password = new Secret(request.form.get('password') ?? '')
    const flaw = await flawOfOwnPassword(context, account, password)
    if (flaw !== undefined) return choosePage(context, account.username, flaw)
    const passwordHash = await app.minting.passwords.hash(password)
    const userId = await resetPassword(app, linkHash, passwordHash)
    if (userId === undefined) return deadLinkPage(context)
    const secret = await startSessionByPassword(app, userId, request, passwordHash)
    return secret ? goTo(PROFILE_PATH, [sessionCookie(publicUrl(), secret)]) : goTo(SIGN_IN_PATH)
  })

/** Goes on with a link that works. */
async function withLink(
  context: PortalContext,
  run: (account: Account, linkHash: string) => Promise<PortalAnswer>,
): Promise<PortalAnswer> {
  const linkHash = linkHashOf(context.request.params['secret'])
  const account = linkHash && (await accountOfResetLink(context.app, linkHash))
  return linkHash && account ? run(account, linkHash) : wrongLink(context, deadLinkPage(context))
}

export const resetRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: RESET_PATH, run: show },
  { method: 'POST', path: RESET_PATH, run: ask },
  { method: 'GET', path: `${RESET_PATH}/:secret`, secret: true, run: choose },
  { method: 'POST', path: `${RESET_PATH}/:secret`, secret: true, run: set },
]
