// Tables of digest headers: those that a server must take although clients spell them differently, and those it must not.
import { type KeyPair, type Signing, sign } from './digest-client.ts'

type Fields = Readonly<Record<string, string>>
type Spelling = readonly [what: string, header: string]

/** A counter as the header writes it. */
export const count = (number: number): string => number.toString(16).padStart(8, '0')

interface Signer {
  readonly target: string
  /** The target without its query. */
  readonly path: string
  /** The fields of a right header with these parts in place of its own. */
  fields(signing?: Partial<Signing>): Fields
}

const signer = (key: KeyPair, target: string, nonce: string): Signer => ({
  target,
  path: target.slice(0, target.indexOf('?')),
  fields: (signing = {}) => ({ ...sign(key, { method: 'GET', uri: target, nonce, ...signing }) }),
})

const written = (fields: Fields, separator = ', ', bare: readonly string[] = []): string =>
  `Digest ${Object.entries(fields)
    .map(([name, value]) => (bare.includes(name) ? `${name}=${value}` : `${name}="${value}"`))
    .join(separator)}`

const without = (fields: Fields, name: string): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name))

const NEEDED = ['username', 'realm', 'nonce', 'uri', 'response', 'cnonce', 'nc', 'qop']

/** GET headers for `target`, which has a query, that name a right key and a right nonce and are wrong all the same. */
export function wrongSpellings(key: KeyPair, target: string, nonce: string): ReadonlyMap<string, string> {
  const right = signer(key, target, nonce)
  return new Map([
    ...NEEDED.flatMap((name) => brokenField(right.fields(), name)),
    ...['nonce', 'response'].flatMap((name) => oneCharacterOff(right.fields(), name)),
    ...wrongValues(right),
    ...wrongUris(right),
    ...wrongDigests(right),
    ...wrongKeys(key, right, nonce),
    ...wrongSyntax(right.fields(), key),
  ])
}

function brokenField(right: Fields, name: string): readonly Spelling[] {
  const value = right[name] ?? ''
  const others = written(without(right, name))
  const changed = (text: string): string => written({ ...right, [name]: text })
  return [
    [`no ${name}`, others],
    [`${name} twice`, `${written(right)}, ${name}="${value}"`],
    [`${name} twice, once in capitals`, `${written(right)}, ${name.toUpperCase()}="${value}"`],
    [`${name} without a value`, `${others}, ${name}`],
    [`${name} with a colon`, `${others}, ${name}: "${value}"`],
    [`${name} in an open quote`, `${others}, ${name}="${value}`],
    [`${name} in single quotes`, `${others}, ${name}='${value}'`],
    [`empty ${name}`, changed('')],
    [`${name} and a letter`, changed(`${value}x`)],
    [`a letter and ${name}`, changed(`x${value}`)],
    [`${name} and a blank`, changed(`${value} `)],
    [`a blank and ${name}`, changed(` ${value}`)],
    [`${name} doubled`, changed(value + value)],
    [`${name} with a byte of Latin-1`, changed(`${value}\u00e9`)],
  ]
}

const oneCharacterOff = (right: Fields, name: string): readonly Spelling[] =>
  [...(right[name] ?? '')].map((letter, at, letters) => {
    const off = letters.with(at, letter === 'a' ? 'b' : 'a').join('')
    return [`${name} wrong at ${at}`, written({ ...right, [name]: off })]
  })

function wrongValues({ fields }: Signer): readonly Spelling[] {
  const counters = [
    '0',
    '1',
    '00000000',
    '000000001',
    '0000001',
    '0000000g',
    '-0000001',
    '+0000001',
    '0x000001',
    '0000001.',
  ]
  const qops = ['auth-int', 'auth,auth-int', 'auth-int,auth', 'none', 'au th', 'auth;q=1']
  const algorithms = ['SHA-256', 'MD5-sess', 'SHA-512-256', 'SHA', 'token', 'MD4', '']
  return [
    ...counters.map((nc): Spelling => [`nc ${nc}`, written(fields({ nc }))]),
    ...qops.map((qop): Spelling => [`qop ${qop}`, written({ ...fields(), qop })]),
    ...algorithms.map((algorithm): Spelling => [`algorithm ${algorithm}`, written({ ...fields(), algorithm })]),
  ]
}

