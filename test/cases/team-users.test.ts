// Who is in a team: members of both generations, and people who will be in it once they accept.
import { expect } from 'vitest'
import { ACME, GUEST, STRANGER } from '../harness/case-seed.ts'
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
import { eventsOf, NEWER, newMember, newTeam, usernamesIn } from '../harness/team-cases.ts'
import { DIALECTS } from '../harness/world.ts'

const { inEveryDialect } = cases()

const ATLAS = DIALECTS.filter(({ isAtlas }) => isAtlas)
const V2 = ATLAS.filter(({ name }) => name === 'v2')
const { member, owner, teammate } = ACME
const NOBODY = '0123456789abcdef01234567'
const THIRTY_DAYS = 30 * 86_400_000

inEveryDialect('members are added by id and shown in the old shape, by username', async (given) => {
  const { id, path } = await newTeam(given)
  const someone = await newMember(given)
  const answer = await given.owner.post(`${path}/users`, [{ id: teammate.id }, { id: someone.id }])
  expect(answer.status).toBe(200)
  const all = [someone.username, member.username, teammate.username].toSorted()
  expect(usernamesIn(answer)).toEqual(all)
  expect(Object(answer.body)).toMatchObject({
    links: [{ href: given.href(`${path}/users?pageNum=1&itemsPerPage=100`), rel: 'self' }],
    totalCount: 3,
  })
  const page = await given.as('member').get(`${path}/users?itemsPerPage=1&pageNum=2&username=${owner.username}`)
  const shown = await given.owner.get(`/users/byName/${all[1]}`)
  expect(Object(page.body).results).toEqual([shown.body])
  expect(Object(page.body).links.map(({ rel }: { readonly rel: string }) => rel)).toEqual(['self', 'previous', 'next'])
  expect(await eventsOf(given, id)).toEqual([
    `JOINED_TEAM ${member.username}`,
    'TEAM_CREATED',
    `JOINED_TEAM ${teammate.username}`,
    `JOINED_TEAM ${someone.username}`,
  ])
})

inEveryDialect('all of them are added, or none', async (given) => {
  const { path } = await newTeam(given)
  const invited = await invitedToOrg(given)
  const pending = (BigInt(`0x${invited.id}`) + 1n).toString(16)
  const add = async (...ids: readonly unknown[]) =>
    outcome(
      await given.owner.post(
        `${path}/users`,
        ids.map((id) => ({ id })),
      ),
    )
  await leavesNothing(given, async () => {
    expect(await add(teammate.id, member.id)).toBe('409 USER_ALREADY_IN_TEAM')
    expect(await add(teammate.id, NOBODY)).toBe('404 USER_NOT_IN_ORG')
    for (const id of [GUEST.id, STRANGER.owner.id]) expect(await add(teammate.id, id)).toBe('404 USER_NOT_IN_ORG')
    expect(await add(teammate.id, pending)).toBe('404 CANNOT_ADD_PENDING_USER')
    expect(await add(teammate.id, teammate.id)).toBe('400 INVALID_ATTRIBUTE')
    expect(await add('xyz')).toBe('404 INVALID_USER_ID')
    expect(await add(5)).toBe('400 INVALID_JSON_ATTRIBUTE')
    expect(await add(null)).toBe('400 MISSING_ATTRIBUTE')
    expect(outcome(await given.owner.post(`${path}/users`, { id: teammate.id }))).toBe('400 INVALID_JSON')
    expect(await add()).toBe('200')
  })
})

inEveryDialect('a member is taken out, even the last one', async (given) => {
  const { id, path } = await newTeam(given)
  expect((await given.owner.delete(`${path}/users/${member.id}`)).status).toBe(204)
  expect(usernamesIn(await given.owner.get(`${path}/users`))).toEqual([])
  await leavesNothing(given, async () => {
    expect(outcome(await given.owner.delete(`${path}/users/${member.id}`))).toBe('404 USER_NOT_IN_TEAM')
    expect(outcome(await given.owner.delete(`${path}/users/${NOBODY}`))).toBe('404 USER_NOT_IN_ORG')
    expect(outcome(await given.owner.delete(`${path}/users/${STRANGER.owner.id}`))).toBe('404 USER_NOT_IN_ORG')
  })
  expect(await eventsOf(given, id)).toContain(`REMOVED_FROM_TEAM ${member.username}`)
})

