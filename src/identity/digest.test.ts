import { expect, test } from 'vitest'
import { challengeText, expectedResponse, ha1, NOBODY, responseMatches, uriMatches } from './digest.ts'

const fields = {
  username: 'Mufasa',
  realm: 'testrealm@host.com',
  nonce: 'dcd98b7102dd2f0e8b11d0f600bfb0c093',
  uri: '/dir/index.html',
  response: '6629fae49393a05397450978507c4ef1',
  cnonce: '0a4f113b',
  nc: '00000001',
  count: 1,
}

test('the example of RFC 2617, section 3.5, comes out', () => {
  const password = ha1('Mufasa', 'testrealm@host.com', 'Circle Of Life')
  expect(password).toBe('939e7578ed9e3c518a452acee763bce9')
  expect(expectedResponse(password, 'GET', fields)).toBe('6629fae49393a05397450978507c4ef1')
})

test('the MD5 example of RFC 7616, section 3.9.1, comes out', () => {
  const example = {
    ...fields,
    realm: 'http-auth@example.org',
    nonce: '7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v',
    cnonce: 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ',
  }
  const password = ha1('Mufasa', 'http-auth@example.org', 'Circle of Life')
  expect(expectedResponse(password, 'GET', example)).toBe('8ca523f5e9506fed4657c9700eebdbec')
})

test('only the right response matches', () => {
  const password = ha1('Mufasa', 'testrealm@host.com', 'Circle Of Life')
  expect(responseMatches(password, 'GET', fields)).toBe(true)
  expect(responseMatches(password, 'POST', fields)).toBe(false)
  expect(responseMatches(password, 'GET', { ...fields, uri: '/dir/' })).toBe(false)
  expect(responseMatches(password, 'GET', { ...fields, nc: '00000002' })).toBe(false)
  expect(responseMatches(password, 'GET', { ...fields, response: fields.response.slice(1) })).toBe(false)
  expect(responseMatches(NOBODY, 'GET', fields)).toBe(false)
})

test('characters beyond ASCII are hashed as the bytes that arrived', () => {
  // md5 of the bytes 61 3a e9 3a 62
  expect(ha1('a', 'é', 'b')).toBe('eb665ef16de31c93852c782c22a7d1a5')
})

test('the challenge is spelled as the Go client demands', () => {
  expect(challengeText('Nfx+VMFO0sY4tpgy1sHRakvvv0NN4S91', false)).toBe(
    'Digest realm="MMS Public API", domain="", nonce="Nfx+VMFO0sY4tpgy1sHRakvvv0NN4S91", algorithm=MD5, qop="auth", stale=false',
  )
  expect(challengeText('x', true)).toMatch(/, stale=true$/)
})

test.each([
  ['/api/a%20b?x=1&y', '/api/a%20b?x=1&y', ''],
  ['/api/a', '/api/a?x=1', ''],
  ['/atrium/api/a?x=1', '/api/a?x=1', '/atrium'],
  ['/atrium/api/a', '/api/a?x=1', '/atrium'],
  ['/api/a?x=1', '/api/a?x=1', '/atrium'],
])('the signed uri %s names the target %s behind the prefix "%s"', (uri, target, prefix) => {
  expect(uriMatches(uri, target, prefix)).toBe(true)
})

test.each([
  ['/api/a b', '/api/a%20b', ''],
  ['/api/A', '/api/a', ''],
  ['/api/a?x=2', '/api/a?x=1', ''],
  ['/api/a?', '/api/a', ''],
  ['/api', '/api/a', ''],
  ['', '/api/a', ''],
  ['/atrium/api/a', '/api/a', ''],
  ['/atrium/api/a?x=2', '/api/a?x=1', '/atrium'],
  ['http://127.0.0.1/api/a', '/api/a', ''],
])('the signed uri %s does not name the target %s behind the prefix "%s"', (uri, target, prefix) => {
  expect(uriMatches(uri, target, prefix)).toBe(false)
})