/** Each is signed as it stands, so that only its being another address is wrong. */
function wrongUris({ target, path, fields }: Signer): readonly Spelling[] {
  const uris = [
    ...[`${path}?pretty=true`, `${target}&a=b`, `${path}/`, `${path}#x`, '/', '*', path.slice(1), `/x${target}`],
    ...[path.toUpperCase(), `http://127.0.0.1${target}`, `//host${target}`, target.replace('/api', '/%61pi')],
    ...[`${path}?`, `${path}%3Fpretty=false`, target.slice(0, -1), `${path}//`, `/..${path}`, `.${path}`],
  ]
  return uris.map((uri) => [`uri ${uri}`, written(fields({ uri }))])
}

function wrongDigests({ fields }: Signer): readonly Spelling[] {
  const { response = '' } = fields()
  return [
    ['the digest of another method', written(fields({ method: 'DELETE' }))],
    ['the digest of a method in small letters', written(fields({ method: 'get' }))],
    ['another realm', written(fields({ realm: 'Other' }))],
    ['the right realm in small letters', written(fields({ realm: 'mms public api' }))],
    ['a realm that was not signed', written({ ...fields({ realm: 'Other' }), realm: 'MMS Public API' })],
    ['a counter that was not signed', written({ ...fields(), nc: count(2) })],
    ['a cnonce that was not signed', written({ ...fields(), cnonce: 'other' })],
    ['the response in capitals', written({ ...fields(), response: response.toUpperCase().replace(/^\d+$/, 'A') })],
    ['a response of zeros', written({ ...fields(), response: '0'.repeat(32) })],
    ['a response of 64 digits', written({ ...fields(), response: response + response })],
  ]
}

function wrongKeys(key: KeyPair, { target, fields }: Signer, nonce: string): readonly Spelling[] {
  const by = (other: KeyPair): string => written(signer(other, target, nonce).fields())
  return [
    ['a wrong private key', by({ ...key, privateKey: 'a wrong private key' })],
    ['an empty private key', by({ ...key, privateKey: '' })],
    ['an unknown public key', by({ ...key, publicKey: 'nobody' })],
    ['the public key in capitals', by({ ...key, publicKey: key.publicKey.toUpperCase() })],
    [
      'the public key behind the signature in capitals',
      written({ ...fields(), username: key.publicKey.toUpperCase() }),
    ],
  ]
}

function wrongSyntax(right: Fields, { publicKey, privateKey }: KeyPair): readonly Spelling[] {
  const header = written(right)
  return [
    ['semicolons', written(right, '; ')],
    ['blanks instead of commas', written(right, ' ')],
    ['nothing between', written(right, '')],
    ['a scheme glued to its fields', header.replace('Digest ', 'Digest')],
    ['a scheme with a comma', header.replace('Digest ', 'Digest, x, ')],
    ['a scheme with a colon', header.replace('Digest ', 'Digest: ')],
    ['no scheme', header.replace('Digest ', '')],
    ['another scheme', header.replace('Digest', 'Digester')],
    ['Basic', `Basic ${Buffer.from(`${publicKey}:${privateKey}`).toString('base64')}`],
    ['Basic with a digest', header.replace('Digest', 'Basic')],
    ['Negotiate', 'Negotiate abc'],
    ['two schemes', `Basic abc, ${header}`],
    ['rubbish behind', `${header} rubbish`],
    ['an open quote behind', `${header}, "`],
    ['a lone equals sign behind', `${header}, =`],
    ['more than 8 KiB', written({ ...right, opaque: 'x'.repeat(8192) })],
    ['braces', `Digest {${header.slice(7)}}`],
    ['JSON', `Digest ${JSON.stringify(right)}`],
    ['only the scheme', 'Digest'],
    ['only the scheme and a blank', 'Digest '],
    ['only commas', 'Digest ,,,,'],
    ['only quotes', 'Digest """"""'],
    ['a word', 'Digest hello'],
    ['thousands of quotes', `Digest username="${'\\"'.repeat(3000)}`],
    ['thousands of fields', `Digest ${Array.from({ length: 900 }, (_, index) => `a${index}=1`).join(',')}`],
  ]
}

