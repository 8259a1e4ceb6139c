// The life of an invitation, from the request to membership or to its end, with the record that each step leaves.
import { expect } from 'vitest'
import { ACME, clientOf, GUEST } from '../harness/case-seed.ts'
import {
  accept,
  cases,
  decline,
  type Given,
  type Invited,
  invitedToOrg,
  invitedToProject,
  invitesOf,
  newProject,
  ORG_INVITES,
  outcome,
  PROJECT_INVITES,
} from '../harness/cases.ts'
import * as ledger from '../harness/ledger.ts'
import { event, recorded } from '../harness/recorded.ts'

const { inEveryDialect } = cases()

const OWNER = clientOf('owner').clientId

const next = (id: string): string => (BigInt(`0x${id}`) + 1n).toString(16).padStart(24, '0')

/** Everything that one can do with an invitation by its id answers that it is not there. */
async function expectGone(given: Given, id: string, path: string): Promise<void> {
  for (const answer of [
    await given.owner.get(`${path}/${id}`),
    await given.owner.patch(`${path}/${id}`, {}),
    await given.owner.delete(`${path}/${id}`),
    await accept(given, id),
    await decline(given, id),
  ]) {
    expect(outcome(answer)).toBe('404 INVALID_INVITATION_ID')
    const detail = `Invitation ${id} does not exist or was already accepted.`
    expect(answer.body).toMatchObject({ detail, parameters: [id] })
  }
  expect((await given.owner.get(path)).text).not.toContain(id)
}

inEveryDialect('making, changing and revoking an organization invitation are recorded, each once', async (given) => {
  let invited: Invited | undefined
  const username = given.address()
  const targetUsername = username
  expect(
    await recorded(given, async () => {
      invited = await invitedToOrg(given, { username })
    }),
  ).toEqual([event('INVITED_TO_ORG', OWNER, { targetUsername })])
  const path = `${ORG_INVITES}/${invited?.id}`
  expect(await recorded(given, () => given.owner.patch(path, { roles: ['ORG_OWNER'] }))).toEqual([
    event('USER_ROLES_CHANGED_AUDIT', OWNER, { targetUsername }),
  ])
  expect(await recorded(given, () => given.owner.patch(path, { roles: ['ORG_OWNER'] }))).toEqual([])
  expect(await recorded(given, () => given.owner.patch(ORG_INVITES, { username, teamIds: [ACME.team0] }))).toEqual([
    event('USER_ROLES_CHANGED_AUDIT', OWNER, { targetUsername }),
  ])
  expect(await recorded(given, () => given.owner.delete(path))).toEqual([
    event('ORG_INVITATION_DELETED', OWNER, { targetUsername }),
  ])
  await expectGone(given, invited?.id ?? '', ORG_INVITES)
})

inEveryDialect('making, changing and revoking a project invitation are recorded, each once', async (given) => {
  const username = given.address()
  const targetUsername = username
  const project = await newProject(given)
  const path = invitesOf(project)
  let id = ''
  expect(
    await recorded(given, async () => {
      id = (await invitedToProject(given, { username }, project)).id
    }),
  ).toEqual([
    event('INVITED_TO_ORG', OWNER, { targetUsername }),
    event('INVITED_TO_GROUP', OWNER, { targetUsername }, project),
  ])
  expect(await recorded(given, () => given.owner.patch(`${path}/${id}`, { roles: ['GROUP_OWNER'] }))).toEqual([
    event('USER_ROLES_CHANGED_AUDIT', OWNER, { targetUsername }, project),
  ])
  expect(await recorded(given, () => given.owner.patch(path, { username, roles: ['GROUP_OWNER'] }))).toEqual([])
  expect(await recorded(given, () => given.owner.delete(`${path}/${id}`))).toEqual([
    event('GROUP_INVITATION_DELETED', OWNER, { targetUsername }, project),
  ])
  await expectGone(given, id, path)
})

inEveryDialect('inviting a member to a project is recorded in the project alone', async (given) => {
  const project = await newProject(given)
  const { username } = ACME.member
  expect(await recorded(given, () => invitedToProject(given, { username }, project))).toEqual([
    event('INVITED_TO_GROUP', OWNER, { targetUsername: username }, project),
  ])
})

