import { expect, test } from 'vitest'
import { LANGUAGES, type Language } from '../domain/languages.ts'
import type { InvitationAnswer, InvitationFacts, Letter } from '../domain/letters.ts'
import type { HouseStyle } from '../platform/house-style.ts'
import { type Mail, mailOf } from './letter-mail.ts'

const STYLE: HouseStyle = { name: 'Atrium', accent: '#0f766e', appUrl: 'https://app.example.com/' }
const ACCEPT = 'https://people.example.com/invitations/5f9a1c3e7b2d4a6f8e0c1b3d.accept'
const STOP = 'https://people.example.com/stop/5f9a1c3e7b2d4a6f8e0c1b3d.stop'
const RENEW = 'https://people.example.com/renewals/5f9a1c3e7b2d4a6f8e0c1b3d.renew'
const RESET = 'https://people.example.com/password/reset'
const AT = Date.UTC(2026, 11, 22, 14, 30)

const ORG: InvitationFacts = {
  face: 'org',
  username: 'bo@example.com',
  orgName: 'Acme',
  projectName: undefined,
  inviterName: 'Ana Nunes',
  promised: [
    { kind: 'org-role', role: 'ORG_READ_ONLY' },
    { kind: 'project-role', role: 'GROUP_ACCESS_MANAGER', projectName: 'Shop' },
    { kind: 'team', teamName: 'Core' },
  ],
  expiresAt: AT,
}
const PROJECT: InvitationFacts = {
  ...ORG,
  face: 'legacy-project',
  projectName: 'Billing',
  promised: [{ kind: 'project-role', role: 'GROUP_OWNER', projectName: 'Billing' }],
}
const ACCEPTED: InvitationAnswer = {
  username: 'bo@example.com',
  name: 'Bo Chen',
  answer: 'accepted',
  projectName: undefined,
  answeredAt: AT,
}
const DECLINED: InvitationAnswer = { ...ACCEPTED, username: 'cy@example.com', name: undefined, answer: 'declined' }

interface Expected {
  readonly letter: Letter
  /** What text and HTML both say. */
  readonly facts: readonly string[]
  /** What the subject names. */
  readonly subject: readonly string[]
  readonly links: readonly string[]
}

const invited = (invitation: InvitationFacts): Letter => ({
  kind: 'invitation',
  invitation,
  acceptLink: ACCEPT,
  stopLink: STOP,
})
const answered = (...answers: InvitationAnswer[]): Letter => ({ kind: 'answered', orgName: 'Acme', answers })

