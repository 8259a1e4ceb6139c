// Names and addresses of people who mean harm: to headers, to envelopes, to HTML, to the order of letters on a screen.

/** Stands in every piece of HTML among them: a mail or page that holds one of these has not escaped it. */
export const UNESCAPED = /<script|<img|<svg|<iframe|<b>eve/i

const BREAKS = ['\r\n', '\n', '\r', '%0d%0a', '\\r\\n', '\u2028', '\u0085', '\0', '\v']
const HEADERS = ['Bcc: eve@evil.example', 'RCPT TO:<eve@evil.example>', 'Content-Type: text/html', '.\r\nQUIT', '']
const MARKUP = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '</title><iframe src=//evil.example>',
  '<a href="javascript:alert(1)">x</a>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '{{constructor.constructor("alert(1)")()}}',
  '<b>eve</b>',
  '<!--',
]
const WORDS = [
  '=?UTF-8?B?QmNjOiBldmVAZXZpbC5leGFtcGxl?=',
  '=?UTF-8?Q?=0D=0ABcc:_eve@evil.example?=',
  '"Eve" <eve@evil.example>',
  'Acme <eve@evil.example>, Eve',
  'Acme; eve@evil.example',
  '\u202eemca\u202c',
  'Ac\u200bme',
  'A\u0301'.repeat(60),
  '주식회사 アクメ 艾克米',
  '👩‍👩‍👧‍👦',
  '.',
  '..',
  '--=_boundary--',
  '$(touch /tmp/eve)`id`',
  '%s%n%x',
  'A'.repeat(64),
]
const ENDINGS = ['', ' ', ', Inc.', ' 株式会社', '>', '"', "'", '\\']

/** Different names, in a fixed order; some are refused wherever a name is checked. */
export const hostileNames = (count: number): readonly string[] => take(names(), count)

function* names(): Generator<string> {
  for (const ending of ENDINGS) {
    for (const word of [...WORDS, ...MARKUP]) yield `${word}${ending}`
    for (const line of BREAKS) for (const header of HEADERS) yield `Acme${line}${header}${ending}`
  }
}

const LEGAL = "!#$%&'*+-/=?^_`{|}~"
const LOCALS = [
  ...[...LEGAL].flatMap((mark) => [`${mark}eve`, `eve${mark}bo`]),
  ...['eve%evil.example', 'evil.example!eve', 'eve=evil.example', '|/bin/sh', '-oqueue', '--', 'root', 'postmaster'],
  ...['eve+bo', 'e.v.e', 'EVE', 'x'.repeat(64), '=?utf-8?q?eve?='],
]
const ILLEGAL = [
  ...[
    'bo@example.com\r\nRCPT TO:<eve@evil.example>',
    'bo@example.com,eve@evil.example',
    'bo@example.com eve@evil.example',
  ],
  ...['bo@example.com>\r\nDATA', '<bo@example.com>', 'Bo <bo@example.com>', '"bo\r\n"@example.com', 'bo@example.com\0'],
  ...[
    'bo@evil.example@example.com',
    '@evil.example:bo@example.com',
    'bo@[127.0.0.1]',
    'bo@example.com;eve@evil.example',
  ],
  ...[
    '"eve@evil.example"@example.com',
    'bo(comment)@example.com',
    'bo@example.com\n',
    ' bo@example.com',
    'bo@ex\u200bample.com',
  ],
  ...[
    'b\u0131@example.com',
    '\u212a@example.com',
    'bo@exa\uff0emple.com',
    '.bo@example.com',
    'bo..x@example.com',
    'bo@',
  ],
]
const DOMAINS = [
  'example.com',
  'xn--80ak6aa92e.example',
  'a-b.example',
  `${'d'.repeat(63)}.example`,
  '127.0.0.1.example',
]

/** Different addresses, in a fixed order: legal ones that other programs stumble over, and some that are none. */
export const hostileAddresses = (count: number): readonly string[] => take(addresses(), count)

function* addresses(): Generator<string> {
  yield* ILLEGAL
  for (const domain of DOMAINS) for (const local of LOCALS) yield `${local}@${domain}`
}

function take(from: Iterable<string>, count: number): readonly string[] {
  const taken = [...new Set(from)].slice(0, count)
  if (taken.length < count) throw new Error(`There are ${taken.length}, not ${count}.`)
  return taken
}