inEveryDialect('reading and being refused are not recorded', async (given) => {
  const { id, username } = await invitedToOrg(given)
  const gained = await recorded(given, async () => {
    for (const path of ['', '/orgs', '/groups', ORG_INVITES, `${ORG_INVITES}/${id}`, PROJECT_INVITES]) {
      await given.owner.get(path)
      await given.as('nobody').get(path)
    }
    await given.owner.post(ORG_INVITES, { roles: ['ORG_MEMBER'], username })
    await given.owner.patch(ORG_INVITES, { roles: ['ORG_KING'], username })
    await given.as('member').delete(`${ORG_INVITES}/${id}`)
    await accept(given, 'no-id')
  })
  expect(gained).toEqual([])
})

inEveryDialect('somebody new accepts, and is in with everything that was promised', async (given) => {
  const username = given.address()
  const promised = {
    roles: ['ORG_READ_ONLY', 'ORG_MEMBER'],
    teamIds: [ACME.team1, ACME.team0],
    username,
    ...(given.isAtlas
      ? {
          groupRoleAssignments: [
            { groupId: ACME.apollo, roles: ['GROUP_READ_ONLY', 'GROUP_CLUSTER_MANAGER', 'GROUP_OWNER'] },
          ],
        }
      : {}),
  }
  const { id, answer: invitation } = await invitedToOrg(given, promised)
  given.world.atrium.advance(61_000)
  let text = ''
  const gained = await recorded(given, async () => {
    const answer = await accept(given, id)
    expect(answer.status).toBe(200)
    text = answer.text
  })
  const createdAt = new Date(Date.parse(invitation.at('createdAt')) + 61_000).toISOString().replace('.000', '')
  const groupRoles = ['GROUP_OWNER', 'GROUP_CLUSTER_MANAGER', 'GROUP_READ_ONLY']
  expect(text).toBe(
    JSON.stringify({
      country: 'US',
      createdAt,
      firstName: username.split('@')[0],
      id: next(id),
      lastName: '',
      mobileNumber: null,
      orgMembershipStatus: 'ACTIVE',
      roles: {
        groupRoleAssignments: given.isAtlas ? [{ groupId: ACME.apollo, groupRoles }] : [],
        orgRoles: ['ORG_MEMBER', 'ORG_READ_ONLY'],
      },
      teamIds: [ACME.team0, ACME.team1],
      username,
    }),
  )
  expect(gained).toEqual([
    event('JOINED_ORG', username, { targetUsername: username }),
    event('JOINED_TEAM', username, { targetUsername: username, teamId: ACME.team1 }),
    event('JOINED_TEAM', username, { targetUsername: username, teamId: ACME.team0 }),
    ...(given.isAtlas ? [event('JOINED_GROUP', username, { targetUsername: username }, ACME.apollo)] : []),
  ])
  await expectGone(given, id, ORG_INVITES)
  expect((await ledger.invitation(given.world.atrium.db, id)).status).toBe('ACCEPTED')
  const person = await given.owner.get(`/users/byName/${username}`)
  expect(person.body).toMatchObject({ id: next(id), teamIds: [ACME.team0, ACME.team1] })
})

inEveryDialect('somebody with an account keeps it, and nobody hears of it before', async (given) => {
  const fresh = await invitedToOrg(given)
  const alreadyIn = await given.owner.get(`/users/byName/${GUEST.username}`)
  // The account joins once in each world; the other dialects meet a member.
  if (alreadyIn.status === 200) {
    expect(alreadyIn.at('id')).toBe(GUEST.id)
    return
  }
  const { id, answer } = await invitedToOrg(given, { username: GUEST.username })
  const alike = answer.text.replaceAll(id, fresh.id).replaceAll(GUEST.username, fresh.username)
  expect(alike).toBe(fresh.answer.text)
  expect((await ledger.invitation(given.world.atrium.db, id)).viewId).toBe(next(id))
  const joined = await accept(given, id)
  expect(joined.body).toMatchObject({ id: GUEST.id, firstName: 'Gus', username: GUEST.username })
  expect((await given.owner.get(`/users/byName/${GUEST.username}`)).at('id')).toBe(GUEST.id)
})

inEveryDialect('accepting a project makes a member of the organization, with ORG_MEMBER', async (given) => {
  const project = await newProject(given)
  const { id, username } = await invitedToProject(given, { roles: ['GROUP_OWNER'] }, project)
  let joined: unknown
  const gained = await recorded(given, async () => {
    joined = (await accept(given, id)).body
  })
  expect(joined).toMatchObject({
    id: next(id),
    roles: { groupRoleAssignments: [{ groupId: project, groupRoles: ['GROUP_OWNER'] }], orgRoles: ['ORG_MEMBER'] },
  })
  expect(gained).toEqual([
    event('JOINED_ORG', username, { targetUsername: username }),
    event('JOINED_GROUP', username, { targetUsername: username }, project),
  ])
  await expectGone(given, id, invitesOf(project))
})

