// The root, organizations, projects and people: what each answers, key by key.
import { expect } from 'vitest'
import { ACME, clientOf, keyOf } from '../harness/case-seed.ts'
import { cases, type Given, leavesNothing, newProject, outcome } from '../harness/cases.ts'
import { exchangeWithDigest } from '../harness/digest-client.ts'
import type { Answer } from '../harness/world.ts'

const { inEveryDialect } = cases()

const CREATED = '2026-02-18T18:51:46Z'
const NEIGHBOURS = ['containers', 'clusters', 'databaseUsers', 'peers', 'processes', 'whitelist']

const neighbours = (href: string, names: readonly string[]) =>
  names.map((name) => ({ href: `${href}/${name}`, rel: `https://cloud.mongodb.com/${name}` }))

interface Project {
  readonly id: string
  readonly name: string
  readonly tags?: readonly { readonly key: string; readonly value: string }[]
  readonly listed?: boolean
}

function shownProject({ isAtlas, href }: Given, { id, name, tags = [], listed = false }: Project) {
  const self = href(`/groups/${id}`)
  if (!isAtlas) {
    return {
      activeAgentCount: 0,
      hostCounts: { arbiter: 0, config: 0, master: 0, mongos: 0, primary: 0, secondary: 0, slave: 0 },
      id,
      lastActiveAgent: null,
      links: [{ href: self, rel: 'self' }],
      name,
      orgId: ACME.id,
      publicApiEnabled: true,
      replicaSetCount: 0,
      shardCount: 0,
      tags: tags.map(({ key }) => key),
    }
  }
  return {
    clusterCount: 0,
    created: CREATED,
    id,
    links: [{ href: self, rel: 'self' }, ...(listed ? [] : neighbours(self, NEIGHBOURS))],
    name,
    orgId: ACME.id,
    ...(listed || tags.length > 0 ? { tags } : {}),
    withDefaultAlertsSettings: true,
  }
}

const APOLLO: Project = { id: ACME.apollo, name: 'Apollo', tags: [{ key: 'stage', value: 'test' }] }
const PROJECT_0: Project = { id: ACME.project0, name: 'Project 0' }

function expectPlainSuccess({ dialect }: Given, { status, headers }: Answer): void {
  expect(status).toBe(200)
  expect(headers['content-type']).toBe(dialect.type)
  expect([headers['deprecation'], headers['sunset']]).toEqual([undefined, undefined])
}

inEveryDialect('the root names the service and the build', async (given) => {
  for (const path of ['', '/']) {
    const answer = await given.owner.get(path)
    expectPlainSuccess(given, answer)
    const build = answer.at('build')
    expect(build).toMatch(/^[0-9a-f]{40}$/)
    const expected = given.isAtlas
      ? {
          apiKey: null,
          appName: 'MongoDB Atlas',
          build,
          links: [{ href: given.href(''), rel: 'self' }],
          throttling: false,
        }
      : { appName: 'MongoDB Cloud', build, links: [], throttling: false }
    expect(answer.text).toBe(JSON.stringify(expected))
  }
})

inEveryDialect('the root tells an API key who it is', async (given) => {
  const { dialect, world, isAtlas, href } = given
  const headers = { Accept: dialect.accept }
  const call = { method: 'GET', target: dialect.prefix, headers }
  const { status, text } = await exchangeWithDigest(world.atrium.url, keyOf('projectReader'), call)
  expect(status).toBe(200)
  const body = JSON.parse(text)
  if (!isAtlas) {
    expect(Object.keys(body)).toEqual(['appName', 'build', 'links', 'throttling'])
    return
  }
  const { id } = body.apiKey
  expect(id).toMatch(/^[0-9a-f]{24}$/)
  expect(JSON.stringify(body.apiKey)).toBe(
    JSON.stringify({
      accessList: [],
      id,
      publicKey: keyOf('projectReader').publicKey,
      roles: [
        { orgId: ACME.id, roleName: 'ORG_MEMBER' },
        { groupId: ACME.project0, roleName: 'GROUP_READ_ONLY' },
        { groupId: ACME.apollo, roleName: 'GROUP_READ_ONLY' },
      ],
    }),
  )
  expect(body.links).toEqual([
    { href: href(''), rel: 'self' },
    { href: href(`/orgs/${ACME.id}/apiKeys/${id}`), rel: 'https://cloud.mongodb.com/apiKeys' },
  ])
})

