import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseAuthorization } from './authorization.ts'

const RESPONSE = '0123456789abcdef0123456789abcdef'
const VALUES = {
  username: 'abcdefgh',
  realm: 'MMS Public API',
  nonce: 'Nfx+VMFO0sY4tpgy1sHRakvvv0NN4S91',
  uri: '/api/atlas/v2/groups/byName/a%20b?pretty=true',
  response: RESPONSE,
  cnonce: 'MTIzNA==',
  nc: '00000002',
  qop: 'auth',
}
const FIELDS = {
  username: VALUES.username,
  realm: VALUES.realm,
  nonce: VALUES.nonce,
  uri: VALUES.uri,
  response: VALUES.response,
  cnonce: VALUES.cnonce,
  nc: VALUES.nc,
  count: 2,
}

const digestHeader = (changes: Record<string, string | undefined> = {}): string =>
  `Digest ${Object.entries({ ...VALUES, ...changes })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}="${value}"`)
    .join(', ')}`

test.each([
  [
    'curl',
    `Digest username="abcdefgh", realm="MMS Public API", nonce="${VALUES.nonce}", uri="${VALUES.uri}", cnonce="MTIzNA==", nc=00000002, qop=auth, response="${RESPONSE}", algorithm=MD5`,
  ],
  [
    'the Go client',
    `Digest username="abcdefgh", realm="MMS Public API", nonce="${VALUES.nonce}", uri="${VALUES.uri}", response="${RESPONSE}", algorithm="MD5", cnonce="MTIzNA==", qop=auth, nc=00000002`,
  ],
  [
    'requests',
    `Digest username="abcdefgh", realm="MMS Public API", nonce="${VALUES.nonce}", uri="${VALUES.uri}", response="${RESPONSE}", algorithm="MD5", qop="auth", nc=00000002, cnonce="MTIzNA=="`,
  ],
  [
    'digest-fetch',
    `Digest username="abcdefgh",realm="MMS Public API",nonce="${VALUES.nonce}",uri="${VALUES.uri}",algorithm="MD5",response="${RESPONSE}",opaque="",qop=auth,nc=00000002,cnonce="MTIzNA=="`,
  ],
  [
    'urllib',
    `Digest username="abcdefgh", realm="MMS Public API", nonce="${VALUES.nonce}", uri="${VALUES.uri}", response="${RESPONSE}", qop=auth, nc=00000002, cnonce="MTIzNA=="`,
  ],
])('the header that %s writes is read', (_client, header) => {
  expect(parseAuthorization(header)).toEqual({ kind: 'digest', fields: FIELDS })
})

test('every spelling of the same header is read alike', () => {
  const spelling = fc.record({
    names: fc.shuffledSubarray(Object.keys(VALUES), { minLength: Object.keys(VALUES).length }),
    bare: fc.uniqueArray(
      fc.constantFrom<string[]>('username', 'nonce', 'uri', 'response', 'cnonce', 'nc', 'qop', 'algorithm'),
    ),
    separator: fc.constantFrom(',', ', ', ' , ', ',\t', ',,'),
    equals: fc.constantFrom('=', ' = ', '= '),
    upper: fc.boolean(),
    scheme: fc.constantFrom('Digest ', 'digest  ', 'DIGEST\t'),
    algorithm: fc.constantFrom([], ['algorithm']),
  })
  const values = new Map<string, string>([...Object.entries(VALUES), ['algorithm', 'MD5']])
  fc.assert(
    fc.property(spelling, ({ names, bare, separator, equals, upper, scheme, algorithm }) => {
      const parameters = [...names, ...algorithm].map((name) => {
        const value = values.get(name) ?? ''
        return (upper ? name.toUpperCase() : name) + equals + (bare.includes(name) ? value : `"${value}"`)
      })
      expect(parseAuthorization(scheme + parameters.join(separator))).toEqual({ kind: 'digest', fields: FIELDS })
    }),
    { numRuns: 300 },
  )
})

test('a backslash in a quoted value stands for the character behind it', () => {
  const parsed = parseAuthorization(digestHeader({ cnonce: 'a\\"b\\\\c' }))
  expect(parsed.kind === 'digest' && parsed.fields.cnonce).toBe('a"b\\c')
})

test.each([
  ['no response', { response: undefined }],
  ['no username', { username: undefined }],
  ['no nonce', { nonce: undefined }],
  ['no uri', { uri: undefined }],
  ['the form without qop', { qop: undefined, nc: undefined, cnonce: undefined }],
  ['no nc', { nc: undefined }],
  ['no cnonce', { cnonce: undefined }],
  ['an empty cnonce', { cnonce: '' }],
  ['qop auth-int', { qop: 'auth-int' }],
  ['a list of qop', { qop: 'auth,auth-int' }],
  ['algorithm SHA-256', { algorithm: 'SHA-256' }],
  ['algorithm MD5-sess', { algorithm: 'MD5-sess' }],
  ['a counter of zero', { nc: '00000000' }],
  ['a counter of nine digits', { nc: '000000001' }],
  ['a counter that is no number', { nc: '0000000g' }],
  ['a short response', { response: RESPONSE.slice(1) }],
  ['a response that is not hexadecimal', { response: RESPONSE.replace('0', 'x') }],
])('a digest header with %s is unusable', (_what, changes: Record<string, string | undefined>) => {
  expect(parseAuthorization(digestHeader(changes))).toEqual({ kind: 'none' })
})

test.each([
  ['nothing', ''],
  ['no parameters', 'Digest'],
  ['another scheme', 'Basic YTpi'],
  ['a scheme glued to its parameters', digestHeader().replace('Digest ', 'Digest')],
  ['the same parameter twice', `${digestHeader()}, nc=00000003`],
  ['the same parameter twice in another case', `${digestHeader()}, NC=00000003`],
  ['an open quote', digestHeader().slice(0, -1)],
  ['rubbish at the end', `${digestHeader()} rubbish`],
  ['a parameter without a value', `${digestHeader()}, stale`],
  ['a control character', digestHeader({ username: 'abc\0defg' })],
  ['more than 8 KiB', digestHeader({ opaque: 'x'.repeat(8192) })],
])('%s gives no credentials', (_what, header) => {
  expect(parseAuthorization(header)).toEqual({ kind: 'none' })
})

test('an absent header gives no credentials', () => {
  expect(parseAuthorization(undefined)).toEqual({ kind: 'none' })
})

test.each(['Bearer abc.def-_~+/==', 'bearer   abc.def-_~+/==', 'BEARER\tabc.def-_~+/== '])(
  '%j is a token',
  (header) => {
    expect(parseAuthorization(header)).toEqual({ kind: 'bearer', token: 'abc.def-_~+/==' })
  },
)

test.each(['Bearer', 'Bearer ', 'Bearer a b', 'Bearer =', 'Bearer "a"', 'Bearer é'])(
  '%j is a malformed token',
  (header) => {
    expect(parseAuthorization(header)).toEqual({ kind: 'malformed_bearer' })
  },
)

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom('"', '\\', ',', '=', ' ', '\t', 'a', '\0', '\n', 'é'),
    maxLength: 9000,
    size: 'max',
  }),
  fc
    .array(fc.constantFrom(...Object.entries(VALUES).flatMap(([name, value]) => [`${name}=`, `"${value}"`, ', '])))
    .map((parts) => parts.join('')),
)

test('whatever arrives is read without throwing, each in less than a millisecond', () => {
  const headers = fc.sample(fc.tuple(fc.constantFrom('', 'Digest ', 'Bearer '), hostile), { numRuns: 5000, seed: 7 })
  const kinds = new Set<string>()
  const started = performance.now()
  for (const parts of headers) kinds.add(parseAuthorization(parts.join('')).kind)
  expect((performance.now() - started) / headers.length).toBeLessThan(1)
  expect(kinds).toContain('none')
  expect(kinds).toContain('malformed_bearer')
})

test.each([
  ['quotes', `Digest a="${'\\"'.repeat(4000)}`],
  ['blanks', `Digest ${'a = '.repeat(2000)}`],
  ['blanks behind an equals sign', `Digest a=${' '.repeat(8100)}"`],
  ['blanks before an equals sign', `Digest a${' '.repeat(8100)}"`],
  ['blanks behind a value', `Digest a=b${' '.repeat(8100)}"`],
  ['blanks in front', `Digest ${' '.repeat(8100)}"`],
  ['commas', `Digest ${','.repeat(8000)}`],
  ['names', `Digest ${'a'.repeat(8000)}`],
  ['equals signs', `Bearer ${'='.repeat(8000)}`],
])('8 KiB of %s take less than a millisecond', (_what, header) => {
  const times = Array.from({ length: 5 }, () => {
    const started = performance.now()
    parseAuthorization(header)
    return performance.now() - started
  })
  expect(Math.min(...times)).toBeLessThan(1)
})
