// Accepting: somebody new chooses a password and is signed in, somebody known signs in or is signed in already.
import type { Account } from '../../domain/members.ts'
import { sessionCookie } from '../../identity/session-cookie.ts'
import { startSession } from '../../identity/sessions.ts'
import { signInWithPassword } from '../../identity/sign-in.ts'
import { Secret } from '../../platform/secret.ts'
import { nameProblems, type TypedNames, typedNames } from '../name-fields.ts'
import { problemPage } from '../problem-page.ts'
import { goTo, type PortalAnswer, type PortalContext } from '../route.ts'
import { accountWords } from '../words/account.ts'
import { invitationWords } from '../words/invitations.ts'
import type { Problems } from './accept-forms.ts'
import { closedPage } from './closed-page.ts'
import { asItIsNow, join } from './joining.ts'
import { type Held, holderOf } from './link.ts'
import { pendingPage } from './pending-page.ts'
import { inviteeOf } from './visitor.ts'
import { welcomePath } from './welcome.ts'

/** Accepts as whoever sent the form. What they have to give depends on who they are, and never on what the form says. */
export async function accept(context: PortalContext, held: Held): Promise<PortalAnswer> {
  if (held.status !== 'PENDING') return closedPage(context, held, 409)
  const invitee = await inviteeOf(context, held)
  switch (invitee.kind) {
    case 'self':
      return acceptAs(context, held, invitee.account)
    case 'other':
      return pendingPage(context, held, invitee, { status: 409 })
    case 'known':
      return acceptByPassword(context, held, invitee.account)
    case 'newcomer':
      return acceptAsNewcomer(context, held)
    default:
      return invitee satisfies never
  }
}

async function acceptAs(context: PortalContext, held: Held, { userId }: Account): Promise<PortalAnswer> {
  const joined = await join(context, held, { kind: 'account', userId })
  return joined.kind === 'in' ? goTo(welcomePath(held)) : joined.answer
}

async function acceptByPassword(context: PortalContext, held: Held, account: Account): Promise<PortalAnswer> {
  const { app, language, publicUrl, request, throttle } = context
  const { missingPassword, wrongPassword } = invitationWords[language].pending
  const refused = (problem: string): PortalAnswer => {
    const filled = { problems: { password: problem } }
    return pendingPage(context, held, { kind: 'known', account }, { status: 422, filled })
  }
  const password = request.form.get('password') ?? ''
  if (password === '') return refused(missingPassword)
  const typed = { username: held.invitation.username, password: new Secret(password), visitor: request }
  const signIn = await signInWithPassword({ ...app, throttle }, typed)
  if (signIn.kind === 'throttled') return problemPage(context, 'too-many', signIn.retryAfter)
  if (signIn.kind === 'refused') {
    // The account may be as new as a minute: of somebody else who held the link and was quicker.
    const now = await holderOf(context)
    return now?.status === 'PENDING' ? refused(wrongPassword) : asItIsNow(context)
  }
  const answer = await acceptAs(context, held, signIn.account)
  return { ...answer, cookies: [sessionCookie(publicUrl(), signIn.secret)] }
}

async function acceptAsNewcomer(context: PortalContext, held: Held): Promise<PortalAnswer> {
  const { app, language, publicUrl, request } = context
  const typed = typedNames(request.form)
  const password = new Secret(request.form.get('password') ?? '')
  const problems = await problemsOf(context, held, typed, password)
  if (Object.keys(problems).length > 0) {
    return pendingPage(context, held, { kind: 'newcomer' }, { status: 422, filled: { typed, problems } })
  }
  const passwordHash = await app.minting.passwords.hash(password)
  const joined = await join(context, held, { kind: 'newcomer', ...typed, passwordHash, language })
  if (joined.kind === 'refused') return (await inMeanwhile(context, held, password)) ?? joined.answer
  const secret = await startSession(app, joined.userId, request)
  return goTo(welcomePath(held), [sessionCookie(publicUrl(), secret)])
}

/**
 * Whoever pressed the button twice has been let in by the first form, of whose answer their browser knows nothing: the
 * password tells that it is them.
 */
async function inMeanwhile(
  { app, publicUrl, request, throttle }: PortalContext,
  held: Held,
  password: Secret,
): Promise<PortalAnswer | undefined> {
  const typed = { username: held.invitation.username, password, visitor: request }
  const signIn = await signInWithPassword({ ...app, throttle }, typed)
  return signIn.kind === 'signed-in' ? goTo(welcomePath(held), [sessionCookie(publicUrl(), signIn.secret)]) : undefined
}

async function problemsOf(
  { app, language, style }: PortalContext,
  { facts }: Held,
  names: TypedNames,
  password: Secret,
): Promise<Problems> {
  const about = [facts.username, names.firstName, names.lastName, facts.orgName, style.name]
  const flaw = await app.minting.passwords.flawOf(password, about)
  const problems = nameProblems(language, names)
  return flaw === undefined ? problems : { ...problems, password: accountWords[language].passwordFlaws[flaw] }
}
