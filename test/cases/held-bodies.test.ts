// A body that comes long after its head: what its sender may do is judged by what holds when it has come.
import { request } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { expect } from 'vitest'
import { ACME } from '../harness/case-seed.ts'
import { cases, type Given, newProject, outcome } from '../harness/cases.ts'
import { nonceOf, sign, spell } from '../harness/digest-client.ts'
import { type Answer, parsed } from '../harness/world.ts'

const { inEveryDialect } = cases()

/** How long a head is given to be judged in, in milliseconds. */
const HEAD_START = 50

const KEYS = `/orgs/${ACME.id}/apiKeys`

interface Credential {
  /** Where its owner changes or deletes it. */
  readonly place: string
  authorization(path: string): Promise<string>
}

async function newKey({ dialect, owner, world }: Given): Promise<Credential> {
  const made = await owner.post(KEYS, { desc: 'short-lived', roles: ['ORG_OWNER'] })
  const pair = { publicKey: made.at('publicKey'), privateKey: made.at('privateKey') }
  return {
    place: `${KEYS}/${made.at('id')}`,
    authorization: async (path) => {
      const uri = dialect.prefix + path
      const nonce = nonceOf(await world.bare({ method: 'POST', target: uri }))
      return spell(sign(pair, { method: 'POST', uri, nonce }))
    },
  }
}

async function newAccount({ owner, world }: Given): Promise<Credential> {
  const place = `/orgs/${ACME.id}/serviceAccounts`
  const body = { name: 'held', description: 'held', roles: ['ORG_OWNER'], secretExpiresAfterHours: 8 }
  const made = await owner.post(place, body, { Accept: 'application/vnd.atlas.2024-08-05+json' })
  const basic = Buffer.from(`${made.at('clientId')}:${Object(made.body).secrets[0].secret}`).toString('base64')
  const granted = await world.bare({
    method: 'POST',
    target: '/api/oauth/token',
    headers: { Authorization: `Basic ${basic}`, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'grant_type=client_credentials',
  })
  return { place: `${place}/${made.at('clientId')}`, authorization: async () => `Bearer ${granted.at('access_token')}` }
}

/** Posts with half of the body held back until `meanwhile` has happened. */
async function postHolding(
  { dialect, owner, world }: Given,
  { authorization }: Credential,
  path: string,
  body: unknown,
  meanwhile: () => Promise<unknown>,
): Promise<Answer> {
  const text = JSON.stringify(body)
  const headers = {
    Accept: dialect.accept,
    Authorization: await authorization(path),
    'Content-Length': Buffer.byteLength(text),
    'Content-Type': 'application/json',
  }
  const sent = request(`${world.atrium.url}${dialect.prefix}${path}`, { method: 'POST', headers })
  const answered = new Promise<Answer>((resolve, reject) => {
    sent.on('error', reject)
    sent.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const { headers: answeredWith, statusCode: status = 0 } = response
        resolve(parsed({ status, headers: answeredWith, text: Buffer.concat(chunks).toString() }))
      })
    })
  })
  sent.write(text.slice(0, 5))
  // By the time that two later requests have been answered, the head of this one has been judged.
  for (let each = 0; each < 2; each += 1) await owner.get('/orgs')
  await setTimeout(HEAD_START)
  await meanwhile()
  sent.end(text.slice(5))
  return answered
}

/** What a slow machine may answer, where the credential went between two statements that judge the head. */
const WITHOUT_ROLES = '401 USER_UNAUTHORIZED'

function expectUnknown(answer: Answer): void {
  expect(answer.status).toBe(401)
  if (outcome(answer) !== WITHOUT_ROLES) expect([0, 142]).toContain(answer.text.length)
}

const BACK_DOOR = { desc: 'back door', roles: ['ORG_OWNER'] }
const V2024 = { Accept: 'application/vnd.atlas.2024-08-05+json' }

const keysNamed = async ({ owner }: Given, desc: string): Promise<number> => {
  const { results } = Object((await owner.get(`${KEYS}?itemsPerPage=500`)).body)
  return results.filter((key: { readonly desc: string }) => key.desc === desc).length
}

inEveryDialect('a body that comes late is served while nothing has changed, or nothing that matters', async (given) => {
  for (const credential of [await newKey(given), await newAccount(given)]) {
    for (const meanwhile of [async () => {}, () => newProject(given)]) {
      const desc = given.name()
      const made = await postHolding(given, credential, KEYS, { desc, roles: ['ORG_MEMBER'] }, meanwhile)
      expect([made.status, await keysNamed(given, desc)]).toEqual([200, 1])
    }
  }
})

inEveryDialect('nobody makes a credential with one that was deleted before the body came', async (given) => {
  const key = await newKey(given)
  const late = await postHolding(given, key, KEYS, BACK_DOOR, () => given.owner.delete(key.place))
  expectUnknown(late)
  if (outcome(late) !== WITHOUT_ROLES) expect(late.headers['www-authenticate']).toMatch(/^Digest .*, stale=false$/)
  const account = await newAccount(given)
  const later = await postHolding(given, account, KEYS, BACK_DOOR, () => given.owner.delete(account.place, V2024))
  expectUnknown(later)
  expect(await keysNamed(given, BACK_DOOR.desc)).toBe(0)
})

inEveryDialect('roles and access lists count as they are when the body has come', async (given) => {
  const key = await newKey(given)
  const demoted = await postHolding(given, key, KEYS, BACK_DOOR, () =>
    given.owner.patch(key.place, { roles: ['ORG_MEMBER'] }),
  )
  expect(outcome(demoted)).toBe('401 USER_UNAUTHORIZED')
  const other = await newKey(given)
  const kept = await postHolding(given, other, KEYS, BACK_DOOR, () =>
    given.owner.post(`${other.place}/accessList`, [{ ipAddress: '192.0.2.1' }]),
  )
  expect(outcome(kept)).toBe('403 IP_ADDRESS_NOT_ON_ACCESS_LIST')
  expect(await keysNamed(given, BACK_DOOR.desc)).toBe(0)
})
