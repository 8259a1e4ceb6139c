// Teams of an organization: made of members, found, renamed and deleted.
import { expect } from 'vitest'
import { ACME, GUEST, STRANGER } from '../harness/case-seed.ts'
import { accept, cases, type Given, invitedToOrg, leavesNothing, ORG_INVITES, outcome } from '../harness/cases.ts'
import { eventsOf, NEWER, newMember, newTeam, TEAMS } from '../harness/team-cases.ts'

const { inEveryDialect } = cases()

const { member, owner, teammate } = ACME
const self = ({ href }: Given, id: string) => [{ href: href(`${TEAMS}/${id}`), rel: 'self' }]

inEveryDialect('a team is made of members and answers who they are, once', async (given) => {
  const { id, name, path, answer } = await newTeam(given, [teammate.username, 'MIA@acme.example'])
  expect(answer.status).toBe(201)
  expect(answer.headers['content-type']).toBe(given.dialect.type)
  const location = given.isAtlas ? `${given.world.atrium.url}/orgs/${ACME.id}/teams/${id}` : undefined
  expect(answer.headers['location']).toBe(location)
  const usernames = [teammate.username, member.username]
  expect(answer.text).toBe(JSON.stringify({ id, links: self(given, id), name, usernames }))
  const shown = JSON.stringify({ id, links: self(given, id), name })
  expect((await given.as('member').get(path)).text).toBe(shown)
  expect((await given.as('member').get(`${TEAMS}/byName/${encodeURIComponent(name)}`)).text).toBe(shown)
  expect(await eventsOf(given, id)).toEqual([
    `JOINED_TEAM ${teammate.username}`,
    `JOINED_TEAM ${member.username}`,
    'TEAM_CREATED',
  ])
})

inEveryDialect('the organization lists its teams by name, page by page', async (given) => {
  const { id, name } = await newTeam(given)
  const names = async (query: string) => {
    const { body } = await given.as('member').get(`${TEAMS}${query}`)
    return Object(body).results.map((team: { readonly name: string }) => team.name)
  }
  const all = await names('')
  expect(all).toContain(name)
  expect(all).toEqual(all.toSorted())
  const answer = await given.owner.get(`${TEAMS}?itemsPerPage=1&pageNum=${all.indexOf(name) + 1}`)
  expect(Object(answer.body)).toMatchObject({
    results: [{ id, links: self(given, id), name }],
    totalCount: all.length,
  })
  expect(await names('?itemsPerPage=2&pageNum=900')).toEqual([])
  expect(answer.text).not.toContain(STRANGER.team)
})

inEveryDialect('a team may begin without anybody', async (given) => {
  for (const body of [{ usernames: null }, { usernames: [] }, {}]) {
    const name = `Team no. ${given.world.next()}`
    const answer = await given.owner.post(TEAMS, { name, ...body })
    expect(answer.status).toBe(201)
    expect(answer.body).toMatchObject({ name, usernames: [] })
    const { id } = Object(answer.body)
    expect((await given.owner.get(`${TEAMS}/${id}/users`)).body).toMatchObject({ results: [], totalCount: 0 })
    expect(await eventsOf(given, id)).toEqual(['TEAM_CREATED'])
  }
})

inEveryDialect('everybody in a team is in the organization', async (given) => {
  const invited = await invitedToOrg(given)
  const name = `Team no. ${given.world.next()}`
  const create = async (usernames: unknown) => outcome(await given.owner.post(TEAMS, { name, usernames }))
  await leavesNothing(given, async () => {
    expect(await create([member.username, invited.username])).toBe('404 CANNOT_ADD_PENDING_USER')
    for (const nobody of ['nobody@acme.example', GUEST.username, STRANGER.owner.username]) {
      expect(await create([member.username, nobody])).toBe('404 USER_NOT_IN_ORG')
    }
    expect(await create(['mia'])).toBe('400 INVALID_USERNAME')
    expect(await create([member.username, 'MIA@ACME.example'])).toBe('400 INVALID_ATTRIBUTE')
    expect(await create('mia@acme.example')).toBe('400 INVALID_JSON_ATTRIBUTE')
  })
  await accept(given, invited.id)
  expect((await given.owner.post(TEAMS, { name, usernames: [invited.username] })).status).toBe(201)
})