/** A way to write right fields, with whatever must be signed for it. */
type Writing = readonly [what: string, write: (fields: Fields) => string, signing?: Partial<Signing>]

/** GET headers for `target` that are all right; each has a counter of its own, because they share the nonce. */
export function goodSpellings(key: KeyPair, target: string, nonce: string): ReadonlyMap<string, string> {
  const right = signer(key, target, nonce)
  const writings = [...clientsOwn, ...quoting, ...separators, ...orders, ...schemes, ...oddities(right.path)]
  return new Map(
    writings.map(([what, write, signing = {}], index) => [
      what,
      write(right.fields({ nc: count(index + 1), ...signing })),
    ]),
  )
}

const clientsOwn: readonly Writing[] = [
  ['curl', (fields) => written(fields, ', ', ['nc', 'qop', 'algorithm'])],
  ['Go', (fields) => written(fields, ', ', ['qop', 'nc'])],
  ['requests', (fields) => written(fields, ', ', ['nc'])],
  ['digest-fetch', (fields) => written({ ...fields, opaque: '' }, ',', ['qop', 'nc'])],
  ['urllib', (fields) => written(without(fields, 'algorithm'), ', ', ['qop', 'nc'])],
  ['everything quoted', (fields) => written(fields)],
]

const quoting: readonly Writing[] = ['username', 'nonce', 'uri', 'response', 'cnonce', 'nc', 'qop', 'algorithm'].map(
  (name) => [`${name} without quotes`, (fields) => written(fields, ', ', [name])],
)

const separators: readonly Writing[] = [',', ' ,', ' , ', ',\t', ',,', ', ,', ',   '].map((separator) => [
  `${JSON.stringify(separator)} between`,
  (fields) => written(fields, separator),
])

const orders: readonly Writing[] = [...NEEDED, 'algorithm'].flatMap((name): readonly Writing[] => [
  [`${name} first`, (fields) => written({ [name]: fields[name] ?? '', ...without(fields, name) })],
  [`${name} in capitals`, (fields) => written({ ...without(fields, name), [name.toUpperCase()]: fields[name] ?? '' })],
])

const schemes: readonly Writing[] = ['digest ', 'DIGEST ', 'dIgEsT ', 'Digest   ', 'Digest\t'].map((scheme) => [
  `the scheme as ${JSON.stringify(scheme)}`,
  (fields) => written(fields).replace('Digest ', scheme),
])

const oddities = (path: string): readonly Writing[] => [
  ['blanks around the equals signs', (fields) => written(fields).replaceAll('="', ' = "'), { cnonce: 'abc' }],
  ['a comma in front', (fields) => written(fields).replace('Digest ', 'Digest , ')],
  ['a comma behind', (fields) => `${written(fields)},`],
  ['unknown fields', (fields) => written({ ...fields, opaque: 'x', userhash: 'false', other: 'y' })],
  ['a quoted comma', (fields) => written({ opaque: 'a, b=\\"c', ...fields })],
  ['a small algorithm', (fields) => written({ ...fields, algorithm: 'md5' })],
  ['a great qop', (fields) => written({ ...fields, qop: 'AUTH' })],
  ['a long cnonce', written, { cnonce: 'x'.repeat(200) }],
  ['a cnonce of one character', written, { cnonce: '0' }],
  ['a cnonce with escapes', (fields) => written({ ...fields, cnonce: 'a\\"b' }), { cnonce: 'a"b' }],
  ['a uri without its query', written, { uri: path }],
  ['a counter in small digits', written, { nc: '0000abcd' }],
  ['a counter in capital digits', written, { nc: '0000ABCE' }],
]
