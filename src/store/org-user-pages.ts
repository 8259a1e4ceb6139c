// Pages of users: one statement finds who stands on the page, and a few more read all of them at once.
import { type Expression, type ExpressionBuilder, type Kysely, sql as raw, type SqlBool } from 'kysely'
import type { OrgId, UserId } from '../domain/ids.ts'
import {
  type InvitedStatus,
  invitedUser,
  ORG_MEMBERSHIP_STATUSES,
  type OrgMembershipStatus,
  type OrgUser,
} from '../domain/org-users.ts'
import type { Sql } from './db.ts'
import { fromRow } from './invitation-rows.ts'
import { membersOf } from './member-rows.ts'
import { invitationsByView, invitedAs } from './org-user-statements.ts'
import type { Tables } from './schema.ts'
import { type Statement, statement } from './statement.ts'

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

interface InOrg {
  readonly orgId: OrgId
}

export type MemberRows = ExpressionBuilder<Tables & { m: Tables['members'] }, 'm'>
export type InvitationRows = ExpressionBuilder<Tables & { i: Tables['invitations'] }, 'i'>

/** Whom a kind of list is about, within the organization. */
export interface Place<Params> {
  members(eb: MemberRows, p: Params & InOrg): Expression<SqlBool>
  invited(eb: InvitationRows, p: Params & InOrg): Expression<SqlBool>
}

interface Asked extends InOrg {
  readonly username: string
  readonly now: number
  readonly limit: number
  readonly offset: number
}

interface Entry {
  readonly username: string
  readonly id: UserId
  readonly kind: string
}

interface Statements<Params> {
  readonly page: Statement<Params & Asked, Entry>
  /** One for each half of the list that was asked for: members, and people who are invited. */
  readonly counts: readonly Statement<Params & Asked, { readonly count: number }>[]
}

type Users<Params> = (sql: Sql, where: Params & InOrg, filter: UserFilter) => Promise<UserPage>

/** Pages of a kind of place's users by username, over the states that are asked for; each choice is compiled once. */
export function usersOfPlace<Params extends object>(place: Place<Params>): Users<Params> {
  const known = new Map<string, Statements<Params>>()
  return async (sql, where, filter) => {
    const statuses = ORG_MEMBERSHIP_STATUSES.filter((status) => filter.statuses.includes(status))
    if (statuses.length === 0) return { users: [], total: 0 }
    const isNamed = filter.username !== undefined
    const choice = `${statuses} ${isNamed}`
    const statements = known.get(choice) ?? statementsOf(place, statuses, isNamed)
    known.set(choice, statements)
    const { username = '', now, offset, limit } = filter
    const params = { ...where, username, now, offset, limit }
    const entries = await sql.all(statements.page, params)
    return {
      users: await inFull(sql, where.orgId, entries, now),
      total: isLast(entries.length, filter) ? offset + entries.length : await countOf(sql, statements, params),
    }
  }
}

/** A page with room left is the last one, unless it lies behind that. */
const isLast = (found: number, { offset, limit }: UserFilter): boolean => found < limit && (found > 0 || offset === 0)

async function countOf<Params>(sql: Sql, { counts }: Statements<Params>, params: Params & Asked): Promise<number> {
  let total = 0
  for (const count of counts) total += (await sql.first(count, params))?.count ?? 0
  return total
}

function statementsOf<Params extends object>(
  place: Place<Params>,
  statuses: readonly OrgMembershipStatus[],
  isNamed: boolean,
): Statements<Params> {
  const declare = statement<Params & Asked>()
  const states = statuses.filter((status): status is InvitedStatus => status !== 'ACTIVE')
  const members = (q: Kysely<Tables>, p: Params & Asked) => membersIn(q, p, place, isNamed)
  const invited = (q: Kysely<Tables>, p: Params & Asked) => invitedTo(q, p, place, states, isNamed)
  const memberEntries = (q: Kysely<Tables>, p: Params & Asked) =>
    members(q, p)
      .innerJoin('users as u', 'u.user_id', 'm.user_id')
      .select(['u.username as username', 'm.user_id as id', raw<string>`'member'`.as('kind')])
  const invitedEntries = (q: Kysely<Tables>, p: Params & Asked) =>
    invited(q, p).select(['i.username as username', 'i.view_id as id', raw<string>`'invited'`.as('kind')])
  const listed = (q: Kysely<Tables>, p: Params & Asked) => {
    if (states.length === 0) return memberEntries(q, p)
    return statuses.length === states.length ? invitedEntries(q, p) : memberEntries(q, p).unionAll(invitedEntries(q, p))
  }
  return {
    page: declare((q, p) =>
      q
        .selectFrom(listed(q, p).as('listed'))
        .select(['username', 'id', 'kind'])
        // Nobody stands in a list twice: members have one address each, and of an address one invitation counts.
        .orderBy('username')
        .limit(p.limit)
        .offset(p.offset),
    ),
    counts: [
      ...(statuses.length > states.length
        ? [declare((q, p) => members(q, p).select((eb) => eb.fn.countAll<number>().as('count')))]
        : []),
      ...(states.length > 0
        ? [declare((q, p) => invited(q, p).select((eb) => eb.fn.countAll<number>().as('count')))]
        : []),
    ],
  }
}

const membersIn = <Params>(q: Kysely<Tables>, p: Params & Asked, place: Place<Params>, isNamed: boolean) =>
  q
    .selectFrom('members as m')
    .where('m.org_id', '=', p.orgId)
    .where((eb) => place.members(eb, p))
    .$if(isNamed, (rows) =>
      rows.where('m.user_id', 'in', (eb) =>
        eb.selectFrom('usernames as n').select('n.user_id').where('n.username', '=', p.username),
      ),
    )

const invitedTo = <Params>(
  q: Kysely<Tables>,
  p: Params & Asked,
  place: Place<Params>,
  states: readonly InvitedStatus[],
  isNamed: boolean,
) =>
  q
    .selectFrom('invitations as i')
    .where('i.org_id', '=', p.orgId)
    .where((eb) => invitedAs(eb, states, p.now))
    .where((eb) => place.invited(eb, p))
    .$if(isNamed, (rows) => rows.where('i.username', '=', p.username))

/** The entries as users and in their order; whoever has gone in between is left out. */
async function inFull(sql: Sql, orgId: OrgId, entries: readonly Entry[], now: number): Promise<readonly OrgUser[]> {
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
  const rows = await sql.all(invitationsByView(ids), { orgId, list: ids })
  return new Map(
    rows.flatMap((row) => {
      const user = invitedUser(fromRow(row), now)
      return user ? [[row.view_id, user] as const] : []
    }),
  )
}
