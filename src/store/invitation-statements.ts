// The statements on invitations: what each endpoint is shown, and the conditional updates that decide every race.
import { type Expression, type ExpressionBuilder, sql as raw, type SqlBool } from 'kysely'
import type { InvitationId, OrgId, ProjectId } from '../domain/ids.ts'
import type { InvitationFace, InvitationStatus } from '../domain/invitations.ts'
import type { ProjectIdOrNone, Tables } from './schema.ts'
import { statement } from './statement.ts'

type Row = Tables['invitations']
type Rows = ExpressionBuilder<Tables & { i: Row }, 'i'>

/** Pending means: not closed, and not past its expiry, swept or not. */
export const pending = (eb: Rows, now: number): Expression<SqlBool> =>
  eb.and([eb('i.status', '=', 'PENDING'), eb('i.expires_at', '>', now)])

/** Whether the invited person is not in the organization. */
export const toNonMember = (eb: Rows): Expression<SqlBool> =>
  eb.not(
    eb.exists(
      eb
        .selectFrom('usernames as n')
        .innerJoin('members as m', 'm.user_id', 'n.user_id')
        .select('m.user_id')
        .whereRef('n.username', '=', 'i.username')
        .whereRef('m.org_id', '=', 'i.org_id'),
    ),
  )

/**
 * What the organization's endpoints show: its own invitations, and those of the old project endpoint while the person
 * is not a member (docs/wire/invitations.md#one-row-two-views).
 */
const seenByOrganization = (eb: Rows): Expression<SqlBool> =>
  eb.or([eb('i.face', '=', 'org'), eb.and([eb('i.face', '=', 'legacy-project'), toNonMember(eb)])])

export const oneOfOrganization = statement<{ orgId: OrgId; id: InvitationId; now: number }>()((q, p) =>
  q
    .selectFrom('invitations as i')
    .selectAll('i')
    .where('i.org_id', '=', p.orgId)
    .where('i.invitation_id', '=', p.id)
    .where((eb) => pending(eb, p.now))
    .where(seenByOrganization),
)

export const allOfOrganization = statement<{ orgId: OrgId; now: number }>()((q, p) =>
  q
    .selectFrom('invitations as i')
    .selectAll('i')
    .where('i.org_id', '=', p.orgId)
    .where((eb) => pending(eb, p.now))
    .where(seenByOrganization)
    .orderBy('i.username')
    .orderBy('i.invitation_id'),
)

export const namedOfOrganization = statement<{ orgId: OrgId; username: string; now: number }>()((q, p) =>
  q
    .selectFrom('invitations as i')
    .selectAll('i')
    .where('i.org_id', '=', p.orgId)
    .where('i.username', '=', p.username)
    .where((eb) => pending(eb, p.now))
    .where(seenByOrganization)
    .orderBy('i.invitation_id'),
)

export const oneById = statement<{ orgId: OrgId; id: InvitationId; now: number }>()((q, p) =>
  q
    .selectFrom('invitations as i')
    .selectAll('i')
    .where('i.org_id', '=', p.orgId)
    .where('i.invitation_id', '=', p.id)
    .where((eb) => pending(eb, p.now)),
)

export const allOfProject = statement<{ orgId: OrgId; projectId: ProjectId; now: number }>()((q, p) =>
  q
    .selectFrom('invitations as i')
    .selectAll('i')
    .where('i.org_id', '=', p.orgId)
    .where('i.face', '=', 'legacy-project')
    .where('i.project_id', '=', p.projectId)
    .where((eb) => pending(eb, p.now))
    .orderBy('i.username'),
)

interface Place {
  orgId: OrgId
  face: InvitationFace
  projectId: ProjectIdOrNone
  username: string
  now: number
}

export const oneAtPlace = statement<Place>()((q, p) =>
  q
    .selectFrom('invitations as i')
    .selectAll('i')
    .where('i.org_id', '=', p.orgId)
    .where('i.face', '=', p.face)
    .where('i.project_id', '=', p.projectId)
    .where('i.username', '=', p.username)
    .where((eb) => pending(eb, p.now)),
)

