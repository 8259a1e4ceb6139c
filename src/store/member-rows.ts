// Members as they are read: the person, their roles and their teams, for one or for a whole page at once.
import type { OrgId, UserId } from '../domain/ids.ts'
import type { HeldRoles, Member } from '../domain/members.ts'
import type { Sql } from './db.ts'
import { peopleOfMembers, personOfMember } from './org-user-statements.ts'
import * as roleAssignments from './role-assignments.ts'
import * as teams from './teams.ts'
import { personOf } from './users.ts'

/** The member with this id. */
export async function memberOf(sql: Sql, orgId: OrgId, userId: UserId): Promise<Member | undefined> {
  const row = await sql.first(personOfMember, { orgId, userId })
  if (!row) return undefined
  const held = await roleAssignments.of(sql, orgId, userId)
  return { ...personOf(row), ...held, teamIds: await teams.ofUser(sql, orgId, userId) }
}

/** Those of `ids` who are members; three statements, however many there are. */
export async function membersOf(sql: Sql, orgId: OrgId, ids: readonly UserId[]): Promise<ReadonlyMap<UserId, Member>> {
  if (ids.length === 0) return new Map()
  const rows = await sql.all(peopleOfMembers(ids), { orgId, list: ids })
  const roles = await roleAssignments.ofEach(sql, orgId, ids)
  const teamIds = await teams.ofEach(sql, orgId, ids)
  return new Map(
    rows.map((row) => {
      const held = roles.get(row.user_id) ?? NO_ROLES
      return [row.user_id, { ...personOf(row), ...held, teamIds: teamIds.get(row.user_id) ?? [] }]
    }),
  )
}

const NO_ROLES: HeldRoles = { orgRoles: [], projectRoles: new Map() }
