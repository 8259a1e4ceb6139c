// Invitations to an organization: what each of the six operations answers, key by key.
import { expect } from 'vitest'
import { ACME, clientOf } from '../harness/case-seed.ts'
import {
  cases,
  type Given,
  invitedToOrg,
  invitedToProject,
  newProject,
  ORG_INVITES,
  outcome,
  PROJECT_INVITES,
} from '../harness/cases.ts'
import * as ledger from '../harness/ledger.ts'
import { type Answer, DIALECTS } from '../harness/world.ts'

const { inEveryDialect } = cases()

interface Shown {
  readonly id: string
  readonly username: string
  readonly roles: readonly string[]
  readonly teamIds?: readonly string[]
  readonly groupRoleAssignments?: readonly object[]
}

/** The one spelling of an invitation: keys in alphabetical order, dates to the second, 30 days apart. */
function shown({ isAtlas, href }: Given, { id, username, roles, teamIds = [], groupRoleAssignments = [] }: Shown) {
  return {
    createdAt: '2026-02-18T18:51:46Z',
    expiresAt: '2026-03-20T18:51:46Z',
    ...(isAtlas ? { groupRoleAssignments } : {}),
    id,
    inviterUsername: clientOf('owner').clientId,
    ...(isAtlas ? { links: [{ href: href(`${ORG_INVITES}/${id}`), rel: 'self' }] } : {}),
    orgId: ACME.id,
    orgName: ACME.name,
    roles,
    teamIds,
    username,
  }
}

const DEPRECATED = 'Wed, 19 Feb 2025 00:00:00 GMT'
const SUNSET = 'Thu, 1 Jul 2027 00:00:00 GMT'

function expectOrdinaryHeaders({ isAtlas, dialect }: Given, { headers }: Answer): void {
  expect(headers['content-type']).toBe(dialect.type)
  expect(headers['deprecation']).toBe(isAtlas ? DEPRECATED : undefined)
  expect(headers['sunset']).toBe(isAtlas ? SUNSET : undefined)
  expect(headers['cache-control']).toBe('no-store')
  expect(headers['strict-transport-security']).toBe(isAtlas ? undefined : 'max-age=300')
}

inEveryDialect('an invitation is made and answered in full', async (given) => {
  const username = given.address()
  const answer = await given.owner.post(ORG_INVITES, { roles: ['ORG_READ_ONLY', 'ORG_MEMBER'], username })
  expect(answer.status).toBe(given.isAtlas ? 200 : 201)
  expectOrdinaryHeaders(given, answer)
  const roles = ['ORG_READ_ONLY', 'ORG_MEMBER']
  expect(answer.text).toBe(JSON.stringify(shown(given, { id: answer.at('id'), username, roles })))
})

inEveryDialect('an invitation reads the same when it is asked for', async (given) => {
  const { id, answer } = await invitedToOrg(given, { roles: ['ORG_OWNER'], teamIds: [ACME.team1, ACME.team0] })
  const read = await given.owner.get(`${ORG_INVITES}/${id}`)
  expect(read.status).toBe(200)
  expectOrdinaryHeaders(given, read)
  expect(read.text).toBe(answer.text)
})

inEveryDialect('teams and project roles are promised with the invitation', async (given) => {
  const username = given.address()
  const assignments = [
    { groupId: ACME.apollo, roles: ['GROUP_READ_ONLY', 'GROUP_OWNER'] },
    { groupId: ACME.project0, roles: ['GROUP_OWNER'] },
  ]
  const body = { roles: ['ORG_MEMBER'], teamIds: [ACME.team0], username }
  const answer = await given.owner.post(ORG_INVITES, {
    ...body,
    ...(given.isAtlas ? { groupRoleAssignments: assignments } : {}),
  })
  const groupRoleAssignments = [
    { groupId: ACME.apollo, groupRole: 'GROUP_READ_ONLY' },
    { groupId: ACME.apollo, groupRole: 'GROUP_OWNER' },
    { groupId: ACME.project0, groupRole: 'GROUP_OWNER' },
  ]
  const expected = shown(given, { id: answer.at('id'), ...body, groupRoleAssignments })
  expect(answer.text).toBe(JSON.stringify(expected))
})

