// PATCH: what is given is replaced, what is left out stays, and who is invited never changes.
import { expect } from 'vitest'
import { ACME } from '../harness/case-seed.ts'
import {
  cases,
  type Given,
  type Invited,
  invitedToOrg,
  invitedToProject,
  leavesNothing,
  ORG_INVITES,
  outcome,
  PROJECT_INVITES,
} from '../harness/cases.ts'
import type { Answer } from '../harness/world.ts'

const { inEveryDialect } = cases()

/** Both ways to change an organization invitation. */
const orgChanges = ({ owner }: Given, { id, username }: Invited) => [
  (body: object): Promise<Answer> => owner.patch(`${ORG_INVITES}/${id}`, body),
  (body: object): Promise<Answer> => owner.patch(ORG_INVITES, { username, ...body }),
]

const projectChanges = ({ owner }: Given, { id, username }: Invited) => [
  (body: object): Promise<Answer> => owner.patch(`${PROJECT_INVITES}/${id}`, body),
  (body: object): Promise<Answer> => owner.patch(PROJECT_INVITES, { username, ...body }),
]

/** The invitation's first answer with some values replaced, in the same order of keys. */
const changed = ({ answer }: Invited, values: object): string =>
  JSON.stringify({ ...JSON.parse(answer.text), ...values })

inEveryDialect('given roles replace the old ones; identity, dates and inviter stay', async (given) => {
  const invited = await invitedToOrg(given, { roles: ['ORG_MEMBER', 'ORG_READ_ONLY'], teamIds: [ACME.team0] })
  for (const change of orgChanges(given, invited)) {
    for (const roles of [['ORG_OWNER'], ['ORG_READ_ONLY', 'ORG_GROUP_CREATOR']]) {
      given.world.atrium.advance(61_000)
      const answer = await change({ roles })
      expect([answer.status, answer.text]).toEqual([200, changed(invited, { roles })])
      expect((await given.owner.get(`${ORG_INVITES}/${invited.id}`)).text).toBe(answer.text)
    }
  }
})

inEveryDialect('given project roles replace the old ones', async (given) => {
  const invited = await invitedToProject(given, { roles: ['GROUP_READ_ONLY', 'GROUP_OWNER'] })
  for (const change of projectChanges(given, invited)) {
    for (const roles of [['GROUP_OWNER'], ['GROUP_OWNER', 'GROUP_READ_ONLY']]) {
      const answer = await change({ roles })
      expect([answer.status, answer.text]).toEqual([200, changed(invited, { roles })])
      expect((await given.owner.get(`${PROJECT_INVITES}/${invited.id}`)).text).toBe(answer.text)
    }
  }
})

inEveryDialect('the same change again is answered the same', async (given) => {
  const org = await invitedToOrg(given)
  const project = await invitedToProject(given)
  for (const change of orgChanges(given, org)) {
    const first = await change({ roles: ['ORG_OWNER'] })
    expect((await change({ roles: ['ORG_OWNER'] })).text).toBe(first.text)
  }
  for (const change of projectChanges(given, project)) {
    const first = await change({ roles: ['GROUP_OWNER'] })
    expect((await change({ roles: ['GROUP_OWNER'] })).text).toBe(first.text)
  }
})

inEveryDialect('roles that are absent or null stay', async (given) => {
  const org = await invitedToOrg(given, { roles: ['ORG_READ_ONLY'], teamIds: [ACME.team0] })
  for (const change of orgChanges(given, org)) {
    for (const body of [{}, { roles: null }, { roles: null, teamIds: null }]) {
      const answer = await change(body)
      expect([answer.status, answer.text]).toEqual([200, org.answer.text])
    }
  }
  const project = await invitedToProject(given)
  for (const change of projectChanges(given, project)) {
    for (const body of [{}, { roles: null }]) {
      const answer = await change(body)
      expect([answer.status, answer.text]).toEqual([200, project.answer.text])
    }
  }
})

inEveryDialect('no roles at all are refused, not taken for a wish to clear them', async (given) => {
  const org = await invitedToOrg(given)
  const project = await invitedToProject(given)
  const changes = [...orgChanges(given, org), ...projectChanges(given, project)]
  await leavesNothing(given, async () => {
    for (const change of changes) {
      const answer = await change({ roles: [] })
      expect(outcome(answer)).toBe('400 MISSING_ATTRIBUTE')
      expect(answer.body).toMatchObject({ parameters: ['roles'] })
    }
  })
})

inEveryDialect('given teams replace the old ones, and an empty list clears them', async (given) => {
  const invited = await invitedToOrg(given, { teamIds: [ACME.team0] })
  for (const change of orgChanges(given, invited)) {
    for (const teamIds of [[ACME.team1], [ACME.team1, ACME.team0], []]) {
      const answer = await change({ teamIds })
      expect([answer.status, answer.text]).toEqual([200, changed(invited, { teamIds })])
    }
    expect((await change({})).text).toBe(changed(invited, { teamIds: [] }))
  }
})

