// People as the organization's credentials may see them.
import type { Caller } from '../domain/actors.ts'
import { refuse } from '../domain/faults.ts'
import type { Member } from '../domain/members.ts'
import { parseUsername } from '../domain/usernames.ts'
import * as members from '../store/members.ts'
import * as roleAssignments from '../store/role-assignments.ts'
import * as teams from '../store/teams.ts'
import * as users from '../store/users.ts'
import type { App } from './app.ts'

/**
 * The member with this address, with what was granted in the caller's organization. Somebody outside of it is refused
 * like nobody, so that a stranger's key cannot ask who has an account.
 */
export async function getMemberByName(app: App, caller: Caller, name: string): Promise<Member> {
  const { orgId } = caller.actor
  const username = parseUsername(name)
  const person = username === undefined ? undefined : await users.byUsername(app.db.read, username)
  if (!person || !(await members.has(app.db.read, orgId, person.userId))) {
    refuse({ code: 'username_not_found', username: name })
  }
  const held = await roleAssignments.of(app.db.read, orgId, person.userId)
  const teamIds = await teams.ofUser(app.db.read, orgId, person.userId)
  return { ...person, ...held, teamIds }
}
