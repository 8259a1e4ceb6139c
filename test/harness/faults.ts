// Faults as tests ask for them, and the calls of an owner that meet them: unlike the cases' clients these take any answer.
import { expect, onTestFinished } from 'vitest'
import { keyOf } from './case-seed.ts'
import { type Given, ORG_INVITES } from './cases.ts'
import { valueAt } from './client.ts'
import { exchangeWithDigest } from './digest-client.ts'
import { type Call, type Exchange, exchange } from './http-client.ts'
import type { World } from './world.ts'

export type How = 'bearer' | 'digest'

/** One call of the sandbox; `path` below /_atrium. */
export const sandbox = async ({ atrium }: World, method: string, path: string, body?: unknown): Promise<Exchange> =>
  exchange(atrium.url, {
    method,
    target: `/_atrium${path}`,
    body: body === undefined ? undefined : JSON.stringify(body),
  })

/** Adds a fault for the time of this test; its id. */
export async function fault({ world }: { readonly world: World }, spec: object): Promise<number> {
  const { status, text } = await sandbox(world, 'POST', '/faults', spec)
  expect(status, text).toBe(201)
  onTestFinished(async () => {
    await sandbox(world, 'DELETE', '/faults')
  })
  return JSON.parse(text).id
}

/** How many requests the fault will still meet. */
export const leftOf = async ({ world }: Pick<Given, 'world'>, id: number): Promise<number> =>
  JSON.parse((await sandbox(world, 'GET', `/faults/${id}`)).text).left

/** One call by the owner, `target` below the dialect's prefix: rejects when the connection is cut. */
export async function call({ world, dialect }: Given, how: How, { target, headers, ...rest }: Call): Promise<Exchange> {
  const sent = { ...rest, target: dialect.prefix + target, headers: { Accept: dialect.accept, ...headers } }
  if (how === 'digest') return exchangeWithDigest(world.atrium.url, keyOf('owner'), sent)
  const authorization = `Bearer ${await world.tokenOf('owner')}`
  return exchange(world.atrium.url, { ...sent, headers: { ...sent.headers, Authorization: authorization } })
}

/** Reads the organization's invitations. */
export const list = (given: Given, how: How): Promise<Exchange> =>
  call(given, how, { method: 'GET', target: ORG_INVITES })

/** Invites to the organization. */
export const invite = (given: Given, how: How, username: string): Promise<Exchange> =>
  call(given, how, {
    method: 'POST',
    target: ORG_INVITES,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ roles: ['ORG_MEMBER'], username }),
  })

/** The organization's pending invitations to this address. */
export const invitedAs = async (given: Given, username: string): Promise<readonly { readonly id: string }[]> =>
  JSON.parse((await call(given, 'bearer', { method: 'GET', target: `${ORG_INVITES}?username=${username}` })).text)

/** Status and error code, which is what clients branch on. */
export const outcome = ({ status, text }: Exchange): string => {
  const body: unknown = text === '' ? undefined : JSON.parse(text)
  const code = valueAt(body, 'errorCode') ?? valueAt(body, 'error')
  return typeof code === 'string' ? `${status} ${code}` : `${status}`
}
