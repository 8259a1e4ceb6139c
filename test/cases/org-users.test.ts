// The users of an organization: whom its operations show, in which shape, and what a list may be asked for.
import { expect } from 'vitest'
import { ACME, clientOf, STRANGER } from '../harness/case-seed.ts'
import {
  accept,
  cases,
  decline,
  invitedToOrg,
  invitedToProject,
  leavesNothing,
  ORG_INVITES,
  outcome,
} from '../harness/cases.ts'
import { idAfter, NEW, ORG_USERS, shownUser, userOf, usersAt } from '../harness/org-users.ts'
import { type Answer, DIALECTS } from '../harness/world.ts'

const { inEveryDialect } = cases()

const ATLAS = DIALECTS.filter(({ isAtlas }) => isAtlas)
const V2 = DIALECTS.filter(({ name }) => name === 'v2')

inEveryDialect('the first version shows members only, in the old shape, whatever is asked', async (given) => {
  const { username } = await invitedToOrg(given)
  const answer = await given.owner.get(`${ORG_USERS}?username=${username}&orgMembershipStatuses=PENDING`)
  expect(answer.status).toBe(200)
  expect(answer.text).not.toContain(username)
  expect(answer.body).toMatchObject({
    results: expect.arrayContaining([
      expect.objectContaining({
        emailAddress: ACME.owner.username,
        roles: [{ orgId: ACME.id, roleName: 'ORG_OWNER' }],
      }),
    ]),
  })
  expect(answer.text).not.toContain('orgMembershipStatus')
  expect(await given.as('nobody').get(ORG_USERS).then(outcome)).toBe('401 USER_UNAUTHORIZED')
})

inEveryDialect(
  'the new version lists members and pending people by username, each in full',
  async (given) => {
    const { id, username } = await invitedToOrg(given, {
      username: `a-${given.address()}`,
      roles: ['ORG_READ_ONLY', 'ORG_MEMBER'],
      teamIds: [ACME.team1],
      groupRoleAssignments: [{ groupId: ACME.apollo, roles: ['GROUP_READ_ONLY'] }],
    })
    const answer = await given.owner.get(ORG_USERS, NEW)
    const users = usersAt(answer)
    expect(users.map((user) => user.username)).toEqual(users.map((user) => user.username).toSorted())
    expect(users.find((user) => user.username === username)).toEqual({
      id: idAfter(id),
      invitationCreatedAt: '2026-02-18T18:51:46Z',
      invitationExpiresAt: '2026-03-20T18:51:46Z',
      inviterUsername: clientOf('owner').clientId,
      orgMembershipStatus: 'PENDING',
      roles: {
        groupRoleAssignments: [{ groupId: ACME.apollo, groupRoles: ['GROUP_READ_ONLY'] }],
        orgRoles: ['ORG_READ_ONLY', 'ORG_MEMBER'],
      },
      teamIds: [ACME.team1],
      username,
    })
    expect(users.find((user) => user.username === ACME.member.username)).toEqual({
      country: 'US',
      createdAt: '2026-02-18T18:51:46Z',
      firstName: expect.any(String),
      id: ACME.member.id,
      lastName: expect.any(String),
      mobileNumber: null,
      orgMembershipStatus: 'ACTIVE',
      roles: {
        groupRoleAssignments: [{ groupId: ACME.apollo, groupRoles: ['GROUP_READ_ONLY'] }],
        orgRoles: ['ORG_MEMBER'],
      },
      teamIds: [],
      username: ACME.member.username,
    })
  },
  V2,
)

