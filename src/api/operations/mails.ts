// What an organization writes to people, Atrium's own: in which language, and what has become of each mail.
import {
  getMailSettings,
  mailsOfOrgInvitation,
  mailsOfProjectInvitation,
  updateMailSettings,
} from '../../usecases/mail-settings.ts'
import { list, resource, route, shows, showsList } from '../route.ts'
import { mailSettings, readMailSettings } from '../schemas/mail-settings.ts'
import { EXTENSION } from './versions.ts'

const shared = { extension: true, versions: EXTENSION } as const

export const mailRoutes = [
  route({
    ...shared,
    operationId: 'getOrgMailSettings',
    method: 'GET',
    path: '/orgs/{orgId}/mailSettings',
    limit: 'orgSettings',
    needs: 'org.read',
    answer: shows('mailSettings'),
    run: async ({ app, allowed, dialect }) =>
      resource(dialect.present.mailSettings(await getMailSettings(app, allowed))),
  }),
  route({
    ...shared,
    operationId: 'updateOrgMailSettings',
    method: 'PATCH',
    path: '/orgs/{orgId}/mailSettings',
    limit: 'orgSettings',
    needs: 'org.settings.update',
    body: mailSettings,
    answer: shows('mailSettings'),
    run: async ({ app, allowed, body, dialect }) =>
      resource(dialect.present.mailSettings(await updateMailSettings(app, allowed, readMailSettings(body)))),
  }),
  route({
    ...shared,
    operationId: 'listOrgInviteMails',
    method: 'GET',
    path: '/orgs/{orgId}/invites/{invitationId}/mails',
    limit: 'organizations',
    needs: 'org.invitations.manage',
    answer: showsList('invitationMail'),
    run: async ({ app, allowed, dialect, params }) =>
      list((await mailsOfOrgInvitation(app, allowed, params.invitationId)).map(dialect.present.invitationMail)),
  }),
  route({
    ...shared,
    operationId: 'listGroupInviteMails',
    method: 'GET',
    path: '/groups/{groupId}/invites/{invitationId}/mails',
    limit: 'projects',
    needs: 'project.invitations.manage',
    answer: showsList('invitationMail'),
    run: async ({ app, allowed, dialect, params }) =>
      list((await mailsOfProjectInvitation(app, allowed, params.invitationId)).map(dialect.present.invitationMail)),
  }),
]
