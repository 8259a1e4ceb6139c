// The requests by which somebody could find out whether an account exists: each for one that does and one that does not.
import assert from 'node:assert/strict'
import { nonceOf, sign, spell } from '../harness/digest-client.ts'
import { type Call, type Exchange, exchange } from '../harness/http-client.ts'
import { addressOf, type Served } from './served.ts'

/** What is asked; `number` is different each time. */
export interface Question {
  readonly name: string
  /** The status of every answer. */
  readonly status: number
  /** Prepares the request without sending it. */
  prepare(served: Served, exists: boolean, number: number): Promise<Call>
}

/** Numbers from here on have no account. */
const FIRST_STRANGER = 1_000_000

const FORM = 'application/x-www-form-urlencoded'
const KEYS = '/api/public/v1.0/orgs'

/** No two share a network address, and so no throttle. */
const from = (number: number): string => `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`

const who = (exists: boolean, number: number): string => addressOf(exists ? number : FIRST_STRANGER + number)

function form(target: string, sender: number, fields: Readonly<Record<string, string>>): Call {
  const headers = { 'Content-Type': FORM, 'Sec-Fetch-Site': 'same-origin', 'X-Forwarded-For': from(sender) }
  return { method: 'POST', target, headers, body: new URLSearchParams(fields).toString() }
}

const sender = (exists: boolean, number: number): number => number * 2 + Number(exists)

export const signIn: Question = {
  name: 'sign-in',
  status: 422,
  prepare: async (_served, exists, number) =>
    form('/sign-in', sender(exists, number), { email: who(exists, number), password: 'not the password of anybody' }),
}

export const reset: Question = {
  name: 'reset',
  status: 200,
  prepare: async (_served, exists, number) => form('/reset', sender(exists, number), { email: who(exists, number) }),
}

export const digest: Question = {
  name: 'digest',
  status: 401,
  prepare: async ({ url, apiKey }, exists) => {
    const key = { publicKey: exists ? apiKey.publicKey : 'zzzzzzzz', privateKey: 'not the private key of anybody' }
    const nonce = nonceOf(await exchange(url, { method: 'GET', target: KEYS }))
    return {
      method: 'GET',
      target: KEYS,
      headers: { Authorization: spell(sign(key, { method: 'GET', uri: KEYS, nonce })) },
    }
  },
}

export const token: Question = {
  name: 'token',
  status: 401,
  prepare: async ({ serviceAccount }, exists) => {
    const clientId = exists ? serviceAccount.clientId : serviceAccount.clientId.replace(/.$/, otherDigit)
    const basic = Buffer.from(`${clientId}:mdb_sa_sk_${'x'.repeat(40)}`).toString('base64')
    const headers = { Authorization: `Basic ${basic}`, 'Content-Type': FORM }
    return { method: 'POST', target: '/api/oauth/token', headers, body: 'grant_type=client_credentials' }
  },
}

const otherDigit = (digit: string): string => (digit === '0' ? '1' : '0')

/** Milliseconds from the request to the whole answer. */
export async function timed({ status }: Question, url: string, call: Call): Promise<number> {
  const began = performance.now()
  const answer: Exchange = await exchange(url, call)
  const took = performance.now() - began
  assert.equal(answer.status, status, `${call.target} was answered ${answer.status}: ${answer.text.slice(0, 500)}`)
  return took
}
