// Who cannot be invited: those who are in already, and those who wait already, at that level.
import { expect } from 'vitest'
import { ACME } from '../harness/case-seed.ts'
import {
  accept,
  cases,
  invitedToOrg,
  invitedToProject,
  invitesOf,
  leavesNothing,
  newProject,
  ORG_INVITES,
  outcome,
  PROJECT_INVITES,
} from '../harness/cases.ts'

const { inEveryDialect } = cases()

inEveryDialect('an address waits at most once in the organization', async (given) => {
  const { username } = await invitedToOrg(given)
  await leavesNothing(given, async () => {
    for (const spelling of [username, username.toUpperCase()]) {
      const answer = await given.owner.post(ORG_INVITES, { roles: ['ORG_OWNER'], username: spelling })
      expect(outcome(answer)).toBe('409 USER_ALREADY_IN_ORG')
      expect(answer.body).toMatchObject({ error: 409, parameters: [username], reason: 'Conflict' })
    }
  })
})

inEveryDialect('an address waits at most once in a project', async (given) => {
  const { username } = await invitedToProject(given)
  await leavesNothing(given, async () => {
    for (const spelling of [username, username.toUpperCase()]) {
      const answer = await given.owner.post(PROJECT_INVITES, { roles: ['GROUP_OWNER'], username: spelling })
      expect(outcome(answer)).toBe('409 USER_ALREADY_IN_GROUP')
      expect(answer.body).toMatchObject({ error: 409, parameters: [username], reason: 'Conflict' })
    }
  })
})

inEveryDialect('a member is not invited to the organization again', async (given) => {
  const { id, username } = await invitedToOrg(given)
  await accept(given, id)
  for (const member of [username, ACME.owner.username, 'Mia@Acme.Example']) {
    const answer = await given.owner.post(ORG_INVITES, { roles: ['ORG_OWNER'], username: member })
    expect(outcome(answer), member).toBe('409 USER_ALREADY_IN_ORG')
  }
})

inEveryDialect('whoever is in a project, alone or by a team, is not invited to it again', async (given) => {
  const { id, username } = await invitedToProject(given)
  await accept(given, id)
  for (const member of [username, ACME.teammate.username]) {
    const answer = await given.owner.post(PROJECT_INVITES, { roles: ['GROUP_OWNER'], username: member })
    expect(outcome(answer), member).toBe('409 USER_ALREADY_IN_GROUP')
  }
})

inEveryDialect('the owner that a project began with is in it', async (given) => {
  const project = await newProject(given)
  const answer = await given.owner.post(invitesOf(project), {
    roles: ['GROUP_READ_ONLY'],
    username: ACME.owner.username,
  })
  expect(outcome(answer)).toBe('409 USER_ALREADY_IN_GROUP')
})

inEveryDialect('organization and projects invite the same address side by side', async (given) => {
  const { id, username } = await invitedToOrg(given)
  const first = await invitedToProject(given, { username })
  const second = await invitedToProject(given, { username }, await newProject(given))
  expect(new Set([id, first.id, second.id]).size).toBe(3)
  const listed = JSON.parse((await given.owner.get(`${ORG_INVITES}?username=${username}`)).text)
  expect(listed.map((entry: { id: string }) => entry.id)).toEqual([id, first.id, second.id].toSorted())
})

inEveryDialect('a revoked invitation is in nobody’s way', async (given) => {
  const org = await invitedToOrg(given)
  await given.owner.delete(`${ORG_INVITES}/${org.id}`)
  expect((await invitedToOrg(given, { username: org.username })).id).not.toBe(org.id)
  const project = await invitedToProject(given)
  await given.owner.delete(`${PROJECT_INVITES}/${project.id}`)
  expect((await invitedToProject(given, { username: project.username })).id).not.toBe(project.id)
})

inEveryDialect('a team or project that is not there cannot be promised', async (given) => {
  const unknown = '5f0a0000000000000000ffff'
  await leavesNothing(given, async () => {
    for (const id of [unknown, 'no-id', '']) {
      const team = await given.owner.post(ORG_INVITES, {
        roles: ['ORG_MEMBER'],
        teamIds: [ACME.team0, id],
        username: given.address(),
      })
      expect(outcome(team)).toBe('404 TEAM_NOT_FOUND')
      expect(team.body).toMatchObject({ parameters: [id] })
      if (!given.isAtlas || id === '') continue
      const project = await given.owner.post(ORG_INVITES, {
        groupRoleAssignments: [{ groupId: id, roles: ['GROUP_OWNER'] }],
        roles: ['ORG_MEMBER'],
        username: given.address(),
      })
      expect(outcome(project)).toBe('404 GROUP_NOT_FOUND')
      expect(project.body).toMatchObject({ parameters: [id] })
    }
  })
})

inEveryDialect('ten invitations of one address at once make one invitation', async (given) => {
  for (const [path, role] of [
    [ORG_INVITES, 'ORG_MEMBER'],
    [PROJECT_INVITES, 'GROUP_READ_ONLY'],
  ]) {
    const username = given.address()
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => given.owner.post(path ?? '', { roles: [role], username })),
    )
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(9)
  }
})
