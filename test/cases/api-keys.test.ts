// API keys of the organization and of projects: made, shown, changed, assigned and deleted, with effect at once.
import { expect } from 'vitest'
import { ACME, type CALLERS, keyOf, STRANGER } from '../harness/case-seed.ts'
import { cases, type Given, leavesNothing, newProject, outcome } from '../harness/cases.ts'
import { exchangeWithDigest, type KeyPair } from '../harness/digest-client.ts'
import * as ledger from '../harness/ledger.ts'
import { type Answer, type Client, DIALECTS, snapshotOf } from '../harness/world.ts'

const { inEveryDialect, onEveryEngine } = cases()

const KEYS = `/orgs/${ACME.id}/apiKeys`
const keysOf = (projectId: string): string => `/groups/${projectId}/apiKeys`
const NOBODY = '0123456789abcdef01234567'
const MASK = /^\*{8}-\*{4}-\*{4}-[0-9a-f]{12}$/

interface Made extends KeyPair {
  readonly id: string
  readonly answer: Answer
}

async function made(answer: Promise<Answer>): Promise<Made> {
  const given = await answer
  if (given.status !== 200) throw new Error(`No key was made: ${given.status} ${given.text}`)
  return {
    id: given.at('id'),
    publicKey: given.at('publicKey'),
    privateKey: given.at('privateKey'),
    answer: given,
  }
}

const orgKey = ({ owner }: Given, roles = ['ORG_MEMBER'], desc = 'a key'): Promise<Made> =>
  made(owner.post(KEYS, { desc, roles }))

const projectKey = (by: Client, projectId: string, roles = ['GROUP_READ_ONLY']): Promise<Made> =>
  made(by.post(keysOf(projectId), { desc: 'a project key', roles }))

/** What a request that is signed with the key is answered with. */
const signed = ({ world, dialect }: Given, key: KeyPair, path: string) =>
  exchangeWithDigest(world.atrium.url, key, {
    method: 'GET',
    target: `${dialect.prefix}${path}`,
    headers: { Accept: dialect.accept },
  })

const rolesOf = ({ body }: Answer): unknown => Object(body).roles

const orgRole = (roleName: string) => ({ orgId: ACME.id, roleName })
const role = (groupId: string, roleName: string) => ({ groupId, roleName })

const eventsOf = async ({ world }: Given, publicKey: string) =>
  (await ledger.events(world.atrium.db))
    .filter(({ details }) => Object(details).targetPublicKey === publicKey)
    .map(({ type, projectId }) => (projectId ? `${type} ${projectId}` : type))

inEveryDialect('a key is shown with its private key once, and masked ever after', async (given) => {
  const key = await orgKey(given, ['ORG_READ_ONLY', 'ORG_MEMBER'], 'for the backup')
  expect(key.privateKey).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  expect(key.publicKey).toMatch(/^[a-z]{8}$/)
  const shown = {
    desc: 'for the backup',
    id: key.id,
    links: [{ href: given.href(`${KEYS}/${key.id}`), rel: 'self' }],
    privateKey: key.privateKey,
    publicKey: key.publicKey,
    roles: [orgRole('ORG_MEMBER'), orgRole('ORG_READ_ONLY')],
  }
  expect(key.answer.text).toBe(JSON.stringify(shown))
  const masked = JSON.stringify({ ...shown, privateKey: `********-****-****-${key.privateKey.slice(-12)}` })
  expect((await given.owner.get(`${KEYS}/${key.id}`)).text).toBe(masked)
  expect((await given.owner.get(KEYS)).text).toContain(masked)
  expect((await given.owner.patch(`${KEYS}/${key.id}`, { roles: ['ORG_MEMBER', 'ORG_READ_ONLY'] })).text).toBe(masked)
  expect(await eventsOf(given, key.publicKey)).toEqual(['API_KEY_CREATED'])
})

