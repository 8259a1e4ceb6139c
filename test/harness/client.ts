// A service account that calls the API and the sandbox, and reads answers as values.
import { exchange } from './http-client.ts'

export interface Answer {
  readonly status: number
  /** The error's code, or empty. */
  readonly code: string
  readonly body: unknown
}

export interface Client {
  /** The server that is called. */
  readonly url: string
  /** Rejects unless a whole answer arrives. */
  call(method: string, path: string, body?: unknown): Promise<Answer>
}

export interface ClientCredentials {
  readonly clientId: string
  readonly clientSecret: string
}

export const API = '/api/atlas/v2'

/** Asks for a version of v2 in which every operation is served. Up to 16 calls at once share no connection. */
export function connect(url: string, token: string): Client {
  const headers = {
    Accept: 'application/vnd.atlas.2025-03-12+json',
    Authorization: `Bearer ${token}`,
    'Content-Type': 'application/json',
  }
  return {
    url,
    call: async (method, target, body) => {
      const sent = body === undefined ? undefined : JSON.stringify(body)
      const { status, text } = await exchange(url, { method, target, headers, body: sent })
      return answerOf(status, text)
    },
  }
}

/** Asks for an access token of the service account. */
export async function signIn(url: string, { clientId, clientSecret }: ClientCredentials): Promise<Answer> {
  const { status, text } = await exchange(url, {
    method: 'POST',
    target: '/api/oauth/token',
    headers: {
      Authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}`,
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
  })
  return answerOf(status, text)
}

/** An access token of the service account. */
export const tokenOf = async (url: string, credentials: ClientCredentials): Promise<string> =>
  textAt((await signIn(url, credentials)).body, 'access_token')

/** A property of an answer's body; throws when it is not a text. */
export function textAt(body: unknown, name: string): string {
  const value = valueAt(body, name)
  if (typeof value !== 'string') throw new Error(`There is no text "${name}" in ${JSON.stringify(body)}.`)
  return value
}

/** A property of an answer's body, if it has one. */
export const valueAt = (body: unknown, name: string): unknown =>
  typeof body === 'object' && body !== null ? Object.getOwnPropertyDescriptor(body, name)?.value : undefined

/** An answer as a value; the code is the API's `errorCode`, or else OAuth's `error`. */
export function answerOf(status: number, text: string): Answer {
  const body: unknown = text === '' ? undefined : JSON.parse(text)
  const code = valueAt(body, 'errorCode') ?? valueAt(body, 'error')
  return { status, code: typeof code === 'string' ? code : '', body }
}
