// Signing in and out. Whether an address has an account shows in nothing that is answered.
import { noSessionCookie, readSessionCookie, sessionCookie } from '../../identity/session-cookie.ts'
import { endSession } from '../../identity/sessions.ts'
import { signInWithPassword } from '../../identity/sign-in.ts'
import { Secret } from '../../platform/secret.ts'
import { ownPath } from '../own-path.ts'
import { problemPage } from '../problem-page.ts'
import { PROFILE_PATH } from '../profile/paths.ts'
import { goTo, type PortalAnswer, type PortalContext, type PortalRoute } from '../route.ts'
import { SIGN_IN_PATH, SIGN_OUT_PATH } from './paths.ts'
import { signInPage } from './sign-in-page.ts'

/** Somebody who is signed in goes on. */
async function show(context: PortalContext): Promise<PortalAnswer> {
  const to = ownPath(context.request.query.get('to')) ?? PROFILE_PATH
  return context.visitor ? goTo(to) : signInPage(context, { to, username: '' })
}

async function signIn(context: PortalContext): Promise<PortalAnswer> {
  const { app, throttle, request, publicUrl } = context
  const to = ownPath(request.form.get('to')) ?? PROFILE_PATH
  const username = request.form.get('email') ?? ''
  const password = new Secret(request.form.get('password') ?? '')
  const outcome = await signInWithPassword({ ...app, throttle }, { username, password, visitor: request })
  switch (outcome.kind) {
    case 'throttled':
      return problemPage(context, 'too-many', outcome.retryAfter)
    case 'refused':
      return signInPage(context, { to, username, isRefused: true })
    case 'signed-in':
      await endPresentSession(context)
      return goTo(to, [sessionCookie(publicUrl(), outcome.secret)])
    default:
      return outcome satisfies never
  }
}

async function signOut(context: PortalContext): Promise<PortalAnswer> {
  await endPresentSession(context)
  return goTo(SIGN_IN_PATH, [noSessionCookie(context.publicUrl())])
}

/** Ends the session that the browser came with, if it came with one. */
const endPresentSession = ({ app, request, publicUrl }: PortalContext): Promise<void> =>
  endSession(app, readSessionCookie(publicUrl(), request.cookie))

/** The start of everything below the public url. */
const start = async ({ visitor }: PortalContext): Promise<PortalAnswer> => goTo(visitor ? PROFILE_PATH : SIGN_IN_PATH)

export const signInRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: '/', run: start },
  { method: 'GET', path: SIGN_IN_PATH, run: show },
  { method: 'POST', path: SIGN_IN_PATH, run: signIn },
  { method: 'POST', path: SIGN_OUT_PATH, run: signOut },
]
