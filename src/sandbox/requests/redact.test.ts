import { expect, test } from 'vitest'
import { redactHeaders, redactJson, redactText } from './redact.ts'

test.each([
  ['Digest username="abcdefgh", realm="x", response="0123"', 'Digest username="abcdefgh"'],
  ['digest response="0123"', 'Digest ***'],
  [`Basic ${btoa('mdb_sa_id_0123:secret')}`, 'Basic mdb_sa_id_0123:***'],
  [`Basic ${btoa('a secret alone')}`, 'Basic ***'],
  [`Basic ${btoa('not a name:secret')}`, 'Basic ***'],
  ['Bearer eyJ0', 'Bearer ***'],
  ['mdb_sa_sk_0123', '***'],
  ['Token 0123', '***'],
])('of the Authorization header %s only the public part is kept', (header, shown) => {
  expect(redactHeaders({ Authorization: header })).toEqual({ authorization: shown })
})

test('cookies and headers that are named like secrets are removed, others stay', () => {
  const headers = { Cookie: 'a', 'set-cookie': ['a', 'b'], 'X-Api-Key': 'a', 'X-Auth-Token': 'a', Accept: ['x', 'y'] }
  const referer = 'http://localhost/?access_token=a&b=c'
  expect(redactHeaders({ ...headers, referer, absent: undefined })).toEqual({
    referer: 'http://localhost/?access_token=[removed]&b=c',
    cookie: '[removed]',
    'set-cookie': '[removed]',
    'x-api-key': '[removed]',
    'x-auth-token': '[removed]',
    accept: 'x, y',
  })
})

test('secrets in values are removed by their names, whatever they are and however deep', () => {
  const value = { a: [{ privateKey: 'x', PASSWORD: { deep: 'x' } }], secrets: [{ secret: 'x', id: 'y' }], token: null }
  expect(redactJson(value)).toEqual({
    a: [{ privateKey: '[removed]', PASSWORD: '[removed]' }],
    secrets: [{ secret: '[removed]', id: 'y' }],
    token: null,
  })
})

test.each([
  ['{"password": "x\\"canary', '{"password": [removed]'],
  ['{"privateKey" : canary, "b": 1', '{"privateKey" : [removed], "b": 1'],
  ['grant_type=x&client_secret=canary&b=2', 'grant_type=x&client_secret=[removed]&b=2'],
  ['/users?token=canary&x=1', '/users?token=[removed]&x=1'],
  ['/users?client%5Fsecret=canary&access%5ftoken=canary', '/users?client%5Fsecret=[removed]&access%5ftoken=[removed]'],
  ['no_token_here=1', 'no_token_here=1'],
])('in the text %s nothing is left of secrets', (text, shown) => {
  expect(redactText(text)).toBe(shown)
})

test('long texts are read in one pass', () => {
  const started = performance.now()
  for (const part of ['"password":"', 'token=', 'secret   ', '\\"']) redactText(part.repeat(50_000).slice(0, 65_536))
  expect(performance.now() - started).toBeLessThan(2000)
})
