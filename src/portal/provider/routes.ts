// To the OpenID Connect provider and back: whoever it vouches for is signed in, if they are known or invited here.
import { readSessionCookie, sessionCookie } from '../../identity/session-cookie.ts'
import { endSession, startSession } from '../../identity/sessions.ts'
import { html } from '../../platform/html.ts'
import { type ProviderSignIn, signInAtProvider } from '../../usecases/provider-sign-in.ts'
import { framed } from '../frame.ts'
import { ownPath } from '../own-path.ts'
import { problemPage } from '../problem-page.ts'
import { goTo, type PortalAnswer, type PortalContext, type PortalRoute, type SealedProvider } from '../route.ts'
import { providerWords } from '../words/provider.ts'
import { departureCookie, noDepartureCookie, readDeparture } from './departure.ts'
import { DEPARTURE_PATH, RETURN_PATH } from './paths.ts'

type Refused = Exclude<ProviderSignIn['kind'], 'known'> | 'failed'

const redirectUri = ({ publicUrl }: PortalContext): string => publicUrl() + RETURN_PATH

async function depart(context: PortalContext, { oidc, keys }: SealedProvider): Promise<PortalAnswer> {
  const { app, publicUrl, request } = context
  const to = ownPath(request.query.get('to')) ?? '/profile'
  const hint = request.query.get('hint') ?? undefined
  const { url, departure } = await oidc.begin(redirectUri(context), hint)
  const traveller = { ...departure, to, leftAt: app.ambient.wall() }
  return goTo(url, [departureCookie(publicUrl(), keys, traveller)])
}

async function comeBack(context: PortalContext, { oidc, keys }: SealedProvider): Promise<PortalAnswer> {
  const { app, publicUrl, request } = context
  const traveller = readDeparture(publicUrl(), keys, request.cookie, app.ambient.wall())
  if (!traveller) return refused(context, 'failed')
  // From the configured address, because the provider checks it against where it sent the browser.
  const person = await oidc.finish(new URL(`${redirectUri(context)}?${request.query}`), traveller)
  if (!person) return refused(context, 'failed')
  const signIn = await signInAtProvider(app, person)
  if (signIn.kind !== 'known') return refused(context, signIn.kind, 'username' in signIn ? signIn.username : undefined)
  // Whoever the browser stood for until now is somebody else, or the same person under an older session.
  await endSession(app, readSessionCookie(publicUrl(), request.cookie))
  const secret = await startSession(app, signIn.userId, request)
  return goTo(traveller.to, [sessionCookie(publicUrl(), secret), noDepartureCookie(publicUrl())])
}

function refused(context: PortalContext, kind: Refused, username?: string): PortalAnswer {
  const words = providerWords[context.language]
  const { title, text } = words[kind]
  const page = framed(
    { ...context, path: '/sign-in', title },
    html`<h1>${title}</h1>
${
  username === undefined
    ? undefined
    : html`<p><strong class="address">${username}</strong></p>
`
}<p>${text}</p>
<p><a href="${context.pathPrefix}/sign-in">${words.back}</a></p>`,
  )
  return { status: 403, page, cookies: [noDepartureCookie(context.publicUrl())] }
}

/** Without a provider, there is nothing at its addresses. */
const withProvider =
  (run: (context: PortalContext, provider: SealedProvider) => Promise<PortalAnswer>) =>
  async (context: PortalContext): Promise<PortalAnswer> =>
    context.provider ? run(context, context.provider) : problemPage(context, 'not-found')

export const providerRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: DEPARTURE_PATH, secret: true, run: withProvider(depart) },
  { method: 'GET', path: RETURN_PATH, secret: true, run: withProvider(comeBack) },
]
