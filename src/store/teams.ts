// Teams of an organization and the people in them.
import type { OrgId, TeamId, UserId } from '../domain/ids.ts'
import type { Sql, Tx } from './db.ts'

export interface Team {
  readonly orgId: OrgId
  readonly teamId: TeamId
  readonly name: string
  readonly createdAt: number
}

/** False, and nothing written, when the organization has a team of that name. */
export async function insert(tx: Tx, team: Team): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.q
    .insertInto('teams')
    .values({ org_id: team.orgId, team_id: team.teamId, name: team.name, created_at: team.createdAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** False when the person is in the team already, or the team is gone. */
export async function addMember(tx: Tx, orgId: OrgId, teamId: TeamId, userId: UserId): Promise<boolean> {
  if ((await existing(tx, orgId, [teamId])).size === 0) return false
  const { numInsertedOrUpdatedRows } = await tx.q
    .insertInto('team_members')
    .values({ org_id: orgId, team_id: teamId, user_id: userId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Those of `ids` that are teams of the organization. */
export async function existing(sql: Sql, orgId: OrgId, ids: readonly TeamId[]): Promise<ReadonlySet<TeamId>> {
  if (ids.length === 0) return new Set()
  const rows = await sql.q
    .selectFrom('teams')
    .select('team_id')
    .where('org_id', '=', orgId)
    .where('team_id', 'in', ids)
    .execute()
  return new Set(rows.map((row) => row.team_id))
}

/** The teams a person is in, by id. */
export async function ofUser(sql: Sql, orgId: OrgId, userId: UserId): Promise<readonly TeamId[]> {
  const rows = await sql.q
    .selectFrom('team_members')
    .select('team_id')
    .where('org_id', '=', orgId)
    .where('user_id', '=', userId)
    .orderBy('team_id')
    .execute()
  return rows.map((row) => row.team_id)
}