export const expireAtPlace = statement<Place>()((q, p) =>
  q
    .updateTable('invitations')
    .set({ status: 'EXPIRED', closed_at: (eb) => eb.ref('expires_at') })
    .where('org_id', '=', p.orgId)
    .where('face', '=', p.face)
    .where('project_id', '=', p.projectId)
    .where('username', '=', p.username)
    .where('status', '=', 'PENDING')
    .where('expires_at', '<=', p.now),
)

export const dueRows = statement<{ until: number; limit: number }>()((q, p) =>
  q
    .selectFrom('invitations')
    .select(['org_id', 'invitation_id', 'expires_at'])
    .where('status', '=', 'PENDING')
    .where('expires_at', '<=', p.until)
    .orderBy('expires_at')
    .limit(p.limit),
)

export const expireRow = statement<{ orgId: OrgId; id: InvitationId; now: number }>()((q, p) =>
  q
    .updateTable('invitations')
    .set({ status: 'EXPIRED', closed_at: (eb) => eb.ref('expires_at') })
    .where('org_id', '=', p.orgId)
    .where('invitation_id', '=', p.id)
    .where('status', '=', 'PENDING')
    .where('expires_at', '<=', p.now)
    .returningAll(),
)

export const insertRow = statement<Row>()((q, p) =>
  q
    .insertInto('invitations')
    .values({
      org_id: p.org_id,
      invitation_id: p.invitation_id,
      view_id: p.view_id,
      face: p.face,
      project_id: p.project_id,
      username: p.username,
      roles: p.roles,
      team_ids: p.team_ids,
      group_role_assignments: p.group_role_assignments,
      inviter_kind: p.inviter_kind,
      inviter_username: p.inviter_username,
      status: p.status,
      created_at: p.created_at,
      expires_at: p.expires_at,
      closed_at: p.closed_at,
      secret_hash: p.secret_hash,
      language: p.language,
    })
    .onConflict((conflict) => conflict.doNothing()),
)

export const closeRow = statement<{ orgId: OrgId; id: InvitationId; status: InvitationStatus; now: number }>()((q, p) =>
  q
    .updateTable('invitations')
    .set({ status: p.status, closed_at: p.now })
    .where('org_id', '=', p.orgId)
    .where('invitation_id', '=', p.id)
    .where('status', '=', 'PENDING')
    .where('expires_at', '>', p.now)
    .returningAll(),
)

export const anyById = statement<{ orgId: OrgId; id: InvitationId }>()((q, p) =>
  q.selectFrom('invitations').selectAll().where('org_id', '=', p.orgId).where('invitation_id', '=', p.id),
)

export const pendingOfAddress = statement<{ username: string; now: number }>()((q, p) =>
  q
    .selectFrom('invitations as i')
    .innerJoin('organizations as o', 'o.org_id', 'i.org_id')
    .selectAll('i')
    .where('i.username', '=', p.username)
    .where((eb) => pending(eb, p.now))
    .where('o.deleted_at', 'is', null)
    .orderBy('i.created_at')
    .orderBy('i.invitation_id'),
)

export const withdrawRow = statement<{ orgId: OrgId; id: InvitationId; now: number }>()((q, p) =>
  q
    .updateTable('invitations')
    .set({ status: 'REVOKED', closed_at: p.now })
    .where('org_id', '=', p.orgId)
    .where('invitation_id', '=', p.id)
    .where('status', 'in', ['PENDING', 'EXPIRED', 'DECLINED']),
)

export const changeRow = statement<{
  orgId: OrgId
  id: InvitationId
  now: number
  roles: string | null
  teamIds: string | null
  groupRoleAssignments: string | null
}>()((q, p) =>
  q
    .updateTable('invitations')
    .set({
      roles: raw<string>`coalesce(${p.roles}, roles)`,
      team_ids: raw<string>`coalesce(${p.teamIds}, team_ids)`,
      group_role_assignments: raw<string>`coalesce(${p.groupRoleAssignments}, group_role_assignments)`,
    })
    .where('org_id', '=', p.orgId)
    .where('invitation_id', '=', p.id)
    .where('status', '=', 'PENDING')
    .where('expires_at', '>', p.now)
    .returningAll(),
)