inEveryDialect('an organization is shown with what it holds', async (given) => {
  const answer = await given.as('member').get(`/orgs/${ACME.id}`)
  expectPlainSuccess(given, answer)
  const self = given.href(`/orgs/${ACME.id}`)
  const expected = given.isAtlas
    ? {
        id: ACME.id,
        isDeleted: false,
        links: [{ href: self, rel: 'self' }, ...neighbours(self, ['groups', 'teams', 'users'])],
        name: ACME.name,
        skipDefaultAlertsSettings: false,
      }
    : { id: ACME.id, isDeleted: false, links: [{ href: self, rel: 'self' }], name: ACME.name }
  expect(answer.text).toBe(JSON.stringify(expected))
})

inEveryDialect('a credential lists its own organization and no other', async (given) => {
  const answer = await given.owner.get('/orgs')
  expectPlainSuccess(given, answer)
  const query = given.isAtlas ? 'includeCount=true&name=&pageNum=1&itemsPerPage=100' : 'pageNum=1&itemsPerPage=100'
  const organization = {
    id: ACME.id,
    isDeleted: false,
    links: [{ href: given.href(`/orgs/${ACME.id}`), rel: 'self' }],
    name: ACME.name,
    ...(given.isAtlas ? { skipDefaultAlertsSettings: false } : {}),
  }
  const links = [{ href: given.href(`/orgs?${query}`), rel: 'self' }]
  expect(answer.text).toBe(JSON.stringify({ links, results: [organization], totalCount: 1 }))
})

inEveryDialect('organizations are found by the beginning of their name, in any case of letters', async (given) => {
  const found = async (name: string) => (await given.owner.get(`/orgs?name=${name}`)).body
  for (const name of ['Acme', 'ac', 'A']) expect(await found(name)).toMatchObject({ totalCount: 1 })
  for (const name of ['cme', 'Acme%20', 'Zephyr', '%00']) {
    expect(await found(name)).toMatchObject({ results: [], totalCount: 0 })
  }
  expect(await found('a%26b')).toMatchObject({
    links: [{ href: expect.stringContaining('name=a%26b&') }],
  })
})

inEveryDialect('projects are listed by name, each caller’s own', async (given) => {
  const answer = await given.as('projectReader').get('/groups')
  expectPlainSuccess(given, answer)
  const query = given.isAtlas ? 'includeCount=true&pageNum=1&itemsPerPage=100' : 'pageNum=1&itemsPerPage=100'
  const results = [APOLLO, PROJECT_0].map((project) => shownProject(given, { ...project, listed: true }))
  const links = [{ href: given.href(`/groups?${query}`), rel: 'self' }]
  expect(answer.text).toBe(JSON.stringify({ links, results, totalCount: 2 }))
  expect((await given.as('member').get('/groups')).body).toMatchObject({ results: [], totalCount: 0 })
  expect((await given.as('projectOwner').get('/groups')).body).toMatchObject({ totalCount: 1 })
})

inEveryDialect('project names sort by code point, capitals first', async (given) => {
  const tag = given.world.next()
  for (const start of ['ä', 'b', 'B', 'a', 'A']) await newProject(given, `${start} sorted ${tag}`)
  const { results } = JSON.parse((await given.owner.get('/groups?itemsPerPage=500')).text)
  const names: string[] = results.map(({ name }: { name: string }) => name)
  const sorted = names.filter((name) => name.endsWith(` sorted ${tag}`)).map((name) => name.slice(0, 1))
  expect(sorted).toEqual(['A', 'B', 'a', 'b', 'ä'])
})