inEveryDialect(
  'pages are cut over all states, count everybody, and link to each other with what was asked',
  async (given) => {
    const all = usersAt(await given.owner.get(ORG_USERS, NEW))
    const query = 'orgMembershipStatuses=ACTIVE&orgMembershipStatuses=PENDING'
    const seen: string[] = []
    for (let pageNum = 1; pageNum <= all.length + 1; pageNum++) {
      const answer = await given.owner.get(`${ORG_USERS}?itemsPerPage=1&pageNum=${pageNum}&${query}`, NEW)
      expect(answer.body).toMatchObject({ totalCount: all.length })
      seen.push(...usersAt(answer).map(({ id }) => id))
    }
    expect(seen).toEqual(all.map(({ id }) => id))
    const first = await given.owner.get(`${ORG_USERS}?itemsPerPage=1&${query}`, NEW)
    expect(first.body).toMatchObject({
      links: [
        { rel: 'self' },
        { href: given.href(`${ORG_USERS}?includeCount=true&itemsPerPage=1&${query}&pageNum=2`), rel: 'next' },
      ],
    })
  },
  V2,
)

inEveryDialect(
  'states are asked for by name, and anything else is refused',
  async (given) => {
    const get = (query: string) => given.owner.get(`${ORG_USERS}?${query}`, NEW)
    expect(usersAt(await get('orgMembershipStatus=ACTIVE')).every(({ id }) => id.length === 24)).toBe(true)
    expect(outcome(await get('orgMembershipStatus=GONE'))).toBe('400 INVALID_QUERY_PARAMETER')
    expect(outcome(await get('orgMembershipStatuses=ACTIVE&orgMembershipStatuses=gone'))).toBe(
      '400 INVALID_QUERY_PARAMETER',
    )
    expect(outcome(await get(`${'orgMembershipStatuses=ACTIVE&'.repeat(5)}`))).toBe('400 INVALID_QUERY_PARAMETER')
    expect(outcome(await get('orgMembershipStatus=ACTIVE&orgMembershipStatuses=ACTIVE'))).toBe(
      '400 MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS',
    )
    expect(usersAt(await get('username=not-an-address'))).toEqual([])
    expect(usersAt(await get('username=')).length).toBeGreaterThan(2)
    expect(usersAt(await get(`username=${ACME.owner.username.toUpperCase()}`)).map(({ id }) => id)).toEqual([
      ACME.owner.id,
    ])
  },
  V2,
)

inEveryDialect(
  'inviting by the users makes what the invitations show, and the other way round',
  async (given) => {
    const username = given.address()
    const roles = {
      groupRoleAssignments: [{ groupId: ACME.project0, groupRoles: ['GROUP_READ_ONLY'] }],
      orgRoles: ['ORG_MEMBER'],
    }
    const made = await given.owner.post(ORG_USERS, { roles, teamIds: [ACME.team0], username }, NEW)
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({ orgMembershipStatus: 'PENDING', roles, teamIds: [ACME.team0], username })
    const [invitation] = invitationsAt(await given.owner.get(`${ORG_INVITES}?username=${username}`))
    expect(idAfter(invitation?.id ?? '')).toBe(made.at('id'))
    expect(outcome(await given.owner.post(ORG_USERS, { roles: { orgRoles: ['ORG_OWNER'] }, username }, NEW))).toBe(
      '409 USER_ALREADY_IN_ORG',
    )
    const body = { roles: { orgRoles: ['ORG_MEMBER'] }, username: ACME.member.username }
    expect(outcome(await given.owner.post(ORG_USERS, body, NEW))).toBe('409 USER_ALREADY_IN_ORG')
  },
  ATLAS,
)

