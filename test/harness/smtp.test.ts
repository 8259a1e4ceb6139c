// The recorder behaves as tests of mail rely on: it takes mails as any server does, and misbehaves as it is told.
import { readFileSync } from 'node:fs'
import { createTransport, type SendMailOptions } from 'nodemailer'
import { expect, test } from 'vitest'
import { type SmtpRecorder, startSmtp } from './smtp.ts'

const MAIL: SendMailOptions = {
  from: { name: 'Ação “Ünïcode” 주식회사', address: 'atrium@example.com' },
  to: 'bo@example.com',
  subject: `초대: ${'Ana Nunes convidou você para a Acme, '.repeat(4)}안녕하세요`,
  text: `.\n..\nOlá, 안녕하세요 = ${'long '.repeat(40)}\nRCPT TO:<eve@example.com>\n`,
  html: '<p>안녕하세요 &amp; Olá</p>',
  headers: { 'X-Kind': 'invitation' },
}

interface Sending {
  readonly url?: string
  readonly ca?: string
  readonly patience?: number
  readonly mail?: SendMailOptions
}

async function send(smtp: SmtpRecorder, { url = smtp.url, ca, patience = 5000, mail = MAIL }: Sending = {}) {
  const timeouts = { greetingTimeout: patience, socketTimeout: patience }
  const transport = createTransport({ url, ...timeouts, ...(ca ? { tls: { ca } } : {}) })
  try {
    return await transport.sendMail(mail)
  } finally {
    transport.close()
  }
}

test('a mail is read as it was written: envelope, headers, text and HTML', async () => {
  const smtp = await startSmtp()
  await send(smtp)
  const [mail] = await smtp.received(1)
  expect([mail?.from, mail?.to]).toEqual(['atrium@example.com', ['bo@example.com']])
  expect(mail?.header('subject')).toBe(MAIL.subject)
  expect(mail?.header('From')).toBe('Ação “Ünïcode” 주식회사 <atrium@example.com>')
  expect(mail?.header('x-kind')).toBe('invitation')
  expect(mail?.text).toBe(MAIL.text)
  expect(mail?.html).toBe(MAIL.html)
  expect(mail?.headers.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['From', 'To', 'Subject', 'Message-ID', 'Date', 'MIME-Version', 'X-Kind', 'Content-Type']),
  )
})

test('base64 is read as well as quoted-printable', async () => {
  const smtp = await startSmtp()
  await send(smtp, { mail: { ...MAIL, encoding: 'base64', text: '안녕\n', html: '' } })
  const [mail] = await smtp.received(1)
  expect(mail?.header('content-transfer-encoding')).toBe('base64')
  expect(mail?.text).toBe('안녕\n')
})

test('the transcript has every byte both ways, and what looks like a command in a mail is none', async () => {
  const smtp = await startSmtp()
  await send(smtp)
  const [mail] = await smtp.received(1)
  const [transcript] = smtp.transcripts
  // Whether QUIT has arrived by now is a matter of chance.
  const commands = transcript?.commands().filter((line) => line !== 'QUIT') ?? []
  expect(commands.map((line) => line.replace(/^EHLO .*/, 'EHLO'))).toEqual([
    'EHLO',
    'MAIL FROM:<atrium@example.com>',
    'RCPT TO:<bo@example.com>',
    'DATA',
  ])
  expect(transcript?.messages()).toEqual([mail?.raw])
  expect(transcript?.client().includes('\r\n..\r\n')).toBe(true)
  expect(transcript?.server().toString()).toMatch(/^220 .*\r\n250-.*\r\n354 .*\r\n250 /s)
  expect(transcript?.text()).toMatch(/^S: 220 .*\nC: EHLO .*\nS: 250-/)
})

test('a second recipient that is smuggled in shows among the commands', async () => {
  const smtp = await startSmtp()
  await send(smtp, { mail: { ...MAIL, bcc: 'eve@example.com' } })
  const recipients = smtp.transcripts[0]?.commands().filter((line) => line.startsWith('RCPT'))
  expect(recipients).toEqual(['RCPT TO:<bo@example.com>', 'RCPT TO:<eve@example.com>'])
  expect(smtp.mails[0]?.to).toHaveLength(2)
})

test('it refuses where and as often as it is told', async () => {
  const smtp = await startSmtp()
  smtp.behave({ kind: 'refuse', at: 'recipient', code: 550 })
  await expect(send(smtp)).rejects.toMatchObject({ responseCode: 550 })
  await expect(send(smtp)).rejects.toMatchObject({ responseCode: 550 })
  smtp.behave({ kind: 'refuse', at: 'message', code: 451, times: 2 })
  await expect(send(smtp)).rejects.toMatchObject({ responseCode: 451 })
  await expect(send(smtp)).rejects.toMatchObject({ responseCode: 451 })
  expect(smtp.mails).toEqual([])
  await send(smtp)
  smtp.behave({ kind: 'refuse', at: 'greeting', code: 421 })
  await expect(send(smtp)).rejects.toMatchObject({ responseCode: 421 })
  smtp.behave()
  await send(smtp)
  expect(smtp.mails).toHaveLength(2)
})

test.each(['greeting', 'message'] as const)('it hangs at the %s and then goes on', async (at) => {
  const smtp = await startSmtp()
  smtp.behave({ kind: 'hang', at, milliseconds: 600 })
  const started = performance.now()
  await send(smtp)
  expect(performance.now() - started).toBeGreaterThan(600)
  expect(smtp.mails).toHaveLength(1)
})

test('a mail whose sender gave up waiting does not count as accepted', async () => {
  const smtp = await startSmtp()
  smtp.behave({ kind: 'hang', at: 'message', milliseconds: 600 })
  await expect(send(smtp, { patience: 200 })).rejects.toThrow(/timeout/i)
  await expect(smtp.received(1, 800)).rejects.toThrow('0 mails arrived, not 1.')
  expect(smtp.transcripts[0]?.messages()).toHaveLength(1)
})

test('it breaks the connection when it has the whole message', async () => {
  const smtp = await startSmtp()
  smtp.behave({ kind: 'drop', at: 'message', times: 1 })
  await expect(send(smtp)).rejects.toThrow()
  await send(smtp)
  expect(smtp.mails).toHaveLength(1)
  expect(smtp.transcripts.map((transcript) => transcript.messages().length)).toEqual([1, 1])
})

test.each(['offered', 'from-the-start'] as const)(
  'TLS %s is refused without trust, and recorded inside',
  async (tls) => {
    const smtp = await startSmtp({ tls })
    await expect(send(smtp)).rejects.toThrow(/certificate/i)
    await send(smtp, { ca: readFileSync(smtp.caFile, 'utf8') })
    const [mail] = await smtp.received(1)
    const transcript = smtp.transcripts.at(-1)
    expect(transcript?.messages()).toEqual([mail?.raw])
    expect(transcript?.commands().filter((line) => line === 'STARTTLS')).toHaveLength(tls === 'offered' ? 1 : 0)
    expect(transcript?.commands()).toContain('RCPT TO:<bo@example.com>')
  },
)

test('without the right login it takes no mail', async () => {
  const smtp = await startSmtp({ login: { user: 'atrium', password: 'p@ss:word/1' } })
  await expect(send(smtp, { url: `smtp://127.0.0.1:${smtp.port}` })).rejects.toMatchObject({ responseCode: 530 })
  await expect(send(smtp, { url: `smtp://atrium:no@127.0.0.1:${smtp.port}` })).rejects.toMatchObject({
    responseCode: 535,
  })
  await send(smtp)
  expect(smtp.mails).toHaveLength(1)
})
