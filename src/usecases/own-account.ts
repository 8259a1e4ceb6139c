// What people change of their own accounts.
import type { UserId } from '../domain/ids.ts'
import type { Language } from '../domain/languages.ts'
import type { Account, Person } from '../domain/members.ts'
import type { Tx } from '../store/db.ts'
import * as links from '../store/links.ts'
import * as organizations from '../store/organizations.ts'
import * as ownAccounts from '../store/own-accounts.ts'
import * as sessions from '../store/sessions.ts'
import * as users from '../store/users.ts'
import type { App } from './app.ts'
import { sendPasswordReset } from './mailing.ts'

/** Lists of members that name the person are stale from then on. */
export const changeName = (app: App, userId: UserId, name: Pick<Person, 'firstName' | 'lastName'>): Promise<void> =>
  app.db.write(async (tx) => {
    await ownAccounts.setName(tx, userId, name)
    await organizations.raiseRevisionsOf(tx, userId)
  })

/** What the person is shown pages in and written to. */
export const changeLanguage = (app: App, userId: UserId, language: Language): Promise<void> =>
  app.db.write((tx) => ownAccounts.setLanguage(tx, userId, language))

/** Replaces the password that was just checked, and ends every session; false when it has been changed meanwhile. */
export const changePassword = (
  app: App,
  userId: UserId,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<boolean> =>
  app.db.write(async (tx) => {
    if (!(await users.holdWithPassword(tx, userId, from))) return false
    await replacePassword(tx, userId, to)
    return true
  })

/** Writes the mail down, whether or not there is such an account: it is looked for when the mail is prepared. */
export const askForPasswordReset = (app: App, username: string): Promise<void> =>
  app.db.write((tx) => sendPasswordReset(app, tx, username))

/** Whose password the link sets, while it works. */
export async function accountOfResetLink(app: App, linkHash: string): Promise<Account | undefined> {
  const link = await links.find(app.db.read, linkHash, 'password-reset', app.ambient.now())
  return link && users.accountById(app.db.read, link.userId)
}

/**
 * Takes the link and gives the account it was sent to this password, which ends every session. Whoever holds it reads
 * that mailbox, so the address is proven from then on. Exactly one caller ever succeeds; the others see undefined.
 */
export const resetPassword = (app: App, linkHash: string, passwordHash: string): Promise<UserId | undefined> =>
  app.db.write(async (tx) => {
    const now = app.ambient.now()
    const link = await links.take(tx, linkHash, 'password-reset', now)
    if (!link) return undefined
    const { userId } = link
    await users.prove(tx, userId, now)
    await replacePassword(tx, userId, passwordHash)
    await users.noteSignIn(tx, userId, now)
    await organizations.raiseRevisionsOf(tx, userId)
    return userId
  })

/** The password first: then no sign-in by the old one can begin a session after they have ended. */
async function replacePassword(tx: Tx, userId: UserId, passwordHash: string): Promise<void> {
  await ownAccounts.setPassword(tx, userId, passwordHash)
  await sessions.endAll(tx, userId)
  await links.removeOf(tx, userId, 'password-reset')
}
