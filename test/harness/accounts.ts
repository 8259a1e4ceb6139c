// Service accounts as cases make and use them: through the API, with tokens of their own.

import { ACME } from './case-seed.ts'
import type { Given } from './cases.ts'
import { exchange } from './http-client.ts'
import type { Answer, Client } from './world.ts'

/** Asks v2 for the version that service accounts came with; the other dialects take no notice. */
export const DATED = { Accept: 'application/vnd.atlas.2024-08-05+json' }

export const ACCOUNTS = `/orgs/${ACME.id}/serviceAccounts`
export const PROJECT_ACCOUNTS = `/groups/${ACME.project0}/serviceAccounts`
export const APOLLO_ACCOUNTS = `/groups/${ACME.apollo}/serviceAccounts`

/** A caller that always asks for that version. */
export const dated = (client: Client) => ({
  get: (path: string) => client.get(path, DATED),
  post: (path: string, body: unknown) => client.post(path, body, DATED),
  patch: (path: string, body: unknown) => client.patch(path, body, DATED),
  delete: (path: string) => client.delete(path, DATED),
})

export interface Credentials {
  readonly clientId: string
  readonly secret: string
}

export interface MadeAccount extends Credentials {
  readonly secretId: string
  readonly answer: Answer
}

/** An account of the organization or, at `path`, of a project, by the organization's owner. */
export async function newAccount(
  given: Given,
  body: Readonly<Record<string, unknown>> = {},
  path = ACCOUNTS,
): Promise<MadeAccount> {
  const roles = path === ACCOUNTS ? ['ORG_READ_ONLY'] : ['GROUP_READ_ONLY']
  const sent = { name: 'Robot', description: 'A machine', roles, secretExpiresAfterHours: 24, ...body }
  const answer = await dated(given.owner).post(path, sent)
  const [first] = Object(answer.body).secrets ?? []
  if (answer.status !== 201) throw new Error(`No account was made: ${answer.status} ${answer.text}`)
  return { clientId: answer.at('clientId'), secret: first?.secret, secretId: first?.id, answer }
}

/** What the token endpoint says to these credentials. */
export const askForToken = ({ world }: Pick<Given, 'world'>, { clientId, secret }: Credentials) =>
  exchange(world.atrium.url, {
    method: 'POST',
    target: '/api/oauth/token',
    headers: {
      Authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`,
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
  })

export async function tokenOf(given: Given, credentials: Credentials): Promise<string> {
  const { status, text } = await askForToken(given, credentials)
  if (status !== 200) throw new Error(`There is no token: ${status} ${text}`)
  return JSON.parse(text).access_token
}

/** A call with an access token. */
export const callWith = (
  { world, dialect }: Given,
  token: string,
  path: string,
  method = 'GET',
  body?: unknown,
): Promise<Answer> =>
  world.bare({
    method,
    target: dialect.prefix + path,
    headers: {
      ...(dialect.name === 'v2' ? DATED : { Accept: dialect.accept }),
      Authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
