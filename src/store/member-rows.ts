// Members as they are read: the person, their roles and their teams, for one or for a whole page at once.
import type { OrgId, TeamId, UserId } from '../domain/ids.ts'
import type { HeldRoles, Member } from '../domain/members.ts'
import type { Sql } from './db.ts'
import { personOfMember } from './org-user-statements.ts'
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
  const rows = await sql.q
    .selectFrom('members as m')
    .innerJoin('users as u', 'u.user_id', 'm.user_id')
    .selectAll('u')
    .where('m.org_id', '=', orgId)
    .where('m.user_id', 'in', ids)
    .execute()
  const roles = await roleAssignments.ofEach(sql, orgId, ids)
  const teamIds = await teamsOf(sql, orgId, ids)
  return new Map(
    rows.map((row) => {
      const held = roles.get(row.user_id) ?? NO_ROLES
      return [row.user_id, { ...personOf(row), ...held, teamIds: teamIds.get(row.user_id) ?? [] }]
    }),
  )
}

const NO_ROLES: HeldRoles = { orgRoles: [], projectRoles: new Map() }

/** The teams of each of these people, by id; whoever is in none is missing. */
async function teamsOf(
  sql: Sql,
  orgId: OrgId,
  ids: readonly UserId[],
): Promise<ReadonlyMap<UserId, readonly TeamId[]>> {
  if (ids.length === 0) return new Map()
  const rows = await sql.q
    .selectFrom('team_members')
    .select(['user_id', 'team_id'])
    .where('org_id', '=', orgId)
    .where('user_id', 'in', ids)
    .orderBy('team_id')
    .execute()
  const found = new Map<UserId, TeamId[]>()
  for (const { user_id, team_id } of rows) found.set(user_id, [...(found.get(user_id) ?? []), team_id])
  return found
}