inEveryDialect('a member who accepts a project keeps the roles held and gains those promised', async (given) => {
  const org = await invitedToOrg(given, { roles: ['ORG_READ_ONLY'] })
  await accept(given, org.id)
  const project = await newProject(given)
  const { id, username } = await invitedToProject(given, { username: org.username }, project)
  let joined: unknown
  const gained = await recorded(given, async () => {
    joined = (await accept(given, id)).body
  })
  expect(joined).toMatchObject({
    id: next(org.id),
    roles: {
      groupRoleAssignments: [{ groupId: project, groupRoles: ['GROUP_READ_ONLY'] }],
      orgRoles: ['ORG_READ_ONLY'],
    },
  })
  expect(gained).toEqual([event('JOINED_GROUP', username, { targetUsername: username }, project)])
})

inEveryDialect(
  'accepting a project accepts the organization’s invitation too, and no other project’s',
  async (given) => {
    const [project, other] = [await newProject(given), await newProject(given)]
    const org = await invitedToOrg(given, { roles: ['ORG_READ_ONLY'], teamIds: [ACME.team1] })
    const { username } = org
    const first = await invitedToProject(given, { username }, project)
    const second = await invitedToProject(given, { username }, other)
    let joined: unknown
    const gained = await recorded(given, async () => {
      joined = (await accept(given, first.id)).body
    })
    expect(joined).toMatchObject({
      roles: { groupRoleAssignments: [{ groupId: project }], orgRoles: ['ORG_MEMBER', 'ORG_READ_ONLY'] },
      teamIds: [ACME.team1],
    })
    expect(gained).toHaveLength(3)
    expect(gained).toEqual(
      expect.arrayContaining([
        event('JOINED_ORG', username, { targetUsername: username }),
        event('JOINED_GROUP', username, { targetUsername: username }, project),
        event('JOINED_TEAM', username, { targetUsername: username, teamId: ACME.team1 }),
      ]),
    )
    await expectGone(given, org.id, ORG_INVITES)
    await expectGone(given, first.id, invitesOf(project))
    expect((await given.owner.get(`${invitesOf(other)}/${second.id}`)).status).toBe(200)
    expect((await accept(given, second.id)).body).toMatchObject({
      roles: { groupRoleAssignments: expect.arrayContaining([{ groupId: other, groupRoles: ['GROUP_READ_ONLY'] }]) },
    })
  },
)

inEveryDialect('accepting the organization leaves the project’s invitation waiting in its project', async (given) => {
  const org = await invitedToOrg(given)
  const project = await invitedToProject(given, { username: org.username })
  await accept(given, org.id)
  expect((await given.owner.get(`${PROJECT_INVITES}/${project.id}`)).status).toBe(200)
  expect((await given.owner.get(`${ORG_INVITES}?username=${org.username}`)).text).toBe('[]')
})

inEveryDialect('somebody declines: no member, no expiry, and a record of it', async (given) => {
  const { id, username, answer } = await invitedToOrg(given, { teamIds: [ACME.team0] })
  let declined = ''
  const gained = await recorded(given, async () => {
    declined = (await decline(given, id)).text
  })
  expect(declined).toBe(
    JSON.stringify({
      id: next(id),
      invitationCreatedAt: answer.at('createdAt'),
      invitationExpiresAt: null,
      inviterUsername: OWNER,
      orgMembershipStatus: 'INVITATION_REJECTED',
      roles: { groupRoleAssignments: [], orgRoles: ['ORG_MEMBER'] },
      teamIds: [ACME.team0],
      username,
    }),
  )
  expect(gained).toEqual([event('ORG_INVITATION_DELETED', username, { targetUsername: username })])
  await expectGone(given, id, ORG_INVITES)
  expect(outcome(await given.owner.get(`/users/byName/${username}`))).toBe('404 USERNAME_NOT_FOUND')
  expect((await invitedToOrg(given, { username })).id).not.toBe(id)
})

inEveryDialect('declining a project’s invitation is recorded in the project', async (given) => {
  const { id, username } = await invitedToProject(given)
  const gained = await recorded(given, () => decline(given, id))
  expect(gained).toEqual([event('GROUP_INVITATION_DELETED', username, { targetUsername: username }, ACME.project0)])
  await expectGone(given, id, PROJECT_INVITES)
})

const DAYS_30 = 30 * 86_400_000