inEveryDialect(
  'the path from the old endpoints to the new: one invitation, seen, changed and deleted from either side',
  async (given) => {
    const { id, username } = await invitedToOrg(given)
    const user = `${ORG_USERS}/${idAfter(id)}`
    expect(await shownUser(given, username)).toMatchObject({ id: idAfter(id), roles: { orgRoles: ['ORG_MEMBER'] } })
    const changed = await given.owner.patch(user, { roles: { orgRoles: ['ORG_READ_ONLY'] } }, NEW)
    expect(changed.body).toMatchObject({ id: idAfter(id), roles: { orgRoles: ['ORG_READ_ONLY'] } })
    expect((await given.owner.get(`${ORG_INVITES}/${id}`)).body).toMatchObject({ roles: ['ORG_READ_ONLY'] })
    await given.owner.patch(`${ORG_INVITES}/${id}`, { roles: ['ORG_BILLING_ADMIN'], teamIds: [ACME.team1] })
    expect((await given.owner.get(user, NEW)).body).toMatchObject({
      roles: { orgRoles: ['ORG_BILLING_ADMIN'] },
      teamIds: [ACME.team1],
    })
    await given.owner.delete(`${ORG_INVITES}/${id}`)
    expect(outcome(await given.owner.get(user, NEW))).toBe('404 USER_NOT_IN_ORG')
    expect(await shownUser(given, username, 'PENDING', 'INVITATION_EXPIRED', 'INVITATION_REJECTED')).toBeUndefined()

    const again = await invitedToOrg(given, { username })
    expect((await given.owner.delete(`${ORG_USERS}/${idAfter(again.id)}`, NEW)).status).toBe(204)
    expect(outcome(await given.owner.get(`${ORG_INVITES}/${again.id}`))).toBe('404 INVALID_INVITATION_ID')
    expect(outcome(await accept(given, again.id))).toBe('404 INVALID_INVITATION_ID')
  },
  V2,
)

inEveryDialect(
  'somebody who declined is rejected without an expiry, and inviting them again replaces that',
  async (given) => {
    const { id, username } = await invitedToOrg(given)
    await decline(given, id)
    expect(await shownUser(given, username)).toBeUndefined()
    expect(outcome(await given.owner.get(`${ORG_USERS}/${idAfter(id)}`, NEW))).toBe('404 USER_NOT_IN_ORG')
    const rejected = await given.owner.get(`${ORG_USERS}/${idAfter(id)}?orgMembershipStatuses=INVITATION_REJECTED`, NEW)
    expect(rejected.body).toMatchObject({ invitationExpiresAt: null, orgMembershipStatus: 'INVITATION_REJECTED' })
    const again = await given.owner.post(ORG_USERS, userOf(username), NEW)
    expect(again.status).toBe(201)
    expect(again.at('id')).not.toBe(idAfter(id))
    expect(await shownUser(given, username, 'INVITATION_REJECTED')).toBeUndefined()
    expect(await shownUser(given, username)).toMatchObject({ id: again.at('id') })
  },
  V2,
)

inEveryDialect(
  'a person whom only a project has invited by the old endpoint is no user, and may be invited beside it',
  async (given) => {
    const { id, username } = await invitedToProject(given)
    expect(await shownUser(given, username)).toBeUndefined()
    for (const answer of [
      await given.owner.get(`${ORG_USERS}/${idAfter(id)}`, NEW),
      await given.owner.patch(`${ORG_USERS}/${idAfter(id)}`, {}, NEW),
      await given.owner.delete(`${ORG_USERS}/${idAfter(id)}`, NEW),
    ]) {
      expect(outcome(answer)).toBe('404 USER_NOT_IN_ORG')
    }
    expect((await given.owner.post(ORG_USERS, userOf(username), NEW)).status).toBe(201)
  },
  V2,
)

inEveryDialect(
  'a user of another organization is refused exactly like nobody, and nothing is written',
  async (given) => {
    const nobody = '0123456789abcdef01234567'
    await leavesNothing(given, async () => {
      for (const id of [STRANGER.owner.id, idAfter(STRANGER.orgInvitation), nobody]) {
        const user = `${ORG_USERS}/${id}`
        for (const answer of [
          await given.owner.get(user, NEW),
          await given.owner.patch(user, { teamIds: [] }, NEW),
          await given.owner.delete(user, NEW),
          await given.owner.delete(user),
          await given.owner.post(`${user}:addRole`, { orgRole: 'ORG_OWNER' }, NEW),
          await given.owner.post(`${user}:removeRole`, { orgRole: 'ORG_OWNER' }, NEW),
          await given.owner.put(`${user}/roles`, { orgRoles: ['ORG_OWNER'] }),
        ]) {
          expect(answer.body).toEqual({
            detail: `User ${id} is not in organization ${ACME.id}.`,
            error: 404,
            errorCode: 'USER_NOT_IN_ORG',
            parameters: [id, ACME.id],
            reason: 'Not Found',
          })
        }
      }
    })
  },
  V2,
)

