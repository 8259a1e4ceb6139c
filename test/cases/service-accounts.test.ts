// An organization's service accounts: how they are shown and changed, and that every change counts at once.
import { expect } from 'vitest'
import {
  ACCOUNTS,
  askForToken,
  callWith,
  DATED,
  dated,
  newAccount,
  PROJECT_ACCOUNTS,
  tokenOf,
} from '../harness/accounts.ts'
import { ACME, clientOf } from '../harness/case-seed.ts'
import { cases, leavesNothing, outcome } from '../harness/cases.ts'
import { events } from '../harness/ledger.ts'

const { inEveryDialect } = cases()

const UNKNOWN = 'mdb_sa_id_0123456789abcdef01234567'
const BODY = { name: 'Robot', description: 'A machine', roles: ['ORG_MEMBER'], secretExpiresAfterHours: 24 }
const ORG = `/orgs/${ACME.id}`

inEveryDialect('an account is answered in full, and its secret in this answer alone', async (given) => {
  const owner = dated(given.owner)
  const roles = ['ORG_READ_ONLY', 'ORG_MEMBER']
  const answer = await owner.post(ACCOUNTS, { ...BODY, roles })
  expect(answer.status).toBe(201)
  const clientId = answer.at('clientId')
  const [{ id, secret }] = Object(answer.body).secrets
  expect(clientId).toMatch(/^mdb_sa_id_[0-9a-f]{24}$/)
  expect(secret).toMatch(/^mdb_sa_sk_[A-Za-z0-9_-]{40}$/)
  const dates = { createdAt: '2026-02-18T18:51:46Z', expiresAt: '2026-02-19T18:51:46Z' }
  const account = {
    clientId,
    createdAt: dates.createdAt,
    description: 'A machine',
    name: 'Robot',
    roles: ['ORG_MEMBER', 'ORG_READ_ONLY'],
  }
  expect(answer.text).toBe(JSON.stringify({ ...account, secrets: [{ ...dates, id, lastUsedAt: null, secret }] }))

  const masked = { ...dates, id, lastUsedAt: null, maskedSecretValue: `mdb_sa_sk_****${secret.slice(-4)}` }
  const read = await owner.get(`${ACCOUNTS}/${clientId}`)
  expect([read.status, read.text]).toEqual([200, JSON.stringify({ ...account, secrets: [masked] })])
  const list = await owner.get(`${ACCOUNTS}?itemsPerPage=500`)
  expect(Object(list.body).results).toContainEqual({ ...account, secrets: [masked] })
  expect(list.text).not.toContain(secret)
})

inEveryDialect('an account may begin without a secret, but says one or the other', async (given) => {
  const owner = dated(given.owner)
  const { secretExpiresAfterHours, ...rest } = BODY
  const without = await owner.post(ACCOUNTS, { ...rest, withoutInitialSecret: true })
  expect([without.status, Object(without.body).secrets]).toEqual([201, []])
  await leavesNothing(given, async () => {
    for (const flag of [{}, { withoutInitialSecret: false }]) {
      expect(outcome(await owner.post(ACCOUNTS, { ...rest, ...flag }))).toBe('400 MISSING_ATTRIBUTE')
    }
    const both = { ...rest, secretExpiresAfterHours, withoutInitialSecret: true }
    const refused = await owner.post(ACCOUNTS, both)
    expect(outcome(refused)).toBe('400 INVALID_ATTRIBUTE')
    expect(refused.at('detail')).toContain('withoutInitialSecret')
  })
})

inEveryDialect('accounts are listed by client id, a page at a time', async (given) => {
  const owner = dated(given.owner)
  await newAccount(given)
  const all = Object((await owner.get(`${ACCOUNTS}?itemsPerPage=500`)).body)
  const ids: readonly string[] = all.results.map(({ clientId }: { clientId: string }) => clientId)
  expect(ids).toEqual(ids.toSorted())
  expect(all.totalCount).toBe(ids.length)
  const page = await owner.get(`${ACCOUNTS}?itemsPerPage=2&pageNum=2&includeSystemManaged=true`)
  expect(Object(page.body).results.map(({ clientId }: { clientId: string }) => clientId)).toEqual(ids.slice(2, 4))
  const [self] = Object(page.body).links
  expect(self).toEqual({
    href: given.href(`${ACCOUNTS}?includeSystemManaged=true&pageNum=2&itemsPerPage=2`),
    rel: 'self',
  })
  expect(outcome(await owner.get(`${ACCOUNTS}?includeSystemManaged=perhaps`))).toBe('400 INVALID_QUERY_PARAMETER')
})

