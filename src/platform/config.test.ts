import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { scratchFolder } from '../../test/harness/scratch.ts'
import { type Environment, readAppearance, readConfig } from './config.ts'

const COMPLETE: Environment = {
  DATABASE_URL: 'postgres://atrium:hidden@db.example.com/atrium',
  PUBLIC_URL: 'https://atrium.example.com/base/',
  ATRIUM_KEYS: 'k1:c2VjcmV0',
}

const read = (more: Environment = {}) => readConfig({ ...COMPLETE, ...more })
const problemsOf = (more: Environment) => read(more).problems.join('\n')

function envFile(...lines: string[]): string {
  const file = join(scratchFolder(), 'atrium.env')
  writeFileSync(file, lines.join('\n'))
  return file
}

test('what is not set has its default', () => {
  expect(read().config).toMatchObject({
    host: '0.0.0.0',
    port: 8080,
    trustedProxies: [],
    logLevel: 'info',
    digest: true,
    sunsets: 'headers',
    invitationDays: 30,
    eventRetentionDays: 0,
    rateLimits: 'none',
    quantityLimits: { base: 'none', own: {} },
  })
})

test('all problems are reported together, and no secret among them', () => {
  const { config, problems } = readConfig({ DATABASE_URL: 'mysql://u:hidden@h/d', PORT: '80 80', DIGEST: 'yes' })
  expect(config).toBeUndefined()
  expect(problems).toEqual([
    'DATABASE_URL must be postgres://user:password@host:port/name or sqlite:/path/to/file.',
    'PUBLIC_URL is missing: it must be an absolute http or https address without query, fragment or credentials.',
    'ATRIUM_KEYS is missing: it must be id:base64 pairs separated by commas, each key 32 random bytes.',
    'PORT must be a whole number from 0 to 65535, not "80 80".',
    'DIGEST must be on or off, not "yes".',
  ])
})

test('the configuration cannot be changed', () => {
  expect(Object.isFrozen(read().config)).toBe(true)
})

test('secrets are not in the printed configuration', () => {
  const printed = JSON.stringify(read().config)
  expect(printed).not.toContain('hidden')
  expect(printed).not.toContain('c2VjcmV0')
})

test('the public url keeps its path and loses its last slash', () => {
  expect(read().config?.publicUrl).toBe('https://atrium.example.com/base')
  expect(read({ PUBLIC_URL: 'http://localhost:8080/' }).config?.publicUrl).toBe('http://localhost:8080')
})

test.each([
  'atrium.example.com',
  'ftp://a.example',
  'https://a.example/?x=1',
  'https://u:p@a.example',
  'https://',
  '/x',
])('a public url cannot be %s', (url) => {
  expect(problemsOf({ PUBLIC_URL: url })).toMatch(/^PUBLIC_URL must be/)
})

test.each([
  ['sqlite:/var/lib/atrium.db', '/var/lib/atrium.db'],
  ['sqlite:///var/lib/atrium.db', '/var/lib/atrium.db'],
  ['sqlite:data/atrium.db', 'data/atrium.db'],
])('%s names the file %s', (url, file) => {
  expect(read({ DATABASE_URL: url }).config?.database).toEqual({ engine: 'sqlite', file })
})

test.each(['sqlite:', 'sqlite://host/file', 'postgres://', 'atrium.db'])('a database cannot be %s', (url) => {
  expect(problemsOf({ DATABASE_URL: url })).toMatch(/^DATABASE_URL must be/)
})

test('trusted proxies are addresses and ranges', () => {
  expect(read({ TRUSTED_PROXIES: '10.0.0.0/8, ::1,192.168.1.1' }).config?.trustedProxies).toEqual([
    '10.0.0.0/8',
    '::1',
    '192.168.1.1',
  ])
  for (const wrong of ['10.0.0.0/33', 'proxy.internal', '::1/129', '10.0.0.0/8/8', '1.2.3.4/']) {
    expect(problemsOf({ TRUSTED_PROXIES: wrong }), wrong).toMatch(/^TRUSTED_PROXIES must be/)
  }
})

test.each([
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '0x50'],
  ['HOST', 'a:80'],
  ['LOG_LEVEL', 'verbose'],
  ['SUNSETS', 'on'],
  ['INVITATION_DAYS', '0'],
  ['INVITATION_DAYS', '366'],
  ['INVITATION_DAYS', '1.5'],
  ['EVENT_RETENTION_DAYS', '-1'],
  ['EVENT_RETENTION_DAYS', '36501'],
  ['RATE_LIMITS', 'on'],
  ['QUANTITY_LIMITS', 'atlas,people=5'],
])('%s cannot be %s', (name, text) => {
  expect(problemsOf({ [name]: text })).toMatch(new RegExp(`^${name} must be .*, not "${text}"\\.$`))
})

test('a file gives settings, the environment wins, and an empty value counts as absent', () => {
  const file = envFile('# comment', '', 'PORT=1111', "export LOG_LEVEL='warn'", 'INVITATION_DAYS="7"', 'HOST=')
  const { config } = readConfig({ ...COMPLETE, PORT: '2222', LOG_LEVEL: '' }, file)
  expect(config).toMatchObject({ port: 2222, logLevel: 'warn', invitationDays: 7, host: '0.0.0.0' })
})