inEveryDialect('pages of one item link to their neighbours in each service’s own order', async (given) => {
  const reader = given.as('projectReader')
  const self = (page: number) =>
    given.isAtlas ? `includeCount=true&pageNum=${page}&itemsPerPage=1` : `pageNum=${page}&itemsPerPage=1`
  const neighbour = (page: number) =>
    given.isAtlas ? `includeCount=true&itemsPerPage=1&pageNum=${page}` : `pageNum=${page}&itemsPerPage=1`
  const link = (rel: string, query: string) => ({ href: given.href(`/groups?${query}`), rel })
  const [apollo, project0] = [APOLLO, PROJECT_0].map((project) => shownProject(given, { ...project, listed: true }))
  const pages = [
    [[link('self', self(1)), link('next', neighbour(2))], [apollo]],
    [[link('self', self(2)), link('previous', neighbour(1))], [project0]],
    [[link('self', self(3)), link('previous', neighbour(2))], []],
  ]
  for (const [index, [links, results]] of pages.entries()) {
    const answer = await reader.get(`/groups?itemsPerPage=1&pageNum=${index + 1}`)
    expect(answer.text).toBe(JSON.stringify({ links, results, totalCount: 2 }))
  }
})

inEveryDialect('a middle page links both ways, previous before next', async (given) => {
  for (let made = 0; made < 3; made += 1) await newProject(given)
  const { body } = await given.owner.get('/groups?itemsPerPage=1&pageNum=2')
  expect(body).toMatchObject({ links: [{ rel: 'self' }, { rel: 'previous' }, { rel: 'next' }] })
})

inEveryDialect('a page without a count says zero', async (given) => {
  const answer = await given.as('projectReader').get('/groups?includeCount=false&itemsPerPage=1')
  expect(answer.body).toMatchObject({ totalCount: 0 })
  if (!given.isAtlas) return
  expect(answer.body).toMatchObject({
    links: [{ href: given.href('/groups?includeCount=false&pageNum=1&itemsPerPage=1') }, { rel: 'next' }],
  })
})

inEveryDialect('a project is found by its id and by its name', async (given) => {
  const reader = given.as('projectReader')
  for (const [project, name] of [
    [APOLLO, 'Apollo'],
    [PROJECT_0, 'Project%200'],
  ] as const) {
    const expected = JSON.stringify(shownProject(given, project))
    const byId = await reader.get(`/groups/${project.id}`)
    expectPlainSuccess(given, byId)
    expect(byId.text).toBe(expected)
    const byName = await reader.get(`/groups/byName/${name}`)
    expectPlainSuccess(given, byName)
    expect(byName.text).toBe(expected)
  }
})

inEveryDialect('a name that no project has is not found', async (given) => {
  for (const name of ['Nothing', 'apollo', 'Apollo%20', '%00', 'a%2Fb', '%F0%9F%90%99']) {
    const answer = await given.owner.get(`/groups/byName/${name}`)
    expect(outcome(answer), name).toBe('404 GROUP_NAME_NOT_FOUND')
    expect(answer.body).toMatchObject({ parameters: [decodeURIComponent(name)] })
  }
})

inEveryDialect('a project is made, and its creator reads it at once', async (given) => {
  const name = given.name()
  const answer = await given.owner.post('/groups', { name, orgId: ACME.id })
  expect(answer.status).toBe(201)
  expect(answer.headers['content-type']).toBe(given.dialect.type)
  expect(answer.headers['location']).toBe(given.isAtlas ? `${given.world.atrium.url}//api/atlas/v1.0` : undefined)
  const id = answer.at('id')
  expect(answer.text).toBe(JSON.stringify(shownProject(given, { id, name })))
  expect((await given.owner.get(`/groups/${id}`)).text).toBe(answer.text)
  expect((await given.as('groupCreator').get(`/groups/${id}`)).status).toBe(401)
})

