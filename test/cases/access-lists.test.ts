// From where API keys may be used: their lists on the wire, and what every request is held against.
import { expect } from 'vitest'
import { ACME, clientOf } from '../harness/case-seed.ts'
import { cases, type Given, leavesNothing, outcome } from '../harness/cases.ts'
import { exchangeWithDigest, type KeyPair } from '../harness/digest-client.ts'
import { type Call, exchange } from '../harness/http-client.ts'
import * as ledger from '../harness/ledger.ts'

const { inEveryDialect } = cases()

const KEYS = `/orgs/${ACME.id}/apiKeys`
const HOME = '127.0.0.1'

/** What of an answer is looked at here. */
interface Said {
  readonly status: number
  readonly body: unknown
}

interface Key extends KeyPair {
  readonly id: string
  /** Its access list. */
  readonly list: string
}

async function newKey({ owner }: Given, roles = ['ORG_MEMBER']): Promise<Key> {
  const answer = await owner.post(KEYS, { desc: 'a key', roles })
  const id = answer.at('id')
  return {
    id,
    publicKey: answer.at('publicKey'),
    privateKey: answer.at('privateKey'),
    list: `${KEYS}/${id}/accessList`,
  }
}

/** What the same request is answered when the key has signed it. */
async function signed(given: Given, key: KeyPair, call: Partial<Call> = {}): Promise<Said> {
  const { method = 'GET', target = `/orgs/${ACME.id}`, headers = {}, body } = call
  const all = { Accept: given.dialect.accept, 'Content-Type': 'application/json', ...headers }
  const sent = { method, target: given.dialect.prefix + target, headers: all, body }
  const { status, text } = await exchangeWithDigest(given.world.atrium.url, key, sent)
  return { status, body: text === '' ? undefined : JSON.parse(text) }
}

const results = ({ body }: Said): readonly unknown[] => Object(body).results
const blocks = (answer: Said) => results(answer).map((entry) => Object(entry).cidrBlock)

inEveryDialect('a key may be used from the addresses on its list, with the very next request', async (given) => {
  const key = await newKey(given)
  expect((await signed(given, key)).status).toBe(200)
  await given.owner.post(key.list, [{ cidrBlock: '10.0.0.0/8' }])
  const refused = await signed(given, key)
  expect([refused.status, refused.body]).toEqual([
    403,
    {
      detail: `IP address ${HOME} is not allowed to access this resource.`,
      error: 403,
      errorCode: 'IP_ADDRESS_NOT_ON_ACCESS_LIST',
      parameters: [HOME],
      reason: 'Forbidden',
    },
  ])
  await given.owner.post(key.list, [{ ipAddress: HOME }])
  expect((await signed(given, key)).status).toBe(200)
  await given.owner.delete(`${key.list}/${HOME}`)
  expect((await signed(given, key)).status).toBe(403)
  await given.owner.delete(`${key.list}/10.0.0.0%2F8`)
  expect((await signed(given, key)).status).toBe(200)
})

inEveryDialect('the list is asked after the path and before the role, and says no to reading too', async (given) => {
  const key = await newKey(given)
  await given.owner.post(key.list, [{ ipAddress: '192.0.2.1' }])
  const outcomes = [
    await signed(given, key, { target: '/nobody/knows' }),
    await signed(given, key, { method: 'PUT' }),
    await signed(given, key, { target: '/orgs/xyz' }),
    await signed(given, key, { target: KEYS }),
    await signed(given, key, { method: 'POST', target: KEYS, body: '{' }),
    await signed(given, { ...key, privateKey: 'wrong' }),
  ]
  expect(outcomes.map(({ status }) => status)).toEqual([404, 405, 403, 403, 403, 401])
})

inEveryDialect('what a client says of its own address is not believed', async (given) => {
  const key = await newKey(given)
  await given.owner.post(key.list, [{ ipAddress: '192.0.2.1' }])
  for (const name of ['X-Forwarded-For', 'X-Real-IP', 'Forwarded']) {
    const value = name === 'Forwarded' ? 'for=192.0.2.1' : '192.0.2.1'
    const answer = await signed(given, key, { headers: { [name]: value } })
    expect(answer.body).toMatchObject({ errorCode: 'IP_ADDRESS_NOT_ON_ACCESS_LIST', parameters: [HOME] })
  }
})