const LETTERS: Readonly<Record<string, Expected>> = {
  'invitation to an organization': {
    letter: invited(ORG),
    facts: ['Ana Nunes', 'Acme', 'bo@example.com', 'Shop', 'Core', '2026', '14:30', 'UTC'],
    subject: ['Ana Nunes', 'Acme'],
    links: [ACCEPT, STOP],
  },
  'invitation by a key': {
    letter: invited({ ...ORG, inviterName: undefined }),
    facts: ['Acme', 'bo@example.com', 'Shop', 'Core', '2026', '14:30', 'UTC'],
    subject: ['Acme'],
    links: [ACCEPT, STOP],
  },
  'invitation to a project': {
    letter: invited(PROJECT),
    facts: ['Ana Nunes', 'Acme', 'Billing', 'bo@example.com', '2026', '14:30', 'UTC'],
    subject: ['Ana Nunes', 'Acme', 'Billing'],
    links: [ACCEPT, STOP],
  },
  'invitation to a project by a key': {
    letter: invited({ ...PROJECT, inviterName: undefined }),
    facts: ['Acme', 'Billing', 'bo@example.com', '14:30', 'UTC'],
    subject: ['Acme', 'Billing'],
    links: [ACCEPT, STOP],
  },
  'invitation that grants nothing': {
    letter: invited({ ...ORG, promised: [] }),
    facts: ['Ana Nunes', 'Acme', 'bo@example.com', '14:30', 'UTC'],
    subject: ['Ana Nunes', 'Acme'],
    links: [ACCEPT, STOP],
  },
  reminder: {
    letter: { kind: 'reminder', invitation: ORG, acceptLink: ACCEPT, stopLink: STOP },
    facts: ['Ana Nunes', 'Acme', 'bo@example.com', 'Shop', 'Core', '2026', '14:30', 'UTC'],
    subject: ['Acme', '2026', '14:30', 'UTC'],
    links: [ACCEPT, STOP],
  },
  'reminder of an invitation by a key': {
    letter: {
      kind: 'reminder',
      invitation: { ...PROJECT, inviterName: undefined },
      acceptLink: ACCEPT,
      stopLink: STOP,
    },
    facts: ['Acme', 'Billing', 'bo@example.com', '14:30', 'UTC'],
    subject: ['Acme', 'Billing', '14:30', 'UTC'],
    links: [ACCEPT, STOP],
  },
  expired: {
    letter: { kind: 'expired', invitation: ORG, renewLink: RENEW },
    facts: ['bo@example.com', 'Acme', '2026', '14:30', 'UTC'],
    subject: ['bo@example.com', 'Acme'],
    links: [RENEW],
  },
  'renewal asked': {
    letter: { kind: 'renewal-asked', invitation: PROJECT, renewLink: RENEW },
    facts: ['bo@example.com', 'Acme', 'Billing', '2026', '14:30', 'UTC'],
    subject: ['bo@example.com', 'Acme', 'Billing'],
    links: [RENEW],
  },
  accepted: {
    letter: answered({ ...ACCEPTED, projectName: 'Billing' }),
    facts: ['Bo Chen', 'bo@example.com', 'Acme', 'Billing', '14:30', 'UTC'],
    subject: ['Bo Chen', 'Acme', 'Billing'],
    links: [],
  },
  declined: {
    letter: answered(DECLINED),
    facts: ['cy@example.com', 'Acme', '14:30', 'UTC'],
    subject: ['cy@example.com', 'Acme'],
    links: [],
  },
  'many answers': {
    letter: answered({ ...ACCEPTED, projectName: 'Billing' }, DECLINED),
    facts: ['Bo Chen', 'bo@example.com', 'cy@example.com', 'Acme', 'Billing', '14:30', 'UTC'],
    subject: ['2', 'Acme'],
    links: [],
  },
  'password reset': {
    letter: { kind: 'password-reset', username: 'bo@example.com', resetLink: RESET, minutes: 45 },
    facts: ['bo@example.com', 'Atrium', '45'],
    subject: ['Atrium'],
    links: [RESET],
  },
}

const CASES = LANGUAGES.flatMap((language) =>
  Object.entries(LETTERS).map(([name, expected]) => ({ language, name, ...expected })),
)

/** What a person sees of the HTML, with every run of white space as one space. */
const seen = ({ html }: Mail): string =>
  html
    .replaceAll(/<(style|title)>.*?<\/\1>|<!--.*?-->|<div style="display:none.*?<\/div>|<[^>]*>/gs, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')

const hrefs = ({ html }: Mail): readonly string[] => [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href)

/** Every run of letters and digits. */
const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}@.[\]]+/gu) ?? []