inEveryDialect('names are printable, short and taken once', async (given) => {
  const { name, path } = await newTeam(given)
  const other = await newTeam(given)
  const usernames = [owner.username]
  const create = async (body: object) => outcome(await given.owner.post(TEAMS, { usernames, ...body }))
  const rename = async (body: object) => outcome(await given.owner.patch(path, body))
  await leavesNothing(given, async () => {
    for (const send of [create, rename]) {
      expect(await send({ name: other.name })).toBe('409 TEAM_NAME_NOT_AVAILABLE')
      expect(await send({ name: ` ${name}` })).toBe('400 INVALID_TEAM_NAME')
      expect(await send({ name: 'a\u200bb' })).toBe('400 INVALID_TEAM_NAME')
      expect(await send({ name: 'x'.repeat(65) })).toBe('400 INVALID_ATTRIBUTE')
      expect(await send({ name: 'a\u0000b' })).toBe('400 INVALID_ATTRIBUTE')
      expect(await send({ name: '' })).toBe('400 MISSING_ATTRIBUTE')
      expect(await send({ name: null })).toBe('400 MISSING_ATTRIBUTE')
      expect(await send({ name: 5 })).toBe('400 INVALID_JSON_ATTRIBUTE')
      expect(await send({ name: 'Fine', motto: 'none' })).toBe('400 INVALID_ATTRIBUTE')
    }
  })
  const strange = `Ärzte / "Nord" 100 % #${given.world.next()}`
  expect(await rename({ name: strange, links: [], id: other.id })).toBe('200')
  expect((await given.owner.get(`${TEAMS}/byName/${encodeURIComponent(strange)}`)).at('name')).toBe(strange)
})

inEveryDialect('a renamed team is found by its new name alone', async (given) => {
  const { id, name, path } = await newTeam(given)
  const answer = await given.owner.patch(path, { name: `${name} again` })
  expect([answer.status, answer.text]).toEqual([
    200,
    JSON.stringify({ id, links: self(given, id), name: `${name} again` }),
  ])
  expect((await given.owner.patch(path, { name: `${name} again` })).status).toBe(200)
  const before = await given.owner.get(`${TEAMS}/byName/${encodeURIComponent(name)}`)
  expect(outcome(before)).toBe('404 TEAM_NAME_NOT_FOUND')
  expect(await eventsOf(given, id)).toEqual([`JOINED_TEAM ${member.username}`, 'TEAM_CREATED', 'TEAM_NAME_CHANGED'])
})

inEveryDialect('a deleted team takes its people out, and its promises back', async (given) => {
  const { id, path } = await newTeam(given, [member.username, teammate.username])
  const promised = await invitedToOrg(given, { teamIds: [ACME.team1, id] })
  const answer = await given.owner.delete(path)
  expect([answer.status, answer.text]).toEqual([204, ''])
  expect(outcome(await given.owner.get(path))).toBe('404 TEAM_NOT_FOUND')
  expect(outcome(await given.owner.delete(path))).toBe('404 TEAM_NOT_FOUND')
  const invitation = await given.owner.get(`${ORG_INVITES}/${promised.id}`)
  expect(invitation.body).toMatchObject({ teamIds: [ACME.team1] })
  expect((await given.owner.get(`/users/byName/${member.username}`)).text).not.toContain(id)
  expect(await eventsOf(given, id)).toEqual([
    `JOINED_TEAM ${member.username}`,
    `JOINED_TEAM ${teammate.username}`,
    'TEAM_CREATED',
    `REMOVED_FROM_TEAM ${member.username}`,
    `REMOVED_FROM_TEAM ${teammate.username}`,
    'TEAM_DELETED',
  ])
})

