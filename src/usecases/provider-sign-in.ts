// Somebody whom the OpenID Connect provider vouches for: known already, known by their address, or invited.
import type { UserId } from '../domain/ids.ts'
import type { Person } from '../domain/members.ts'
import type { Tx } from '../store/db.ts'
import * as identities from '../store/identities.ts'
import * as invitations from '../store/invitations.ts'
import * as organizations from '../store/organizations.ts'
import * as users from '../store/users.ts'
import type { App } from './app.ts'

/** What the provider says of somebody; `username` is set only if the provider has confirmed the address. */
export interface Vouched extends identities.Identity, Pick<Person, 'firstName' | 'lastName'> {
  readonly username: string | undefined
}

export type ProviderSignIn =
  | { readonly kind: 'known'; readonly userId: UserId }
  /** The provider has not confirmed an address, and without one nobody can be recognised the first time. */
  | { readonly kind: 'unconfirmed' }
  /** There is neither an account nor a pending invitation of the address. */
  | { readonly kind: 'uninvited'; readonly username: string }

/**
 * Finds or makes the account. The first time somebody comes, the confirmed address decides: an account that is theirs is
 * linked, and somebody who is invited gets one, with the id under which they are shown as pending, so that the
 * invitation meets them and keeps its roles.
 */
export const signInAtProvider = (app: App, vouched: Vouched): Promise<ProviderSignIn> =>
  app.db.write(async (tx): Promise<ProviderSignIn> => {
    const now = app.ambient.now()
    const userId = (await identities.userOf(tx, vouched)) ?? (await firstTime(tx, vouched, now))
    if (typeof userId !== 'string') return userId
    await users.noteSignIn(tx, userId, now)
    await organizations.raiseRevisionsOf(tx, userId)
    return { kind: 'known', userId }
  })

async function firstTime(tx: Tx, vouched: Vouched, now: number): Promise<UserId | ProviderSignIn> {
  const { username } = vouched
  if (username === undefined) return { kind: 'unconfirmed' }
  const userId = (await provenAccount(tx, username, now)) ?? (await accountOfInvited(tx, vouched, username, now))
  if (userId === undefined) return { kind: 'uninvited', username }
  await identities.insert(tx, vouched, userId, now)
  return (await identities.userOf(tx, vouched)) ?? userId
}

/** The account of the address; what somebody else chose for it, who made it, is theirs no more. */
async function provenAccount(tx: Tx, username: string, now: number): Promise<UserId | undefined> {
  const person = await users.byUsername(tx, username)
  if (person) await users.prove(tx, person.userId, now)
  return person?.userId
}

async function accountOfInvited(
  tx: Tx,
  { firstName, lastName }: Vouched,
  username: string,
  now: number,
): Promise<UserId | undefined> {
  const pending = await invitations.pendingOf(tx, username, now)
  const shown = pending.find(({ face }) => face === 'org') ?? pending[0]
  if (!shown) return undefined
  await users.insertIfNew(tx, {
    userId: shown.viewId,
    username,
    firstName: firstName || username.slice(0, username.lastIndexOf('@')),
    lastName,
    country: 'US',
    createdAt: now,
    lastAuthAt: now,
    passwordHash: undefined,
    verifiedAt: now,
  })
  return (await users.byUsername(tx, username))?.userId
}
