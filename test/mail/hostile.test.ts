// Names and addresses that want more than to be written to: 500 of them over the wire, byte by byte.
import { expect, test } from 'vitest'
import type { Letter } from '../../src/domain/letters.ts'
import { parseUsername } from '../../src/domain/usernames.ts'
import { mailOf } from '../../src/mail/letter-mail.ts'
import { openTransport } from '../../src/mail/transport.ts'
import { smtpServer } from '../../src/platform/mail-values.ts'
import { SENDER } from '../harness/delivery.ts'
import { parseMessage } from '../harness/mime.ts'
import { startSmtp } from '../harness/smtp.ts'

const NAMES = [
  'Acme\r\nBcc: victim@evil.example',
  'Acme\nTo: victim@evil.example',
  'Acme\r\n\r\n<script>alert(1)</script>',
  'Acme\r\n.\r\nMAIL FROM:<evil@evil.example>\r\nRCPT TO:<victim@evil.example>\r\nDATA',
  '.\r\nQUIT',
  '..',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'><svg/onload=alert(1)>",
  '</title><script>alert(1)</script>',
  '</style><script>alert(1)</script>',
  '<!--[if mso]><script>alert(1)</script><![endif]-->',
  'javascript:alert(1)',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '=?utf-8?Q?=0D=0ABcc:_victim@evil.example?=',
  '=?utf-8?B?DQpCY2M6IHZpY3RpbUBldmlsLmV4YW1wbGU=?=',
  'Acme\u0000\u0001\u001b[31m',
  '\u202egro.live\u202c',
  'https://evil.example/ click here',
  'a'.repeat(3000),
  '家族'.repeat(500),
  '👩‍👩‍👧‍👦'.repeat(100),
  'Acme" <victim@evil.example>',
  'Acme, victim@evil.example',
  '\u2028Bcc: victim@evil.example',
]

const ADDRESSES = [
  'kim@new.example',
  'kim+tag@new.example',
  "o'hara@new.example",
  '{kim}|`id`@new.example',
  '=?q?=@new.example',
  'kim@new.example\r\nRCPT TO:<victim@evil.example>',
  'kim@new.example>\r\nDATA\r\n',
  'kim@new.example, victim@evil.example',
  'kim@new.example victim@evil.example',
  '<victim@evil.example> kim@new.example',
  '"victim@evil.example, x"@new.example',
  'victim@evil.example@new.example',
  'group: victim@evil.example;',
  'kim@new.example\nBcc: victim@evil.example',
  'kim\0@new.example',
  'kim@new.example> SIZE=1',
  'kim@new.example,,victim@evil.example',
  'kim(victim@evil.example)@new.example',
  'kim@[127.0.0.1]',
  'kim@xn--nxasmq6b.example',
]

const OUR_HEADERS = new Set([
  'From',
  'To',
  'Subject',
  'Date',
  'Message-ID',
  'MIME-Version',
  'Content-Type',
  'Content-Language',
  'Auto-Submitted',
  'X-Auto-Response-Suppress',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
])

const letterOf = (name: string): Letter => ({
  kind: 'invitation',
  invitation: {
    face: 'legacy-project',
    username: 'kim@new.example',
    orgName: name,
    projectName: name,
    inviterName: name,
    promised: [
      { kind: 'project-role', role: name, projectName: name },
      { kind: 'team', teamName: name },
    ],
    expiresAt: Date.UTC(2026, 11, 22),
  },
  acceptLink: 'https://atrium.example/invitations/5f9a00000000000000000001.secret',
  stopLink: 'https://atrium.example/invitations/5f9a00000000000000000001.secret/stop',
})

test('each of 500 is one mail to one recipient or none, with no header of theirs and no markup of theirs', async () => {
  const smtp = await startSmtp()
  const server = smtpServer(smtp.url)
  if (!server) throw new Error('The recorder has no address.')
  const transport = openTransport(server, SENDER)
  const pairs = NAMES.flatMap((name) => ADDRESSES.map((address) => ({ name, address })))
  expect(pairs).toHaveLength(500)
  const sent = await Promise.allSettled(
    pairs.map(({ name, address }, index) => {
      const mail = mailOf(letterOf(name), 'en', { name: 'Atrium', accent: '#0f766e' })
      const outgoing = { ...mail, id: String(index), recipient: address, language: 'en', date: 0 } as const
      return transport.send({ ...outgoing, stopLink: 'https://atrium.example/stop' }, AbortSignal.timeout(60_000))
    }),
  )
  transport.close()
  const taken = sent.filter(({ status }) => status === 'fulfilled').length
  expect(taken).toBe(NAMES.length * ADDRESSES.filter((address) => parseUsername(address) === address).length)
  expect(taken).toBe(150)
  const commands = smtp.transcripts.flatMap((each) => each.commands())
  const of = (verb: string) => commands.filter((command) => command.startsWith(verb))
  expect(of('RCPT')).toHaveLength(taken)
  expect(of('RCPT').filter((command) => !/^RCPT TO:<[^<>\s]+@(?:new|xn--nxasmq6b)\.example>$/.test(command))).toEqual(
    [],
  )
  expect(
    of('MAIL').filter(
      (command) => !/^MAIL FROM:<people@acme\.example>(?: BODY=8BITMIME)?(?: SMTPUTF8)?$/.test(command),
    ),
  ).toEqual([])
  expect(commands.filter((command) => !/^(?:EHLO|MAIL|RCPT|DATA|RSET|QUIT)\b/.test(command))).toEqual([])
  expect(of('DATA')).toHaveLength(smtp.mails.length)
  expect(smtp.mails).toHaveLength(taken)
  for (const transcript of smtp.transcripts) {
    for (const raw of transcript.messages()) {
      const message = parseMessage(raw)
      expect(message.headers.map(({ name }) => name).filter((name) => !OUR_HEADERS.has(name))).toEqual([])
      expect(new Set(message.headers.map(({ name }) => name)).size).toBe(message.headers.length)
      expect(message.html).not.toMatch(/<(?:script|img|svg)/i)
      expect(message.header('Subject')).not.toMatch(/[\p{Cc}\u2028\u202e]/u)
    }
  }
  for (const mail of smtp.mails) expect(mail.to).toHaveLength(1)
}, 60_000)
