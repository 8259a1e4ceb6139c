// Sending an invitation again, Atrium's own: the same id, a new link, a new expiry and another mail.
import {
  resendOrgInvitation,
  resendProjectInvitation,
  resendToOrgUser,
  resendToProjectUser,
} from '../../usecases/resend.ts'
import { resource, route, shows } from '../route.ts'
import { EXTENSION } from './versions.ts'

const shared = { extension: true, method: 'POST', versions: EXTENSION } as const

export const resendRoutes = [
  route({
    ...shared,
    operationId: 'resendOrgInvite',
    path: '/orgs/{orgId}/invites/{invitationId}:resend',
    limit: 'organizations',
    needs: 'org.invitations.manage',
    answer: shows('orgInvitation'),
    run: async ({ app, allowed, dialect, links, params }) => {
      const invitation = await resendOrgInvitation(app, allowed, params.invitationId)
      return resource(dialect.present.orgInvitation({ invitation, name: allowed.organization.name }, links))
    },
  }),
  route({
    ...shared,
    operationId: 'resendGroupInvite',
    path: '/groups/{groupId}/invites/{invitationId}:resend',
    limit: 'projects',
    needs: 'project.invitations.manage',
    answer: shows('projectInvitation'),
    run: async ({ app, allowed, dialect, links, params }) => {
      const invitation = await resendProjectInvitation(app, allowed, params.invitationId)
      return resource(dialect.present.projectInvitation({ invitation, name: allowed.project.name }, links))
    },
  }),
  route({
    ...shared,
    operationId: 'resendOrgUser',
    path: '/orgs/{orgId}/users/{userId}:resend',
    limit: 'orgUsers',
    needs: 'org.users.manage',
    answer: shows('orgUser'),
    run: async ({ app, allowed, dialect, params }) =>
      resource(dialect.present.orgUser(await resendToOrgUser(app, allowed, params.userId))),
  }),
  route({
    ...shared,
    operationId: 'resendGroupUser',
    path: '/groups/{groupId}/users/{userId}:resend',
    limit: 'projectUsers',
    needs: 'project.users.manage',
    answer: shows('groupUser'),
    run: async ({ app, allowed, dialect, params }) => {
      const user = await resendToProjectUser(app, allowed, params.userId)
      return resource(dialect.present.groupUser(user, allowed.project.projectId))
    },
  }),
]
