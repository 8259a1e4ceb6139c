// Pages of users: one statement finds who stands on the page, and a few more read all of them at once.
import { type Expression, type ExpressionBuilder, sql as raw, type SqlBool } from 'kysely'
import type { OrgId, UserId } from '../domain/ids.ts'
import { type InvitedStatus, invitedUser, type OrgMembershipStatus, type OrgUser } from '../domain/org-users.ts'
import type { Sql } from './db.ts'
import { fromRow } from './invitation-rows.ts'
import { membersOf } from './member-rows.ts'
import { invitedAs } from './org-user-statements.ts'
import type { Tables } from './schema.ts'

export interface UserFilter {
  readonly statuses: readonly OrgMembershipStatus[]
  /** The address in its canonical form. */
  readonly username?: string | undefined
  readonly now: number
  readonly offset: number
  readonly limit: number
}

export interface UserPage {
  readonly users: readonly OrgUser[]
  /** How many there are on all pages. */
  readonly total: number
}

export type MemberRows = ExpressionBuilder<Tables & { m: Tables['members'] }, 'm'>
export type InvitationRows = ExpressionBuilder<Tables & { i: Tables['invitations'] }, 'i'>

/** Whom a list is about, within the organization. */
export interface Place {
  members(eb: MemberRows): Expression<SqlBool>
  invited(eb: InvitationRows): Expression<SqlBool>
}

interface Entry {
  readonly username: string
  readonly id: UserId
  readonly kind: string
}

/** A page of the place's users by username, over all the states that were asked for. */
export async function pageOfUsers(sql: Sql, orgId: OrgId, place: Place, filter: UserFilter): Promise<UserPage> {
  const listed = listedUsers(sql, orgId, place, filter)
  if (!listed) return { users: [], total: 0 }
  const entries = await sql.q
    .selectFrom(listed.as('listed'))
    .select(['username', 'id', 'kind'])
    .select((eb) => eb.fn.countAll<number>().over().as('total'))
    .orderBy('username')
    .orderBy('id')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute()
  return {
    users: await usersOf(sql, orgId, entries, filter.now),
    // Behind the last page there is no row to carry the count.
    total: entries[0]?.total ?? (filter.offset === 0 ? 0 : await countOf(sql, listed)),
  }
}

function listedUsers(sql: Sql, orgId: OrgId, place: Place, filter: UserFilter) {
  const invitedStatuses = filter.statuses.filter((status): status is InvitedStatus => status !== 'ACTIVE')
  const active = filter.statuses.includes('ACTIVE') ? activeUsers(sql, orgId, place, filter) : undefined
  const invited = invitedStatuses.length > 0 ? invitedUsers(sql, orgId, place, filter, invitedStatuses) : undefined
  return active && invited ? active.unionAll(invited) : (active ?? invited)
}

const activeUsers = (sql: Sql, orgId: OrgId, place: Place, { username }: UserFilter) =>
  sql.q
    .selectFrom('members as m')
    .innerJoin('users as u', 'u.user_id', 'm.user_id')
    .select(['u.username as username', 'm.user_id as id', raw<string>`'member'`.as('kind')])
    .where('m.org_id', '=', orgId)
    .where((eb) => place.members(eb))
    .$if(username !== undefined, (rows) => rows.where('u.username', '=', username ?? ''))

const invitedUsers = (
  sql: Sql,
  orgId: OrgId,
  place: Place,
  { username, now }: UserFilter,
  statuses: readonly InvitedStatus[],
) =>
  sql.q
    .selectFrom('invitations as i')
    .select(['i.username as username', 'i.view_id as id', raw<string>`'invited'`.as('kind')])
    .where('i.org_id', '=', orgId)
    .where((eb) => invitedAs(eb, statuses, now))
    .where((eb) => place.invited(eb))
    .$if(username !== undefined, (rows) => rows.where('i.username', '=', username ?? ''))

async function countOf(sql: Sql, listed: NonNullable<ReturnType<typeof listedUsers>>): Promise<number> {
  const row = await sql.q
    .selectFrom(listed.as('listed'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst()
  return row?.count ?? 0
}

/** The entries in full and in their order; whoever has gone in between is left out. */
async function usersOf(sql: Sql, orgId: OrgId, entries: readonly Entry[], now: number): Promise<readonly OrgUser[]> {
  const idsOf = (kind: string) => entries.filter((entry) => entry.kind === kind).map(({ id }) => id)
  const members = await membersOf(sql, orgId, idsOf('member'))
  const invited = await invitedUsersOf(sql, orgId, idsOf('invited'), now)
  return entries.flatMap(({ kind, id }): readonly OrgUser[] => {
    const member = members.get(id)
    const user = kind === 'member' ? member && ({ kind: 'member', member } as const) : invited.get(id)
    return user ? [user] : []
  })
}

async function invitedUsersOf(
  sql: Sql,
  orgId: OrgId,
  ids: readonly UserId[],
  now: number,
): Promise<ReadonlyMap<UserId, OrgUser>> {
  if (ids.length === 0) return new Map()
  const rows = await sql.q
    .selectFrom('invitations')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('view_id', 'in', ids)
    .execute()
  return new Map(
    rows.flatMap((row) => {
      const user = invitedUser(fromRow(row), now)
      return user ? [[row.view_id, user] as const] : []
    }),
  )
}