inEveryDialect(
  'one user is added to a team and removed from it, and answers as they are then',
  async (given) => {
    const { id, path } = await newTeam(given)
    const someone = await newMember(given)
    const added = await given.owner.post(`${path}:addUser`, { id: someone.id }, NEWER)
    expect(added.status).toBe(200)
    expect(added.body).toMatchObject({ id: someone.id, orgMembershipStatus: 'ACTIVE', teamIds: [id] })
    expect(outcome(await given.owner.post(`${path}:addUser`, { id: someone.id }, NEWER))).toBe(
      '409 USER_ALREADY_IN_TEAM',
    )
    expect(usernamesIn(await given.owner.get(`${path}/users`))).toContain(someone.username)
    const removed = await given.owner.post(`${path}:removeUser`, { id: someone.id }, NEWER)
    expect(removed.body).toMatchObject({ id: someone.id, teamIds: [] })
    expect(outcome(await given.owner.post(`${path}:removeUser`, { id: someone.id }, NEWER))).toBe(
      '404 USER_NOT_IN_TEAM',
    )
    expect((await eventsOf(given, id)).slice(-2)).toEqual([
      `JOINED_TEAM ${someone.username}`,
      `REMOVED_FROM_TEAM ${someone.username}`,
    ])
  },
  ATLAS,
)

inEveryDialect(
  'somebody pending is added to a team, and is in it once they accept',
  async (given) => {
    const { id, path } = await newTeam(given)
    const { id: invitation, username } = await invitedToOrg(given)
    const pending = (BigInt(`0x${invitation}`) + 1n).toString(16)
    const added = await given.owner.post(`${path}:addUser`, { id: pending }, NEWER)
    expect(added.body).toMatchObject({ id: pending, orgMembershipStatus: 'PENDING', teamIds: [id], username })
    expect(outcome(await given.owner.post(`${path}:addUser`, { id: pending }, NEWER))).toBe('409 USER_ALREADY_IN_TEAM')
    expect((await given.owner.get(`${ORG_INVITES}/${invitation}`)).body).toMatchObject({ teamIds: [id] })
    const removed = await given.owner.post(`${path}:removeUser`, { id: pending }, NEWER)
    expect(removed.body).toMatchObject({ orgMembershipStatus: 'PENDING', teamIds: [] })
    expect(outcome(await given.owner.post(`${path}:removeUser`, { id: pending }, NEWER))).toBe('404 USER_NOT_IN_TEAM')
    await given.owner.post(`${path}:addUser`, { id: pending }, NEWER)
    await accept(given, invitation)
    expect(usernamesIn(await given.owner.get(`${path}/users`))).toContain(username)
    expect((await eventsOf(given, id)).slice(2)).toEqual([
      `INVITED_TO_TEAM ${username}`,
      `REMOVED_FROM_TEAM ${username}`,
      `INVITED_TO_TEAM ${username}`,
      `JOINED_TEAM ${username}`,
    ])
  },
  ATLAS,
)

inEveryDialect(
  'nobody else is added to a team: expired, rejected, revoked, or invited by a project alone',
  async (given) => {
    const { path } = await newTeam(given)
    const viewOf = (id: string) => (BigInt(`0x${id}`) + 1n).toString(16)
    const rejected = await invitedToOrg(given)
    await decline(given, rejected.id)
    const revoked = await invitedToOrg(given)
    await given.owner.delete(`${ORG_INVITES}/${revoked.id}`)
    const ofProject = await invitedToProject(given)
    const expired = await invitedToOrg(given)
    const add = async (id: string) => outcome(await given.owner.post(`${path}:addUser`, { id }, NEWER))
    for (const { id } of [rejected, revoked, ofProject]) expect(await add(viewOf(id))).toBe('404 USER_NOT_IN_ORG')
    for (const id of [NOBODY, STRANGER.owner.id, GUEST.id]) expect(await add(id)).toBe('404 USER_NOT_IN_ORG')
    expect(await add('xyz')).toBe('404 INVALID_USER_ID')
    given.world.atrium.advance(THIRTY_DAYS)
    expect(await add(viewOf(expired.id))).toBe('404 USER_NOT_IN_ORG')
    const remove = await given.owner.post(`${path}:removeUser`, { id: viewOf(expired.id) }, NEWER)
    expect(outcome(remove)).toBe('404 USER_NOT_IN_ORG')
  },
  ATLAS,
)

