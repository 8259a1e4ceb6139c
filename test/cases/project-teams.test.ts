// Teams in projects: assigned with roles, which everybody in the team holds from the next request on.
import { expect } from 'vitest'
import type { OrgId, ProjectId, UserId } from '../../src/domain/ids.ts'
import { isObjectId } from '../../src/domain/ids.ts'
import { ofPerson } from '../../src/store/role-assignments.ts'
import { ACME, STRANGER } from '../harness/case-seed.ts'
import { cases, type Given, leavesNothing, newProject, outcome } from '../harness/cases.ts'
import { eventsOf, newTeam } from '../harness/team-cases.ts'

const { inEveryDialect } = cases()

const { member } = ACME
const READ_ONLY = ['GROUP_READ_ONLY']
const APOLLO = `/groups/${ACME.apollo}/teams`
const PROJECT_0 = `/groups/${ACME.project0}/teams`

const shown = ({ href }: Given, project: string, teamId: string, roleNames: readonly string[]) => ({
  links: [{ href: href(`/groups/${project}/teams/${teamId}`), rel: 'self' }],
  roleNames,
  teamId,
})

/** What Mia may do in a project, teams included. */
async function effectiveRoles({ world }: Given, project: string): Promise<readonly string[]> {
  const [orgId, userId] = [ACME.id, member.id]
  if (!isObjectId<OrgId>(orgId) || !isObjectId<UserId>(userId) || !isObjectId<ProjectId>(project)) return []
  return (await ofPerson(world.atrium.db.read, orgId, userId)).projectRoles.get(project) ?? []
}

inEveryDialect('teams are assigned with roles in one request, and none of them is one too', async (given) => {
  const project = await newProject(given)
  const path = `/groups/${project}/teams`
  const [first, second] = [await newTeam(given), await newTeam(given)]
  const body = [
    { teamId: first.id, roleNames: ['GROUP_READ_ONLY', 'GROUP_DATA_ACCESS_READ_ONLY'], links: [] },
    { teamId: second.id, roleNames: READ_ONLY },
  ]
  const answer = await given.owner.post(path, body)
  expect(answer.status).toBe(200)
  const roles = Object(answer.body).results[0].roleNames
  expect([...roles].toSorted()).toEqual(['GROUP_DATA_ACCESS_READ_ONLY', 'GROUP_READ_ONLY'])
  const results = [shown(given, project, first.id, roles), shown(given, project, second.id, READ_ONLY)]
  const links = [{ href: given.href(`${path}?pageNum=1&itemsPerPage=100`), rel: 'self' }]
  expect(answer.text).toBe(JSON.stringify({ links, results, totalCount: 2 }))
  expect((await given.owner.post(path, [])).text).toBe(answer.text)
  expect(Object((await given.owner.get(path)).body)).toMatchObject({ results, totalCount: 2 })
  const page = await given.owner.get(`${path}?pageNum=2&itemsPerPage=1`)
  expect(Object(page.body)).toMatchObject({ results: [results[1]], totalCount: 2 })
  expect((await given.owner.get(`${path}/${second.id}`)).text).toBe(JSON.stringify(results[1]))
  expect((await eventsOf(given, first.id)).slice(2)).toEqual([`TEAM_ADDED_TO_GROUP ${project}`])
  expect(await effectiveRoles(given, project)).toEqual(['GROUP_DATA_ACCESS_READ_ONLY', 'GROUP_READ_ONLY'])
})

