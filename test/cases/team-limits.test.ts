// Limits on teams where they are on: one too many is refused, and what was full before stays as it was.
import { expect } from 'vitest'
import { ATLAS_LIMITS } from '../../src/domain/limits.ts'
import { ACME } from '../harness/case-seed.ts'
import { cases } from '../harness/cases.ts'
import { NEWER, TEAMS } from '../harness/team-cases.ts'
import { type Answer, DIALECTS, type World } from '../harness/world.ts'

const { onEveryEngine } = cases({
  limits: { ...ATLAS_LIMITS, teamsPerOrg: 4, teamsPerProject: 2, usersPerTeam: 2, teamsPerUser: 2 },
})

function ownerOf(world: World) {
  const [dialect] = DIALECTS
  if (!dialect) throw new Error('There is no dialect.')
  return world.client(dialect, 'owner')
}

const refused = ({ status, body }: Answer) => ({ status, said: [Object(body).errorCode, ...Object(body).parameters] })
const full = (...said: readonly unknown[]) => ({ status: 400, said })

const { member, owner: olive, laterOwner: otto } = ACME

onEveryEngine('teams, the people in them and the projects they are in are limited', async (world) => {
  const owner = ownerOf(world)
  const create = (name: string, usernames: readonly string[]) => owner.post(TEAMS, { name, usernames })
  const add = (teamId: string, id: string) => owner.post(`${TEAMS}/${teamId}/users`, [{ id }])
  const invite = async (username: string, teamIds: readonly string[]) => {
    const body = { roles: ['ORG_MEMBER'], teamIds, username }
    const id = (await owner.post(`/orgs/${ACME.id}/invites`, body)).at('id')
    return (BigInt(`0x${id}`) + 1n).toString(16)
  }
  const tooMany = await create('Three', [member.username, olive.username, otto.username])
  expect(refused(tooMany)).toEqual(full('MAX_USERS_PER_TEAM_EXCEEDED', 2, 'Three'))
  const first = (await create('First', [member.username, olive.username])).at('id')
  const second = (await create('Second', [member.username])).at('id')
  expect(refused(await create('Third', [otto.username]))).toEqual(full('MAX_TEAMS_PER_ORG_EXCEEDED', 4, 'Acme'))
  expect((await create('Second', [otto.username])).status).toBe(409)

  expect(refused(await add(first, otto.id))).toEqual(full('MAX_USERS_PER_TEAM_EXCEEDED', 2, 'First'))
  expect(refused(await add(ACME.team1, member.id))).toEqual(full('MAX_TEAMS_PER_USER_EXCEEDED', 2, member.username))

  const pending = await invite('pia@new.example', [ACME.team1, second])
  expect(refused(await add(second, otto.id))).toEqual(full('MAX_USERS_PER_TEAM_EXCEEDED', 2, 'Second'))
  const third = await owner.post(`${TEAMS}/${ACME.team0}:addUser`, { id: pending }, NEWER)
  expect(refused(third)).toEqual(full('MAX_TEAMS_PER_USER_EXCEEDED', 2, 'pia@new.example'))
  const other = await invite('paul@new.example', [])
  const crowded = await owner.post(`${TEAMS}/${first}:addUser`, { id: other }, NEWER)
  expect(refused(crowded)).toEqual(full('MAX_USERS_PER_TEAM_EXCEEDED', 2, 'First'))

  const path = `/groups/${ACME.apollo}/teams`
  const assignments = [first, second, ACME.team1].map((teamId) => ({ teamId, roleNames: ['GROUP_READ_ONLY'] }))
  expect(refused(await owner.post(path, assignments))).toEqual(full('MAX_TEAMS_PER_GROUP_EXCEEDED', 2, 'Apollo'))
  expect((await owner.get(path)).body).toMatchObject({ totalCount: 0 })
  expect((await owner.post(path, assignments.slice(1))).status).toBe(200)
  expect((await owner.get(TEAMS)).body).toMatchObject({ totalCount: 4 })
})

onEveryEngine('of several who take the last place in a team at once, one does', async (world) => {
  const owner = ownerOf(world)
  const places = [olive.id, otto.id].map((id) => owner.post(`${TEAMS}/${ACME.team0}/users`, [{ id }]))
  const statuses = (await Promise.all(places)).map(({ status }) => status)
  expect(statuses.toSorted()).toEqual([200, 400])
  expect((await owner.get(`${TEAMS}/${ACME.team0}/users`)).body).toMatchObject({ totalCount: 2 })
})