inEveryDialect('a new key works at once, and a deleted one is a stranger with its very next request', async (given) => {
  const key = await orgKey(given)
  expect((await signed(given, key, `/orgs/${ACME.id}`)).status).toBe(200)
  const deleted = await given.owner.delete(`${KEYS}/${key.id}`)
  expect([deleted.status, deleted.text]).toEqual([204, ''])
  expect((await signed(given, key, `/orgs/${ACME.id}`)).status).toBe(401)
  expect(outcome(await given.owner.get(`${KEYS}/${key.id}`))).toBe('404 API_KEY_NOT_FOUND')
  expect(outcome(await given.owner.delete(`${KEYS}/${key.id}`))).toBe('404 API_KEY_NOT_FOUND')
  const rows = (await snapshotOf(given.world)).split('\n').filter((row) => !row.startsWith('events '))
  expect(rows.filter((row) => row.includes(key.id) || row.includes(key.publicKey))).toEqual([])
  expect(await eventsOf(given, key.publicKey)).toEqual(['API_KEY_CREATED', 'API_KEY_DELETED'])
})

inEveryDialect('a key may delete itself', async (given) => {
  const key = await orgKey(given, ['ORG_OWNER'])
  const { world, dialect } = given
  const call = { method: 'DELETE', target: `${dialect.prefix}${KEYS}/${key.id}`, headers: { Accept: dialect.accept } }
  expect((await exchangeWithDigest(world.atrium.url, key, call)).status).toBe(204)
  expect((await exchangeWithDigest(world.atrium.url, key, call)).status).toBe(401)
})

inEveryDialect('a change replaces what it names, keeps the rest, and counts at once', async (given) => {
  const key = await orgKey(given, ['ORG_MEMBER'], 'before')
  await given.owner.patch(`${keysOf(ACME.apollo)}/${key.id}`, { roles: ['GROUP_READ_ONLY'] })
  expect((await signed(given, key, `/groups/${ACME.project0}`)).status).toBe(401)
  const promoted = await given.owner.patch(`${KEYS}/${key.id}`, { roles: ['ORG_OWNER'] })
  expect(promoted.body).toMatchObject({
    desc: 'before',
    roles: [orgRole('ORG_OWNER'), role(ACME.apollo, 'GROUP_READ_ONLY')],
  })
  expect((await signed(given, key, `/groups/${ACME.project0}`)).status).toBe(200)
  const renamed = await given.owner.patch(`${KEYS}/${key.id}`, { desc: 'after' })
  expect(renamed.body).toMatchObject({ desc: 'after', roles: rolesOf(promoted) })
  const same = await given.owner.patch(`${KEYS}/${key.id}`, { desc: 'after', roles: ['ORG_OWNER'] })
  expect(same.text).toBe(renamed.text)
  expect(await eventsOf(given, key.publicKey)).toEqual([
    'API_KEY_CREATED',
    `API_KEY_ADDED_TO_GROUP ${ACME.apollo}`,
    'API_KEY_ROLES_CHANGED',
    'API_KEY_DESCRIPTION_CHANGED',
  ])
})

inEveryDialect('the organization’s keys come by public key, a page at a time', async (given) => {
  await orgKey(given)
  const all = await given.owner.get(`${KEYS}?itemsPerPage=500`)
  const publicKeys = Object(all.body).results.map(({ publicKey }: { publicKey: string }) => publicKey)
  expect(publicKeys).toEqual([...publicKeys].sort())
  expect(publicKeys).toContain(keyOf('owner').publicKey)
  expect(Object(all.body).totalCount).toBe(publicKeys.length)
  const second = await given.owner.get(`${KEYS}?itemsPerPage=2&pageNum=2`)
  expect(Object(second.body).results).toEqual(Object(all.body).results.slice(2, 4))
  expect(Object(second.body).totalCount).toBe(publicKeys.length)
})