inEveryDialect('an invitation waits for 30 days less a millisecond, and is gone at the instant', async (given) => {
  const org = await invitedToOrg(given)
  const project = await invitedToProject(given)
  given.world.atrium.advance(DAYS_30 - 1)
  expect((await given.owner.get(`${ORG_INVITES}/${org.id}`)).text).toBe(org.answer.text)
  expect((await given.owner.get(`${PROJECT_INVITES}/${project.id}`)).text).toBe(project.answer.text)
  expect((await given.owner.get(`${ORG_INVITES}?username=${org.username}`)).text).toBe(`[${org.answer.text}]`)
  const gained = await recorded(given, async () => {
    given.world.atrium.advance(1)
    await expectGone(given, org.id, ORG_INVITES)
    await expectGone(given, project.id, PROJECT_INVITES)
    await expectGone(given, project.id, ORG_INVITES)
  })
  expect(gained).toEqual([])
})

inEveryDialect('a change by address does not reach an expired invitation', async (given) => {
  const org = await invitedToOrg(given)
  const project = await invitedToProject(given)
  given.world.atrium.advance(DAYS_30)
  for (const [path, { username }] of [
    [ORG_INVITES, org],
    [PROJECT_INVITES, project],
  ] as const) {
    expect(outcome(await given.owner.patch(path, { username }))).toBe('404 INVALID_INVITATION_ID')
  }
})

inEveryDialect(
  'an expired address can be invited again: a new id, new dates, and the old one stays dead',
  async (given) => {
    const old = await invitedToOrg(given)
    const oldProject = await invitedToProject(given)
    given.world.atrium.advance(DAYS_30)
    const again = await invitedToOrg(given, { username: old.username })
    const projectAgain = await invitedToProject(given, { username: oldProject.username })
    expect(again.id).not.toBe(old.id)
    expect(projectAgain.id).not.toBe(oldProject.id)
    expect(again.answer.at('createdAt')).toBe(old.answer.at('expiresAt'))
    await expectGone(given, old.id, ORG_INVITES)
    await expectGone(given, oldProject.id, PROJECT_INVITES)
    expect((await accept(given, again.id)).status).toBe(200)
  },
)

inEveryDialect('a project takes its invitations with it, and its roles out of others', async (given) => {
  const project = await newProject(given)
  const own = await invitedToProject(given, {}, project)
  const assignments = [
    { groupId: project, roles: ['GROUP_OWNER'] },
    { groupId: ACME.apollo, roles: ['GROUP_READ_ONLY'] },
  ]
  const promising = await invitedToOrg(given, given.isAtlas ? { groupRoleAssignments: assignments } : {})
  const gained = await recorded(given, () => given.owner.delete(`/groups/${project}`))
  expect(gained).toEqual([
    event('GROUP_INVITATION_DELETED', OWNER, { targetUsername: own.username }, project),
    event('GROUP_DELETED', OWNER, {}, project),
  ])
  expect(outcome(await given.owner.get(`${ORG_INVITES}/${own.id}`))).toBe('404 INVALID_INVITATION_ID')
  expect(outcome(await accept(given, own.id))).toBe('404 INVALID_INVITATION_ID')
  expect((await ledger.invitation(given.world.atrium.db, own.id)).status).toBe('REVOKED')
  const struck = await given.owner.get(`${ORG_INVITES}/${promising.id}`)
  const kept = given.isAtlas ? { groupRoleAssignments: [{ groupId: ACME.apollo, groupRole: 'GROUP_READ_ONLY' }] } : {}
  expect(struck.text).toBe(JSON.stringify({ ...JSON.parse(promising.answer.text), ...kept }))
  const joined = await accept(given, promising.id)
  expect(joined.status).toBe(200)
  expect(joined.text).not.toContain(project)
})

inEveryDialect('an invitation that has expired is not revoked when its project is deleted', async (given) => {
  const project = await newProject(given)
  const { id } = await invitedToProject(given, {}, project)
  given.world.atrium.advance(DAYS_30)
  const gained = await recorded(given, () => given.owner.delete(`/groups/${project}`))
  expect(gained).toEqual([event('GROUP_DELETED', OWNER, {}, project)])
  expect((await ledger.invitation(given.world.atrium.db, id)).status).not.toBe('REVOKED')
})

inEveryDialect('making a project is recorded', async (given) => {
  let id = ''
  const gained = await recorded(given, async () => {
    id = await newProject(given)
  })
  expect(gained).toEqual([event('GROUP_CREATED', OWNER, {}, id)])
})
