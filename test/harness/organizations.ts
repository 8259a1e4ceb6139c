// Organizations as cases make them: through Atlas v1.0, with a key of their own that every dialect takes.
import { ACME } from './case-seed.ts'
import type { Given } from './cases.ts'
import { exchangeWithDigest, type KeyPair } from './digest-client.ts'
import type { Exchange } from './http-client.ts'
import { DIALECTS } from './world.ts'

const KEY = { desc: 'First key', roles: ['ORG_OWNER'] }

export interface MadeOrganization {
  readonly id: string
  readonly name: string
  readonly key: KeyPair
  /** Where the key's access list is. */
  readonly accessList: string
  /** A call in the case's dialect, signed with the organization's key. */
  call(method: string, path: string, body?: unknown): Promise<Exchange>
}

/** A new organization, made by Acme's owner. */
export async function newOrganization(
  given: Given,
  body: Readonly<Record<string, unknown>> = {},
): Promise<MadeOrganization> {
  const [atlas] = DIALECTS
  if (!atlas) throw new Error('There are no dialects.')
  const name = `Organization ${given.world.next()}`
  const sent = { name, orgOwnerId: ACME.owner.id, apiKey: KEY, ...body }
  const answer = await given.world.client(atlas, 'owner').post('/orgs', sent)
  if (answer.status !== 201) throw new Error(`No organization was made: ${answer.status} ${answer.text}`)
  const { organization, apiKey } = JSON.parse(answer.text)
  const accessList = `/orgs/${organization.id}/apiKeys/${apiKey.id}/accessList`
  return { id: organization.id, name: sent.name, key: apiKey, accessList, call: callerWith(given, apiKey) }
}

/** Calls in the case's dialect, signed with this key. */
export const callerWith =
  ({ world, dialect }: Given, key: KeyPair): MadeOrganization['call'] =>
  (method, path, body) =>
    exchangeWithDigest(world.atrium.url, key, {
      method,
      target: dialect.prefix + path,
      headers: { Accept: dialect.accept, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    })

/** Status and error code of an answer that was not checked. */
export const said = ({ status, text }: Exchange): string => {
  const code = text.startsWith('{') ? JSON.parse(text).errorCode : undefined
  return code === undefined ? String(status) : `${status} ${code}`
}
