// Changing and removing users of an organization: members at once, invited people in what they are promised.
import { expect } from 'vitest'
import { ACME, clientOf } from '../harness/case-seed.ts'
import {
  accept,
  cases,
  decline,
  type Given,
  invitedToOrg,
  invitedToProject,
  newProject,
  ORG_INVITES,
  outcome,
} from '../harness/cases.ts'
import * as ledger from '../harness/ledger.ts'
import { idAfter, NEW, ORG_USERS, shownUser, userOf } from '../harness/org-users.ts'
import { event, recorded } from '../harness/recorded.ts'
import { DIALECTS } from '../harness/world.ts'

const { inEveryDialect } = cases()

const V2 = DIALECTS.filter(({ name }) => name === 'v2')
const ATLAS = DIALECTS.filter(({ isAtlas }) => isAtlas)
const OWNER = clientOf('owner').clientId
const DAYS_30 = 30 * 86_400_000

interface Joined {
  readonly id: string
  readonly username: string
  readonly path: string
}

/** A member of Acme of the case's own. */
async function joined(given: Given, body: object = {}): Promise<Joined> {
  const { id, username } = await invitedToOrg(given, { ...body })
  const member = await accept(given, id)
  return { id: member.at('id'), username, path: `${ORG_USERS}/${member.at('id')}` }
}

inEveryDialect(
  'a change of a member replaces what it names, keeps the rest, and is recorded part by part',
  async (given) => {
    const { path, username } = await joined(given)
    const targetUsername = username
    const everything = {
      roles: {
        groupRoleAssignments: [{ groupId: ACME.apollo, groupRoles: ['GROUP_READ_ONLY', 'GROUP_OWNER'] }],
        orgRoles: ['ORG_READ_ONLY'],
      },
      teamIds: [ACME.team1],
    }
    let changed: unknown
    expect(
      await recorded(given, async () => {
        changed = (await given.owner.patch(path, everything, NEW)).body
      }),
    ).toEqual([
      event('USER_ROLES_CHANGED_AUDIT', OWNER, { targetUsername }),
      event('JOINED_GROUP', OWNER, { targetUsername }, ACME.apollo),
      event('JOINED_TEAM', OWNER, { targetUsername, teamId: ACME.team1 }),
    ])
    expect(changed).toMatchObject({
      orgMembershipStatus: 'ACTIVE',
      roles: {
        groupRoleAssignments: [{ groupId: ACME.apollo, groupRoles: ['GROUP_OWNER', 'GROUP_READ_ONLY'] }],
        orgRoles: ['ORG_READ_ONLY'],
      },
      teamIds: [ACME.team1],
    })
    expect(await recorded(given, () => given.owner.patch(path, everything, NEW))).toEqual([])
    const demoted = { roles: { groupRoleAssignments: [{ groupId: ACME.apollo, groupRoles: ['GROUP_READ_ONLY'] }] } }
    expect(await recorded(given, () => given.owner.patch(path, demoted, NEW))).toEqual([
      event('USER_ROLES_CHANGED_AUDIT', OWNER, { targetUsername }, ACME.apollo),
    ])
    const cleared = { roles: { groupRoleAssignments: [] }, teamIds: [] }
    expect(await recorded(given, () => given.owner.patch(path, cleared, NEW))).toEqual([
      event('REMOVED_FROM_GROUP', OWNER, { targetUsername }, ACME.apollo),
      event('REMOVED_FROM_TEAM', OWNER, { targetUsername, teamId: ACME.team1 }),
    ])
    expect((await given.owner.get(path, NEW)).body).toMatchObject({
      roles: { groupRoleAssignments: [], orgRoles: ['ORG_READ_ONLY'] },
      teamIds: [],
    })
  },
  V2,
)

inEveryDialect(
  'a change of somebody invited changes what they get, and they get it when they accept',
  async (given) => {
    const made = await given.owner.post(ORG_USERS, userOf(given.address()), NEW)
    const path = `${ORG_USERS}/${made.at('id')}`
    const targetUsername = made.at('username')
    const change = {
      roles: {
        groupRoleAssignments: [
          { groupId: ACME.apollo, groupRoles: ['GROUP_READ_ONLY'] },
          { groupId: ACME.apollo, groupRoles: ['GROUP_OWNER'] },
        ],
      },
      teamIds: [ACME.team0],
    }
    const promised = {
      roles: {
        groupRoleAssignments: [{ groupId: ACME.apollo, groupRoles: ['GROUP_READ_ONLY', 'GROUP_OWNER'] }],
        orgRoles: ['ORG_MEMBER'],
      },
      teamIds: [ACME.team0],
    }
    expect(
      await recorded(given, async () => {
        const changed = await given.owner.patch(path, change, NEW)
        expect(changed.body).toMatchObject({ ...promised, orgMembershipStatus: 'PENDING' })
      }),
    ).toEqual([event('USER_ROLES_CHANGED_AUDIT', OWNER, { targetUsername })])
    const invitation = idBefore(made.at('id'))
    expect((await accept(given, invitation)).body).toMatchObject({
      id: made.at('id'),
      orgMembershipStatus: 'ACTIVE',
      roles: {
        groupRoleAssignments: [{ groupId: ACME.apollo, groupRoles: ['GROUP_OWNER', 'GROUP_READ_ONLY'] }],
        orgRoles: ['ORG_MEMBER'],
      },
      teamIds: [ACME.team0],
    })
    expect((await given.owner.get(path, NEW)).body).toMatchObject({ orgMembershipStatus: 'ACTIVE' })
  },
  V2,
)