inEveryDialect('an entry is shown with its block, and with its address if it is a single one', async (given) => {
  const key = await newKey(given)
  const made = await given.owner.post(key.list, [
    { ipAddress: '203.0.113.7' },
    { cidrBlock: '198.51.100.0/24' },
    { cidrBlock: '203.0.113.9/32', ipAddress: '203.0.113.9' },
    { ipAddress: '2001:DB8::1' },
  ])
  const shown = (cidrBlock: string, ipAddress: string | undefined) => ({
    cidrBlock,
    count: 0,
    created: '2026-02-18T18:51:46Z',
    ...(ipAddress ? { ipAddress } : {}),
    links: [{ href: given.href(`${key.list}/${encodeURIComponent(ipAddress ?? cidrBlock)}`), rel: 'self' }],
  })
  const entries = [
    shown('198.51.100.0/24', undefined),
    shown('2001:db8::1/128', '2001:db8::1'),
    shown('203.0.113.7/32', '203.0.113.7'),
    shown('203.0.113.9/32', '203.0.113.9'),
  ]
  expect(made.status).toBe(200)
  expect(made.body).toEqual({ links: [expect.objectContaining({ rel: 'self' })], results: entries, totalCount: 4 })
  expect((await given.owner.get(key.list)).text).toBe(made.text)
  for (const name of ['203.0.113.7', '203.0.113.7%2F32']) {
    expect((await given.owner.get(`${key.list}/${name}`)).text).toBe(JSON.stringify(entries[2]))
  }
  expect((await given.owner.get(`${key.list}/198.51.100.0%2F24`)).text).toBe(JSON.stringify(entries[0]))
  expect((await given.owner.get(`${key.list}/2001:db8:0::1`)).text).toBe(JSON.stringify(entries[1]))
  const second = await given.owner.get(`${key.list}?itemsPerPage=1&pageNum=2`)
  expect([blocks(second), Object(second.body).totalCount]).toEqual([['2001:db8::1/128'], 4])
})

inEveryDialect('a batch is added whole or not at all', async (given) => {
  const key = await newKey(given)
  await given.owner.post(key.list, [{ ipAddress: '203.0.113.7' }])
  const batches: readonly (readonly [readonly object[], string])[] = [
    [[{ ipAddress: '192.0.2.1' }, { cidrBlock: '192.0.2.1/32' }], '400 DUPLICATE_ADDRESSES_IN_INPUT'],
    [[{ ipAddress: '192.0.2.1' }, { ipAddress: '203.0.113.7' }], '409 ADDRESS_ALREADY_IN_ACCESS_LIST'],
    [[{ ipAddress: '192.0.2.1' }, { ipAddress: '192.0.2.256' }], '400 INVALID_IP_ADDRESS_OR_CIDR_NOTATION'],
    [[{ cidrBlock: '10.1.0.0/8' }], '400 INVALID_IP_ADDRESS_OR_CIDR_NOTATION'],
    [[{ cidrBlock: '192.0.2.1' }], '400 INVALID_IP_ADDRESS_OR_CIDR_NOTATION'],
    [[{ ipAddress: '10.0.0.0/8' }], '400 INVALID_IP_ADDRESS_OR_CIDR_NOTATION'],
    [[{ ipAddress: 'home.example' }], '400 INVALID_IP_ADDRESS_OR_CIDR_NOTATION'],
    [[{ ipAddress: '192.0.2.1', cidrBlock: '192.0.2.0/24' }], '400 BAD_ACCESS_LIST_ADD_REQUEST'],
    [[{}], '400 MISSING_ATTRIBUTES'],
    [[{ ipAddress: null, cidrBlock: null }], '400 MISSING_ATTRIBUTES'],
    [[], '400 MISSING_ATTRIBUTE'],
    [[{ ipAddress: '192.0.2.1', mask: 8 }], '400 INVALID_ATTRIBUTE'],
    [Array.from({ length: 201 }, (_, n) => ({ ipAddress: `192.0.2.${n}` })), '400 INVALID_ATTRIBUTE'],
  ]
  await leavesNothing(given, async () => {
    for (const [body, code] of batches) expect(outcome(await given.owner.post(key.list, body))).toBe(code)
    expect(outcome(await given.owner.post(key.list, {}))).toBe('400 INVALID_JSON')
  })
  expect(blocks(await given.owner.get(key.list))).toEqual(['203.0.113.7/32'])
})

