// People as the organization's credentials may see them.
import type { Caller } from '../domain/actors.ts'
import { refuse } from '../domain/faults.ts'
import type { UserId } from '../domain/ids.ts'
import type { Member } from '../domain/members.ts'
import { parseUsername } from '../domain/usernames.ts'
import { memberOf } from '../store/member-rows.ts'
import * as members from '../store/members.ts'
import type { App } from './app.ts'

/**
 * The member with this address, with what was granted in the caller's organization. Somebody outside of it is refused
 * like nobody, so that a stranger's key cannot ask who has an account.
 */
export async function getMemberByName(app: App, { actor }: Caller, name: string): Promise<Member> {
  const username = parseUsername(name)
  const userId = username === undefined ? undefined : await members.idOf(app.db.read, actor.orgId, username)
  const member = userId && (await memberOf(app.db.read, actor.orgId, userId))
  return member ?? refuse({ code: 'username_not_found', username: name })
}

/** The member with this id; anybody else, also with an account, is refused like nobody. */
export async function getMember(app: App, { actor }: Caller, userId: UserId): Promise<Member> {
  return (await memberOf(app.db.read, actor.orgId, userId)) ?? refuse({ code: 'user_not_found', id: userId })
}