inEveryDialect('every member may look at keys, and owners alone may touch them', async (given) => {
  const { id } = await orgKey(given)
  expect((await given.as('member').get(`${KEYS}/${id}`)).status).toBe(200)
  expect((await given.as('member').get(KEYS)).status).toBe(200)
  await leavesNothing(given, async () => {
    for (const name of ['member', 'orgReader', 'groupCreator', 'projectOwner'] as const) {
      const by = given.as(name)
      expect(outcome(await by.post(KEYS, { desc: 'x', roles: ['ORG_OWNER'] }))).toBe('401 USER_UNAUTHORIZED')
      expect(outcome(await by.patch(`${KEYS}/${id}`, { roles: ['ORG_OWNER'] }))).toBe('401 USER_UNAUTHORIZED')
      expect(outcome(await by.delete(`${KEYS}/${id}`))).toBe('401 USER_UNAUTHORIZED')
    }
    expect(outcome(await given.as('projectOwner').get(KEYS))).toBe('401 USER_UNAUTHORIZED')
  })
})

inEveryDialect('what is no key, or another organization’s, is not found', async (given) => {
  const keys = await given.world.atrium.db.read.q.selectFrom('api_keys').selectAll().execute()
  const strangers = keys.find((key) => key.org_id === STRANGER.id)
  const ids = [NOBODY, String(strangers?.key_id)]
  await leavesNothing(given, async () => {
    for (const id of ids) {
      const answers = [
        await given.owner.get(`${KEYS}/${id}`),
        await given.owner.patch(`${KEYS}/${id}`, { desc: 'mine' }),
        await given.owner.delete(`${KEYS}/${id}`),
        await given.owner.get(`${KEYS}/${id}/accessList`),
        await given.owner.post(`${KEYS}/${id}/accessList`, [{ ipAddress: '1.2.3.4' }]),
        await given.owner.patch(`${keysOf(ACME.project0)}/${id}`, { roles: ['GROUP_OWNER'] }),
        await given.owner.post(`${keysOf(ACME.project0)}/${id}`, [{ roles: ['GROUP_OWNER'] }]),
        await given.owner.delete(`${keysOf(ACME.project0)}/${id}`),
      ]
      expect(answers.map(outcome)).toEqual(answers.map(() => '404 API_KEY_NOT_FOUND'))
    }
    expect(outcome(await given.owner.get(`${KEYS}/xyz`))).toBe('404 INVALID_API_KEY_ID')
  })
})

inEveryDialect(
  'a description has 1 to 250 characters, and there is at least one role of the right level',
  async (given) => {
    const { id } = await orgKey(given)
    const good = { desc: 'd'.repeat(250), roles: ['ORG_MEMBER'] }
    expect((await given.owner.post(KEYS, good)).status).toBe(200)
    const bad: readonly (readonly [object, string])[] = [
      [{ ...good, desc: 'd'.repeat(251) }, '400 INVALID_API_KEY_DESC'],
      [{ ...good, desc: '   ' }, '400 INVALID_API_KEY_DESC'],
      [{ ...good, desc: '' }, '400 MISSING_ATTRIBUTE'],
      [{ roles: ['ORG_MEMBER'] }, '400 MISSING_ATTRIBUTE'],
      [{ ...good, roles: [] }, '400 MISSING_ATTRIBUTE'],
      [{ ...good, roles: ['GROUP_OWNER'] }, '400 CANNOT_ADD_GROUP_ROLE'],
      [{ ...good, roles: ['ORG_KING'] }, '400 INVALID_ENUM_VALUE'],
      [{ ...good, roles: 'ORG_MEMBER' }, '400 INVALID_JSON_ATTRIBUTE'],
      [{ ...good, publicKey: 'abcdefgh' }, '400 INVALID_ATTRIBUTE'],
    ]
    await leavesNothing(given, async () => {
      for (const [body, code] of bad) {
        expect(outcome(await given.owner.post(KEYS, body)), JSON.stringify(body).slice(0, 80)).toBe(code)
        if (!code.includes('MISSING') || 'desc' in body) {
          const changed = Object(body).roles?.length === 1 ? body : { ...body, desc: undefined }
          expect(outcome(await given.owner.patch(`${KEYS}/${id}`, changed))).toBe(code)
        }
      }
      const project = keysOf(ACME.project0)
      const onProject = await given.owner.post(project, { desc: 'x', roles: ['ORG_OWNER'] })
      expect(outcome(onProject)).toBe('400 CANNOT_ADD_ORG_ROLE')
      expect(outcome(await given.owner.patch(`${project}/${id}`, { roles: ['ORG_OWNER'] }))).toBe(
        '400 CANNOT_ADD_ORG_ROLE',
      )
      for (const body of [[], [{}], [{ roles: [] }]]) {
        expect(outcome(await given.owner.post(`${project}/${id}`, body))).toBe('400 MISSING_ATTRIBUTE')
      }
    })
  },
)

