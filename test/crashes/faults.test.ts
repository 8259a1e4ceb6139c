// A store that fails in the middle of the larger changes of access: each is made whole, or not at all.
import { expect, test } from 'vitest'
import { startAtrium } from '../harness/atrium.ts'
import { ACME, CASE_SEED, clientOf, keyOf, STRANGER } from '../harness/case-seed.ts'
import { API, type Client, connect, tokenOf } from '../harness/client.ts'
import { failingDb } from '../harness/failing-db.ts'
import { expectAllOrNothing, type Writing } from '../harness/fault-injection.ts'
import { type Exchange, exchange } from '../harness/http-client.ts'
import { brokenInvariants } from '../harness/store-invariants.ts'
import { engines } from '../harness/stores.ts'

const VERSION = { Accept: 'application/vnd.atlas.2025-03-12+json' }
const IN_APOLLO = { groupRoleAssignments: [{ groupId: ACME.apollo, groupRoles: ['GROUP_READ_ONLY'] }] }

/** People, a team, a project and an account that have as much as one can have, for the changes below to take away. */
async function furnish(owner: Client, url: string): Promise<void> {
  const make = async (method: string, path: string, body: unknown): Promise<unknown> => {
    const answer = await owner.call(method, `${API}${path}`, body)
    if (answer.status >= 300) throw new Error(`${method} ${path} was answered ${answer.status} ${answer.code}.`)
    return answer.body
  }
  const org = `/orgs/${ACME.id}`
  const places = { roles: { orgRoles: ['ORG_MEMBER'], ...IN_APOLLO }, teamIds: [ACME.team1] }
  await make('PATCH', `${org}/users/${ACME.teammate.id}`, places)
  await make('PATCH', `${org}/users/${ACME.member.id}`, places)
  await make('POST', `${org}/users`, { username: 'pending@fault.example', ...places })
  await make('POST', `/groups/${ACME.apollo}/invites`, { username: 'old@fault.example', roles: ['GROUP_READ_ONLY'] })
  const { clientId } = clientOf('projectReader')
  await make('POST', `${org}/serviceAccounts/${clientId}/accessList`, [{ ipAddress: '127.0.0.1' }])
  await make('POST', `${org}/serviceAccounts/${clientId}/secrets`, { secretExpiresAfterHours: 8 })
  await tokenOf(url, clientOf('projectReader'))
}

/** Later ones take what earlier ones have left. */
const writings = (send: (method: string, path: string, body?: unknown) => Promise<Exchange>): readonly Writing[] => [
  { what: 'remove a member', call: () => send('DELETE', `/orgs/${ACME.id}/users/${ACME.member.id}`) },
  { what: 'delete a team', call: () => send('DELETE', `/orgs/${ACME.id}/teams/${ACME.team1}`) },
  {
    what: 'move a project',
    call: () =>
      send('POST', `/groups/${ACME.apollo}:migrate`, {
        destinationOrgId: STRANGER.id,
        destinationOrgPublicApiKey: keyOf('stranger').publicKey,
        destinationOrgPrivateApiKey: keyOf('stranger').privateKey,
      }),
  },
  {
    what: 'delete a service account',
    call: () => send('DELETE', `/orgs/${ACME.id}/serviceAccounts/${clientOf('projectReader').clientId}`),
  },
  {
    what: 'make an organization',
    call: () =>
      send('POST', '/orgs', {
        name: 'Fault',
        orgOwnerId: ACME.teammate.id,
        serviceAccount: {
          name: 'First account',
          description: 'Of the new organization',
          roles: ['ORG_OWNER'],
          secretExpiresAfterHours: 8,
        },
      }),
  },
]

test.each(engines)('a store that fails at any step leaves nothing half done ($name)', async ({ open }) => {
  const real = await open()
  const failing = failingDb(real)
  await using atrium = await startAtrium(failing.db, { seed: CASE_SEED })
  const token = await tokenOf(atrium.url, clientOf('owner'))
  await furnish(connect(atrium.url, token), atrium.url)
  const headers = { ...VERSION, Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
  const send = (method: string, path: string, body?: unknown): Promise<Exchange> =>
    exchange(atrium.url, {
      method,
      target: `${API}${path}`,
      headers,
      body: body === undefined ? body : JSON.stringify(body),
    })
  const faults: number[] = []
  for (const writing of writings(send)) {
    faults.push(await expectAllOrNothing(real, failing, writing))
    expect(await brokenInvariants(real), writing.what).toEqual([])
  }
  // Each of them writes in more than one place, or there would be nothing to leave half done.
  expect(Math.min(...faults)).toBeGreaterThan(5)
  expect(faults.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(60)
})