inEveryDialect('tags and alert settings of a new project are kept', async (given) => {
  const name = given.name()
  const tags = [
    { key: 'stage', value: 'dev' },
    { key: 'cost center', value: 'R+D@1;2' },
  ]
  const answer = await given.owner.post('/groups', { name, orgId: ACME.id, tags, withDefaultAlertsSettings: false })
  const shown = shownProject(given, { id: answer.at('id'), name, tags })
  const expected = given.isAtlas ? { ...shown, withDefaultAlertsSettings: false } : shown
  expect(answer.text).toBe(JSON.stringify(expected))
})

inEveryDialect('the regions that a new project is restricted to are kept', async (given) => {
  const body = { name: given.name(), orgId: ACME.id, regionUsageRestrictions: 'GOV_REGIONS_ONLY' }
  const answer = await given.owner.post('/groups', body)
  expect(answer.status).toBe(201)
  const shown = given.isAtlas ? { regionUsageRestrictions: 'GOV_REGIONS_ONLY' } : {}
  const id = answer.at('id')
  const restrictions = ({ body }: { readonly body: unknown }) => {
    const { regionUsageRestrictions } = Object(body)
    return regionUsageRestrictions === undefined ? {} : { regionUsageRestrictions }
  }
  expect(restrictions(answer)).toEqual(shown)
  expect(restrictions(await given.owner.patch(`/groups/${id}`, { name: given.name() }))).toEqual(shown)
  expect(restrictions(await given.owner.get(`/groups/${id}`))).toEqual(shown)
  const listed = Object((await given.owner.get('/groups?itemsPerPage=500')).body).results
  expect(restrictions({ body: listed.find((project: { readonly id: string }) => project.id === id) })).toEqual(shown)
})

inEveryDialect('a project’s name is its own within the organization', async (given) => {
  const name = given.name()
  await newProject(given, name)
  await leavesNothing(given, async () => {
    const answer = await given.owner.post('/groups', { name, orgId: ACME.id })
    expect(outcome(answer)).toBe('409 GROUP_ALREADY_EXISTS')
    const detail = `A group with name "${name}" already exists.`
    expect(answer.body).toMatchObject({ detail, parameters: [name] })
  })
})

inEveryDialect('a deleted project is answered with an empty object, and is gone', async (given) => {
  const name = given.name()
  const id = await newProject(given, name)
  const answer = await given.owner.delete(`/groups/${id}`)
  expect([answer.status, answer.text]).toEqual([202, '{}'])
  expect(answer.headers['content-type']).toBe(given.dialect.type)
  expect(outcome(await given.owner.get(`/groups/${id}`))).toBe('404 GROUP_NOT_FOUND')
  expect(outcome(await given.owner.delete(`/groups/${id}`))).toBe('404 GROUP_NOT_FOUND')
  const byName = await given.owner.get(`/groups/byName/${encodeURIComponent(name)}`)
  expect(outcome(byName)).toBe('404 GROUP_NAME_NOT_FOUND')
  expect(await newProject(given, name)).not.toBe(id)
})

const rolesIn = async ({ owner }: Given, username: string, groupId: string): Promise<readonly string[]> => {
  const { roles } = JSON.parse((await owner.get(`/users/byName/${username}`)).text)
  return roles
    .filter((role: { groupId?: string }) => role.groupId === groupId)
    .map((role: { roleName: string }) => role.roleName)
}

inEveryDialect('a new project belongs to the oldest owner unless somebody is named', async (given) => {
  for (const query of ['', '?projectOwnerId=']) {
    const { id } = JSON.parse((await given.owner.post(`/groups${query}`, { name: given.name(), orgId: ACME.id })).text)
    expect(await rolesIn(given, ACME.owner.username, id)).toEqual(['GROUP_OWNER'])
    expect(await rolesIn(given, ACME.laterOwner.username, id)).toEqual([])
  }
  const named = await given.owner.post(`/groups?projectOwnerId=${ACME.member.id}`, {
    name: given.name(),
    orgId: ACME.id,
  })
  expect(await rolesIn(given, ACME.member.username, named.at('id'))).toEqual(['GROUP_OWNER'])
  expect(await rolesIn(given, ACME.owner.username, named.at('id'))).toEqual([])
})