inEveryDialect('what is not in the list is not found, and neither is nonsense', async (given) => {
  const key = await newKey(given)
  await given.owner.post(key.list, [{ cidrBlock: '10.0.0.0/8' }])
  for (const name of ['192.0.2.1', '10.0.0.0', '10.0.0.0%2F9', 'nonsense', '%2e%2e', '10.0.0.0%2F8%2F8']) {
    expect(outcome(await given.owner.get(`${key.list}/${name}`)), name).toBe('404 API_KEY_ACCESS_LIST_NOT_FOUND')
    expect(outcome(await given.owner.delete(`${key.list}/${name}`)), name).toBe('404 API_KEY_ACCESS_LIST_NOT_FOUND')
  }
})

inEveryDialect('a key changes its own list, an owner everybody’s, any member looks at all of them', async (given) => {
  const key = await newKey(given)
  const other = await newKey(given)
  const body = JSON.stringify([{ ipAddress: HOME }])
  expect((await signed(given, key, { method: 'POST', target: key.list, body })).status).toBe(200)
  await leavesNothing(given, async () => {
    expect(outcome(await signed(given, key, { method: 'POST', target: other.list, body }))).toBe(
      '401 API_KEY_ACCESS_LIST_ACCESS_DENIED',
    )
    expect(outcome(await signed(given, other, { method: 'DELETE', target: `${key.list}/${HOME}` }))).toBe(
      '401 API_KEY_ACCESS_LIST_ACCESS_DENIED',
    )
    expect(outcome(await given.as('member').post(key.list, [{ ipAddress: '192.0.2.1' }]))).toBe(
      '401 API_KEY_ACCESS_LIST_ACCESS_DENIED',
    )
  })
  expect(blocks(await signed(given, other, { target: key.list }))).toEqual([`${HOME}/32`])
  expect(blocks(await given.as('member').get(key.list))).toEqual([`${HOME}/32`])
  expect(outcome(await given.as('projectOwner').get(key.list))).toBe('401 USER_UNAUTHORIZED')
})

inEveryDialect('a caller cannot take from its own list what lets it in', async (given) => {
  const key = await newKey(given)
  const remove = (entry: string) => signed(given, key, { method: 'DELETE', target: `${key.list}/${entry}` })
  await given.owner.post(key.list, [{ ipAddress: HOME }, { cidrBlock: '10.0.0.0/8' }])
  await leavesNothing(given, async () => {
    const refused = await remove(HOME)
    expect(outcome(refused)).toBe('400 CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST')
  })
  expect((await remove('10.0.0.0%2F8')).status).toBe(204)
  expect(outcome(await remove(HOME))).toBe('400 CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST')
  await given.owner.post(key.list, [{ cidrBlock: '127.0.0.0/8' }])
  expect((await remove(HOME)).status).toBe(204)
  expect(outcome(await remove('127.0.0.0%2F8'))).toBe('400 CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST')
  expect((await given.owner.delete(`${key.list}/127.0.0.0%2F8`)).status).toBe(204)
})

inEveryDialect('every entry that comes or goes is told of by an event', async (given) => {
  const key = await newKey(given)
  await given.owner.post(key.list, [{ ipAddress: '192.0.2.1' }, { cidrBlock: '10.0.0.0/8' }])
  await given.owner.delete(`${key.list}/192.0.2.1`)
  const told = (await ledger.events(given.world.atrium.db)).filter(
    ({ type, details }) => type.includes('ACCESS_LIST') && Object(details).targetPublicKey === key.publicKey,
  )
  expect(told.map(({ type, details }) => [type, Object(details).whitelistEntry])).toEqual([
    ['API_KEY_ACCESS_LIST_ENTRY_ADDED', '192.0.2.1'],
    ['API_KEY_ACCESS_LIST_ENTRY_ADDED', '10.0.0.0/8'],
    ['API_KEY_ACCESS_LIST_ENTRY_DELETED', '192.0.2.1'],
  ])
  expect(told.map(({ actor }) => actor)).toEqual(told.map(() => clientOf('owner').clientId))
})

inEveryDialect('the list goes with its key', async (given) => {
  const key = await newKey(given)
  await given.owner.post(key.list, [{ ipAddress: '192.0.2.1' }])
  await given.owner.delete(`${KEYS}/${key.id}`)
  const rows = await given.world.atrium.db.read.q.selectFrom('access_lists').select('owner_id').execute()
  expect(rows.filter(({ owner_id: owner }) => owner === key.id)).toEqual([])
})