test('what a file cannot mean is reported with its line', () => {
  const file = envFile('PORT=1111', 'PUBLIC_URI=https://x.example', 'nonsense', 'PORT=2222')
  const { problems } = readConfig(COMPLETE, file)
  expect(problems).toHaveLength(3)
  expect(problems[0]).toContain(`${file}:2: PUBLIC_URI is not a setting`)
  expect(problems[1]).toBe(`${file}:3 is not a KEY=VALUE line.`)
  expect(problems[2]).toBe(`${file}:4: PORT is set a second time.`)
})

test('a file that is not there is a problem', () => {
  expect(readConfig(COMPLETE, '/nowhere/atrium.env').problems.join()).toMatch(/^\/nowhere\/atrium.env cannot be read: /)
})

test('whoever knows more about a setting adds to the problems', () => {
  const { config, problems } = readConfig(COMPLETE, undefined, ({ port }) => [`${port} is taken.`])
  expect(config).toBeUndefined()
  expect(problems).toEqual(['8080 is taken.'])
})

test('without a mail server nothing of mails has to be said', () => {
  expect(read().config).toMatchObject({
    smtp: false,
    mailFrom: false,
    brandName: 'Atrium',
    brandLogo: false,
    brandAccent: '#0f766e',
    appUrl: false,
    defaultLanguage: 'en',
  })
})

test.each([
  ['smtp://mail.example', { host: 'mail.example', port: 587, secure: false, login: undefined }],
  ['smtp://127.0.0.1:25', { host: '127.0.0.1', port: 25, secure: false, login: undefined }],
  ['smtp://mail.example:80/', { host: 'mail.example', port: 80, secure: false, login: undefined }],
  ['smtps://[::1]', { host: '::1', port: 465, secure: true, login: undefined }],
  ['smtps://u%40x:p%3Aw@mail.example:2525', { host: 'mail.example', port: 2525, secure: true, login: { user: 'u@x' } }],
])('%s is a mail server', (url, server) => {
  const { config } = read({ SMTP_URL: url, MAIL_FROM: 'a@b.example' })
  expect(config?.smtp).toMatchObject(server)
})

test('a password of a mail server is what was meant, and is never printed', () => {
  const { smtp } = read({ SMTP_URL: 'smtp://u:p%3Aw@mail.example', MAIL_FROM: 'a@b.example' }).config ?? {}
  expect(smtp ? smtp.login?.password.reveal() : smtp).toBe('p:w')
  expect(JSON.stringify(smtp)).not.toContain('p:w')
})

test.each([
  'mail.example',
  'http://mail.example',
  'smtp://',
  'smtp://u@mail.example',
  'smtp://:p@mail.example',
  'smtp://mail.example/?tls.rejectUnauthorized=false',
  'smtp://mail.example/path',
  'smtp://mail.example:99999',
  'smtp://u:%zz@mail.example',
  'smtp://mail.example x',
])('a mail server cannot be %s, and the message does not repeat it', (url) => {
  const problems = problemsOf({ SMTP_URL: url, MAIL_FROM: 'a@b.example' })
  expect(problems).toMatch(/^SMTP_URL must be smtp:/)
  expect(problems).not.toContain('example')
})

test('whoever sends mails says from whom', () => {
  expect(problemsOf({ SMTP_URL: 'smtp://mail.example' })).toBe('MAIL_FROM is missing: SMTP_URL needs it.')
})

test.each([
  ['people@acme.example', { name: '', address: 'people@acme.example' }],
  ['<people@acme.example>', { name: '', address: 'people@acme.example' }],
  ['Acme People <people@acme.example>', { name: 'Acme People', address: 'people@acme.example' }],
  ['"Acme, Inc." <people@acme.example>', { name: 'Acme, Inc.', address: 'people@acme.example' }],
  ['人事部 <people@acme.example>', { name: '人事部', address: 'people@acme.example' }],
])('%s is a sender', (text, sender) => {
  expect(read({ MAIL_FROM: text }).config?.mailFrom).toEqual(sender)
})

test.each([
  'acme',
  'a@b.example, c@d.example',
  'A <a@b.example> <c@d.example>',
  'A "B" <a@b.example>',
  'A\nB <a@b.example>',
  'a b@c.example',
  '@c.example',
])('a sender cannot be %j', (text) => {
  expect(problemsOf({ MAIL_FROM: text })).toMatch(/^MAIL_FROM must be/)
})

test.each([
  ['BRAND_NAME', ['', ' Acme', 'a\nb', 'x'.repeat(61)].slice(1)],
  [
    'BRAND_LOGO',
    ['http://a.example/x.png', 'javascript:alert(1)', 'https://a.example/">', '/x.png', 'https://u:p@a.example/'],
  ],
  ['BRAND_ACCENT', ['red', '#fff', '#12345g', 'url(x)']],
  ['APP_URL', ['app.example', 'javascript:alert(1)', 'https://']],
  ['DEFAULT_LANGUAGE', ['EN', 'de', 'zh']],
])('%s is checked, in dev as well', (name, texts) => {
  for (const text of texts) {
    expect(problemsOf({ [name]: text }), text).toMatch(new RegExp(`^${name} must be`))
    expect(readAppearance({ [name]: text }).problems.join()).toMatch(new RegExp(`^${name} must be`))
  }
})