inEveryDialect(
  'roles are added and removed one by one, for members as for the invited, and one always stays',
  async (given) => {
    const member = await joined(given)
    const invited = await given.owner.post(ORG_USERS, userOf(given.address()), NEW)
    for (const path of [member.path, `${ORG_USERS}/${invited.at('id')}`]) {
      const add = (orgRole: string) => given.owner.post(`${path}:addRole`, { orgRole }, NEW)
      const remove = (orgRole: string) => given.owner.post(`${path}:removeRole`, { orgRole }, NEW)
      expect(outcome(await remove('ORG_MEMBER'))).toBe('403 NO_ROLES_IN_ASSIGNMENT')
      expect((await add('ORG_READ_ONLY')).body).toMatchObject({ roles: { orgRoles: ['ORG_MEMBER', 'ORG_READ_ONLY'] } })
      expect(await recorded(given, () => add('ORG_READ_ONLY'))).toEqual([])
      expect((await add('ORG_READ_ONLY')).status).toBe(200)
      expect((await remove('ORG_MEMBER')).body).toMatchObject({ roles: { orgRoles: ['ORG_READ_ONLY'] } })
      expect(await recorded(given, () => remove('ORG_MEMBER'))).toEqual([])
      expect(outcome(await remove('ORG_READ_ONLY'))).toBe('403 NO_ROLES_IN_ASSIGNMENT')
      expect(outcome(await add('ORG_JESTER'))).toBe('400 INVALID_ENUM_VALUE')
      expect(outcome(await add('GROUP_OWNER'))).toBe('400 CANNOT_ADD_GROUP_ROLE')
    }
  },
  ATLAS,
)

inEveryDialect(
  'the oldest operation sets all organization roles of a member, and knows nobody who is invited',
  async (given) => {
    const { path, username } = await joined(given)
    const change = { orgRoles: ['ORG_READ_ONLY', 'ORG_MEMBER'] }
    expect(
      await recorded(given, async () => {
        const answer = await given.owner.put(`${path}/roles`, change)
        expect(answer.body).toEqual({
          links: [{ href: given.href(`${path}/roles`), rel: 'self' }],
          orgRoles: ['ORG_MEMBER', 'ORG_READ_ONLY'],
        })
      }),
    ).toEqual([event('USER_ROLES_CHANGED_AUDIT', OWNER, { targetUsername: username })])
    const { id } = await invitedToOrg(given)
    expect(outcome(await given.owner.put(`${ORG_USERS}/${idAfter(id)}/roles`, change))).toBe('404 USER_NOT_IN_ORG')
  },
  ATLAS,
)

inEveryDialect('a removed member has gone with all roles and teams, and can come back', async (given) => {
  const { id, path, username } = await joined(given, { teamIds: [ACME.team1] })
  const guest = await invitedToProject(given, { username })
  expect(await ledger.tracesOf(given.world.atrium.db, id)).toHaveLength(4)
  expect(await recorded(given, () => given.owner.delete(path))).toEqual([
    event('REMOVED_FROM_ORG', OWNER, { targetUsername: username }),
  ])
  expect(await ledger.tracesOf(given.world.atrium.db, id)).toEqual([])
  expect(outcome(await given.owner.delete(path))).toBe('404 USER_NOT_IN_ORG')
  expect(outcome(await given.owner.get(`/users/byName/${username}`))).toBe('404 USERNAME_NOT_FOUND')
  const again = await invitedToOrg(given, { username })
  expect((await accept(given, again.id)).body).toMatchObject({ id, roles: { groupRoleAssignments: [] }, teamIds: [] })
  expect((await accept(given, guest.id)).status).toBe(200)
})

