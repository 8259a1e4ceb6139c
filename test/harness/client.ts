// A service account that calls the API and the sandbox, and reads answers as values.
import { exchange } from './http-client.ts'

export interface Answer {
  readonly status: number
  /** The error's code, or empty. */
  readonly code: string
  readonly body: unknown
}

export interface Client {
  /** Rejects unless a whole answer arrives. */
  call(method: string, path: string, body?: unknown): Promise<Answer>
}

export interface ClientCredentials {
  readonly clientId: string
  readonly clientSecret: string
}

export const API = '/api/atlas/v2'

/** Calls in the version of v2 that has every operation of invitations. Up to 16 calls at once share no connection. */
export function connect(url: string, token: string): Client {
  const headers = {
    Accept: 'application/vnd.atlas.2023-01-01+json',
    Authorization: `Bearer ${token}`,
    'Content-Type': 'application/json',
  }
  return {
    call: async (method, target, body) => {
      const sent = body === undefined ? undefined : JSON.stringify(body)
      const { status, text } = await exchange(url, { method, target, headers, body: sent })
      return answerOf(status, text)
    },
  }
}

/** An access token of the service account. */
export async function tokenOf(url: string, { clientId, clientSecret }: ClientCredentials): Promise<string> {
  const answer = await fetch(`${url}/api/oauth/token`, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  })
  return textAt(await answer.json(), 'access_token')
}

/** A property of an answer's body; throws when it is not a text. */
export function textAt(body: unknown, name: string): string {
  const value = valueAt(body, name)
  if (typeof value !== 'string') throw new Error(`There is no text "${name}" in ${JSON.stringify(body)}.`)
  return value
}

/** A property of an answer's body, if it has one. */
export const valueAt = (body: unknown, name: string): unknown =>
  typeof body === 'object' && body !== null ? Object.getOwnPropertyDescriptor(body, name)?.value : undefined

function answerOf(status: number, text: string): Answer {
  const body: unknown = text === '' ? undefined : JSON.parse(text)
  const code = valueAt(body, 'errorCode')
  return { status, code: typeof code === 'string' ? code : '', body }
}