inEveryDialect('a project’s key is a plain member of the organization with roles in the project', async (given) => {
  const project = await newProject(given)
  const key = await projectKey(given.owner, project, ['GROUP_READ_ONLY'])
  expect(key.answer.body).toMatchObject({
    links: [{ href: given.href(`${KEYS}/${key.id}`), rel: 'self' }],
    roles: [orgRole('ORG_MEMBER'), role(project, 'GROUP_READ_ONLY')],
  })
  const listed = await given.owner.get(keysOf(project))
  expect(Object(listed.body)).toMatchObject({
    results: [{ id: key.id, privateKey: expect.stringMatching(MASK) }],
    totalCount: 1,
  })
  expect((await signed(given, key, `/groups/${project}`)).status).toBe(200)
  expect((await signed(given, key, `/groups/${ACME.project0}`)).status).toBe(401)
  expect(await eventsOf(given, key.publicKey)).toEqual(['API_KEY_CREATED', `API_KEY_ADDED_TO_GROUP ${project}`])
})

inEveryDialect('a key is assigned once, has its roles replaced, and is taken out again', async (given) => {
  const project = await newProject(given)
  const key = await orgKey(given, ['ORG_READ_ONLY'])
  const place = `${keysOf(project)}/${key.id}`
  const assigned = await given.owner.post(place, [
    { roles: ['GROUP_READ_ONLY'] },
    { roles: ['GROUP_DATA_ACCESS_READ_ONLY'] },
  ])
  expect([assigned.status, assigned.text]).toEqual([204, ''])
  expect(outcome(await given.owner.post(place, [{ roles: ['GROUP_OWNER'] }]))).toBe('409 API_KEY_ALREADY_IN_GROUP')
  const updated = await given.owner.patch(place, { roles: ['GROUP_OWNER'] })
  expect(rolesOf(updated)).toEqual([orgRole('ORG_READ_ONLY'), role(project, 'GROUP_OWNER')])
  const removed = await given.owner.delete(place)
  expect([removed.status, removed.text]).toEqual([204, ''])
  expect(outcome(await given.owner.delete(place))).toBe('404 API_KEY_NOT_FOUND')
  expect(rolesOf(await given.owner.get(`${KEYS}/${key.id}`))).toEqual([orgRole('ORG_READ_ONLY')])
  expect(Object((await given.owner.get(keysOf(project))).body).totalCount).toBe(0)
  expect(await eventsOf(given, key.publicKey)).toEqual([
    'API_KEY_CREATED',
    `API_KEY_ADDED_TO_GROUP ${project}`,
    `API_KEY_ROLES_CHANGED ${project}`,
    `API_KEY_REMOVED_FROM_GROUP ${project}`,
  ])
})

inEveryDialect('a change of roles assigns a key that is not in the project yet', async (given) => {
  const project = await newProject(given)
  const key = await orgKey(given)
  const place = `${keysOf(project)}/${key.id}`
  expect(outcome(await given.owner.patch(place, { desc: 'renamed' }))).toBe('404 API_KEY_NOT_FOUND')
  const assigned = await given.owner.patch(place, { roles: ['GROUP_READ_ONLY'] })
  expect(rolesOf(assigned)).toEqual([orgRole('ORG_MEMBER'), role(project, 'GROUP_READ_ONLY')])
})

