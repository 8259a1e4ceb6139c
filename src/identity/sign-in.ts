// Signing in by address and password. Whoever has no account is refused like somebody who typed a wrong password: in the
// same words, after the same work.
import type { Account } from '../domain/members.ts'
import type { Passwords } from '../domain/passwords.ts'
import { parseUsername } from '../domain/usernames.ts'
import type { Secret } from '../platform/secret.ts'
import type { Tx } from '../store/db.ts'
import * as organizations from '../store/organizations.ts'
import * as ownAccounts from '../store/own-accounts.ts'
import * as users from '../store/users.ts'
import { type SessionDeps, startSessionByPassword, type Visitor } from './sessions.ts'
import type { Throttle } from './throttle.ts'

export interface SignInDeps extends SessionDeps {
  readonly minting: { readonly passwords: Passwords }
  readonly throttle: Throttle
}

export interface Typed {
  /** As it was typed, whether or not it can be an address. */
  readonly username: string
  readonly password: Secret
  readonly visitor: Visitor
}

export type SignIn =
  /** `secret` is for the session's cookie. */
  | { readonly kind: 'signed-in'; readonly secret: Secret; readonly account: Account }
  | { readonly kind: 'refused' }
  | Throttled

/** Too much was tried; `retryAfter` are seconds. */
export interface Throttled {
  readonly kind: 'throttled'
  readonly retryAfter: number
}

/** Begins a session when the password is the account's own; refuses as too busy when it cannot be checked soon. */
export async function signInWithPassword(deps: SignInDeps, { username, password, visitor }: Typed): Promise<SignIn> {
  return trying(deps, username, visitor.address, async () => {
    const account = await users.account(deps.db.read, parseUsername(username.trim()) ?? '')
    const checked = await check(deps, account, password)
    if (!account || !checked) return { kind: 'refused' }
    const secret = await startSessionByPassword(deps, account.userId, visitor, checked.passwordHash, async (tx) => {
      await users.noteSignIn(tx, account.userId, deps.ambient.now())
      await organizations.raiseRevisionsOf(tx, account.userId)
      await keep(tx, account, checked)
    })
    return secret ? { kind: 'signed-in', secret, account } : { kind: 'refused' }
  })
}

export type PasswordCheck =
  /** `passwordHash` is what the password fits. */
  { readonly kind: 'right'; readonly passwordHash: string } | { readonly kind: 'refused' } | Throttled

/** Whether this is the password of somebody who is signed in: throttled like signing in, and nothing begins. */
export const checkOwnPassword = (
  deps: SignInDeps,
  account: Account,
  password: Secret,
  address: string,
): Promise<PasswordCheck> =>
  trying(deps, account.username, address, async () => {
    const checked = await check(deps, account, password)
    return checked ? { kind: 'right', passwordHash: checked.passwordHash } : { kind: 'refused' }
  })

/** Counts a try before its work; what was right, and what could not be done, counts no more. */
async function trying<Result extends { readonly kind: string }>(
  { throttle }: SignInDeps,
  account: string,
  address: string,
  work: () => Promise<Result>,
): Promise<Result | Throttled> {
  const attempt = await throttle.attempt({ kind: 'sign-in', account, address })
  if (!attempt.allowed) return { kind: 'throttled', retryAfter: attempt.retryAfter }
  try {
    const result = await work()
    if (result.kind !== 'refused') await attempt.giveBack()
    return result
  } catch (error) {
    await attempt.giveBack()
    throw error
  }
}

interface Checked {
  readonly passwordHash: string
  /** The same password hashed anew, when it was hashed weaker than passwords are now. */
  readonly rehashed: string | undefined
}

/** An account whose address is not proven has a password that somebody else chose: it opens nothing. */
async function check(
  { minting: { passwords } }: SignInDeps,
  account: Account | undefined,
  password: Secret,
): Promise<Checked | undefined> {
  const passwordHash = account?.verifiedAt === undefined ? undefined : account.passwordHash
  const isRight = await passwords.verify(password, passwordHash)
  if (!isRight || passwordHash === undefined) return undefined
  const rehashed = passwords.needsRehash(passwordHash) ? await passwords.hash(password) : undefined
  return { passwordHash, rehashed }
}

async function keep(tx: Tx, { userId }: Account, { rehashed }: Checked): Promise<void> {
  if (rehashed !== undefined) await ownAccounts.setPassword(tx, userId, rehashed)
}
