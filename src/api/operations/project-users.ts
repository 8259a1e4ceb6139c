// The users of a project, of both generations: found, added and removed.
import Type from 'typebox'
import type { Member } from '../../domain/members.ts'
import { type OrgMembershipStatus, type OrgUser, USUAL_STATUSES } from '../../domain/org-users.ts'
import { addProjectUser, getProjectUser, listProjectUsers, removeProjectUser } from '../../usecases/project-users.ts'
import { type Context, nothing, type Reply, resource, route, shows, showsNothing, showsPage } from '../route.ts'
import { LANGUAGE_QUERY, languageOf } from '../schemas/languages.ts'
import { newProjectUser } from '../schemas/project-users.ts'
import { readInvitee } from '../schemas/roles.ts'
import { PAGE_QUERY } from '../schemas/vocabulary.ts'
import {
  MEMBERSHIP_QUERY,
  membershipFilter,
  membershipParameters,
  membershipStatuses,
} from '../wire/membership-query.ts'
import { pageRequest, sliceOf } from '../wire/paging.ts'
import { flag, type RawQuery } from '../wire/query.ts'
import { membersOf } from './org-users.ts'
import { pageOf } from './pages.ts'
import { NEW_USERS, USERS_OF_TWO_GENERATIONS } from './versions.ts'

const COLLECTION = '/groups/{groupId}/users'
const ONE = '/groups/{groupId}/users/{userId}'
const FIRST_VERSION = '2023-01-01'
const MEMBERS_ONLY: readonly OrgMembershipStatus[] = ['ACTIVE']

const LISTING_QUERY = {
  flattenTeams: Type.Boolean({ default: false }),
  includeOrgUsers: Type.Boolean({ default: false }),
}

const readListing = (query: RawQuery) => ({
  flattenTeams: flag(query, 'flattenTeams', false),
  includeOrgUsers: flag(query, 'includeOrgUsers', false),
})

type Shown = Pick<Context<string, 'project.read' | 'project.users.manage', unknown>, 'allowed' | 'dialect'>

const show = ({ allowed, dialect }: Shown, user: OrgUser): Reply =>
  resource(dialect.present.groupUser(user, allowed.project.projectId))

export const projectUserRoutes = [
  route({
    operationId: 'listGroupUsers',
    method: 'GET',
    path: COLLECTION,
    limit: 'projectUsers',
    needs: 'project.read',
    versions: USERS_OF_TWO_GENERATIONS,
    query: { ...PAGE_QUERY, ...LISTING_QUERY, ...MEMBERSHIP_QUERY },
    answer: { [FIRST_VERSION]: showsPage('user'), '2025-02-19': showsPage('groupUser') },
    run: async (context) => {
      const { app, allowed, dialect, links, query, version } = context
      const { orgId, projectId } = allowed.project
      const listing = readListing(query)
      const request = pageRequest(query)
      const place = { path: `/groups/${projectId}/users`, request }
      const flags = { flattenTeams: String(listing.flattenTeams), includeOrgUsers: String(listing.includeOrgUsers) }
      if (version === FIRST_VERSION) {
        const filter = { statuses: MEMBERS_ONLY, ...sliceOf(request) }
        const { users, total } = await listProjectUsers(app, allowed, listing, filter)
        const present = (member: Member) => dialect.present.user(member, orgId, links)
        return pageOf(context, { ...place, own: flags, items: membersOf(users), total, present })
      }
      const filter = { ...membershipFilter(query), ...sliceOf(request) }
      const { users, total } = await listProjectUsers(app, allowed, listing, filter)
      const own = { ...flags, ...membershipParameters(query) }
      const present = (user: OrgUser) => dialect.present.groupUser(user, projectId)
      return pageOf(context, { ...place, own, items: users, total, present })
    },
  }),
  route({
    operationId: 'addGroupUsers',
    method: 'POST',
    path: COLLECTION,
    limit: 'projectUsers',
    needs: 'project.users.manage',
    versions: NEW_USERS,
    status: 201,
    body: newProjectUser,
    query: LANGUAGE_QUERY,
    answer: shows('groupUser'),
    run: async (context) => {
      const { app, allowed, body, dialect, query } = context
      const input = { ...readInvitee(body, dialect), language: languageOf(query) }
      return show(context, await addProjectUser(app, allowed, input))
    },
  }),
  route({
    operationId: 'getGroupUser',
    method: 'GET',
    path: ONE,
    limit: 'projectUsers',
    needs: 'project.read',
    versions: NEW_USERS,
    query: { orgMembershipStatuses: MEMBERSHIP_QUERY.orgMembershipStatuses },
    answer: shows('groupUser'),
    run: async (context) => {
      const { app, allowed, params, query } = context
      return show(context, await getProjectUser(app, allowed, params.userId, membershipStatuses(query)))
    },
  }),
  route({
    operationId: 'removeGroupUser',
    method: 'DELETE',
    path: ONE,
    limit: 'projectUsers',
    needs: 'project.users.manage',
    versions: USERS_OF_TWO_GENERATIONS,
    answer: showsNothing,
    run: async ({ app, allowed, params, version }) => {
      await removeProjectUser(app, allowed, params.userId, version === FIRST_VERSION ? MEMBERS_ONLY : USUAL_STATUSES)
      return nothing
    },
  }),
]