test.each(CASES)(
  '$language, $name: subject, text and HTML say whom and what',
  ({ language, letter, facts, subject }) => {
    const mail = mailOf(letter, language, STYLE)
    expect(mail.subject).toMatch(/^\S.*\S$/)
    for (const named of subject) expect(mail.subject).toContain(named)
    for (const fact of facts) {
      expect(mail.text).toContain(fact)
      expect(seen(mail)).toContain(fact)
    }
    for (const form of [mail.subject, mail.text, mail.html]) {
      expect(form).not.toMatch(/undefined|\bnull\b|NaN|\[object|\$\{|ORG_|GROUP_/)
    }
    expect(mail.html).toContain(`<html lang="${language}">`)
  },
)

test.each(CASES)(
  '$language, $name: text and HTML say the same words in the same order',
  ({ language, letter, links }) => {
    const mail = mailOf(letter, language, { ...STYLE, appUrl: undefined })
    const inText = wordsOf(mail.text)
    const inHtml = wordsOf(seen(mail))
    // The text has the links written out, and no name above; the HTML has words before the button's link.
    const linkWords = new Set(links.flatMap(wordsOf))
    const htmlOnly = inHtml.filter((word) => !inText.includes(word))
    expect(inText.filter((word) => !inHtml.includes(word) && !linkWords.has(word))).toEqual([])
    expect(htmlOnly.length).toBeLessThanOrEqual(links.length > 0 ? 5 : 1)
    const common = (words: readonly string[]) =>
      words.filter(
        (word) => inText.includes(word) && inHtml.includes(word) && !linkWords.has(word) && word !== 'Atrium',
      )
    const once = (words: readonly string[]) => [...new Set(common(words))]
    expect(once(inHtml).toSorted()).toEqual(once(inText).toSorted())
  },
)

test.each(CASES)('$language, $name: exactly the links that are due', ({ language, letter, links }) => {
  const mail = mailOf(letter, language, STYLE)
  const inText = mail.text.match(/https?:\/\/\S+/g) ?? []
  expect(inText).toEqual([...links, STYLE.appUrl])
  for (const link of inText) expect(mail.text.split('\n')).toContain(link)
  const [button] = links
  if (button !== undefined) expect(seen(mail)).toContain(button)
  expect(new Set(hrefs(mail))).toEqual(new Set([...links, STYLE.appUrl]))
  expect(mail.html).not.toMatch(/\bsrc=|url\(|@import|<link|<script|<form|\son\w+=/i)
})

test.each(CASES)(
  '$language, $name: lines of the text are short where words are parted',
  ({ language, letter, links }) => {
    const { text } = mailOf(letter, language, STYLE)
    expect(text).toMatch(/[^\n]\n$/)
    expect(text).not.toMatch(/\n{3}|\r|\t/)
    if (language === 'ja' || language === 'zh-CN') return
    for (const line of text.split('\n')) if (!links.includes(line)) expect(line.length).toBeLessThanOrEqual(72)
  },
)

test.each(CASES)('$language, $name: the same letter gives the same mail', ({ language, letter }) => {
  expect(mailOf(letter, language, STYLE)).toEqual(mailOf(letter, language, STYLE))
})

test('every language says every sentence in its own words', () => {
  for (const [name, { letter }] of Object.entries(LETTERS)) {
    const subjects = LANGUAGES.map((language) => mailOf(letter, language, STYLE).subject)
    expect(new Set(subjects).size, name).toBe(LANGUAGES.length)
  }
})

test('an organization that invites is named, and never a key', () => {
  const subjectOf = (invitation: InvitationFacts) => mailOf(invited(invitation), 'en', STYLE).subject
  expect(subjectOf(ORG)).toBe('Ana Nunes invites you to Acme')
  expect(subjectOf({ ...ORG, inviterName: undefined })).toBe('Acme invites you')
  expect(subjectOf({ ...ORG, inviterName: ' \u202e ' })).toBe('Acme invites you')
  expect(subjectOf(PROJECT)).toBe('Ana Nunes invites you to project Billing of Acme')
  expect(subjectOf({ ...PROJECT, inviterName: undefined })).toBe('Acme invites you to project Billing')
})

test('a digest names the first hundred of each answer and counts the others', () => {
  const answers = Array.from({ length: 250 }, (_, index) => ({
    ...(index < 120 ? ACCEPTED : DECLINED),
    username: `p${index}@example.com`,
  }))
  const { text, html, subject } = mailOf(answered(...answers), 'en', STYLE)
  expect(subject).toBe('250 answers to your invitations to Acme')
  expect(text).toContain('Accepted (120)')
  expect(text).toContain('and 20 more')
  expect(text).toContain('Declined (130)')
  expect(text).toContain('and 30 more')
  expect(text.match(/@example\.com/g)).toHaveLength(200)
  // Gmail cuts what is longer.
  expect(Buffer.byteLength(html)).toBeLessThan(102_000)
})

test.each(LANGUAGES)('in %s no answers and a single minute are said too', (language) => {
  expect(mailOf(answered(), language, STYLE).subject).toContain('0')
  const reset = mailOf(
    { kind: 'password-reset', username: 'a@b.example', resetLink: RESET, minutes: 1 },
    language,
    STYLE,
  )
  expect(reset.text).toMatch(/\b1\b/)
  expect(reset.text).not.toMatch(/1 (minutes|minutos)/)
})

const JOSA = /^\s?(?:을|를|은|는|이|가|과|와|로|으로|아|야|이다|라)(?=[\s.,’)]|$)/

test('in Korean no particle follows a name, only nouns and what is the same after every sound', () => {
  const names = ['홍길동', '마리', 'Acme', 'Seoul', '서울', '7']
  for (const name of names) {
    const facts: InvitationFacts = { ...PROJECT, orgName: name, projectName: name, inviterName: name }
    const letters: Letter[] = [
      ...[ORG, PROJECT]
        .flatMap((shape): InvitationFacts[] => [
          { ...facts, face: shape.face, projectName: shape.projectName && name },
          { ...facts, projectName: shape.projectName && name, inviterName: undefined },
        ])
        .flatMap((invitation): Letter[] => [
          invited({
            ...invitation,
            promised: [
              { kind: 'project-role', role: 'GROUP_OWNER', projectName: name },
              { kind: 'team', teamName: name },
            ],
          }),
          { kind: 'reminder', invitation, acceptLink: ACCEPT, stopLink: STOP },
          { kind: 'expired', invitation, renewLink: RENEW },
          { kind: 'renewal-asked', invitation, renewLink: RENEW },
        ]),
      answered({ ...ACCEPTED, name, projectName: name }),
      answered({ ...ACCEPTED, name }, { ...DECLINED, projectName: name }),
    ]
    for (const letter of letters) {
      const { subject, text } = mailOf(letter, 'ko', STYLE)
      for (const [index, part] of `${subject} ${text}`.split(name).entries())
        if (index > 0) expect(part.replace(/^[’)]/, '')).not.toMatch(JOSA)
    }
  }
})

test('a brand’s own accent can be read, and an odd one does no harm', () => {
  for (const accent of ['#ffee00', '#FFFFFF', '#000000', '#808080', 'red;}</style><script>'])
    expect(mailOf(invited(ORG), 'en', { ...STYLE, accent }).html).not.toMatch(/<script|red;/)
  const { html } = mailOf(invited(ORG), 'en', { ...STYLE, logoUrl: 'https://cdn.example.com/logo.png?a=1&b="2"' })
  expect(html).toContain('src="https://cdn.example.com/logo.png?a=1&amp;b=&quot;2&quot;"')
  expect(html.match(/\bsrc=/g)).toHaveLength(1)
})

const HOSTILE_PIECES = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></style><svg onload=alert(1)>',
  '--><b>',
  '&lt;b&gt;',
  'Acme\r\nBcc: everyone@example.com',
  'Acme\n\n<html>',
  '\u202egnp.exe',
  'two: "one" & <i>three</i>',
]
const HOSTILE = [
  ...HOSTILE_PIECES,
  ...HOSTILE_PIECES.map((piece) => `${piece}${'W'.repeat(1_000)}`),
  ...HOSTILE_PIECES.map((piece) => `${piece}\u0000\u2028\u2029\u0085`),
  ...HOSTILE_PIECES.map((piece) => `https://evil.example/${piece}`),
  ...HOSTILE_PIECES.map((piece) => `\u{1f600}${piece}\ud800`),
]

