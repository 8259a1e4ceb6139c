// People and their own accounts, whichever organizations they belong to.
import type { OrgId, UserId } from '../domain/ids.ts'
import type { Account } from '../domain/members.ts'
import * as members from '../store/members.ts'
import * as organizations from '../store/organizations.ts'
import * as users from '../store/users.ts'
import type { App } from './app.ts'

/** The account with this id. */
export const accountById = (app: App, userId: UserId): Promise<Account | undefined> =>
  users.accountById(app.db.read, userId)

/** The account of this address. */
export const accountOf = (app: App, username: string): Promise<Account | undefined> =>
  users.account(app.db.read, username)

/** The organization's name, for its members alone. */
export async function organizationNameFor(app: App, userId: UserId, orgId: OrgId): Promise<string | undefined> {
  if (!(await members.has(app.db.read, orgId, userId))) return undefined
  return (await organizations.access(app.db.read, orgId))?.name
}