inEveryDialect('only Atlas knows project roles in an organization invitation', async (given) => {
  const answer = await given.owner.post(ORG_INVITES, {
    groupRoleAssignments: [],
    roles: ['ORG_MEMBER'],
    username: given.address(),
  })
  if (given.isAtlas) expect(answer.status).toBe(200)
  else {
    expect(outcome(answer)).toBe('400 INVALID_ATTRIBUTE')
    expect(answer.body).toMatchObject({ parameters: ['groupRoleAssignments'] })
  }
})

inEveryDialect('a list is a bare array, by username and then by id', async (given) => {
  const tag = given.world.next()
  const names = ['b', 'A', 'c', 'a_', 'a-'].map((start) => `${start}${tag}@order.example`)
  for (const username of names) await invitedToOrg(given, { username })
  const project = await newProject(given)
  const both = await invitedToProject(given, { username: `b${tag}@order.example` }, project)
  const answer = await given.owner.get(ORG_INVITES)
  expect(answer.status).toBe(200)
  expectOrdinaryHeaders(given, answer)
  const listed = asList(answer).filter(({ username }) => username.endsWith(`${tag}@order.example`))
  const order = ['a-', 'a', 'a_', 'b', 'b', 'c'].map((start) => `${start}${tag}@order.example`)
  expect(listed.map(({ username }) => username)).toEqual(order.toSorted())
  expect(listed.findLast(({ username }) => username.startsWith('b'))?.id).toBe(both.id)
  const all = asList(answer)
  expect(all.map(({ username, id }) => `${username} ${id}`)).toEqual(
    all.map(({ username, id }) => `${username} ${id}`).toSorted(),
  )
})

inEveryDialect('an entry of a list is what asking for it alone answers', async (given) => {
  const { id, username } = await invitedToOrg(given)
  const alone = await given.owner.get(`${ORG_INVITES}/${id}`)
  const list = await given.owner.get(`${ORG_INVITES}?username=${encodeURIComponent(username)}`)
  expect(list.text).toBe(`[${alone.text}]`)
})

inEveryDialect('a list can be narrowed to one address, in any case of letters', async (given) => {
  const { id, username } = await invitedToOrg(given)
  for (const spelling of [username, username.toUpperCase(), username.replace('@', '%40')]) {
    const answer = await given.owner.get(`${ORG_INVITES}?username=${spelling}`)
    expect(asList(answer).map((entry) => entry.id)).toEqual([id])
  }
})

inEveryDialect('an address that nobody was invited under, or that is none, gives an empty list', async (given) => {
  for (const username of [given.address(), 'no-address', '%00', 'a@b@c', ACME.member.username]) {
    const answer = await given.owner.get(`${ORG_INVITES}?username=${username}`)
    expect([answer.status, answer.text]).toEqual([200, '[]'])
  }
})

inEveryDialect('an empty filter is no filter', async (given) => {
  await invitedToOrg(given)
  const all = await given.owner.get(ORG_INVITES)
  const unfiltered = await given.owner.get(`${ORG_INVITES}?username=`)
  expect(asList(all).length).toBeGreaterThan(0)
  expect(unfiltered.text).toBe(all.text)
})

inEveryDialect('a revoked invitation is answered with nothing at all', async (given) => {
  const { id } = await invitedToOrg(given)
  const answer = await given.owner.delete(`${ORG_INVITES}/${id}`)
  expect([answer.status, answer.text]).toEqual([204, ''])
  expectOrdinaryHeaders(given, answer)
  expect(answer.headers['content-length']).toBeUndefined()
  expect(outcome(await given.owner.get(`${ORG_INVITES}/${id}`))).toBe('404 INVALID_INVITATION_ID')
})

