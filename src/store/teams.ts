// Teams of an organization and the people in them.
import type { OrgId, TeamId, UserId } from '../domain/ids.ts'
import type { Person } from '../domain/members.ts'
import type { Team } from '../domain/teams.ts'
import type { Sql, Tx } from './db.ts'
import type { Tables } from './schema.ts'
import { listStatement, statement } from './statement.ts'

/** Which rows of a list stand on a page. */
export interface Slice {
  readonly offset: number
  readonly limit: number
}

const rowById = statement<{ orgId: OrgId; teamId: TeamId }>()((q, p) =>
  q.selectFrom('teams').selectAll().where('org_id', '=', p.orgId).where('team_id', '=', p.teamId),
)

const rowByName = statement<{ orgId: OrgId; name: string }>()((q, p) =>
  q.selectFrom('teams').selectAll().where('org_id', '=', p.orgId).where('name', '=', p.name),
)

const rowsOfOrganization = statement<{ orgId: OrgId } & Slice>()((q, p) =>
  q.selectFrom('teams').selectAll().where('org_id', '=', p.orgId).orderBy('name').limit(p.limit).offset(p.offset),
)

const countOfOrganization = statement<{ orgId: OrgId }>()((q, p) =>
  q
    .selectFrom('teams')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('org_id', '=', p.orgId),
)

const rename = statement<{ orgId: OrgId; teamId: TeamId; name: string }>()((q, p) =>
  q
    .updateTable('teams')
    .set({ name: p.name })
    .where('org_id', '=', p.orgId)
    .where('team_id', '=', p.teamId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('teams as other')
            .select('other.team_id')
            .where('other.org_id', '=', p.orgId)
            .where('other.name', '=', p.name),
        ),
      ),
    ),
)

const peopleRows = statement<{ orgId: OrgId; teamId: TeamId }>()((q, p) =>
  q
    .selectFrom('team_members as t')
    .innerJoin('users as u', 'u.user_id', 't.user_id')
    .select(['u.user_id', 'u.username'])
    .where('t.org_id', '=', p.orgId)
    .where('t.team_id', '=', p.teamId)
    .orderBy('u.username'),
)

const removeRow = statement<{ orgId: OrgId; teamId: TeamId }>()((q, p) =>
  q.deleteFrom('teams').where('org_id', '=', p.orgId).where('team_id', '=', p.teamId),
)

const removeMembers = statement<{ orgId: OrgId; teamId: TeamId }>()((q, p) =>
  q.deleteFrom('team_members').where('org_id', '=', p.orgId).where('team_id', '=', p.teamId),
)

const removeOneMember = statement<{ orgId: OrgId; teamId: TeamId; userId: UserId }>()((q, p) =>
  q
    .deleteFrom('team_members')
    .where('org_id', '=', p.orgId)
    .where('team_id', '=', p.teamId)
    .where('user_id', '=', p.userId),
)

const rowsById = listStatement<{ orgId: OrgId }>()((q, p, list: readonly TeamId[]) =>
  q.selectFrom('teams').select('team_id').where('org_id', '=', p.orgId).where('team_id', 'in', list),
)

const memberRow = statement<{ orgId: OrgId; teamId: TeamId; userId: UserId }>()((q, p) =>
  q
    .insertInto('team_members')
    .values({ org_id: p.orgId, team_id: p.teamId, user_id: p.userId })
    .onConflict((conflict) => conflict.doNothing()),
)

const teamsOfUser = statement<{ orgId: OrgId; userId: UserId }>()((q, p) =>
  q
    .selectFrom('team_members')
    .select('team_id')
    .where('org_id', '=', p.orgId)
    .where('user_id', '=', p.userId)
    .orderBy('team_id'),
)

const teamsOfUsers = listStatement<{ orgId: OrgId }>()((q, p, list: readonly UserId[]) =>
  q
    .selectFrom('team_members')
    .select(['user_id', 'team_id'])
    .where('org_id', '=', p.orgId)
    .where('user_id', 'in', list)
    .orderBy('team_id'),
)

