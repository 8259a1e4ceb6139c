// Invitations to a project by the old endpoint, and how the organization's endpoints show them: one row, two views.
import { expect } from 'vitest'
import { ACME, clientOf } from '../harness/case-seed.ts'
import {
  accept,
  cases,
  type Given,
  invitedToOrg,
  invitedToProject,
  invitesOf,
  newProject,
  ORG_INVITES,
  outcome,
  PROJECT_INVITES,
} from '../harness/cases.ts'
import type { Answer } from '../harness/world.ts'

const { inEveryDialect } = cases()

interface Shown {
  readonly id: string
  readonly username: string
  readonly roles: readonly string[]
}

const DATES = { createdAt: '2026-02-18T18:51:46Z', expiresAt: '2026-03-20T18:51:46Z' }

const shown = ({ isAtlas, href }: Given, { id, username, roles }: Shown) => ({
  ...DATES,
  groupId: ACME.project0,
  groupName: 'Project 0',
  id,
  inviterUsername: clientOf('owner').clientId,
  ...(isAtlas ? { links: [{ href: href(`${PROJECT_INVITES}/${id}`), rel: 'self' }] } : {}),
  roles,
  username,
})

function expectOrdinaryHeaders({ isAtlas, dialect }: Given, { headers }: Answer): void {
  expect(headers['content-type']).toBe(dialect.type)
  expect(headers['deprecation']).toBe(isAtlas ? 'Wed, 4 Oct 2023 00:00:00 GMT' : undefined)
  expect(headers['sunset']).toBe(isAtlas ? 'Thu, 1 Jul 2027 00:00:00 GMT' : undefined)
}

const idsOf = ({ text }: Answer): readonly string[] => JSON.parse(text).map(({ id }: { id: string }) => id)

inEveryDialect('a project invitation is made and answered in full', async (given) => {
  const username = given.address()
  const roles = ['GROUP_READ_ONLY', 'GROUP_OWNER']
  const answer = await given.owner.post(PROJECT_INVITES, { roles, username })
  expect(answer.status).toBe(given.isAtlas ? 200 : 201)
  expectOrdinaryHeaders(given, answer)
  expect(answer.text).toBe(JSON.stringify(shown(given, { id: answer.at('id'), username, roles })))
})

inEveryDialect('a project invitation reads the same alone and in a list', async (given) => {
  const { id, username, answer } = await invitedToProject(given)
  const alone = await given.owner.get(`${PROJECT_INVITES}/${id}`)
  expect([alone.status, alone.text]).toEqual([200, answer.text])
  expectOrdinaryHeaders(given, alone)
  const list = await given.owner.get(`${PROJECT_INVITES}?username=${username.toUpperCase()}`)
  expect([list.status, list.text]).toEqual([200, `[${answer.text}]`])
  expectOrdinaryHeaders(given, list)
})

inEveryDialect('a project’s list is by username and shows that project only', async (given) => {
  const [project, other] = [await newProject(given), await newProject(given)]
  const tag = given.world.next()
  const made = new Map<string, string>()
  for (const start of ['m', 'Z', 'a']) {
    const { id } = await invitedToProject(given, { username: `${start}${tag}@new.example` }, project)
    made.set(start, id)
  }
  await invitedToProject(given, {}, other)
  await invitedToOrg(given)
  expect(idsOf(await given.owner.get(invitesOf(project)))).toEqual(['a', 'm', 'Z'].map((start) => made.get(start)))
})

inEveryDialect('a project’s list can be narrowed to an address; what matches none is an empty list', async (given) => {
  const { id, username } = await invitedToProject(given)
  expect(idsOf(await given.owner.get(`${PROJECT_INVITES}?username=${username}`))).toEqual([id])
  for (const nobody of [given.address(), 'no-address', '%00']) {
    expect((await given.owner.get(`${PROJECT_INVITES}?username=${nobody}`)).text).toBe('[]')
  }
  expect(idsOf(await given.owner.get(`${PROJECT_INVITES}?username=`))).toContain(id)
})