inEveryDialect(
  'an access manager gives keys every role but ownership, and a project owner ownership too',
  async (given) => {
    const manager = given.as(given.isAtlas ? 'accessManager' : 'projectUserAdmin')
    const mine = await projectKey(manager, ACME.project0)
    const place = `${keysOf(ACME.project0)}/${mine.id}`
    await leavesNothing(given, async () => {
      const climbing = [
        await manager.post(keysOf(ACME.project0), { desc: 'x', roles: ['GROUP_READ_ONLY', 'GROUP_OWNER'] }),
        await manager.patch(place, { roles: ['GROUP_OWNER'] }),
        await manager.post(place, [{ roles: ['GROUP_READ_ONLY'] }]),
        await manager.patch(`${keysOf(ACME.apollo)}/${mine.id}`, { roles: ['GROUP_READ_ONLY'] }),
      ]
      expect(climbing.map(outcome)).toEqual(climbing.map(() => '401 USER_UNAUTHORIZED'))
      const foreign = await orgIdOf(given, 'owner')
      const rename = { desc: 'renamed', roles: ['GROUP_READ_ONLY'] }
      expect(outcome(await manager.patch(`${keysOf(ACME.project0)}/${foreign}`, rename))).toBe('401 USER_UNAUTHORIZED')
    })
    expect((await manager.patch(place, { desc: 'renamed' })).body).toMatchObject({ desc: 'renamed' })
    expect((await given.as('projectOwner').patch(place, { roles: ['GROUP_OWNER'] })).status).toBe(200)
  },
)

inEveryDialect('a key that reaches beyond the project is renamed by the organization alone', async (given) => {
  const manager = given.as(given.isAtlas ? 'accessManager' : 'projectUserAdmin')
  const roles = ['GROUP_READ_ONLY']
  const renamed = { desc: 'renamed' }
  const reader = await orgKey(given, ['ORG_READ_ONLY'], 'of the organization')
  const shared = await projectKey(given.owner, ACME.apollo)
  for (const { id, answer } of [reader, shared]) {
    const place = `${keysOf(ACME.project0)}/${id}`
    expect((await manager.patch(place, { roles })).status).toBe(200)
    expect(outcome(await manager.patch(place, renamed))).toBe('401 USER_UNAUTHORIZED')
    expect((await manager.patch(place, { desc: answer.at('desc'), roles })).status).toBe(200)
    expect((await given.owner.patch(place, renamed)).body).toMatchObject(renamed)
  }
})

const orgIdOf = async ({ owner }: Given, name: keyof typeof CALLERS): Promise<string> => {
  const listed = await owner.get(`${KEYS}?itemsPerPage=500`)
  return Object(listed.body).results.find((key: KeyPair) => key.publicKey === keyOf(name).publicKey).id
}

inEveryDialect('deleting a project takes its keys’ roles there, not the keys', async (given) => {
  const project = await newProject(given)
  const key = await projectKey(given.owner, project)
  expect((await given.owner.delete(`/groups/${project}`)).status).toBeLessThan(300)
  expect(rolesOf(await given.owner.get(`${KEYS}/${key.id}`))).toEqual([orgRole('ORG_MEMBER')])
})

onEveryEngine('of two deletions of one key at once exactly one succeeds', async (world) => {
  const [dialect] = DIALECTS
  if (!dialect) throw new Error('There is no dialect.')
  const owner = world.client(dialect, 'owner')
  const { id } = await made(owner.post(KEYS, { desc: 'twice', roles: ['ORG_MEMBER'] }))
  const answers = await Promise.all([owner.delete(`${KEYS}/${id}`), owner.delete(`${KEYS}/${id}`)])
  expect(answers.map(outcome).toSorted()).toEqual(['204', '404 API_KEY_NOT_FOUND'])
})
