import { expect, test } from 'vitest'
import { problemOf } from './problems.ts'

const KIM = 'kim@new.example'
const failure = (facts: object): Error => Object.assign(new Error('a message'), facts)
const rcpt = (response: string) =>
  failure({ code: 'EENVELOPE', command: 'RCPT TO', responseCode: Number(response.slice(0, 3)), response })

test.each([
  ['an unknown recipient', rcpt('550 5.1.1 no such user'), 'refused'],
  [
    'a mail that is no mail to the server',
    failure({ code: 'EMESSAGE', command: 'DATA', responseCode: 554 }),
    'refused',
  ],
  ['a full mailbox', rcpt('452 4.2.2 over quota'), 'passing'],
  ['a session out of step', rcpt('503 need MAIL'), 'passing'],
  ['a server that closes', failure({ code: 'ECONNECTION', responseCode: 421 }), 'passing'],
  ['a name that is not found', failure({ code: 'EDNS', originalCode: 'ENOTFOUND' }), 'passing'],
  ['silence', failure({ code: 'ETIMEDOUT' }), 'passing'],
  ['a try that took too long', failure({ code: 'EABORT' }), 'passing'],
  ['a wrong password', failure({ code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 }), 'ours'],
  ['a password that is missing', rcpt('530 5.7.0 authentication required'), 'ours'],
  ['a sender that is not known', failure({ code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 550 }), 'ours'],
  ['a server that takes nobody', failure({ code: 'EPROTOCOL', command: 'CONN', responseCode: 554 }), 'ours'],
  ['a certificate of nobody', failure({ code: 'ESOCKET', originalCode: 'CERT_HAS_EXPIRED' }), 'ours'],
  ['no TLS', failure({ code: 'ETLS' }), 'ours'],
  ['anything else', 'a text', 'passing'],
])('%s', (_name, error, kind) => {
  expect(problemOf(error, KIM).kind).toBe(kind)
})

test('the answer is one short line with no address but the recipient’s', () => {
  const response = `550-5.1.1 <Kim@new.example> is unknown\r\n550 ask postmaster@mx.example ${'x'.repeat(300)}`
  const { answer, words } = problemOf(rcpt(response), KIM)
  expect(answer).toMatch(/^550-5\.1\.1 <Kim@new\.example> is unknown 550 ask … x+…$/)
  expect([...(answer ?? '')].length).toBe(200)
  expect(words).not.toContain('@')
})

test('only what the server says of the mail is for others: not how we reach it, and not our own troubles', () => {
  const refused = failure({ code: 'ESOCKET', message: 'connect ECONNREFUSED 10.0.0.5:25' })
  expect(problemOf(refused, KIM)).toMatchObject({ words: 'connect ECONNREFUSED 10.0.0.5:25', answer: undefined })
  expect(problemOf(failure({ code: 'EAUTH', responseCode: 535, response: '535 no' }), KIM).answer).toBeUndefined()
})