inEveryDialect('a revoked project invitation is answered with nothing at all', async (given) => {
  const { id } = await invitedToProject(given)
  const answer = await given.owner.delete(`${PROJECT_INVITES}/${id}`)
  expect([answer.status, answer.text]).toEqual([204, ''])
  expectOrdinaryHeaders(given, answer)
  for (const path of [PROJECT_INVITES, ORG_INVITES]) {
    expect(outcome(await given.owner.get(`${path}/${id}`))).toBe('404 INVALID_INVITATION_ID')
  }
})

inEveryDialect('every project role of the service can be promised, and no other', async (given) => {
  const atlas = [
    ...['GROUP_OWNER', 'GROUP_REPLICA_SET_MANAGER', 'GROUP_CLUSTER_MANAGER', 'GROUP_CLUSTER_CREATOR'],
    ...['GROUP_CLUSTER_LOG_VIEWER', 'GROUP_CLUSTER_RESILIENCE_TESTER', 'GROUP_STREAM_PROCESSING_OWNER'],
    ...['GROUP_ACCESS_MANAGER', 'GROUP_DATA_ACCESS_ADMIN', 'GROUP_DATA_ACCESS_READ_WRITE'],
    ...['GROUP_DATA_ACCESS_READ_ONLY', 'GROUP_DATABASE_ACCESS_ADMIN', 'GROUP_BACKUP_MANAGER', 'GROUP_BACKUP_CREATOR'],
    ...['GROUP_BACKUP_RECOVERY_OPERATOR', 'GROUP_BACKUP_EXPORT_OPERATOR', 'GROUP_NETWORK_ACCESS_MANAGER'],
    ...['GROUP_OBSERVABILITY_VIEWER', 'GROUP_TRIGGER_MANAGER', 'GROUP_READ_ONLY', 'GROUP_INDEX_MANAGER'],
    ...['GROUP_SEARCH_INDEX_EDITOR', 'GROUP_REAL_TIME_PERFORMANCE_OPERATOR', 'GROUP_SUPPORT_ACCESS_MANAGER'],
    ...['GROUP_ALERTS_MANAGER', 'GROUP_MODEL_OWNER'],
  ]
  const cloudManager = [
    ...['GROUP_OWNER', 'GROUP_READ_ONLY', 'GROUP_USER_ADMIN', 'GROUP_DATA_ACCESS_ADMIN'],
    ...['GROUP_DATA_ACCESS_READ_WRITE', 'GROUP_DATA_ACCESS_READ_ONLY', 'GROUP_MONITORING_ADMIN'],
    ...['GROUP_BACKUP_ADMIN', 'GROUP_AUTOMATION_ADMIN'],
  ]
  const [known, others] = given.isAtlas ? [atlas, cloudManager] : [cloudManager, atlas]
  const { answer } = await invitedToProject(given, { roles: known })
  expect(answer.body).toMatchObject({ roles: known })
  for (const role of [...others.filter((name) => !known.includes(name)), 'GROUP_KING', 'group_owner']) {
    const refused = await given.owner.post(PROJECT_INVITES, { roles: [role], username: given.address() })
    expect(outcome(refused), role).toBe('400 INVALID_ENUM_VALUE')
  }
})

inEveryDialect('an organization role is refused at the project, of either service', async (given) => {
  for (const role of ['ORG_OWNER', 'ORG_MEMBER', 'ORG_STREAM_PROCESSING_ADMIN']) {
    const refused = await given.owner.post(PROJECT_INVITES, { roles: [role], username: given.address() })
    expect(outcome(refused), role).toBe('400 CANNOT_ADD_ORG_ROLE')
  }
})

inEveryDialect('the organization shows a project’s invitation in its own words', async (given) => {
  const roles = ['GROUP_READ_ONLY', 'GROUP_OWNER']
  const { id, username } = await invitedToProject(given, { roles })
  const seen = await given.owner.get(`${ORG_INVITES}/${id}`)
  const assignments = roles.map((groupRole) => ({ groupId: ACME.project0, groupRole }))
  const expected = {
    ...DATES,
    ...(given.isAtlas ? { groupRoleAssignments: assignments } : {}),
    id,
    inviterUsername: clientOf('owner').clientId,
    ...(given.isAtlas ? { links: [{ href: given.href(`${ORG_INVITES}/${id}`), rel: 'self' }] } : {}),
    orgId: ACME.id,
    orgName: ACME.name,
    roles: given.isAtlas ? ['ORG_MEMBER'] : roles,
    teamIds: [],
    username,
  }
  expect([seen.status, seen.text]).toEqual([200, JSON.stringify(expected)])
  const listed = await given.owner.get(`${ORG_INVITES}?username=${username}`)
  expect(listed.text).toBe(`[${seen.text}]`)
})