inEveryDialect(
  'only an Organization Owner changes users, and every member of it sees them',
  async (given) => {
    const member = given.as('member')
    expect((await member.get(ORG_USERS, NEW)).status).toBe(200)
    expect((await member.get(`${ORG_USERS}/${ACME.owner.id}`, NEW)).status).toBe(200)
    const user = `${ORG_USERS}/${ACME.member.id}`
    await leavesNothing(given, async () => {
      for (const name of ['member', 'groupCreator', 'orgReader', 'accessManager'] as const) {
        const caller = given.as(name)
        for (const answer of [
          await caller.post(ORG_USERS, userOf(given.address()), NEW),
          await caller.patch(user, { teamIds: [] }, NEW),
          await caller.delete(user, NEW),
          await caller.post(`${user}:addRole`, { orgRole: 'ORG_OWNER' }, NEW),
          await caller.post(`${user}:removeRole`, { orgRole: 'ORG_MEMBER' }, NEW),
          await caller.put(`${user}/roles`, { orgRoles: ['ORG_OWNER'] }),
        ]) {
          expect(outcome(answer)).toBe('401 USER_UNAUTHORIZED')
        }
      }
    })
  },
  V2,
)

inEveryDialect(
  'a body that names what is not there, or nothing, is refused',
  async (given) => {
    const username = given.address()
    const bad: readonly (readonly [body: unknown, refusal: string])[] = [
      [{ username }, '400 MISSING_ATTRIBUTE'],
      [{ roles: { orgRoles: ['ORG_MEMBER'] } }, '400 MISSING_ATTRIBUTE'],
      [{ roles: {}, username }, '400 MISSING_ATTRIBUTE'],
      [{ roles: { orgRoles: [] }, username }, '400 MISSING_ATTRIBUTE'],
      [{ roles: { orgRoles: ['ORG_JESTER'] }, username }, '400 INVALID_ENUM_VALUE'],
      [{ roles: { orgRoles: ['GROUP_OWNER'] }, username }, '400 CANNOT_ADD_GROUP_ROLE'],
      [{ roles: { orgRoles: ['ORG_MEMBER'] }, username: 'nobody' }, '400 INVALID_USERNAME'],
      [{ ...userOf(username), teamIds: [STRANGER.team] }, '404 TEAM_NOT_FOUND'],
      [{ ...userOf(username, [{ groupId: STRANGER.project, groupRoles: ['GROUP_OWNER'] }]) }, '404 GROUP_NOT_FOUND'],
      [{ ...userOf(username, [{ groupId: ACME.apollo, groupRoles: ['ORG_OWNER'] }]) }, '400 CANNOT_ADD_ORG_ROLE'],
      [{ ...userOf(username, [{ groupId: ACME.apollo, roles: ['GROUP_OWNER'] }]) }, '400 MISSING_ATTRIBUTE'],
    ]
    await leavesNothing(given, async () => {
      for (const [body, refusal] of bad) expect(outcome(await given.owner.post(ORG_USERS, body, NEW))).toBe(refusal)
      const user = `${ORG_USERS}/${ACME.member.id}`
      expect(outcome(await given.owner.patch(user, { roles: { orgRoles: [] } }, NEW))).toBe('400 MISSING_ATTRIBUTE')
      expect(outcome(await given.owner.patch(user, { teamIds: [STRANGER.team] }, NEW))).toBe('404 TEAM_NOT_FOUND')
      expect(outcome(await given.owner.put(`${user}/roles`, { orgRoles: [] }))).toBe('400 MISSING_ATTRIBUTE')
      expect(outcome(await given.owner.post(`${user}:addRole`, {}, NEW))).toBe('400 MISSING_ATTRIBUTE')
    })
  },
  V2,
)

const invitationsAt = ({ body }: Answer): readonly { readonly id: string }[] => (Array.isArray(body) ? body : [])
