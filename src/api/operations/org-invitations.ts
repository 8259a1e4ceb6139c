// Invitations to an organization, six operations.
import Type from 'typebox'
import type { Invitation } from '../../domain/invitations.ts'
import {
  getOrgInvitation,
  inviteToOrg,
  listOrgInvitations,
  revokeOrgInvitation,
  updateOrgInvitation,
  updateOrgInvitationOf,
} from '../../usecases/org-invitations.ts'
import { type Context, list, nothing, type Reply, resource, route, shows, showsList, showsNothing } from '../route.ts'
import {
  newOrgInvitation,
  orgInvitationByName,
  orgInvitationChange,
  readNewOrgInvitation,
  readOrgGrants,
} from '../schemas/invitations.ts'
import { LANGUAGE_QUERY, languageOf } from '../schemas/languages.ts'
import { readUsername } from '../schemas/roles.ts'
import { usernameFilter } from '../wire/username-filter.ts'
import { REPLACED_BY_ORG_USERS } from './versions.ts'

const COLLECTION = '/orgs/{orgId}/invites'
const ONE = '/orgs/{orgId}/invites/{invitationId}'

const shared = { limit: 'organizations', needs: 'org.invitations.manage', versions: REPLACED_BY_ORG_USERS } as const

type Shown = Pick<Context<string, 'org.invitations.manage', unknown>, 'allowed' | 'dialect' | 'links'>

const present = ({ allowed, dialect, links }: Shown, invitation: Invitation) =>
  dialect.present.orgInvitation({ invitation, name: allowed.organization.name }, links)

const show = (shown: Shown, invitation: Invitation): Reply => resource(present(shown, invitation))

export const orgInvitationRoutes = [
  route({
    ...shared,
    operationId: 'listOrgInvites',
    method: 'GET',
    path: COLLECTION,
    query: { username: Type.String() },
    answer: showsList('orgInvitation'),
    run: async (context) => {
      const { app, allowed, query } = context
      const filter = usernameFilter(query)
      const invitations = filter.matchesNobody ? [] : await listOrgInvitations(app, allowed, filter.username)
      return list(invitations.map((invitation) => present(context, invitation)))
    },
  }),
  route({
    ...shared,
    operationId: 'createOrgInvite',
    method: 'POST',
    path: COLLECTION,
    body: newOrgInvitation,
    query: LANGUAGE_QUERY,
    answer: shows('orgInvitation'),
    run: async (context) => {
      const { app, allowed, body, dialect, query } = context
      const input = { ...readNewOrgInvitation(body, dialect), language: languageOf(query) }
      return show(context, await inviteToOrg(app, allowed, input))
    },
  }),
  route({
    ...shared,
    operationId: 'updateOrgInvites',
    method: 'PATCH',
    path: COLLECTION,
    body: orgInvitationByName,
    answer: shows('orgInvitation'),
    run: async (context) => {
      const { app, allowed, body, dialect } = context
      const username = readUsername(body.username)
      return show(context, await updateOrgInvitationOf(app, allowed, username, readOrgGrants(body, dialect)))
    },
  }),
  route({
    ...shared,
    operationId: 'getOrgInvite',
    method: 'GET',
    path: ONE,
    answer: shows('orgInvitation'),
    run: async (context) => {
      const { app, allowed, params } = context
      return show(context, await getOrgInvitation(app, allowed, params.invitationId))
    },
  }),
  route({
    ...shared,
    operationId: 'updateOrgInviteById',
    method: 'PATCH',
    path: ONE,
    body: orgInvitationChange,
    answer: shows('orgInvitation'),
    run: async (context) => {
      const { app, allowed, body, dialect, params } = context
      const username = body.username === undefined ? undefined : readUsername(body.username)
      const change = { ...readOrgGrants(body, dialect), username }
      return show(context, await updateOrgInvitation(app, allowed, params.invitationId, change))
    },
  }),
  route({
    ...shared,
    operationId: 'deleteOrgInvite',
    method: 'DELETE',
    path: ONE,
    answer: showsNothing,
    run: async ({ app, allowed, params }) => {
      await revokeOrgInvitation(app, allowed, params.invitationId)
      return nothing
    },
  }),
]
