// Answers in the form of the live service, with what it adds, leaves out and refuses, for a capture to make sense of.
import type { ServerResponse } from 'node:http'
import { json } from '../client/harness.ts'

export const ORG = 'a0123456789abcdef012345a'
export const KEPT = 'b0123456789abcdef012345b'
export const VANISHED = 'b0123456789abcdef012345c'
const TEAM = 'c0123456789abcdef012345c'

const V2 = '/api/atlas/v2'
const O = `${V2}/orgs/${ORG}`
const G = `${V2}/groups/${KEPT}`

const paged = (results: readonly object[]) => ({
  links: [{ href: 'x', rel: 'self' }],
  results,
  totalCount: results.length,
})

const member = (number: number, more: object = {}) => ({
  country: 'IE',
  createdAt: '2020-02-18T10:58:47Z',
  firstName: 'User',
  id: `d0123456789abcdef01234${number}`,
  lastAuth: '2026-08-08T18:15:51Z',
  lastName: `Number${number}`,
  mobileNumber: null,
  orgMembershipStatus: 'ACTIVE',
  roles: { groupRoleAssignments: [{ groupId: KEPT, groupRoles: ['GROUP_OWNER'] }], orgRoles: ['ORG_MEMBER'] },
  teamIds: [TEAM],
  username: `user${number}@example.com`,
  ...more,
})

const invited = (id: string, username: string) => ({
  id,
  invitationCreatedAt: '2026-08-10T03:04:53Z',
  invitationExpiresAt: '2026-09-09T03:04:53Z',
  inviterUsername: 'nmtxqlkl',
  orgMembershipStatus: 'PENDING',
  roles: { groupRoleAssignments: [], orgRoles: ['ORG_READ_ONLY'] },
  teamIds: [],
  username,
})

/** Page by page: one comes twice because somebody joined meanwhile, and some lack what others have. */
const USER_PAGES: readonly (readonly object[])[] = [
  [member(11, { roles: { orgRoles: ['ORG_OWNER', 'ORG_MEMBER', 'ORG_OF_TOMORROW'] }, favouriteColour: 'green' })],
  [member(11, { roles: { orgRoles: ['ORG_OWNER', 'ORG_MEMBER', 'ORG_OF_TOMORROW'] } }), member(12)],
  [{ id: 'd0123456789abcdef0123413', username: 'bare@example.com', orgMembershipStatus: 'ACTIVE' }],
  [
    invited('e0123456789abcdef0123451', 'derived@example.com'),
    invited('e0123456789abcdef0123461', 'apart@example.com'),
  ],
  [member(14, { firstName: "- 'no': #", username: 'not an address' })],
]

const invitation = (id: string, username: string) => ({
  createdAt: '2026-08-10T03:04:53Z',
  expiresAt: '2026-09-09T03:04:53Z',
  id,
  inviterUsername: 'nmtxqlkl',
  username,
})

const REFUSED = {
  detail: 'Not on the\naccess list.',
  error: 403,
  errorCode: 'ORG_REQUIRES_ACCESS_LIST',
  reason: 'Forbidden',
}

const LIVE: Readonly<Record<string, object | boolean>> = {
  [O]: { id: ORG, isDeleted: false, name: 'Acme: "live"', skipDefaultAlertsSettings: false },
  [`${O}/settings`]: { apiAccessListRequired: true, aSettingOfTomorrow: { deep: 1 }, multiFactorAuthRequired: null },
  [`${O}/groups`]: paged([
    { clusterCount: 5, created: '2020-07-02T09:19:46Z', id: KEPT, name: 'Atlas CLI E2E', orgId: ORG },
    {
      clusterCount: 0,
      created: '2020-07-02T09:19:46Z',
      id: VANISHED,
      name: 'accessList-e2e-149',
      orgId: ORG,
      tags: [],
    },
  ]),
  [`${O}/teams`]: paged([{ id: TEAM, name: '@team: [1]' }]),
  [`${O}/invites`]: [
    {
      ...invitation('e0123456789abcdef0123470', 'apart@example.com'),
      roles: ['ORG_MEMBER'],
      groupRoleAssignments: [{ groupId: KEPT, groupRole: 'GROUP_READ_ONLY' }],
    },
    { ...invitation('e0123456789abcdef0123480', 'project@example.com'), roles: ['ORG_MEMBER'] },
  ],
  [`${O}/apiKeys`]: paged([
    {
      desc: 'e2e-test',
      id: '6a793fbd2c88faeba59bd3b1',
      privateKey: '********-****-****-85daa09d408a',
      publicKey: 'flezioeg',
      roles: [
        { groupId: KEPT, roleName: 'GROUP_DATA_ACCESS_READ_ONLY' },
        { groupId: VANISHED, roleName: 'GROUP_OWNER' },
        { orgId: ORG, roleName: 'ORG_MEMBER' },
      ],
    },
  ]),
  [`${O}/serviceAccounts`]: paged([]),
  [`${G}/settings`]: { isDataExplorerEnabled: false, isExtendedStorageSizesEnabled: false, isOfTomorrow: true },
  [`${G}/managedSlowMs`]: true,
  [`${G}/limits`]: [
    { name: 'atlas.project.deployment.clusters', value: 40, defaultLimit: 25, maximumLimit: 90 },
    { name: 'atlas.project.security.databaseAccess.users', value: 100_000, defaultLimit: 100, maximumLimit: 900 },
    { name: 'atlas.project.of.tomorrow', value: 3 },
  ],
  [`${G}/teams`]: paged([{ roleNames: ['GROUP_READ_ONLY', 'GROUP_DATA_ACCESS_READ_ONLY'], teamId: TEAM }]),
  [`${G}/accessList`]: paged([{ cidrBlock: '192.0.2.1/32', comment: '', groupId: KEPT, ipAddress: '192.0.2.1' }]),
  [`${G}/invites`]: [{ ...invitation('e0123456789abcdef0123480', 'project@example.com'), roles: ['GROUP_READ_ONLY'] }],
}

/** Answers as the live service would, once the rate limit of the settings has been waited for. */
export function liveService(): (response: ServerResponse, url: string) => void {
  let wasLimited = false
  return (response, url) => {
    const { pathname, searchParams } = new URL(url, 'http://localhost')
    if (pathname === `${O}/settings` && !wasLimited) {
      wasLimited = true
      return limited(response)
    }
    if (pathname === `${O}/users`) return json(response, 200, userPage(Number(searchParams.get('pageNum'))))
    if (pathname.includes(VANISHED))
      return json(response, 404, { ...REFUSED, error: 404, errorCode: 'GROUP_NOT_FOUND' })
    const answer = LIVE[pathname]
    return answer === undefined ? json(response, 403, REFUSED) : json(response, 200, answer)
  }
}

const limited = (response: ServerResponse) =>
  json(response, 429, { error: 429, errorCode: 'RATE_LIMITED_TOKEN_BUCKET', detail: 'Later.' }, { 'Retry-After': '30' })

const userPage = (page: number) => ({
  links: page < USER_PAGES.length ? [{ href: 'x', rel: 'next' }] : [],
  results: USER_PAGES[page - 1] ?? [],
  totalCount: 99,
})