inEveryDialect('a project’s invitation is changed and revoked only through its project', async (given) => {
  const { id, username, answer } = await invitedToProject(given)
  const refusals = [
    await given.owner.patch(`${ORG_INVITES}/${id}`, { roles: ['ORG_OWNER'] }),
    await given.owner.delete(`${ORG_INVITES}/${id}`),
  ]
  for (const refusal of refusals) {
    expect(outcome(refusal)).toBe('400 CANNOT_DELETE_ORG_INVITATION')
    expect(refusal.body).toMatchObject({ parameters: [id] })
  }
  expect(outcome(await given.owner.patch(ORG_INVITES, { username, roles: ['ORG_OWNER'] }))).toBe(
    '404 INVALID_INVITATION_ID',
  )
  expect((await given.owner.get(`${PROJECT_INVITES}/${id}`)).text).toBe(answer.text)
})

inEveryDialect('an organization invitation is not the project’s, even if it promises a role there', async (given) => {
  if (!given.isAtlas) {
    const { id } = await invitedToOrg(given)
    expect(outcome(await given.owner.delete(`${PROJECT_INVITES}/${id}`))).toBe('404 INVALID_INVITATION_ID')
    return
  }
  const { id } = await invitedToOrg(given, {
    groupRoleAssignments: [{ groupId: ACME.project0, roles: ['GROUP_OWNER'] }],
  })
  expect(outcome(await given.owner.get(`${PROJECT_INVITES}/${id}`))).toBe('404 INVALID_INVITATION_ID')
  for (const refusal of [
    await given.owner.patch(`${PROJECT_INVITES}/${id}`, { roles: ['GROUP_OWNER'] }),
    await given.owner.delete(`${PROJECT_INVITES}/${id}`),
  ]) {
    expect(outcome(refusal)).toBe('400 CANNOT_DELETE_GROUP_INVITATION')
  }
  expect((await given.owner.get(PROJECT_INVITES)).text).not.toContain(id)
})

inEveryDialect('a project invitation of another project is not found here', async (given) => {
  const { id } = await invitedToProject(given, {}, await newProject(given))
  for (const answer of [
    await given.owner.get(`${PROJECT_INVITES}/${id}`),
    await given.owner.patch(`${PROJECT_INVITES}/${id}`, { roles: ['GROUP_OWNER'] }),
    await given.owner.delete(`${PROJECT_INVITES}/${id}`),
  ]) {
    expect(outcome(answer)).toBe('404 INVALID_INVITATION_ID')
  }
})

inEveryDialect('the organization stops showing a project’s invitation once the person is a member', async (given) => {
  const { id, username } = await invitedToProject(given)
  const other = await invitedToProject(given, { username }, await newProject(given))
  expect(idsOf(await given.owner.get(`${ORG_INVITES}?username=${username}`))).toEqual([id, other.id])
  expect((await accept(given, other.id)).status).toBe(200)
  expect((await given.owner.get(`${ORG_INVITES}?username=${username}`)).text).toBe('[]')
  expect(outcome(await given.owner.get(`${ORG_INVITES}/${id}`))).toBe('404 INVALID_INVITATION_ID')
  expect((await given.owner.get(`${PROJECT_INVITES}/${id}`)).status).toBe(200)
})

inEveryDialect('a member of the organization can be invited to a project', async (given) => {
  const project = await newProject(given)
  const { id } = await invitedToProject(given, { username: ACME.member.username }, project)
  expect((await given.owner.get(`${invitesOf(project)}/${id}`)).status).toBe(200)
  expect(outcome(await given.owner.get(`${ORG_INVITES}/${id}`))).toBe('404 INVALID_INVITATION_ID')
})
