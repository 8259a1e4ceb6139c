// Access lists behind a proxy, and in an organization that requires them.
import { expect } from 'vitest'
import { ACME, keyOf } from '../harness/case-seed.ts'
import { cases, type Given } from '../harness/cases.ts'
import { exchangeWithDigest, type KeyPair } from '../harness/digest-client.ts'
import { DIALECTS } from '../harness/world.ts'

const { inEveryDialect } = cases({ trustedProxies: ['127.0.0.1'] })
const ATLAS = DIALECTS.filter(({ isAtlas }) => isAtlas)

const ORG = `/orgs/${ACME.id}`
const HOME = '127.0.0.1'

async function newKey({ owner }: Given, roles: readonly string[], block: string) {
  const answer = await owner.post(`${ORG}/apiKeys`, { desc: 'a key', roles })
  await owner.post(`${ORG}/apiKeys/${answer.at('id')}/accessList`, [{ cidrBlock: block }])
  return { publicKey: answer.at('publicKey'), privateKey: answer.at('privateKey') }
}

const signed = async ({ world, dialect }: Given, key: KeyPair, headers = {}, method = 'GET', body?: object) => {
  const sent = {
    method,
    target: `${dialect.prefix}${ORG}${method === 'GET' ? '' : '/settings'}`,
    headers: { Accept: dialect.accept, 'Content-Type': 'application/json', ...headers },
    body: body && JSON.stringify(body),
  }
  const { status, text } = await exchangeWithDigest(world.atrium.url, key, sent)
  const { errorCode, parameters } = JSON.parse(text)
  return status === 200 ? 200 : [status, errorCode, parameters]
}

const from = (addresses: string) => ({ 'X-Forwarded-For': addresses })
const refusedAt = (address: string) => [403, 'IP_ADDRESS_NOT_ON_ACCESS_LIST', [address]]

inEveryDialect('a trusted proxy says where a request comes from, and only the last word is its own', async (given) => {
  const key = await newKey(given, ['ORG_MEMBER'], '192.0.2.0/24')
  expect(await signed(given, key, from('192.0.2.7'))).toBe(200)
  expect(await signed(given, key, from('::ffff:192.0.2.7'))).toBe(200)
  expect(await signed(given, key, from('198.51.100.1'))).toEqual(refusedAt('198.51.100.1'))
  expect(await signed(given, key, from('::FFFF:198.51.100.1'))).toEqual(refusedAt('198.51.100.1'))
  expect(await signed(given, key, from('192.0.2.7, 198.51.100.1'))).toEqual(refusedAt('198.51.100.1'))
  expect(await signed(given, key, from('198.51.100.1, 192.0.2.7'))).toBe(200)
  expect(await signed(given, key)).toEqual(refusedAt(HOME))
})

inEveryDialect(
  'an organization that requires lists lets nobody in whose list is empty, by key or by token',
  async (given) => {
    const key = await newKey(given, ['ORG_OWNER'], '127.0.0.0/8')
    const require = (apiAccessListRequired: boolean) => signed(given, key, {}, 'PATCH', { apiAccessListRequired })
    expect(await require(true)).toBe(200)
    const byToken = await given.as('member').get(ORG)
    const byKey = await signed(given, keyOf('member'))
    const listed = await signed(given, key)
    expect(await require(false)).toBe(200)
    expect([byToken.status, byToken.body]).toEqual([
      403,
      {
        detail: 'This organization requires access through an access list of ip ranges.',
        error: 403,
        errorCode: 'ORG_REQUIRES_ACCESS_LIST',
        parameters: [HOME],
        reason: 'Forbidden',
      },
    ])
    expect(byKey).toEqual([403, 'ORG_REQUIRES_ACCESS_LIST', [HOME]])
    expect(listed).toBe(200)
    expect((await given.as('member').get(ORG)).status).toBe(200)
  },
  ATLAS,
)
