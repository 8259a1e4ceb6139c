// A declined invitation can be undone, but it is no way back in for somebody whom the organization has turned out since.
import { sql } from 'kysely'
import { expect } from 'vitest'
import { ACME } from '../harness/case-seed.ts'
import { cases, type Given, invitedToProject, ORG_INVITES } from '../harness/cases.ts'
import { BO, linked, linkedByPerson, linkTo, person } from '../harness/links.ts'
import { DIALECTS, type World } from '../harness/world.ts'

const { inEveryDialect } = cases({ trustedProxies: ['127.0.0.1'] })
const V2 = DIALECTS.filter(({ name }) => name === 'v2')
const NEW = { Accept: 'application/vnd.atlas.2025-02-19+json' }

const onEveryEngine = (sentence: string, run: (given: Given) => Promise<void>): void =>
  inEveryDialect(sentence, run, V2)

const idOf = async ({ owner }: Given, username: string): Promise<string> =>
  (await owner.get(`/users/byName/${username}`)).at('id')

const undoing = async ({ world }: Given, path: string): Promise<number> =>
  (await person(world).send(`${path}/undo`)).status

onEveryEngine('a refusal cannot be undone once a later invitation has been revoked', async (given) => {
  const first = await linked(given)
  await person(given.world).send(`${first.path}/decline`)
  const second = await linked(given, { username: first.username })
  expect((await given.owner.delete(`${ORG_INVITES}/${second.id}`)).status).toBeLessThan(300)
  expect(await undoing(given, first.path)).toBe(409)
  expect((await person(given.world).send(`${first.path}/accept`, BO)).status).toBe(409)
})

onEveryEngine('whoever was removed from the organization cannot come back by what they declined', async (given) => {
  const toProject = await invitedToProject(given)
  const { username } = toProject
  const { path } = await linkTo(given.world, username)
  await person(given.world).send(`${path}/decline`)
  const toOrg = await linked(given, { username })
  expect((await person(given.world).send(`${toOrg.path}/accept`, BO)).status).toBe(303)
  const removed = await given.owner.delete(`/orgs/${ACME.id}/users/${await idOf(given, username)}`)
  expect(removed.status).toBeLessThan(300)
  expect(await undoing(given, path)).toBe(409)
})

onEveryEngine('whoever was removed from a project cannot come back by what they declined', async (given) => {
  const { world, owner } = given
  for (const turnOut of [
    (id: string) => owner.delete(`/groups/${ACME.project0}/users/${id}`, NEW),
    (id: string) => owner.patch(`/orgs/${ACME.id}/users/${id}`, { roles: { groupRoleAssignments: [] } }, NEW),
  ]) {
    const { username } = await invitedToProject(given)
    const { path } = await linkTo(world, username)
    await person(world).send(`${path}/decline`)
    const toOrg = await linked(given, { username })
    await person(world).send(`${toOrg.path}/accept`, BO)
    const added = await owner.post(`/groups/${ACME.project0}/users`, { username, roles: ['GROUP_OWNER'] }, NEW)
    expect(added.status).toBe(201)
    expect((await turnOut(await idOf(given, username))).status).toBeLessThan(300)
    expect(await undoing(given, path)).toBe(409)
  }
})

const gathered = async ({ atrium }: World, id: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ ids: string }>`
    select invitation_ids as ids from outbox where kind = 'answered' and invitation_ids like ${`%${id}%`}`.execute(
    atrium.db.read.q,
  )
  return rows.map(({ ids }) => ids)
}

onEveryEngine(
  'who changes their mind over and over is stopped, and adds nothing to the inviter’s mail',
  async (given) => {
    const { id, path } = await linkedByPerson(given)
    const bo = person(given.world)
    const statuses: number[] = []
    for (let round = 0; round < 25; round += 1) {
      await bo.send(`${path}/decline`)
      statuses.push((await bo.send(`${path}/undo`)).status)
    }
    expect(statuses.slice(0, 5)).toEqual([303, 303, 303, 303, 303])
    expect(statuses.at(-1)).toBe(429)
    for (const ids of await gathered(given.world, id)) expect(ids.split(id)).toHaveLength(2)
  },
)