inEveryDialect('the root shows a key its own list', async (given) => {
  const key = await newKey(given)
  await given.owner.post(key.list, [{ cidrBlock: '127.0.0.0/8' }, { ipAddress: '192.0.2.1' }])
  const { body } = await signed(given, key, { target: '' })
  expect(Object(body).apiKey?.accessList).toEqual(
    given.isAtlas
      ? [
          { cidrBlock: '127.0.0.0/8', ipAddress: null },
          { cidrBlock: '192.0.2.1/32', ipAddress: '192.0.2.1' },
        ]
      : undefined,
  )
})

inEveryDialect('an entry counts the requests that it let in, once they have been written down', async (given) => {
  const key = await newKey(given)
  await given.owner.post(key.list, [{ cidrBlock: '10.0.0.0/8' }, { ipAddress: HOME }])
  for (let round = 0; round < 3; round += 1) await signed(given, key)
  await signed(given, { ...key, privateKey: 'wrong' })
  const entry = async () => (await given.owner.get(`${key.list}/${HOME}`)).body
  expect(await entry()).toMatchObject({ count: 0 })
  await given.world.atrium.writeUsage()
  const used = { lastUsed: '2026-02-18T18:51:46Z', lastUsedAddress: HOME }
  expect(await entry()).toMatchObject({ count: 3, ...used })
  await signed(given, key)
  await given.world.atrium.writeUsage()
  await given.world.atrium.writeUsage()
  expect(await entry()).toMatchObject({ count: 4, ...used })
  const unused = await given.owner.get(`${key.list}/10.0.0.0%2F8`)
  expect(unused.body).toMatchObject({ count: 0 })
  expect(unused.text).not.toContain('lastUsed')
})

inEveryDialect('Cloud Manager has the lists at their old path too', async (given) => {
  const key = await newKey(given)
  const old = `${KEYS}/${key.id}/whitelist`
  const made = await given.owner.post(old, [{ ipAddress: '192.0.2.1' }, { cidrBlock: '10.0.0.0/8' }])
  if (given.isAtlas) {
    expect(outcome(made)).toBe('404 RESOURCE_NOT_FOUND')
    return
  }
  expect(made.body).toMatchObject({
    results: [{ links: [{ href: given.href(`${old}/10.0.0.0%2F8`) }] }, { ipAddress: '192.0.2.1' }],
  })
  expect((await given.owner.get(`${old}/192.0.2.1`)).body).toMatchObject({ cidrBlock: '192.0.2.1/32' })
  expect((await given.owner.delete(`${old}/192.0.2.1`)).status).toBe(204)
  expect(blocks(await given.owner.get(old))).toEqual(blocks(await given.owner.get(key.list)))
})

inEveryDialect('a list restricts the use of a token, not its being issued or revoked', async (given) => {
  const { db, url } = given.world.atrium
  const { clientId, clientSecret } = clientOf('billingReader')
  expect((await given.as('billingReader').get('/orgs')).status).toBe(200)
  await ledger.restrict(db, clientId, '192.0.2.1/32')
  const refused = await given.as('billingReader').get('/orgs')
  const form = (path: string, body: string) =>
    exchange(url, {
      method: 'POST',
      target: `/api/oauth/${path}`,
      headers: {
        Authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}`,
        'Content-Type': 'application/x-www-form-urlencoded',
      },
      body,
    })
  const issued = await form('token', 'grant_type=client_credentials')
  const revoked = await form('revoke', `token=${JSON.parse(issued.text).access_token}`)
  await ledger.restrict(db, clientId, undefined)
  expect([outcome(refused), issued.status, revoked.status]).toEqual(['403 IP_ADDRESS_NOT_ON_ACCESS_LIST', 200, 200])
  expect((await given.as('billingReader').get('/orgs')).status).toBe(200)
})

inEveryDialect('of two additions of one address at once exactly one succeeds', async (given) => {
  const key = await newKey(given)
  const add = () => given.owner.post(key.list, [{ ipAddress: '192.0.2.1' }])
  const outcomes = (await Promise.all([add(), add()])).map(outcome)
  expect(outcomes.toSorted()).toEqual(['200', '409 ADDRESS_ALREADY_IN_ACCESS_LIST'])
})