inEveryDialect('names, descriptions, roles and lifetimes have their bounds', async (given) => {
  const owner = dated(given.owner)
  const refusals: readonly (readonly [object, string])[] = [
    [{ name: '' }, '400 MISSING_ATTRIBUTE'],
    [{ name: 'x'.repeat(65) }, '400 INVALID_ATTRIBUTE'],
    [{ name: 'a/b' }, '400 INVALID_ATTRIBUTE'],
    [{ description: undefined }, '400 MISSING_ATTRIBUTE'],
    [{ description: 'x'.repeat(251) }, '400 INVALID_ATTRIBUTE'],
    [{ description: 'a\u200bb' }, '400 INVALID_ATTRIBUTE'],
    [{ roles: [] }, '400 MISSING_ATTRIBUTE'],
    [{ roles: ['ORG_MEMBER', 'ORG_MEMBER'] }, '400 INVALID_ATTRIBUTE'],
    [{ roles: ['ORG_JESTER'] }, '400 INVALID_ENUM_VALUE'],
    [{ roles: ['GROUP_OWNER'] }, '400 CANNOT_ADD_GROUP_ROLE'],
    [{ secretExpiresAfterHours: '24' }, '400 INVALID_JSON_ATTRIBUTE'],
    [{ secretExpiresAfterHours: 8.5 }, '400 INVALID_JSON_ATTRIBUTE'],
    [{ secretExpiresAfterHours: 7 }, '400 INVALID_ATTRIBUTE'],
    [{ secretExpiresAfterHours: -8 }, '400 INVALID_ATTRIBUTE'],
    [{ secretExpiresAfterHours: 8761 }, '400 INVALID_ATTRIBUTE'],
    [{ clientId: UNKNOWN }, '400 INVALID_ATTRIBUTE'],
  ]
  await leavesNothing(given, async () => {
    for (const [change, expected] of refusals) {
      expect(outcome(await owner.post(ACCOUNTS, { ...BODY, ...change })), JSON.stringify(change)).toBe(expected)
    }
  })
  const widest = { name: `Ünï 名-_.,' ${'x'.repeat(52)}`, description: 'd'.repeat(250), secretExpiresAfterHours: 8760 }
  expect((await owner.post(ACCOUNTS, { ...BODY, ...widest })).status).toBe(201)
  expect((await owner.post(ACCOUNTS, { ...BODY, secretExpiresAfterHours: 8 })).status).toBe(201)
})

inEveryDialect('a change writes what it names, keeps the rest, and is felt at the next request', async (given) => {
  const owner = dated(given.owner)
  const made = await newAccount(given, { roles: ['ORG_OWNER'] })
  await owner.post(`${PROJECT_ACCOUNTS}/${made.clientId}:invite`, { roles: ['GROUP_READ_ONLY'] })
  const token = await tokenOf(given, made)
  const path = `${ACCOUNTS}/${made.clientId}`
  expect((await callWith(given, token, path, 'PATCH', { name: 'Renamed', description: null })).status).toBe(200)
  const changed = await owner.patch(path, { roles: ['ORG_READ_ONLY'] })
  expect(changed.body).toMatchObject({ name: 'Renamed', description: 'A machine', roles: ['ORG_READ_ONLY'] })
  expect(outcome(await callWith(given, token, path, 'PATCH', { name: 'Back' }))).toBe('401 USER_UNAUTHORIZED')
  expect((await callWith(given, token, path)).status).toBe(200)
  expect((await owner.get(`${PROJECT_ACCOUNTS}/${made.clientId}`)).body).toMatchObject({ roles: ['GROUP_READ_ONLY'] })
  await leavesNothing(given, async () => {
    for (const same of [{}, { name: 'Renamed', roles: ['ORG_READ_ONLY'] }]) {
      expect((await owner.patch(path, same)).text).toBe(changed.text)
    }
    expect(outcome(await owner.patch(path, { roles: [] }))).toBe('400 MISSING_ATTRIBUTE')
    expect(outcome(await owner.patch(path, { secretExpiresAfterHours: 9 }))).toBe('400 INVALID_ATTRIBUTE')
  })
})