inEveryDialect('a project owner must be a member, and an id', async (given) => {
  await leavesNothing(given, async () => {
    for (const [owner, expected] of [
      ['5f0a0000000000000000ffff', '404 USER_NOT_FOUND'],
      ['no-id', '404 INVALID_USER_ID'],
      [ACME.member.id.toUpperCase(), '404 INVALID_USER_ID'],
    ] as const) {
      const answer = await given.owner.post(`/groups?projectOwnerId=${owner}`, { name: given.name(), orgId: ACME.id })
      expect(outcome(answer)).toBe(expected)
      expect(answer.body).toMatchObject({ parameters: [owner] })
    }
  })
})

inEveryDialect('a group creator owns what it makes', async (given) => {
  const creator = given.as('groupCreator')
  const answer = await creator.post('/groups', { name: given.name(), orgId: ACME.id })
  expect(answer.status).toBe(201)
  expect((await creator.delete(`/groups/${answer.at('id')}`)).status).toBe(202)
})

inEveryDialect('a person is found by address, with every role held here', async (given) => {
  const project = await given.owner.post(`/groups?projectOwnerId=${ACME.laterOwner.id}`, {
    name: given.name(),
    orgId: ACME.id,
  })
  const self = given.href(`/users/${ACME.laterOwner.id}`)
  const answer = await given.as('member').get(`/users/byName/${ACME.laterOwner.username.toUpperCase()}`)
  expect(answer.status).toBe(200)
  expect(answer.headers['deprecation']).toBe(given.isAtlas ? 'Wed, 19 Feb 2025 00:00:00 GMT' : undefined)
  expect(answer.headers['sunset']).toBe(given.isAtlas ? 'Thu, 1 Jul 2027 00:00:00 GMT' : undefined)
  const body = JSON.parse(answer.text)
  const links = given.isAtlas
    ? [{ href: self, rel: 'self' }, ...neighbours(self, ['whitelist', 'accessList'])]
    : [
        { href: self, rel: 'self' },
        { href: `${self}/accessList`, rel: 'http://mms.mongodb.com/accessList' },
      ]
  const expected = {
    ...(given.isAtlas ? { country: 'US', createdAt: CREATED } : {}),
    emailAddress: ACME.laterOwner.username,
    firstName: '',
    id: ACME.laterOwner.id,
    lastName: '',
    links,
    roles: body.roles,
    teamIds: [],
    username: ACME.laterOwner.username,
  }
  expect(answer.text).toBe(JSON.stringify(expected))
  expect(body.roles.slice(0, 2)).toEqual([
    { orgId: ACME.id, roleName: 'ORG_OWNER' },
    { orgId: ACME.id, roleName: 'ORG_MEMBER' },
  ])
  expect(body.roles).toContainEqual({ groupId: project.at('id'), roleName: 'GROUP_OWNER' })
})

inEveryDialect('an address without a member is not found', async (given) => {
  const pending = given.address()
  await given.owner.post(`/orgs/${ACME.id}/invites`, { roles: ['ORG_MEMBER'], username: pending })
  for (const username of [pending, 'nobody@acme.example', 'no-address', '%00', clientOf('owner').clientId]) {
    const answer = await given.owner.get(`/users/byName/${username}`)
    expect(outcome(answer), username).toBe('404 USERNAME_NOT_FOUND')
    expect(answer.body).toMatchObject({ parameters: [decodeURIComponent(username)] })
  }
})

inEveryDialect('a person’s teams are shown', async (given) => {
  const answer = await given.owner.get(`/users/byName/${ACME.teammate.username}`)
  expect(answer.body).toMatchObject({ id: ACME.teammate.id, teamIds: [ACME.team0] })
})