inEveryDialect('given project roles of an organization invitation replace the old ones', async (given) => {
  if (!given.isAtlas) {
    const invited = await invitedToOrg(given)
    for (const change of orgChanges(given, invited)) {
      expect(outcome(await change({ groupRoleAssignments: [] }))).toBe('400 INVALID_ATTRIBUTE')
    }
    return
  }
  const assignment = { groupId: ACME.apollo, roles: ['GROUP_OWNER', 'GROUP_READ_ONLY'] }
  const invited = await invitedToOrg(given, { groupRoleAssignments: [assignment] })
  for (const change of orgChanges(given, invited)) {
    const replaced = await change({ groupRoleAssignments: [{ groupId: ACME.project0, roles: ['GROUP_OWNER'] }] })
    const groupRoleAssignments = [{ groupId: ACME.project0, groupRole: 'GROUP_OWNER' }]
    expect(replaced.text).toBe(changed(invited, { groupRoleAssignments }))
    expect((await change({ roles: ['ORG_MEMBER'] })).text).toBe(replaced.text)
    expect((await change({ groupRoleAssignments: null })).text).toBe(replaced.text)
    expect((await change({ groupRoleAssignments: [] })).text).toBe(changed(invited, { groupRoleAssignments: [] }))
    await change({ groupRoleAssignments: [assignment] })
  }
})

inEveryDialect('the invited address may be repeated, but not changed', async (given) => {
  const org = await invitedToOrg(given)
  const project = await invitedToProject(given)
  for (const [path, { id, username, answer }] of [
    [ORG_INVITES, org],
    [PROJECT_INVITES, project],
  ] as const) {
    for (const same of [username, username.toUpperCase()]) {
      const repeated = await given.owner.patch(`${path}/${id}`, { username: same })
      expect([repeated.status, repeated.text]).toEqual([200, answer.text])
    }
    const refused = await given.owner.patch(`${path}/${id}`, { username: given.address() })
    expect(outcome(refused)).toBe('400 ATTRIBUTE_READ_ONLY')
    expect(refused.body).toMatchObject({ parameters: ['username'] })
    expect(outcome(await given.owner.patch(`${path}/${id}`, { username: 'no-address' }))).toBe('400 INVALID_USERNAME')
  }
})

inEveryDialect('a change by address finds the invitation in any case of letters', async (given) => {
  const org = await invitedToOrg(given)
  const project = await invitedToProject(given)
  const changedOrg = await given.owner.patch(ORG_INVITES, { username: org.username.toUpperCase() })
  expect(changedOrg.text).toBe(org.answer.text)
  const changedProject = await given.owner.patch(PROJECT_INVITES, { username: project.username.toUpperCase() })
  expect(changedProject.text).toBe(project.answer.text)
})

inEveryDialect('a change by an address without an invitation at that level is not found', async (given) => {
  const org = await invitedToOrg(given)
  const project = await invitedToProject(given)
  for (const [path, username] of [
    [ORG_INVITES, given.address()],
    [ORG_INVITES, project.username],
    [ORG_INVITES, ACME.member.username],
    [PROJECT_INVITES, given.address()],
    [PROJECT_INVITES, org.username],
  ] as const) {
    const answer = await given.owner.patch(path, { username })
    expect(outcome(answer)).toBe('404 INVALID_INVITATION_ID')
    const detail = `Invitation ${username} does not exist or was already accepted.`
    expect(answer.body).toMatchObject({ detail, parameters: [username] })
  }
})

inEveryDialect('a change by address needs the address', async (given) => {
  for (const path of [ORG_INVITES, PROJECT_INVITES]) {
    for (const body of [{}, { username: null }, { username: '' }]) {
      const answer = await given.owner.patch(path, body)
      expect(outcome(answer)).toBe('400 MISSING_ATTRIBUTE')
      expect(answer.body).toMatchObject({ parameters: ['username'] })
    }
  }
})

inEveryDialect('a refused change leaves the invitation as it was', async (given) => {
  const org = await invitedToOrg(given, { teamIds: [ACME.team0] })
  const unknown = '5f0a0000000000000000ffff'
  await leavesNothing(given, async () => {
    for (const change of orgChanges(given, org)) {
      expect(outcome(await change({ roles: ['ORG_OWNER'], teamIds: [unknown] }))).toBe('404 TEAM_NOT_FOUND')
      expect(outcome(await change({ roles: ['GROUP_OWNER'] }))).toBe('400 CANNOT_ADD_GROUP_ROLE')
      if (!given.isAtlas) continue
      const groupRoleAssignments = [{ groupId: unknown, roles: ['GROUP_OWNER'] }]
      expect(outcome(await change({ roles: ['ORG_OWNER'], groupRoleAssignments }))).toBe('404 GROUP_NOT_FOUND')
    }
  })
  expect((await given.owner.get(`${ORG_INVITES}/${org.id}`)).text).toBe(org.answer.text)
})
