// Credentials that let nobody in: none, forged, ended, taken back.
import { ACME, clientOf, keyOf } from './case-seed.ts'
import { textAt } from './client.ts'
import { exchangeWithDigest, type KeyPair } from './digest-client.ts'
import { type Call, type Exchange, exchange } from './http-client.ts'
import { makerOf, NEWEST, ownerInV2 } from './preparations/preparation.ts'
import type { World } from './world.ts'

export interface BadCredentials {
  readonly what: string
  /** Makes the call with them; `call.target` holds the dialect's prefix. */
  readonly send: (call: Call) => Promise<Exchange>
}

const known = new WeakMap<World, Promise<readonly BadCredentials[]>>()

/** All of them, made once for a world, whose tokens so far have ended afterwards. */
export function badCredentials(world: World): Promise<readonly BadCredentials[]> {
  const before = known.get(world) ?? makeThem(world)
  known.set(world, before)
  return before
}

async function makeThem(world: World): Promise<readonly BadCredentials[]> {
  const [expired, revoked] = [await newToken(world), await newToken(world)]
  world.outliveTokens()
  const [deletedAccount, deletedKey] = [await tokenOfDeletedAccount(world), await deletedKeyOf(world)]
  await oauth(world, 'revoke', `token=${revoked}`)
  const { url } = world.atrium
  const bearer = (what: string, token: string): BadCredentials => ({
    what,
    send: (call) => exchange(url, { ...call, headers: { ...call.headers, Authorization: `Bearer ${token}` } }),
  })
  const digest = (what: string, key: KeyPair): BadCredentials => ({
    what,
    // Where nobody is asked for credentials, there is no challenge to answer.
    send: async (call) => {
      const asked = await exchange(url, call)
      return asked.status === 401 ? exchangeWithDigest(url, key, call) : asked
    },
  })
  return [
    { what: 'no credentials', send: (call) => exchange(url, call) },
    bearer('an unknown token', 'a.b.c'),
    bearer('an expired token', expired),
    bearer('a revoked token', revoked),
    bearer('a token of a deleted service account', deletedAccount),
    digest('a deleted key', deletedKey),
    digest('a wrong private key', { ...keyOf('owner'), privateKey: 'another' }),
  ]
}

const newToken = async (world: World, client = clientOf('owner')): Promise<string> =>
  textAt(JSON.parse((await oauth(world, 'token', 'grant_type=client_credentials', client)).text), 'access_token')

const oauth = (world: World, verb: string, body: string, { clientId, clientSecret } = clientOf('owner')) =>
  exchange(world.atrium.url, {
    method: 'POST',
    target: `/api/oauth/${verb}`,
    headers: {
      Authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body,
  })

async function tokenOfDeletedAccount(world: World): Promise<string> {
  const path = `/orgs/${ACME.id}/serviceAccounts`
  const account = { description: 'Short-lived', name: 'Short-lived', roles: ['ORG_OWNER'], secretExpiresAfterHours: 8 }
  const { text } = await makerOf({ world })(path, account)
  const { clientId, secrets } = JSON.parse(text)
  const token = await newToken(world, { clientId, clientSecret: secrets[0].secret })
  await remove(world, `${path}/${clientId}`)
  return token
}

async function deletedKeyOf(world: World): Promise<KeyPair> {
  const path = `/orgs/${ACME.id}/apiKeys`
  const { body, at } = await makerOf({ world })(path, { desc: 'Short-lived', roles: ['ORG_OWNER'] })
  await remove(world, `${path}/${at('id')}`)
  return { publicKey: textAt(body, 'publicKey'), privateKey: textAt(body, 'privateKey') }
}

async function remove(world: World, path: string): Promise<void> {
  const answer = await ownerInV2({ world }).delete(path, { Accept: NEWEST })
  if (answer.status !== 204) throw new Error(`${path} was not deleted: ${answer.status} ${answer.text}`)
}