/** The tags of the HTML with their attributes' names, which names put into text must not change. */
const skeleton = (html: string): readonly string[] =>
  (html.match(/<[^>]*>/g) ?? []).map((tag) => tag.replaceAll(/="[^"]*"/g, ''))

const withName = (name: string): readonly Letter[] => {
  const invitation: InvitationFacts = {
    ...PROJECT,
    orgName: name,
    projectName: name,
    inviterName: name,
    promised: [
      { kind: 'project-role', role: name, projectName: name },
      { kind: 'team', teamName: name },
    ],
  }
  return [
    invited(invitation),
    { kind: 'reminder', invitation, acceptLink: ACCEPT, stopLink: STOP },
    { kind: 'expired', invitation, renewLink: RENEW },
    { kind: 'renewal-asked', invitation, renewLink: RENEW },
    { kind: 'answered', orgName: name, answers: [{ ...ACCEPTED, name, projectName: name }] },
    {
      kind: 'answered',
      orgName: name,
      answers: [
        { ...ACCEPTED, name },
        { ...DECLINED, projectName: name },
      ],
    },
    { kind: 'password-reset', username: name, resetLink: RESET, minutes: 45 },
  ]
}

test.each(LANGUAGES)(
  'in %s fifty hostile names change neither a header nor the HTML nor the lines',
  (language: Language) => {
    expect(new Set(HOSTILE).size).toBe(50)
    const tame = withName('Acme').map((letter) => mailOf(letter, language, STYLE))
    for (const name of HOSTILE) {
      for (const [index, letter] of withName(name).entries()) {
        const mail = mailOf(letter, language, STYLE)
        expect(mail.subject).not.toMatch(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/u)
        expect(mail.subject.length).toBeLessThan(600)
        expect(mail.subject.isWellFormed()).toBe(true)
        expect(skeleton(mail.html)).toEqual(skeleton(tame[index]?.html ?? ''))
        expect(`${mail.text}${mail.html}`).not.toMatch(/(?!\n)[\p{Cc}\u2028-\u202e\u2066-\u2069]/u)
        expect(mail.text.split('\n\n')).toHaveLength(tame[index]?.text.split('\n\n').length ?? 0)
        // An address was parsed before and cannot hold a scheme.
        if (letter.kind !== 'password-reset') expect(mail.text).not.toContain('://evil')
      }
    }
  },
)
