// The users of an organization: list, invite, show, change and remove.
import type { OrgMembershipStatus, OrgUser } from '../../domain/org-users.ts'
import { ORG_MEMBERSHIP_STATUSES } from '../../domain/org-users.ts'
import { getOrgUser, inviteOrgUser, listOrgUsers, removeOrgUser, updateOrgUser } from '../../usecases/org-users.ts'
import { nothing, resource, route, shows, showsNothing, showsPage } from '../route.ts'
import { LANGUAGE_QUERY, languageOf } from '../schemas/languages.ts'
import { newOrgUser, orgUserChange, readNewOrgUser, readOrgUserGrants } from '../schemas/org-users.ts'
import { PAGE_QUERY } from '../schemas/vocabulary.ts'
import {
  MEMBERSHIP_QUERY,
  membershipFilter,
  membershipParameters,
  membershipStatuses,
} from '../wire/membership-query.ts'
import { pageRequest, sliceOf } from '../wire/paging.ts'
import { pageOf } from './pages.ts'
import { NEW_USERS, USERS_OF_TWO_GENERATIONS } from './versions.ts'

const COLLECTION = '/orgs/{orgId}/users'
const ONE = '/orgs/{orgId}/users/{userId}'
const FIRST_VERSION = '2023-01-01'
const MEMBERS_ONLY: readonly OrgMembershipStatus[] = ['ACTIVE']

const shared = { limit: 'orgUsers' } as const

/** A list of nobody but members, for the old shape. */
export const membersOf = (users: readonly OrgUser[]) =>
  users.flatMap((user) => (user.kind === 'member' ? [user.member] : []))

export const orgUserRoutes = [
  route({
    ...shared,
    operationId: 'listOrgUsers',
    method: 'GET',
    path: COLLECTION,
    needs: 'org.read',
    versions: USERS_OF_TWO_GENERATIONS,
    query: { ...PAGE_QUERY, ...MEMBERSHIP_QUERY },
    answer: { [FIRST_VERSION]: showsPage('user'), '2025-02-19': showsPage('orgUser') },
    run: async (context) => {
      const { app, allowed, dialect, links, query, version } = context
      const { orgId } = allowed.organization
      const request = pageRequest(query)
      const place = { path: `/orgs/${orgId}/users`, request }
      if (version === FIRST_VERSION) {
        const filter = { statuses: MEMBERS_ONLY, ...sliceOf(request) }
        const { users, total } = await listOrgUsers(app, allowed, filter)
        const present = (member: Parameters<typeof dialect.present.user>[0]) =>
          dialect.present.user(member, orgId, links)
        return pageOf(context, { ...place, own: {}, items: membersOf(users), total, present })
      }
      const filter = { ...membershipFilter(query), ...sliceOf(request) }
      const { users, total } = await listOrgUsers(app, allowed, filter)
      const own = membershipParameters(query)
      return pageOf(context, { ...place, own, items: users, total, present: (user) => dialect.present.orgUser(user) })
    },
  }),
  route({
    ...shared,
    operationId: 'createOrgUser',
    method: 'POST',
    path: COLLECTION,
    needs: 'org.users.manage',
    versions: NEW_USERS,
    status: 201,
    body: newOrgUser,
    query: LANGUAGE_QUERY,
    answer: shows('orgUser'),
    run: async ({ app, allowed, body, dialect, query }) => {
      const input = { ...readNewOrgUser(body, dialect), language: languageOf(query) }
      return resource(dialect.present.orgUser(await inviteOrgUser(app, allowed, input)))
    },
  }),
  route({
    ...shared,
    operationId: 'getOrgUser',
    method: 'GET',
    path: ONE,
    needs: 'org.read',
    versions: NEW_USERS,
    query: { orgMembershipStatuses: MEMBERSHIP_QUERY.orgMembershipStatuses },
    answer: shows('orgUser'),
    run: async ({ app, allowed, dialect, params, query }) =>
      resource(dialect.present.orgUser(await getOrgUser(app, allowed, params.userId, membershipStatuses(query)))),
  }),
  route({
    ...shared,
    operationId: 'updateOrgUser',
    method: 'PATCH',
    path: ONE,
    needs: 'org.users.manage',
    versions: NEW_USERS,
    body: orgUserChange,
    answer: shows('orgUser'),
    run: async ({ app, allowed, body, dialect, params }) => {
      const change = readOrgUserGrants(body, dialect)
      return resource(dialect.present.orgUser(await updateOrgUser(app, allowed, params.userId, change)))
    },
  }),
  route({
    ...shared,
    operationId: 'removeOrgUser',
    method: 'DELETE',
    path: ONE,
    needs: 'org.users.manage',
    versions: USERS_OF_TWO_GENERATIONS,
    answer: showsNothing,
    run: async ({ app, allowed, params, version }) => {
      const statuses = version === FIRST_VERSION ? MEMBERS_ONLY : ORG_MEMBERSHIP_STATUSES
      await removeOrgUser(app, allowed, params.userId, statuses)
      return nothing
    },
  }),
]