inEveryDialect('a deleted account is gone at once with its secrets, tokens, roles and list', async (given) => {
  const owner = dated(given.owner)
  const made = await newAccount(given)
  await owner.post(`${PROJECT_ACCOUNTS}/${made.clientId}:invite`, { roles: ['GROUP_READ_ONLY'] })
  await owner.post(`${ACCOUNTS}/${made.clientId}/accessList`, [{ ipAddress: '127.0.0.1' }])
  const token = await tokenOf(given, made)
  expect((await callWith(given, token, ORG)).status).toBe(200)
  const deleted = await owner.delete(`${ACCOUNTS}/${made.clientId}`)
  expect([deleted.status, deleted.text]).toEqual([204, ''])
  const refused = await callWith(given, token, ORG)
  expect([refused.status, refused.text]).toEqual([401, ''])
  expect((await askForToken(given, made)).status).toBe(401)
  for (const path of [ACCOUNTS, PROJECT_ACCOUNTS]) {
    expect(outcome(await owner.get(`${path}/${made.clientId}`))).toBe('404 SERVICE_ACCOUNT_NOT_FOUND')
  }
  expect(outcome(await owner.delete(`${ACCOUNTS}/${made.clientId}`))).toBe('404 SERVICE_ACCOUNT_NOT_FOUND')
  const { read } = given.world.atrium.db
  for (const table of ['secrets', 'tokens'] as const) {
    const rows = await read.q.selectFrom(table).select('client_id').execute()
    expect(rows.map((row) => row.client_id)).not.toContain(made.clientId)
  }
  const lists = await read.q.selectFrom('access_lists').select('owner_id').execute()
  expect(lists.map((row) => row.owner_id)).not.toContain(made.clientId)
  const roles = await read.q.selectFrom('role_assignments').select('principal_id').execute()
  expect(roles.map((row) => row.principal_id)).not.toContain(made.clientId)
  const keys = await read.q.selectFrom('directory').select('key').execute()
  expect(keys.map((row) => row.key)).not.toContain(`sa:${made.clientId}`)
})

inEveryDialect('what is no client id, nobody’s and another organization’s read the same', async (given) => {
  const owner = dated(given.owner)
  const { clientId: foreign } = clientOf('stranger')
  const upper = clientOf('owner').clientId.toUpperCase()
  for (const id of ['x', UNKNOWN, foreign, upper, `${UNKNOWN}0`]) {
    for (const base of [ACCOUNTS, PROJECT_ACCOUNTS]) {
      const path = `${base}/${id}`
      const answers = [
        await owner.get(path),
        await owner.patch(path, { name: 'Mine' }),
        await owner.delete(path),
        await owner.post(`${path}/secrets`, { secretExpiresAfterHours: 24 }),
        await owner.delete(`${path}/secrets/0123456789abcdef01234567`),
        await owner.get(`${path}/accessList`),
        await owner.post(`${path}/accessList`, [{ ipAddress: '127.0.0.1' }]),
        await owner.delete(`${path}/accessList/127.0.0.1`),
      ]
      for (const answer of answers) {
        expect(answer.text).toBe(
          JSON.stringify({
            detail: `No service account with client ID ${id} exists.`,
            error: 404,
            errorCode: 'SERVICE_ACCOUNT_NOT_FOUND',
            parameters: [id],
            reason: 'Not Found',
          }),
        )
      }
    }
    expect(outcome(await owner.get(`${ACCOUNTS}/${id}/groups`))).toBe('404 SERVICE_ACCOUNT_NOT_FOUND')
    const invited = await owner.post(`${PROJECT_ACCOUNTS}/${id}:invite`, { roles: ['GROUP_READ_ONLY'] })
    expect(outcome(invited)).toBe('404 SERVICE_ACCOUNT_NOT_FOUND')
  }
})

inEveryDialect('the projects of an account are listed with its roles there', async (given) => {
  const owner = dated(given.owner)
  const { clientId } = await newAccount(given)
  const path = `${ACCOUNTS}/${clientId}/groups`
  expect((await owner.get(path)).body).toMatchObject({ results: [], totalCount: 0 })
  await owner.post(`/groups/${ACME.apollo}/serviceAccounts/${clientId}:invite`, { roles: ['GROUP_OWNER'] })
  await owner.post(`${PROJECT_ACCOUNTS}/${clientId}:invite`, { roles: ['GROUP_READ_ONLY', 'GROUP_DATA_ACCESS_ADMIN'] })
  const page = await owner.get(path)
  expect(page.body).toEqual({
    links: [{ href: given.href(`${path}?pageNum=1&itemsPerPage=100`), rel: 'self' }],
    results: [
      { groupId: ACME.project0, roles: ['GROUP_DATA_ACCESS_ADMIN', 'GROUP_READ_ONLY'] },
      { groupId: ACME.apollo, roles: ['GROUP_OWNER'] },
    ],
    totalCount: 2,
  })
})