inEveryDialect('a team that a project has is not deleted', async (given) => {
  const { id, path } = await newTeam(given)
  const assigned = `/groups/${ACME.apollo}/teams`
  await given.owner.post(assigned, [{ teamId: id, roleNames: ['GROUP_READ_ONLY'] }])
  await leavesNothing(given, async () => {
    expect(outcome(await given.owner.delete(path))).toBe('404 CANNOT_DELETE_TEAM_ASSIGNED_TO_PROJECT')
  })
  expect((await given.owner.delete(`${assigned}/${id}`)).status).toBe(204)
  expect((await given.owner.delete(path)).status).toBe(204)
})

inEveryDialect('another organization’s team is no team', async (given) => {
  const foreign = `${TEAMS}/${STRANGER.team}`
  const unknown = `${TEAMS}/0123456789abcdef01234567`
  for (const path of [foreign, unknown]) {
    expect(outcome(await given.owner.get(path))).toBe('404 TEAM_NOT_FOUND')
    expect(outcome(await given.owner.patch(path, { name: 'Mine' }))).toBe('404 TEAM_NOT_FOUND')
    expect(outcome(await given.owner.delete(path))).toBe('404 TEAM_NOT_FOUND')
    expect(outcome(await given.owner.get(`${path}/users`))).toBe('404 TEAM_NOT_FOUND')
    expect(outcome(await given.owner.post(`${path}/users`, [{ id: member.id }]))).toBe('404 TEAM_NOT_FOUND')
    expect(outcome(await given.owner.delete(`${path}/users/${member.id}`))).toBe('404 TEAM_NOT_FOUND')
  }
  expect(outcome(await given.owner.get(`${TEAMS}/byName/Zebras`))).toBe('404 TEAM_NAME_NOT_FOUND')
  expect(outcome(await given.owner.get(`${TEAMS}/xyz`))).toBe('404 INVALID_TEAM_ID')
})

inEveryDialect('of two who make a team of one name at once, one does', async (given) => {
  const name = `Team no. ${given.world.next()}`
  const create = async () => outcome(await given.owner.post(TEAMS, { name, usernames: [member.username] }))
  const outcomes = await Promise.all([create(), create(), create()])
  expect(outcomes.toSorted()).toEqual(['201', '409 TEAM_NAME_NOT_AVAILABLE', '409 TEAM_NAME_NOT_AVAILABLE'])
})

inEveryDialect('of deleting a team and assigning it to a project at once, one happens', async (given) => {
  const { id, path } = await newTeam(given)
  const [deleted, assigned] = await Promise.all([
    given.owner.delete(path),
    given.owner.post(`/groups/${ACME.apollo}/teams`, [{ teamId: id, roleNames: ['GROUP_READ_ONLY'] }]),
  ])
  expect([
    ['204', '404 TEAM_NOT_FOUND'],
    ['404 CANNOT_DELETE_TEAM_ASSIGNED_TO_PROJECT', '200'],
  ]).toContainEqual([outcome(deleted), outcome(assigned)])
  const left = Object((await given.owner.get(`/groups/${ACME.apollo}/teams`)).body).results
  expect(left.some((team: { readonly teamId: string }) => team.teamId === id)).toBe(assigned.status === 200)
})

inEveryDialect('only owners change teams', async (given) => {
  const { path } = await newTeam(given)
  const { id } = await newMember(given)
  await leavesNothing(given, async () => {
    for (const name of ['member', 'orgReader', 'accessManager', 'projectOwner'] as const) {
      const caller = given.as(name)
      const answers = [
        await caller.post(TEAMS, { name: 'Mine', usernames: [member.username] }),
        await caller.patch(path, { name: 'Mine' }),
        await caller.delete(path),
        await caller.post(`${path}/users`, [{ id }]),
        await caller.delete(`${path}/users/${member.id}`),
        ...(given.isAtlas ? [await caller.post(`${path}:addUser`, { id }, NEWER)] : []),
        ...(given.isAtlas ? [await caller.post(`${path}:removeUser`, { id: member.id }, NEWER)] : []),
      ]
      for (const answer of answers) expect(outcome(answer)).toBe('401 USER_UNAUTHORIZED')
    }
  })
})
