// Paths and queries that must be refused or mean nothing: undecodable, over-long, with NUL or dots in them.
import { expect } from 'vitest'
import { ACME } from '../harness/case-seed.ts'
import { cases, invitedToOrg, leavesNothing, ORG_INVITES, outcome } from '../harness/cases.ts'
import { snapshotOf } from '../harness/world.ts'

const { inEachDialectOnce, inEveryDialect, onEveryEngine } = cases()

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']

inEachDialectOnce('a path that cannot be decoded is not found, and the server goes on', async (given) => {
  const { world, dialect, owner } = given
  await leavesNothing(given, async () => {
    for (const bad of ['%', '%z', '%zz', '%f', '%ff', '%c3%28', '%ed%a0%80', '%80', '%u0041', 'a%']) {
      for (const path of [
        `/orgs/${bad}`,
        `/groups/byName/${bad}`,
        `/users/byName/${bad}`,
        `${ORG_INVITES}/${bad}`,
        `/${bad}`,
      ]) {
        for (const method of METHODS) {
          const answer = await owner.send({ method, target: `${path}?pretty=false` })
          expect(answer.status, `${method} ${path}`).toBe(404)
          expect(answer.headers['x-error-code']).toBe('RESOURCE_NOT_FOUND')
        }
        const read = await owner.get(path)
        expect(read.body).toMatchObject({ parameters: [dialect.prefix + path] })
        const unknown = await world.bare({ method: 'GET', target: dialect.prefix + path })
        expect([unknown.status, unknown.text.length]).toEqual([401, 142])
      }
    }
  })
  expect((await owner.get('/orgs')).status).toBe(200)
})

inEveryDialect('a NUL in a path finds nothing on either engine', async (given) => {
  for (const [path, expected] of [
    ['/orgs/%00', '404 INVALID_ORG_ID'],
    [`/orgs/${ACME.id}%00`, '404 INVALID_ORG_ID'],
    [`/orgs/%00${ACME.id}/invites`, '404 INVALID_ORG_ID'],
    [`${ORG_INVITES}/%00`, '404 INVALID_INVITATION_ID'],
    [`/groups/${ACME.project0}%00`, '404 INVALID_GROUP_ID'],
    ['/groups/byName/Project%200%00', '404 GROUP_NAME_NOT_FOUND'],
    ['/groups/byName/a%00b', '404 GROUP_NAME_NOT_FOUND'],
    ['/users/byName/%00', '404 USERNAME_NOT_FOUND'],
    [`/users/byName/${ACME.member.username}%00`, '404 USERNAME_NOT_FOUND'],
    ['/%00', '404 RESOURCE_NOT_FOUND'],
    ['/orgs%00', '404 RESOURCE_NOT_FOUND'],
  ] as const) {
    const answer = await given.owner.get(path)
    expect(outcome(answer), path).toBe(expected)
    expect(answer.text).not.toContain('\0')
  }
})

inEveryDialect('NUL, broken encoding and lone surrogates in a query are only text', async (given) => {
  for (const value of ['%00', 'a%00@b.example', '%zz', '%', '%ff', '%ed%a0%80', '%0d%0aX-Evil:%201', '%F0%9F%90%99']) {
    const list = await given.owner.get(`${ORG_INVITES}?username=${value}`)
    expect([list.status, list.text], value).toEqual([200, '[]'])
    const page = await given.owner.get(`/orgs?name=${value}`)
    expect(page.body, value).toMatchObject({ results: [], totalCount: 0 })
    expect(page.headers['x-evil']).toBeUndefined()
    expect((await given.owner.get(`/orgs?${value}=1&${value}`)).status).toBe(200)
  }
  const owner = await given.owner.post('/groups?projectOwnerId=%00', { name: given.name(), orgId: ACME.id })
  expect(outcome(owner)).toBe('404 INVALID_USER_ID')
})

inEveryDialect('over-long parts of a path are not found', async (given) => {
  for (const [path, expected] of [
    [`/orgs/${'a'.repeat(1024)}`, '404 INVALID_ORG_ID'],
    [`/orgs/${'a'.repeat(1025)}`, '404 RESOURCE_NOT_FOUND'],
    [`/orgs/${'a'.repeat(12_000)}`, '404 RESOURCE_NOT_FOUND'],
    [`/groups/byName/${'%41'.repeat(1024)}`, '404 GROUP_NAME_NOT_FOUND'],
    [`/users/byName/${'a'.repeat(1000)}@b.example`, '404 USERNAME_NOT_FOUND'],
    [`/${'a/'.repeat(5000)}`, '404 RESOURCE_NOT_FOUND'],
  ] as const) {
    const answer = await given.owner.get(path)
    expect(outcome(answer), path.slice(0, 40)).toBe(expected)
  }
  expect((await given.owner.get(`/groups/byName/${'x'.repeat(1000)}`)).text.length).toBeLessThan(700)
  expect((await given.owner.get(`/orgs?name=${'a'.repeat(8000)}&${'b=1&'.repeat(300)}`)).status).toBe(200)
})

inEveryDialect('dots and doubled slashes are no way around', async (given) => {
  const { id } = await invitedToOrg(given)
  for (const path of [
    '/orgs/../orgs',
    '/./orgs',
    `/orgs/${ACME.id}/../../groups`,
    '/orgs/%2e%2e/groups',
    `/orgs/${ACME.id}%2finvites`,
    `${ORG_INVITES}%2f${id}`,
    `${ORG_INVITES}/../invites/${id}`,
    `${ORG_INVITES}//${id}`,
    `/orgs/${ACME.id}//invites`,
    `//orgs/${ACME.id}`,
    `${ORG_INVITES}/${id}/..`,
  ]) {
    const answer = await given.owner.get(path)
    expect(answer.status, path).toBe(404)
  }
  const { prefix } = given.dialect
  for (const target of [`${prefix}/../${prefix.split('/').at(-1)}/orgs`, `/api/..${prefix}/orgs`, `/${prefix}/orgs`]) {
    const headers = { Accept: given.dialect.accept, Authorization: `Bearer ${await given.world.tokenOf('owner')}` }
    expect((await given.world.bare({ method: 'GET', target, headers })).status, target).toBe(404)
  }
})

inEveryDialect('a decoded letter is that letter', async (given) => {
  const { id } = await invitedToOrg(given)
  expect((await given.owner.get('/%6frgs')).status).toBe(200)
  expect((await given.owner.get(`${ORG_INVITES}/%${id.charCodeAt(0).toString(16)}${id.slice(1)}`)).status).toBe(200)
})

inEveryDialect('two hundred refused paths leave every row as it was', async (given) => {
  const before = await snapshotOf(given.world)
  for (let index = 0; index < 100; index += 1) {
    const odd = encodeURIComponent(String.fromCharCode(index + 1))
    for (const method of ['DELETE', 'PATCH']) {
      const headers = { 'Content-Type': 'application/json' }
      const answer = await given.owner.send({ method, target: `${ORG_INVITES}/${odd}`, headers, body: '{}' })
      expect(answer.status, `${method} ${odd}`).toBe(404)
    }
  }
  expect(await snapshotOf(given.world)).toBe(before)
})

onEveryEngine('outside of the API an undecodable path is not found either', async (world) => {
  for (const target of ['/%', '/%zz', '/_atrium/%zz', '/_atrium/invitations/%zz:accept', '/api%zz']) {
    for (const method of ['GET', 'POST', 'PROPFIND']) {
      expect((await world.bare({ method, target })).status, `${method} ${target}`).toBe(404)
    }
  }
})