inEveryDialect('what cannot be assigned leaves nothing', async (given) => {
  const { id } = await newTeam(given)
  const there = await newTeam(given)
  await given.owner.post(APOLLO, [{ teamId: there.id, roleNames: READ_ONLY }])
  const add = async (...assignments: readonly object[]) =>
    outcome(await given.owner.post(APOLLO, [{ teamId: id, roleNames: READ_ONLY }, ...assignments]))
  await leavesNothing(given, async () => {
    expect(await add({ teamId: there.id, roleNames: READ_ONLY })).toBe('409 TEAM_EXISTS_IN_GROUP')
    expect(await add({ teamId: id, roleNames: READ_ONLY })).toBe('400 INVALID_ATTRIBUTE')
    expect(await add({ teamId: STRANGER.team, roleNames: READ_ONLY })).toBe('404 TEAM_NOT_FOUND')
    expect(await add({ teamId: 'xyz', roleNames: READ_ONLY })).toBe('404 INVALID_TEAM_ID')
    expect(await add({ teamId: ACME.team1, roleNames: [] })).toBe('400 MISSING_ATTRIBUTE')
    expect(await add({ teamId: ACME.team1 })).toBe('400 MISSING_ATTRIBUTE')
    expect(await add({ roleNames: READ_ONLY })).toBe('400 MISSING_ATTRIBUTE')
    expect(await add({ teamId: ACME.team1, roleNames: ['GROUP_JESTER'] })).toBe('400 INVALID_ENUM_VALUE')
    expect(await add({ teamId: ACME.team1, roleNames: ['ORG_OWNER'] })).toBe('400 CANNOT_ADD_ORG_ROLE')
    expect(await add({ teamId: ACME.team1, roleNames: [...READ_ONLY, ...READ_ONLY] })).toBe('400 INVALID_ATTRIBUTE')
    expect(outcome(await given.owner.post(APOLLO, {}))).toBe('400 INVALID_JSON')
  })
})

inEveryDialect('the roles of a team are replaced, and the answer is a page of it alone', async (given) => {
  const { id } = await newTeam(given)
  const other = await newTeam(given)
  const path = `${APOLLO}/${id}`
  const roleNames = ['GROUP_OWNER']
  await given.owner.post(APOLLO, [{ teamId: id, roleNames: READ_ONLY }])
  await given.owner.post(APOLLO, [{ teamId: other.id, roleNames: READ_ONLY }])
  const answer = await given.owner.patch(path, { roleNames, teamId: id, links: [] })
  const links = [{ href: given.href(`${path}?pageNum=1&itemsPerPage=100`), rel: 'self' }]
  const results = [shown(given, ACME.apollo, id, roleNames)]
  expect([answer.status, answer.text]).toEqual([200, JSON.stringify({ links, results, totalCount: 1 })])
  expect((await given.owner.get(path)).body).toEqual(results[0])
  expect((await given.owner.patch(path, { roleNames })).text).toBe(answer.text)
  // What the Go SDK sends whose caller names no team in the body.
  expect((await given.owner.patch(path, { roleNames, teamId: '' })).text).toBe(answer.text)
  expect((await eventsOf(given, id)).slice(2)).toEqual([
    `TEAM_ADDED_TO_GROUP ${ACME.apollo}`,
    `TEAM_ROLES_MODIFIED ${ACME.apollo}`,
  ])
  await leavesNothing(given, async () => {
    const patch = async (body: object) => outcome(await given.owner.patch(path, body))
    expect(await patch({ roleNames, teamId: other.id })).toBe('400 ATTRIBUTE_READ_ONLY')
    expect(await patch({ roleNames: [] })).toBe('400 MISSING_ATTRIBUTE')
    expect(await patch({})).toBe('400 MISSING_ATTRIBUTE')
    expect(await patch({ roleNames: ['GROUP_JESTER'] })).toBe('400 INVALID_ENUM_VALUE')
  })
})