inEveryDialect('roles keep the order in which they were asked for', async (given) => {
  const orders = [
    ['ORG_READ_ONLY', 'ORG_OWNER', 'ORG_MEMBER'],
    ['ORG_MEMBER', 'ORG_READ_ONLY', 'ORG_OWNER'],
  ]
  for (const roles of orders) {
    const { answer } = await invitedToOrg(given, { roles })
    expect(answer.body).toMatchObject({ roles })
  }
})

inEveryDialect('every role of the catalogue can be promised, and no other', async (given) => {
  const common = ['ORG_OWNER', 'ORG_MEMBER', 'ORG_GROUP_CREATOR', 'ORG_BILLING_ADMIN', 'ORG_BILLING_READ_ONLY']
  const own = given.isAtlas ? ['ORG_STREAM_PROCESSING_ADMIN'] : []
  const roles = [...common, ...own, 'ORG_READ_ONLY']
  const { answer } = await invitedToOrg(given, { roles })
  expect(answer.body).toMatchObject({ roles })
  const unknown = ['ORG_TEAM_MEMBERS_ADMIN', 'org_owner', 'ORG_', 'OWNER', 'GLOBAL_OWNER', '']
  for (const role of [...unknown, ...(given.isAtlas ? [] : ['ORG_STREAM_PROCESSING_ADMIN'])]) {
    const refused = await given.owner.post(ORG_INVITES, { roles: ['ORG_MEMBER', role], username: given.address() })
    expect(outcome(refused), role).toBe('400 INVALID_ENUM_VALUE')
    expect(refused.body).toMatchObject({ detail: expect.stringMatching(/^Invalid role/), parameters: [role] })
  }
})

inEveryDialect('a project role is refused at the organization, of either service', async (given) => {
  for (const role of ['GROUP_OWNER', 'GROUP_CLUSTER_MANAGER', 'GROUP_USER_ADMIN', 'GROUP_MONITORING_ADMIN']) {
    const refused = await given.owner.post(ORG_INVITES, { roles: [role], username: given.address() })
    expect(outcome(refused), role).toBe('400 CANNOT_ADD_GROUP_ROLE')
  }
})

inEveryDialect('what one dialect writes every dialect reads, roles of the other service too', async (given) => {
  const roles = given.isAtlas ? ['ORG_STREAM_PROCESSING_ADMIN', 'ORG_MEMBER'] : ['ORG_MEMBER']
  const projectRoles = given.isAtlas ? ['GROUP_CLUSTER_MANAGER'] : ['GROUP_MONITORING_ADMIN']
  const org = await invitedToOrg(given, { roles, teamIds: [ACME.team0] })
  const project = await invitedToProject(given, { roles: projectRoles })
  for (const dialect of DIALECTS) {
    const reader = given.world.client(dialect, 'owner')
    expect((await reader.get(`${ORG_INVITES}/${org.id}`)).body).toMatchObject({
      id: org.id,
      roles,
      teamIds: [ACME.team0],
    })
    const expected = { id: project.id, roles: projectRoles, username: project.username }
    expect((await reader.get(`${PROJECT_INVITES}/${project.id}`)).body).toMatchObject(expected)
  }
})

inEveryDialect('an address is stored and shown in lower case, with nothing else folded', async (given) => {
  const tag = given.world.next()
  const { answer } = await invitedToOrg(given, { username: `First.Last+Tag${tag}@Sub.Example.ORG` })
  expect(answer.body).toMatchObject({ username: `first.last+tag${tag}@sub.example.org` })
  const other = await invitedToOrg(given, { username: `firstlast+tag${tag}@sub.example.org` })
  expect(other.id).not.toBe(answer.at('id'))
})

inEveryDialect('the person that waits has the id after the invitation’s', async (given) => {
  const { id } = await invitedToOrg(given)
  const row = await ledger.invitation(given.world.atrium.db, id)
  expect(BigInt(`0x${row.viewId}`)).toBe(BigInt(`0x${id}`) + 1n)
  expect(row.expiresAt - row.createdAt).toBe(30 * 86_400_000)
})

interface Listed {
  readonly id: string
  readonly username: string
}

const asList = ({ text }: Answer): readonly Listed[] => JSON.parse(text)
