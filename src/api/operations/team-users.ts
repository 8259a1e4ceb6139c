// Who is in a team, in both generations of users.
import Type from 'typebox'
import { refuse } from '../../domain/faults.ts'
import type { UserId } from '../../domain/ids.ts'
import { isObjectId } from '../../domain/ids.ts'
import { ORG_MEMBERSHIP_STATUSES, type OrgUser } from '../../domain/org-users.ts'
import {
  addMembersToTeam,
  addUserToTeam,
  listTeamUsers,
  removeMemberFromTeam,
  removeUserFromTeam,
  type TeamUserFilter,
} from '../../usecases/team-members.ts'
import { type Context, type Needs, nothing, resource, route, shows, showsNothing, showsPage } from '../route.ts'
import { readUserId, readUserIds, teamUser, teamUsers } from '../schemas/teams.ts'
import { Id, oneOf, PAGE_QUERY } from '../schemas/vocabulary.ts'
import { membershipFilter } from '../wire/membership-query.ts'
import { pageRequest, sliceOf } from '../wire/paging.ts'
import { type RawQuery, text } from '../wire/query.ts'
import { FIRST_PAGE, pageOf } from './pages.ts'
import { NEW_USERS, REPLACED_BY_ORG_USERS, USERS_OF_TWO_GENERATIONS } from './versions.ts'

const COLLECTION = '/orgs/{orgId}/teams/{teamId}/users'

const shared = { limit: 'orgTeams', needs: 'org.teams.manage' } as const

const ACTIVE = { statuses: ['ACTIVE'] } as const
const FILTERS = ['orgMembershipStatus', 'orgMembershipStatuses', 'userId', 'username']

const Status = oneOf(ORG_MEMBERSHIP_STATUSES)
const { itemsPerPage, pageNum } = PAGE_QUERY

/** The filters of the later generation; the earlier one has none. */
function filterOf(query: RawQuery): Pick<TeamUserFilter, 'statuses' | 'userId' | 'username'> {
  const value = text(query, 'userId')
  if (value === undefined) return membershipFilter(query)
  if (!isObjectId<UserId>(value)) refuse({ code: 'invalid_query_parameter', name: 'userId', value })
  return { ...membershipFilter(query), userId: value }
}

const givenFilters = (query: RawQuery): Readonly<Record<string, string | readonly string[]>> =>
  Object.fromEntries(FILTERS.flatMap((name) => (query[name] ? [[name, query[name]]] : [])))

type Shown = Pick<Context<string, Needs, unknown>, 'dialect' | 'links'> & {
  readonly params: Context<typeof COLLECTION, Needs, unknown>['params']
}

/** Somebody in the earlier shape, which only members have. */
const presentOld = ({ dialect, links, params }: Shown, user: OrgUser) =>
  user.kind === 'member' ? dialect.present.user(user.member, params.orgId, links) : dialect.present.orgUser(user)

const pathOf = ({ orgId, teamId }: Shown['params']): string => `/orgs/${orgId}/teams/${teamId}/users`

export const teamUserRoutes = [
  route({
    operationId: 'listOrgTeamUsers',
    method: 'GET',
    path: COLLECTION,
    limit: 'orgTeams',
    needs: 'org.read',
    versions: USERS_OF_TWO_GENERATIONS,
    query: {
      itemsPerPage,
      pageNum,
      orgMembershipStatus: Status,
      orgMembershipStatuses: Type.Array(Status, { maxItems: ORG_MEMBERSHIP_STATUSES.length }),
      userId: Id,
      username: Type.String({ format: 'email' }),
    },
    answer: { '2023-01-01': showsPage('user'), '2025-02-19': showsPage('orgUser') },
    run: async (context) => {
      const { app, allowed, dialect, params, query, version } = context
      const isOld = version === '2023-01-01'
      const request = { ...pageRequest(query), includeCount: undefined }
      const filter = { ...(isOld ? ACTIVE : filterOf(query)), ...sliceOf(request) }
      const { users, total } = await listTeamUsers(app, allowed, params.teamId, filter)
      return pageOf(context, {
        path: pathOf(params),
        own: isOld ? {} : givenFilters(query),
        request,
        items: users,
        total,
        present: (user) => (isOld ? presentOld(context, user) : dialect.present.orgUser(user)),
      })
    },
  }),
  route({
    ...shared,
    operationId: 'addOrgTeamUsers',
    method: 'POST',
    path: COLLECTION,
    versions: REPLACED_BY_ORG_USERS,
    body: teamUsers,
    answer: showsPage('user'),
    run: async (context) => {
      const { app, allowed, body, params } = context
      const { users, total } = await addMembersToTeam(app, allowed, params.teamId, readUserIds(body), {
        ...ACTIVE,
        ...sliceOf(FIRST_PAGE),
      })
      return pageOf(context, {
        path: pathOf(params),
        own: {},
        request: FIRST_PAGE,
        items: users,
        total,
        present: (user) => presentOld(context, user),
      })
    },
  }),
  route({
    ...shared,
    operationId: 'removeOrgTeamUserFromTeam',
    method: 'DELETE',
    path: '/orgs/{orgId}/teams/{teamId}/users/{userId}',
    versions: REPLACED_BY_ORG_USERS,
    answer: showsNothing,
    run: async ({ app, allowed, params }) => {
      await removeMemberFromTeam(app, allowed, params.teamId, params.userId)
      return nothing
    },
  }),
  route({
    ...shared,
    operationId: 'addOrgTeamUser',
    method: 'POST',
    path: '/orgs/{orgId}/teams/{teamId}:addUser',
    versions: NEW_USERS,
    body: teamUser,
    answer: shows('orgUser'),
    run: async ({ app, allowed, body, dialect, params }) =>
      resource(dialect.present.orgUser(await addUserToTeam(app, allowed, params.teamId, readUserId(body)))),
  }),
  route({
    ...shared,
    operationId: 'removeOrgTeamUser',
    method: 'POST',
    path: '/orgs/{orgId}/teams/{teamId}:removeUser',
    versions: NEW_USERS,
    body: teamUser,
    answer: shows('orgUser'),
    run: async ({ app, allowed, body, dialect, params }) =>
      resource(dialect.present.orgUser(await removeUserFromTeam(app, allowed, params.teamId, readUserId(body)))),
  }),
]