inEveryDialect(
  'the first version removes members only, the new one also withdraws invitations in every state',
  async (given) => {
    const pending = await invitedToOrg(given)
    const declined = await invitedToOrg(given)
    await decline(given, declined.id)
    for (const { id, username } of [pending, declined]) {
      const path = `${ORG_USERS}/${idAfter(id)}`
      expect(outcome(await given.owner.delete(path))).toBe('404 USER_NOT_IN_ORG')
      expect(
        await recorded(given, async () => {
          expect((await given.owner.delete(path, NEW)).status).toBe(204)
        }),
      ).toEqual([event('ORG_INVITATION_DELETED', OWNER, { targetUsername: username })])
      expect(outcome(await given.owner.delete(path, NEW))).toBe('404 USER_NOT_IN_ORG')
      expect(await shownUser(given, username, 'PENDING', 'INVITATION_REJECTED')).toBeUndefined()
    }
    expect(outcome(await accept(given, pending.id))).toBe('404 INVALID_INVITATION_ID')
  },
  V2,
)

inEveryDialect(
  'an expired invitation is shown as such when asked, changed by nobody, replaced or withdrawn',
  async (given) => {
    const { id, username } = await invitedToOrg(given)
    const withdrawn = await invitedToOrg(given)
    given.world.atrium.advance(DAYS_30)
    const path = `${ORG_USERS}/${idAfter(id)}`
    expect(await shownUser(given, username)).toBeUndefined()
    const expired = { id: idAfter(id), orgMembershipStatus: 'INVITATION_EXPIRED' }
    expect(await shownUser(given, username, 'INVITATION_EXPIRED')).toMatchObject(expired)
    for (const answer of [
      await given.owner.get(path, NEW),
      await given.owner.patch(path, { teamIds: [] }, NEW),
      await given.owner.post(`${path}:addRole`, { orgRole: 'ORG_OWNER' }, NEW),
      await given.owner.post(`${path}:removeRole`, { orgRole: 'ORG_OWNER' }, NEW),
    ]) {
      expect(outcome(answer)).toBe('404 USER_NOT_IN_ORG')
    }
    const again = await given.owner.post(ORG_USERS, userOf(username), NEW)
    expect(again.status).toBe(201)
    expect(await shownUser(given, username, 'INVITATION_EXPIRED')).toBeUndefined()
    expect(await shownUser(given, withdrawn.username, 'INVITATION_EXPIRED')).toBeDefined()
    expect((await given.owner.delete(`${ORG_USERS}/${idAfter(withdrawn.id)}`, NEW)).status).toBe(204)
    expect(await shownUser(given, withdrawn.username, 'INVITATION_EXPIRED')).toBeUndefined()
  },
  V2,
)

inEveryDialect(
  'accepting the organization accepts the old invitations of the projects that it grants, and no others',
  async (given) => {
    const projectId = await newProject(given)
    const username = given.address()
    const inside = await invitedToProject(given, { username, roles: ['GROUP_OWNER'] }, projectId)
    const outside = await invitedToProject(given, { username })
    const made = await given.owner.post(
      ORG_USERS,
      userOf(username, [{ groupId: projectId, groupRoles: ['GROUP_READ_ONLY'] }]),
      NEW,
    )
    expect((await accept(given, idBefore(made.at('id')))).body).toMatchObject({
      id: made.at('id'),
      roles: { groupRoleAssignments: [{ groupId: projectId, groupRoles: ['GROUP_OWNER', 'GROUP_READ_ONLY'] }] },
    })
    expect(outcome(await given.owner.get(`/groups/${projectId}/invites/${inside.id}`))).toBe(
      '404 INVALID_INVITATION_ID',
    )
    expect((await given.owner.get(`/groups/${ACME.project0}/invites/${outside.id}`)).status).toBe(200)
  },
  V2,
)

inEveryDialect(
  'accepting one project’s old invitation accepts the organization’s, with the projects that it grants',
  async (given) => {
    const projectId = await newProject(given)
    const username = given.address()
    const accepted = await invitedToProject(given, { username })
    const inside = await invitedToProject(given, { username, roles: ['GROUP_OWNER'] }, projectId)
    const made = await given.owner.post(
      ORG_USERS,
      userOf(username, [{ groupId: projectId, groupRoles: ['GROUP_READ_ONLY'] }]),
      NEW,
    )
    expect((await accept(given, accepted.id)).at('id')).toBe(made.at('id'))
    expect(await shownUser(given, username)).toMatchObject({ orgMembershipStatus: 'ACTIVE' })
    for (const id of [inside.id, idBefore(made.at('id'))]) {
      expect(outcome(await accept(given, id))).toBe('404 INVALID_INVITATION_ID')
    }
    expect((await given.owner.get(ORG_INVITES)).text).not.toContain(username)
  },
  V2,
)

const idBefore = (id: string): string => (BigInt(`0x${id}`) - 1n).toString(16).padStart(24, '0')