export const byId = async (sql: Sql, orgId: OrgId, teamId: TeamId): Promise<Team | undefined> =>
  toTeam(await sql.first(rowById, { orgId, teamId }))

export const byName = async (sql: Sql, orgId: OrgId, name: string): Promise<Team | undefined> =>
  toTeam(await sql.first(rowByName, { orgId, name }))

/** A page of the organization's teams, by name in the order of code points, and how many there are. */
export async function list(
  sql: Sql,
  orgId: OrgId,
  slice: Slice,
): Promise<{ readonly teams: readonly Team[]; readonly total: number }> {
  const rows = await sql.all(rowsOfOrganization, { orgId, limit: slice.limit, offset: slice.offset })
  return { teams: rows.map(fromRow), total: await count(sql, orgId) }
}

export const count = async (sql: Sql, orgId: OrgId): Promise<number> =>
  (await sql.first(countOfOrganization, { orgId }))?.count ?? 0

/** False, and nothing written, when the organization has a team of that name. */
export async function insert(tx: Tx, team: Team): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.q
    .insertInto('teams')
    .values({ org_id: team.orgId, team_id: team.teamId, name: team.name, created_at: team.createdAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** False, and nothing written, when a team of the organization has that name. */
export const changeName = async (tx: Tx, orgId: OrgId, teamId: TeamId, name: string): Promise<boolean> =>
  (await tx.run(rename, { orgId, teamId, name })) === 1

/** Takes everybody out of the team and deletes it. */
export async function remove(tx: Tx, orgId: OrgId, teamId: TeamId): Promise<void> {
  await tx.run(removeMembers, { orgId, teamId })
  await tx.run(removeRow, { orgId, teamId })
}

/** Who is in the team, by username. */
export async function peopleOf(
  sql: Sql,
  orgId: OrgId,
  teamId: TeamId,
): Promise<readonly Pick<Person, 'userId' | 'username'>[]> {
  const rows = await sql.all(peopleRows, { orgId, teamId })
  return rows.map((row) => ({ userId: row.user_id, username: row.username }))
}

/** False when the person is in the team already, or the team is gone. */
export async function addMember(tx: Tx, orgId: OrgId, teamId: TeamId, userId: UserId): Promise<boolean> {
  if ((await existing(tx, orgId, [teamId])).size === 0) return false
  return (await tx.run(memberRow, { orgId, teamId, userId })) === 1
}

/** False when the person is not in the team. */
export const removeMember = async (tx: Tx, orgId: OrgId, teamId: TeamId, userId: UserId): Promise<boolean> =>
  (await tx.run(removeOneMember, { orgId, teamId, userId })) === 1

/** Those of `ids` that are teams of the organization. */
export async function existing(sql: Sql, orgId: OrgId, ids: readonly TeamId[]): Promise<ReadonlySet<TeamId>> {
  if (ids.length === 0) return new Set()
  const rows = await sql.all(rowsById(ids), { orgId, list: ids })
  return new Set(rows.map((row) => row.team_id))
}

/** The teams a person is in, by id. */
export async function ofUser(sql: Sql, orgId: OrgId, userId: UserId): Promise<readonly TeamId[]> {
  const rows = await sql.all(teamsOfUser, { orgId, userId })
  return rows.map((row) => row.team_id)
}

/** The teams of each of these people, by id; whoever is in none is missing. */
export async function ofEach(
  sql: Sql,
  orgId: OrgId,
  ids: readonly UserId[],
): Promise<ReadonlyMap<UserId, readonly TeamId[]>> {
  if (ids.length === 0) return new Map()
  const rows = await sql.all(teamsOfUsers(ids), { orgId, list: ids })
  const found = new Map<UserId, TeamId[]>()
  for (const { user_id, team_id } of rows) found.set(user_id, [...(found.get(user_id) ?? []), team_id])
  return found
}

const toTeam = (row: Tables['teams'] | undefined): Team | undefined => row && fromRow(row)

const fromRow = (row: Tables['teams']): Team => ({
  orgId: row.org_id,
  teamId: row.team_id,
  name: row.name,
  createdAt: row.created_at,
})