inEveryDialect(
  'the later list shows pending people too, and takes filters that the earlier one ignores',
  async (given) => {
    const { id, path } = await newTeam(given)
    const promised = await invitedToOrg(given, { teamIds: [id] })
    const lapsed = await invitedToOrg(given, { teamIds: [id] })
    await decline(given, lapsed.id)
    const list = async (query: string) => usernamesIn(await given.owner.get(`${path}/users${query}`, NEWER))
    const both = [member.username, promised.username].toSorted()
    expect(await list('')).toEqual(both)
    expect(await list('?orgMembershipStatuses=PENDING')).toEqual([promised.username])
    expect(await list('?orgMembershipStatuses=ACTIVE&orgMembershipStatuses=PENDING')).toEqual(both)
    expect(await list('?orgMembershipStatus=INVITATION_REJECTED')).toEqual([lapsed.username])
    expect(await list(`?username=${member.username}`)).toEqual([member.username])
    expect(await list(`?userId=${member.id}`)).toEqual([member.username])
    expect(await list(`?userId=${member.id}&username=${promised.username}`)).toEqual([])
    expect(await list(`?userId=${member.id}&orgMembershipStatuses=PENDING`)).toEqual([])
    expect(await list(`?userId=${member.id}&pageNum=2`)).toEqual([])
    expect(await list(`?userId=${teammate.id}`)).toEqual([])
    const bad = [
      'userId=xyz',
      'orgMembershipStatuses=SLEEPING',
      'orgMembershipStatus=ACTIVE&orgMembershipStatuses=ACTIVE',
    ]
    for (const query of bad) {
      expect((await given.owner.get(`${path}/users?${query}`, NEWER)).status).toBe(400)
      expect(usernamesIn(await given.owner.get(`${path}/users?${query}`))).toEqual([member.username])
    }
    const answer = await given.owner.get(`${path}/users?username=${member.username}`, NEWER)
    const query = new URLSearchParams({ username: member.username })
    expect(Object(answer.body).links).toEqual([
      { href: given.href(`${path}/users?${query}&pageNum=1&itemsPerPage=100`), rel: 'self' },
    ])
  },
  V2,
)

inEveryDialect(
  'of adding one person to a team several times at once, one succeeds',
  async (given) => {
    const { path } = await newTeam(given)
    const { id } = await newMember(given)
    const add = async () => outcome(await given.owner.post(`${path}:addUser`, { id }, NEWER))
    expect((await Promise.all([add(), add(), add()])).toSorted()).toEqual([
      '200',
      '409 USER_ALREADY_IN_TEAM',
      '409 USER_ALREADY_IN_TEAM',
    ])
  },
  ATLAS,
)

inEveryDialect(
  'somebody who accepts while being added to a team is in it, or the other way round',
  async (given) => {
    const { id, path } = await newTeam(given)
    const { id: invitation, username } = await invitedToOrg(given)
    const pending = (BigInt(`0x${invitation}`) + 1n).toString(16)
    const [added] = await Promise.all([
      given.owner.post(`${path}:addUser`, { id: pending }, NEWER),
      accept(given, invitation),
    ])
    expect(added.status).toBe(200)
    expect(Object(added.body).teamIds).toEqual([id])
    expect(usernamesIn(await given.owner.get(`${path}/users`))).toContain(username)
  },
  ATLAS,
)
