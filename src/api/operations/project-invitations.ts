// Invitations to a project by the old endpoint, six operations.
import Type from 'typebox'
import type { Invitation } from '../../domain/invitations.ts'
import {
  getProjectInvitation,
  inviteToProject,
  listProjectInvitations,
  revokeProjectInvitation,
  updateProjectInvitation,
  updateProjectInvitationOf,
} from '../../usecases/project-invitations.ts'
import { type Context, list, nothing, type Reply, resource, route, shows, showsList, showsNothing } from '../route.ts'
import { newProjectInvitation, projectInvitationByName, projectInvitationChange } from '../schemas/invitations.ts'
import { LANGUAGE_QUERY, languageOf } from '../schemas/languages.ts'
import { readInvitee, readProjectRoles, readUsername } from '../schemas/roles.ts'
import { usernameFilter } from '../wire/username-filter.ts'
import { REPLACED_BY_PROJECT_USERS } from './versions.ts'

const COLLECTION = '/groups/{groupId}/invites'
const ONE = '/groups/{groupId}/invites/{invitationId}'

const shared = { limit: 'projects', needs: 'project.invitations.manage', versions: REPLACED_BY_PROJECT_USERS } as const

type Shown = Pick<Context<string, 'project.invitations.manage', unknown>, 'allowed' | 'dialect' | 'links'>

const present = ({ allowed, dialect, links }: Shown, invitation: Invitation) =>
  dialect.present.projectInvitation({ invitation, name: allowed.project.name }, links)

const show = (shown: Shown, invitation: Invitation): Reply => resource(present(shown, invitation))

export const projectInvitationRoutes = [
  route({
    ...shared,
    operationId: 'listGroupInvites',
    method: 'GET',
    path: COLLECTION,
    query: { username: Type.String() },
    answer: showsList('projectInvitation'),
    run: async (context) => {
      const { app, allowed, query } = context
      const filter = usernameFilter(query)
      const invitations = filter.matchesNobody ? [] : await listProjectInvitations(app, allowed, filter.username)
      return list(invitations.map((invitation) => present(context, invitation)))
    },
  }),
  route({
    ...shared,
    operationId: 'createGroupInvite',
    method: 'POST',
    path: COLLECTION,
    body: newProjectInvitation,
    query: LANGUAGE_QUERY,
    answer: shows('projectInvitation'),
    run: async (context) => {
      const { app, allowed, body, dialect, query } = context
      const input = { ...readInvitee(body, dialect), language: languageOf(query) }
      return show(context, await inviteToProject(app, allowed, input))
    },
  }),
  route({
    ...shared,
    operationId: 'updateGroupInvites',
    method: 'PATCH',
    path: COLLECTION,
    body: projectInvitationByName,
    answer: shows('projectInvitation'),
    run: async (context) => {
      const { app, allowed, body, dialect } = context
      const roles = body.roles && readProjectRoles(body.roles, dialect)
      return show(context, await updateProjectInvitationOf(app, allowed, readUsername(body.username), roles))
    },
  }),
  route({
    ...shared,
    operationId: 'getGroupInvite',
    method: 'GET',
    path: ONE,
    answer: shows('projectInvitation'),
    run: async (context) => {
      const { app, allowed, params } = context
      return show(context, await getProjectInvitation(app, allowed, params.invitationId))
    },
  }),
  route({
    ...shared,
    operationId: 'updateGroupInviteById',
    method: 'PATCH',
    path: ONE,
    body: projectInvitationChange,
    answer: shows('projectInvitation'),
    run: async (context) => {
      const { app, allowed, body, dialect, params } = context
      const change = {
        roles: body.roles && readProjectRoles(body.roles, dialect),
        username: body.username === undefined ? undefined : readUsername(body.username),
      }
      return show(context, await updateProjectInvitation(app, allowed, params.invitationId, change))
    },
  }),
  route({
    ...shared,
    operationId: 'deleteGroupInvite',
    method: 'DELETE',
    path: ONE,
    answer: showsNothing,
    run: async ({ app, allowed, params }) => {
      await revokeProjectInvitation(app, allowed, params.invitationId)
      return nothing
    },
  }),
]
