// Many invitations by one request, Atrium's own: each row is answered as the single operation would answer it.
import type { Refusal } from '../../domain/faults.ts'
import type { Invitation } from '../../domain/invitations.ts'
import { type OrgUser, pendingUser } from '../../domain/org-users.ts'
import { type Batch, runBatch } from '../../usecases/batches.ts'
import { invitingToOrg } from '../../usecases/org-invitations.ts'
import { invitingToProject } from '../../usecases/project-invitations.ts'
import { addingProjectUser } from '../../usecases/project-users.ts'
import { toWireError } from '../faults.ts'
import type { BatchPresenters } from '../present/batches.ts'
import { type Context, type Reply, route, shows } from '../route.ts'
import { orgInvitationBatch, orgUserBatch, projectInvitationBatch, projectUserBatch } from '../schemas/batches.ts'
import { errorBody } from '../wire/errors.ts'
import type { Json } from '../wire/json.ts'
import { EXTENSION } from './versions.ts'

const shared = { extension: true, idempotent: true, method: 'POST', versions: EXTENSION } as const

/** What a caller is told who has sent the same before, and had all of it done. */
const REPLAYED = { 'Idempotent-Replayed': 'true' }

type Batched = Pick<Context<string, 'authenticated', unknown>, 'app' | 'allowed' | 'dialect' | 'repeat'>

interface Rows<Made> extends Pick<Batch<Made, Json>, 'rows' | 'showMade'> {
  readonly shape: keyof BatchPresenters
}

async function answerRows<Made>(
  { app, allowed, dialect, repeat }: Batched,
  { rows, showMade, shape }: Rows<Made>,
): Promise<Reply> {
  const showRefused = (refusal: Refusal): Json => {
    const error = toWireError(refusal, dialect)
    return { error: errorBody(error), status: error.status }
  }
  const { results, isReplayed } = await runBatch(app, allowed, { rows, showMade, showRefused, repeat })
  const body = dialect.present[shape](results)
  return { kind: 'resource', body, ...(isReplayed ? { headers: REPLAYED } : {}) }
}

export const batchRoutes = [
  route({
    ...shared,
    operationId: 'batchOrgInvites',
    path: '/orgs/{orgId}/invites:batch',
    limit: 'organizations',
    needs: 'org.invitations.manage',
    body: orgInvitationBatch.body,
    answer: shows('orgInvitationBatch'),
    run: (context) => {
      const { app, allowed, body, dialect, links } = context
      const { name } = allowed.organization
      const status = dialect.statuses['createOrgInvite'] ?? 200
      return answerRows(context, {
        shape: 'orgInvitationBatch',
        rows: body.invitations.map(
          (row) => () => invitingToOrg(app, allowed, orgInvitationBatch.readRow(row, dialect)),
        ),
        showMade: (invitation: Invitation) => ({
          invitation: dialect.present.orgInvitation({ invitation, name }, links),
          status,
        }),
      })
    },
  }),
  route({
    ...shared,
    operationId: 'batchGroupInvites',
    path: '/groups/{groupId}/invites:batch',
    limit: 'projects',
    needs: 'project.invitations.manage',
    body: projectInvitationBatch.body,
    answer: shows('projectInvitationBatch'),
    run: (context) => {
      const { app, allowed, body, dialect, links } = context
      const { name } = allowed.project
      const status = dialect.statuses['createGroupInvite'] ?? 200
      return answerRows(context, {
        shape: 'projectInvitationBatch',
        rows: body.invitations.map(
          (row) => () => invitingToProject(app, allowed, projectInvitationBatch.readRow(row, dialect)),
        ),
        showMade: (invitation: Invitation) => ({
          invitation: dialect.present.projectInvitation({ invitation, name }, links),
          status,
        }),
      })
    },
  }),
  route({
    ...shared,
    operationId: 'batchOrgUsers',
    path: '/orgs/{orgId}/users:batch',
    limit: 'orgUsers',
    needs: 'org.users.manage',
    body: orgUserBatch.body,
    answer: shows('orgUserBatch'),
    run: (context) => {
      const { app, allowed, body, dialect } = context
      return answerRows(context, {
        shape: 'orgUserBatch',
        rows: body.invitations.map((row) => () => invitingToOrg(app, allowed, orgUserBatch.readRow(row, dialect))),
        showMade: (invitation: Invitation) => ({
          status: 201,
          user: dialect.present.orgUser(pendingUser(invitation)),
        }),
      })
    },
  }),
  route({
    ...shared,
    operationId: 'batchGroupUsers',
    path: '/groups/{groupId}/users:batch',
    limit: 'projectUsers',
    needs: 'project.users.manage',
    body: projectUserBatch.body,
    answer: shows('groupUserBatch'),
    run: (context) => {
      const { app, allowed, body, dialect } = context
      const { projectId } = allowed.project
      return answerRows(context, {
        shape: 'groupUserBatch',
        rows: body.invitations.map(
          (row) => () => addingProjectUser(app, allowed, projectUserBatch.readRow(row, dialect)),
        ),
        showMade: (user: OrgUser) => ({ status: 201, user: dialect.present.groupUser(user, projectId) }),
      })
    },
  }),
]
