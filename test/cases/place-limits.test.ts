// Limits on how many places one person has, over all organizations, and on the places that come with an invitation.
import { expect } from 'vitest'
import { ACME, GUEST } from '../harness/case-seed.ts'
import { accept, cases, invitedToOrg, ORG_INVITES, outcome } from '../harness/cases.ts'
import { DIALECTS } from '../harness/world.ts'

const { inEveryDialect } = cases({
  limits: { orgsPerUser: 1, projectsPerUser: 1, usersPerProject: 1, teamsPerUser: 1 },
})

const ATLAS = DIALECTS.filter(({ isAtlas }) => isAtlas)
const V2 = DIALECTS.filter(({ name }) => name === 'v2')
const NEWEST = { Accept: 'application/vnd.atlas.2025-03-12+json' }

inEveryDialect('nobody accepts their way into more organizations than they may be in', async (given) => {
  const { id } = await invitedToOrg(given, { username: GUEST.username })
  const refused = await accept(given, id)
  expect(outcome(refused)).toBe('400 MAX_ORGS_PER_USER_EXCEEDED')
  expect(Object(refused.body).parameters).toEqual([1, GUEST.username])
  expect((await given.owner.get(`${ORG_INVITES}/${id}`)).status).toBe(200)
  expect((await accept(given, (await invitedToOrg(given)).id)).status).toBe(200)
  await given.owner.delete(`${ORG_INVITES}/${id}`)
})

inEveryDialect(
  'an organization cannot be made for somebody who is in as many as they may be',
  async (given) => {
    const refused = await given.owner.post('/orgs', { name: given.name(), orgOwnerId: ACME.owner.id })
    expect(outcome(refused)).toBe('400 MAX_ORGS_PER_USER_EXCEEDED')
  },
  ATLAS,
)

inEveryDialect('a project cannot be made for somebody who is in as many as they may be', async (given) => {
  const name = given.name()
  const refused = await given.owner.post(`/groups?projectOwnerId=${ACME.member.id}`, { name, orgId: ACME.id })
  expect(outcome(refused)).toBe('400 MAX_GROUPS_PER_USER_EXCEEDED')
  expect(Object(refused.body).parameters).toEqual([1, ACME.member.username])
  expect((await given.owner.get(`/groups/byName/${encodeURIComponent(name)}`)).status).toBe(404)
})

inEveryDialect(
  'a member joins no more projects than they may, by whichever operation',
  async (given) => {
    const body = { roles: ['GROUP_READ_ONLY'], username: ACME.member.username }
    const added = await given.owner.post(`/groups/${ACME.project0}/users`, body, NEWEST)
    expect(outcome(added)).toBe('400 MAX_GROUPS_PER_USER_EXCEEDED')
    const access = await given.owner.post(`/groups/${ACME.project0}/access`, [body], NEWEST)
    expect(access.status).toBe(400)
    const groupRoleAssignments = [ACME.project0, ACME.apollo].map((groupId) => ({ groupId, groupRoles: body.roles }))
    const changed = await given.owner.patch(
      `/orgs/${ACME.id}/users/${ACME.member.id}`,
      { roles: { groupRoleAssignments, orgRoles: ['ORG_MEMBER'] } },
      NEWEST,
    )
    expect(outcome(changed)).toBe('400 MAX_GROUPS_PER_USER_EXCEEDED')
    const inTeams = await given.owner.patch(
      `/orgs/${ACME.id}/users/${ACME.member.id}`,
      { teamIds: [ACME.team0, ACME.team1] },
      NEWEST,
    )
    expect(outcome(inTeams)).toBe('400 MAX_TEAMS_PER_USER_EXCEEDED')
  },
  V2,
)

inEveryDialect(
  'an invitation promises no place in a project that has none left, and counts for one',
  async (given) => {
    const groupRoleAssignments = [{ groupId: ACME.project0, roles: ['GROUP_READ_ONLY'] }]
    const { id } = await invitedToOrg(given, { groupRoleAssignments })
    const body = { groupRoleAssignments, roles: ['ORG_MEMBER'], username: given.address() }
    expect(outcome(await given.owner.post(ORG_INVITES, body))).toBe('400 MAX_USERS_PER_GROUP_EXCEEDED')
    expect((await given.owner.get(`${ORG_INVITES}?username=${body.username}`)).body).toEqual([])
    await given.owner.delete(`${ORG_INVITES}/${id}`)
  },
  ATLAS,
)

inEveryDialect(
  'an invitation that is changed, or made with an account, takes no place where there is none left',
  async (given) => {
    const ofProject = { groupRoleAssignments: [{ groupId: ACME.project0, roles: ['GROUP_READ_ONLY'] }] }
    const first = await invitedToOrg(given, ofProject)
    const second = await invitedToOrg(given)
    for (const refused of [
      await given.owner.patch(`${ORG_INVITES}/${second.id}`, ofProject),
      await given.owner.patch(ORG_INVITES, { ...ofProject, username: second.username }),
      await given.owner.post('/users', {
        firstName: 'No',
        lastName: 'Place',
        password: 'correct-horse',
        roles: [{ groupId: ACME.project0, roleName: 'GROUP_READ_ONLY' }],
        username: given.address(),
      }),
    ]) {
      expect(outcome(refused)).toBe('400 MAX_USERS_PER_GROUP_EXCEEDED')
    }
    const kept = await given.owner.get(`${ORG_INVITES}/${second.id}`)
    expect(kept.body).toMatchObject({ groupRoleAssignments: [] })
    expect((await given.owner.patch(`${ORG_INVITES}/${first.id}`, ofProject)).status).toBe(200)
    for (const { id } of [first, second]) await given.owner.delete(`${ORG_INVITES}/${id}`)
  },
  ATLAS,
)