inEveryDialect('an account’s access list is its own, and binds the next request', async (given) => {
  const owner = dated(given.owner)
  const made = await newAccount(given)
  const token = await tokenOf(given, made)
  const path = `${ACCOUNTS}/${made.clientId}/accessList`
  const added = await owner.post(path, [{ cidrBlock: '10.0.0.0/8' }, { ipAddress: '192.0.2.1' }])
  const common = { createdAt: '2026-02-18T18:51:46Z', lastUsedAddress: null, lastUsedAt: null, requestCount: 0 }
  expect([added.status, added.body]).toEqual([
    200,
    {
      links: [{ href: expect.stringContaining(path), rel: 'self' }],
      results: [
        { cidrBlock: '10.0.0.0/8', ipAddress: null, ...common },
        { cidrBlock: '192.0.2.1/32', ipAddress: '192.0.2.1', ...common },
      ],
      totalCount: 2,
    },
  ])
  expect((await owner.get(path)).text).toBe(added.text)
  expect(outcome(await callWith(given, token, ORG))).toBe('403 IP_ADDRESS_NOT_ON_ACCESS_LIST')
  expect((await askForToken(given, made)).status).toBe(200)
  expect((await owner.post(path, [{ ipAddress: '127.0.0.1' }])).status).toBe(200)
  expect((await callWith(given, token, ORG)).status).toBe(200)
  expect(outcome(await owner.post(path, [{ ipAddress: '127.0.0.1' }]))).toBe('409 ADDRESS_ALREADY_IN_ACCESS_LIST')
  for (const entry of ['10.0.0.0%2F8', '192.0.2.1']) expect((await owner.delete(`${path}/${entry}`)).status).toBe(204)
  expect((await owner.delete(`${path}/10.0.0.0%2F8`)).status).toBe(404)
  const many = Array.from({ length: 201 }, (_, index) => ({ ipAddress: `198.51.100.${index}` }))
  expect(outcome(await owner.post(path, many))).toBe('400 INVALID_ATTRIBUTE')
  expect((await owner.get(path)).body).toMatchObject({ totalCount: 1 })
})

inEveryDialect('every change is in the record, by whom and on which account', async (given) => {
  const owner = dated(given.owner)
  const { clientId, secretId } = await newAccount(given)
  const path = `${ACCOUNTS}/${clientId}`
  await owner.patch(path, { name: 'Other', roles: ['ORG_OWNER'] })
  const second = await owner.post(`${path}/secrets`, { secretExpiresAfterHours: 8 })
  await owner.delete(`${path}/secrets/${secretId}`)
  await owner.post(`${path}/accessList`, [{ ipAddress: '192.0.2.1' }])
  await owner.delete(`${path}/accessList/192.0.2.1`)
  await owner.delete(path)
  const told = (await events(given.world.atrium.db)).filter(
    ({ details }) => Object(details).targetClientId === clientId,
  )
  const on = { targetClientId: clientId }
  expect(told.map(({ type, details }) => [type.replace('SERVICE_ACCOUNT_', ''), details])).toEqual([
    ['CREATED', on],
    ['SECRET_ADDED', { ...on, secretId }],
    ['DETAILS_CHANGED', on],
    ['ROLES_CHANGED', on],
    ['SECRET_ADDED', { ...on, secretId: second.at('id') }],
    ['SECRET_DELETED', { ...on, secretId }],
    ['ACCESS_LIST_ENTRY_ADDED', { ...on, whitelistEntry: '192.0.2.1' }],
    ['ACCESS_LIST_ENTRY_DELETED', { ...on, whitelistEntry: '192.0.2.1' }],
    ['DELETED', on],
  ])
  expect(new Set(told.map(({ actor, orgId, projectId }) => `${actor} ${orgId} ${projectId}`))).toEqual(
    new Set([`${clientOf('owner').clientId} ${ACME.id} `]),
  )
})

inEveryDialect('who reads the organization sees its accounts; only its owners change them', async (given) => {
  const { clientId } = await newAccount(given)
  for (const name of ['orgReader', 'streamAdmin'] as const) {
    expect((await given.as(name).get(`${ACCOUNTS}/${clientId}`, DATED)).status, name).toBe(200)
    expect(outcome(await dated(given.as(name)).post(ACCOUNTS, BODY)), name).toBe('401 USER_UNAUTHORIZED')
  }
  for (const name of ['member', 'projectOwner', 'nobody'] as const) {
    expect(outcome(await given.as(name).get(ACCOUNTS, DATED)), name).toBe('401 USER_UNAUTHORIZED')
    expect(outcome(await dated(given.as(name)).delete(`${ACCOUNTS}/${clientId}`)), name).toBe('401 USER_UNAUTHORIZED')
  }
})