inEveryDialect('a team is removed from one project and stays in the others', async (given) => {
  const { id } = await newTeam(given)
  for (const path of [APOLLO, PROJECT_0]) await given.owner.post(path, [{ teamId: id, roleNames: READ_ONLY }])
  expect((await given.owner.delete(`${APOLLO}/${id}`)).status).toBe(204)
  expect(outcome(await given.owner.get(`${APOLLO}/${id}`))).toBe('404 TEAM_NOT_IN_GROUP')
  expect((await given.owner.get(`${PROJECT_0}/${id}`)).status).toBe(200)
  expect((await eventsOf(given, id)).at(-1)).toBe(`TEAM_REMOVED_FROM_GROUP ${ACME.apollo}`)
  await leavesNothing(given, async () => {
    expect(outcome(await given.owner.delete(`${APOLLO}/${id}`))).toBe('404 TEAM_NOT_IN_GROUP')
    expect(outcome(await given.owner.patch(`${APOLLO}/${id}`, { roleNames: READ_ONLY }))).toBe('404 TEAM_NOT_IN_GROUP')
    for (const unknown of [STRANGER.team, '0123456789abcdef01234567']) {
      expect(outcome(await given.owner.get(`${APOLLO}/${unknown}`))).toBe('404 TEAM_NOT_FOUND')
      expect(outcome(await given.owner.delete(`${APOLLO}/${unknown}`))).toBe('404 TEAM_NOT_FOUND')
      expect(outcome(await given.owner.patch(`${APOLLO}/${unknown}`, { roleNames: READ_ONLY }))).toBe(
        '404 TEAM_NOT_FOUND',
      )
    }
  })
})

inEveryDialect('a deleted project takes the roles of its teams along', async (given) => {
  const project = await newProject(given)
  const { id, path } = await newTeam(given)
  await given.owner.post(`/groups/${project}/teams`, [{ teamId: id, roleNames: READ_ONLY }])
  await given.owner.delete(`/groups/${project}`)
  expect(await effectiveRoles(given, project)).toEqual([])
  expect((await given.owner.delete(path)).status).toBe(204)
})

inEveryDialect('access managers assign teams, but cannot make owners of them', async (given) => {
  const { id } = await newTeam(given)
  const manager = given.as(given.isAtlas ? 'accessManager' : 'projectUserAdmin')
  const owners = { roleNames: [...READ_ONLY, 'GROUP_OWNER'] }
  await leavesNothing(given, async () => {
    expect(outcome(await manager.post(PROJECT_0, [{ teamId: id, ...owners }]))).toBe('401 USER_UNAUTHORIZED')
    for (const name of ['projectReader', 'otherProjectOwner', 'member'] as const) {
      const answer = await given.as(name).post(PROJECT_0, [{ teamId: id, roleNames: READ_ONLY }])
      expect(outcome(answer)).toBe('401 USER_UNAUTHORIZED')
    }
  })
  expect((await manager.post(PROJECT_0, [{ teamId: id, roleNames: READ_ONLY }])).status).toBe(200)
  await leavesNothing(given, async () => {
    expect(outcome(await manager.patch(`${PROJECT_0}/${id}`, owners))).toBe('401 USER_UNAUTHORIZED')
  })
  expect((await given.as('projectOwner').patch(`${PROJECT_0}/${id}`, owners)).status).toBe(200)
  expect((await given.as('projectReader').get(`${PROJECT_0}/${id}`)).status).toBe(200)
  expect((await manager.delete(`${PROJECT_0}/${id}`)).status).toBe(204)
})

inEveryDialect('of assigning one team several times at once, one succeeds', async (given) => {
  const { id } = await newTeam(given)
  const add = async () => outcome(await given.owner.post(APOLLO, [{ teamId: id, roleNames: READ_ONLY }]))
  const outcomes = await Promise.all([add(), add(), add()])
  expect(outcomes.toSorted()).toEqual(['200', '409 TEAM_EXISTS_IN_GROUP', '409 TEAM_EXISTS_IN_GROUP'])
})

inEveryDialect('a project deleted while a team is assigned to it leaves no role behind', async (given) => {
  const project = await newProject(given)
  const { id, path } = await newTeam(given)
  const [assigned] = await Promise.all([
    given.owner.post(`/groups/${project}/teams`, [{ teamId: id, roleNames: READ_ONLY }]),
    given.owner.delete(`/groups/${project}`),
  ])
  expect(['200', '404 GROUP_NOT_FOUND']).toContain(outcome(assigned))
  expect((await given.owner.delete(path)).status).toBe(204)
})
