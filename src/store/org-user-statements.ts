// Which invitations make somebody a user of the organization, and the statements that find one user.
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { OrgId, UserId } from '../domain/ids.ts'
import type { InvitedStatus } from '../domain/org-users.ts'
import { pending, toNonMember } from './invitation-statements.ts'
import type { Tables } from './schema.ts'
import { listStatement, statement } from './statement.ts'

type Row = Tables['invitations']
type Rows = ExpressionBuilder<Tables & { i: Row }, 'i'>

const ANY: readonly InvitedStatus[] = ['PENDING', 'INVITATION_EXPIRED', 'INVITATION_REJECTED']

/**
 * The organization's own invitations to people who are no members, in one of the states. Of an address only the newest
 * counts; one that is pending always is the newest, because a second is refused.
 */
export const invitedAs = (eb: Rows, statuses: readonly InvitedStatus[], now: number): Expression<SqlBool> =>
  eb.and([eb('i.face', '=', 'org'), eb.or(statuses.map((status) => inState(eb, status, now))), toNonMember(eb)])

function inState(eb: Rows, status: InvitedStatus, now: number): Expression<SqlBool> {
  switch (status) {
    case 'PENDING':
      return pending(eb, now)
    case 'INVITATION_EXPIRED':
      return eb.and([eb.or([eb('i.status', '=', 'EXPIRED'), isOverdue(eb, now)]), isNewest(eb)])
    case 'INVITATION_REJECTED':
      return eb.and([eb('i.status', '=', 'DECLINED'), isNewest(eb)])
  }
}

/** Past its expiry and not swept yet. */
const isOverdue = (eb: Rows, now: number): Expression<SqlBool> =>
  eb.and([eb('i.status', '=', 'PENDING'), eb('i.expires_at', '<=', now)])

const isNewest = (eb: Rows): Expression<SqlBool> =>
  eb.not(
    eb.exists(
      eb
        .selectFrom('invitations as later')
        .select('later.invitation_id')
        .whereRef('later.org_id', '=', 'i.org_id')
        .whereRef('later.username', '=', 'i.username')
        .whereRef('later.face', '=', 'i.face')
        .where((l) =>
          l.or([
            l('later.created_at', '>', l.ref('i.created_at')),
            l.and([
              l('later.created_at', '=', l.ref('i.created_at')),
              l('later.invitation_id', '>', l.ref('i.invitation_id')),
            ]),
          ]),
        ),
    ),
  )

export const invitedById = statement<{ orgId: OrgId; viewId: UserId; now: number }>()((q, p) =>
  q
    .selectFrom('invitations as i')
    .selectAll('i')
    .where('i.org_id', '=', p.orgId)
    .where('i.view_id', '=', p.viewId)
    .where((eb) => invitedAs(eb, ANY, p.now)),
)

export const invitedByName = statement<{ orgId: OrgId; username: string; now: number }>()((q, p) =>
  q
    .selectFrom('invitations as i')
    .selectAll('i')
    .where('i.org_id', '=', p.orgId)
    .where('i.username', '=', p.username)
    .where((eb) => invitedAs(eb, ANY, p.now)),
)

export const personOfMember = statement<{ orgId: OrgId; userId: UserId }>()((q, p) =>
  q
    .selectFrom('members as m')
    .innerJoin('users as u', 'u.user_id', 'm.user_id')
    .selectAll('u')
    .where('m.org_id', '=', p.orgId)
    .where('m.user_id', '=', p.userId),
)

/** The members by their addresses. */
export const idsByUsername = statement<{ orgId: OrgId; limit: number }>()((q, p) =>
  q
    .selectFrom('members as m')
    .innerJoin('users as u', 'u.user_id', 'm.user_id')
    .select('m.user_id')
    .where('m.org_id', '=', p.orgId)
    .orderBy('u.username')
    .limit(p.limit),
)

export const peopleOfMembers = listStatement<{ orgId: OrgId }>()((q, p, list: readonly UserId[]) =>
  q
    .selectFrom('members as m')
    .innerJoin('users as u', 'u.user_id', 'm.user_id')
    .selectAll('u')
    .where('m.org_id', '=', p.orgId)
    .where('m.user_id', 'in', list),
)

export const invitationsByView = listStatement<{ orgId: OrgId }>()((q, p, list: readonly UserId[]) =>
  q.selectFrom('invitations').selectAll().where('org_id', '=', p.orgId).where('view_id', 'in', list),
)
