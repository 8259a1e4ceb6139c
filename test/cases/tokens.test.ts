// Bearer tokens from outside: only what was issued and is still alive gets in; everything else is one empty 401.
import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { clientOf } from '../harness/case-seed.ts'
import { cases, type Given, ORG_INVITES } from '../harness/cases.ts'
import { exchange } from '../harness/http-client.ts'
import type { Answer } from '../harness/world.ts'

const { inEveryDialect } = cases()

const askWith = (given: Given, authorization: string): Promise<Answer> =>
  given.world.bare({
    method: 'GET',
    target: given.dialect.prefix + ORG_INVITES,
    headers: { Accept: given.dialect.accept, Authorization: authorization },
  })

function expectEmpty401({ status, text, headers }: Answer, what: string): void {
  expect([status, text, headers['content-length']], what).toEqual([401, '', '0'])
  expect(headers['www-authenticate'], what).toMatch(/^Bearer /)
}

const basic = ({ clientId, clientSecret }: ReturnType<typeof clientOf>): string =>
  `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`

const oauth = (given: Given, verb: string, body: string) =>
  exchange(given.world.atrium.url, {
    method: 'POST',
    target: `/api/oauth/${verb}`,
    headers: { Authorization: basic(clientOf('owner')), 'Content-Type': 'application/x-www-form-urlencoded' },
    body,
  })

async function newToken(given: Given): Promise<string> {
  const { text } = await oauth(given, 'token', 'grant_type=client_credentials')
  return JSON.parse(text).access_token
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

inEveryDialect('forged tokens are refused, all alike', async (given) => {
  const token = await newToken(given)
  const [head = '', claims = '', signature = ''] = token.split('.')
  const header = JSON.parse(Buffer.from(head, 'base64url').toString())
  const payload = JSON.parse(Buffer.from(claims, 'base64url').toString())
  const later = { ...payload, exp: payload.exp + 3600 }
  const hs256 = (key: string): string =>
    createHmac('sha256', key)
      .update(`${encode({ ...header, alg: 'HS256' })}.${claims}`)
      .digest('base64url')
  const forged = [
    `${encode({ ...header, alg: 'none' })}.${claims}.`,
    `${encode({ ...header, alg: 'None' })}.${claims}.`,
    `${encode({ ...header, alg: 'none' })}.${claims}.${signature}`,
    ...['', 'secret', header.kid].map((key) => `${encode({ ...header, alg: 'HS256' })}.${claims}.${hs256(key)}`),
    `${encode({ ...header, kid: '../../dev/null' })}.${claims}.${signature}`,
    `${encode({ ...header, jwk: { kty: 'oct', k: 'AA' } })}.${claims}.${signature}`,
    `${encode({ ...header, jku: 'http://127.0.0.1:1/' })}.${claims}.${signature}`,
    `${head}.${encode(later)}.${signature}`,
    ...['aud', 'iss', 'sub', 'jti', 'iat'].map((name) => `${head}.${encode({ ...payload, [name]: 'x' })}.${signature}`),
    `${head}.${encode({ ...payload, sub: clientOf('stranger').clientId })}.${signature}`,
    `${head}.${claims}.`,
    `${head}.${claims}`,
    `${head}..${signature}`,
    `.${claims}.${signature}`,
    head,
    claims,
    signature,
    `${token}.`,
    `${token}=`,
    `${token}x`,
    `x${token}`,
    token.slice(1),
    token.slice(0, -1),
    token.toLowerCase(),
    token.toUpperCase(),
    token.split('').toReversed().join(''),
    `${token}.${token}`,
    `${claims}.${head}.${signature}`,
    'a.b.c',
    '..',
    '.',
    '-',
    '0',
    'null',
    'undefined',
    '__proto__',
    'x'.repeat(8000),
    clientOf('owner').clientId,
    clientOf('owner').clientSecret,
  ]
  expect(new Set(forged).size).toBeGreaterThanOrEqual(40)
  for (const text of forged) expectEmpty401(await askWith(given, `Bearer ${text}`), text)
  for (const text of [
    '',
    ' ',
    'a b',
    '"a"',
    '=',
    'a,b',
    `${token} ${token}`,
    `${token},`,
    `"${token}"`,
    `token="${token}"`,
  ]) {
    expectEmpty401(await askWith(given, `Bearer ${text}`), text)
  }
  expect((await askWith(given, `Bearer ${token}`)).status).toBe(200)
})

inEveryDialect('the scheme’s letters may be of any size', async (given) => {
  const token = await newToken(given)
  for (const scheme of ['Bearer', 'bearer', 'BEARER']) {
    expect((await askWith(given, `${scheme} ${token}`)).status, scheme).toBe(200)
  }
})

inEveryDialect('a revoked token is refused at the very next request', async (given) => {
  const [token, other] = [await newToken(given), await newToken(given)]
  expect((await askWith(given, `Bearer ${token}`)).status).toBe(200)
  const revoked = await oauth(given, 'revoke', `token=${token}`)
  expect(revoked.status).toBe(200)
  expectEmpty401(await askWith(given, `Bearer ${token}`), 'the revoked one')
  expect((await askWith(given, `Bearer ${other}`)).status).toBe(200)
})

inEveryDialect('an expired token is refused', async (given) => {
  const token = await newToken(given)
  const past = Date.now() - 1
  await given.world.atrium.db.write(async (tx) => {
    const newest = sql`(select max(created_at) from tokens)`
    await sql`update tokens set expires_at = ${past} where created_at = ${newest}`.execute(tx.q)
  })
  expectEmpty401(await askWith(given, `Bearer ${token}`), 'the expired one')
})

inEveryDialect('tokens in other places are no credentials', async (given) => {
  const token = await newToken(given)
  const { prefix, accept } = given.dialect
  for (const [target, headers] of [
    [`${prefix}${ORG_INVITES}?access_token=${token}`, {}],
    [`${prefix}${ORG_INVITES}`, { Cookie: `access_token=${token}; token=${token}; __Host-session=${token}` }],
    [`${prefix}${ORG_INVITES}`, { 'X-Access-Token': token, 'Proxy-Authorization': `Bearer ${token}` }],
  ] as const) {
    const answer = await given.world.bare({ method: 'GET', target, headers: { Accept: accept, ...headers } })
    expect([answer.status, answer.text.length]).toEqual([401, 142])
  }
})
