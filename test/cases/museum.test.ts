// The museum of other people's invitation bugs: what went wrong elsewhere, one named case each.
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { startAtrium } from '../harness/atrium.ts'
import { ACME, CALLER_NAMES, CASE_SEED, clientOf, keyOf, SECRET_WORDS } from '../harness/case-seed.ts'
import {
  accept,
  cases,
  decline,
  type Given,
  invitedToOrg,
  invitedToProject,
  leavesNothing,
  newProject,
  ORG_INVITES,
  outcome,
  PROJECT_INVITES,
} from '../harness/cases.ts'
import { tokenOf } from '../harness/client.ts'
import { failingDb } from '../harness/failing-db.ts'
import { expectAllOrNothing } from '../harness/fault-injection.ts'
import { exchange } from '../harness/http-client.ts'
import * as ledger from '../harness/ledger.ts'
import { engines } from '../harness/stores.ts'

const { inEveryDialect, onEveryEngine } = cases()

const statusOf = async ({ world }: Given, id: string): Promise<string> =>
  (await ledger.invitation(world.atrium.db, id)).status

const isMember = async ({ owner }: Given, username: string): Promise<boolean> =>
  (await owner.get(`/users/byName/${username}`)).status === 200

inEveryDialect('two sessions accept one invitation: exactly one of ten wins', async (given) => {
  for (const invite of [invitedToOrg, invitedToProject]) {
    const { id } = await invite(given)
    const answers = await Promise.all(Array.from({ length: 10 }, () => accept(given, id)))
    const outcomes = answers.map(outcome).toSorted()
    expect(outcomes).toEqual(['200', ...Array.from({ length: 9 }, () => '404 INVALID_INVITATION_ID')])
  }
})

inEveryDialect('revoking races accepting: one happens, never both, never neither', async (given) => {
  for (let round = 0; round < 5; round += 1) {
    const { id, username } = await invitedToOrg(given)
    const [accepted, revoked] = await Promise.all([accept(given, id), given.owner.delete(`${ORG_INVITES}/${id}`)])
    const won = [accepted.status === 200, revoked.status === 204]
    expect(won.filter(Boolean)).toHaveLength(1)
    expect(await statusOf(given, id)).toBe(won[0] ? 'ACCEPTED' : 'REVOKED')
    expect(await isMember(given, username)).toBe(won[0])
  }
})

inEveryDialect('accepting races declining: one happens', async (given) => {
  for (let round = 0; round < 5; round += 1) {
    const { id, username } = await invitedToOrg(given)
    const [accepted, declined] = await Promise.all([accept(given, id), decline(given, id)])
    expect([accepted.status, declined.status].toSorted()).toEqual([200, 404])
    expect(await isMember(given, username)).toBe(accepted.status === 200)
  }
})

inEveryDialect('accepting races changing: what was granted is what one of the two states promised', async (given) => {
  for (let round = 0; round < 5; round += 1) {
    const { id } = await invitedToOrg(given, { roles: ['ORG_MEMBER'] })
    const [accepted, changed] = await Promise.all([
      accept(given, id),
      given.owner.patch(`${ORG_INVITES}/${id}`, { roles: ['ORG_READ_ONLY'] }),
    ])
    const orgRoles = changed.status === 200 ? ['ORG_READ_ONLY'] : ['ORG_MEMBER']
    expect(accepted.body).toMatchObject({ roles: { orgRoles } })
  }
})

inEveryDialect('deleting a project races accepting into it: nobody keeps a role in what is gone', async (given) => {
  for (let round = 0; round < 3; round += 1) {
    const project = await newProject(given)
    const { id } = await invitedToProject(given, {}, project)
    const [accepted, deleted] = await Promise.all([accept(given, id), given.owner.delete(`/groups/${project}`)])
    expect(deleted.status).toBe(202)
    expect([200, 404]).toContain(accepted.status)
    const { rows } = await sql`select role from role_assignments where project_id = ${project}`.execute(
      given.world.atrium.db.read.q,
    )
    expect(rows).toEqual([])
  }
})

inEveryDialect('an invitation that was revoked while its page was open makes nobody a member', async (given) => {
  const { id, username } = await invitedToOrg(given)
  await given.owner.delete(`${ORG_INVITES}/${id}`)
  await leavesNothing(given, async () => {
    expect(outcome(await accept(given, id))).toBe('404 INVALID_INVITATION_ID')
    expect(outcome(await decline(given, id))).toBe('404 INVALID_INVITATION_ID')
  })
  expect(await isMember(given, username)).toBe(false)
})

inEveryDialect('inviting again mints a new invitation, and the old one is dead at once', async (given) => {
  const old = await invitedToOrg(given)
  await given.owner.delete(`${ORG_INVITES}/${old.id}`)
  const again = await invitedToOrg(given, { username: old.username })
  expect(again.id).not.toBe(old.id)
  expect(outcome(await accept(given, old.id))).toBe('404 INVALID_INVITATION_ID')
  expect(await statusOf(given, again.id)).toBe('PENDING')
  expect((await accept(given, again.id)).status).toBe(200)
})

onEveryEngine('nothing, null or blanks accept no invitation', async (world) => {
  await leavesNothing({ world }, async () => {
    for (const id of ['', '%00', '%20', 'null', 'undefined', '[]', '{}', '0', '*', '%25', `${ACME.id},${ACME.id}`]) {
      for (const verb of ['accept', 'decline']) {
        const answer = await world.bare({ method: 'POST', target: `/_atrium/invitations/${id}:${verb}` })
        expect(answer.status, id).toBe(404)
      }
    }
  })
})

inEveryDialect('opening the link any number of times changes nothing', async (given) => {
  const { id } = await invitedToOrg(given)
  await leavesNothing(given, async () => {
    for (const method of ['GET', 'HEAD', 'GET', 'OPTIONS', 'PUT', 'PATCH', 'DELETE']) {
      for (const verb of ['accept', 'decline']) {
        const target = `/_atrium/invitations/${id}:${verb}`
        const answer = await given.world.bare({ method, target, headers: { Purpose: 'prefetch' } })
        expect(answer.status, method).toBeGreaterThanOrEqual(400)
      }
    }
  })
  expect(await statusOf(given, id)).toBe('PENDING')
})

inEveryDialect('another site’s page cannot accept in the visitor’s name', async (given) => {
  const { id } = await invitedToOrg(given)
  const { port } = new URL(given.world.atrium.url)
  await leavesNothing(given, async () => {
    for (const headers of [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { Host: `evil.example:${port}` },
      { Host: `evil.example:${port}`, Origin: `http://evil.example:${port}` },
    ]) {
      const answer = await given.world.bare({ method: 'POST', target: `/_atrium/invitations/${id}:accept`, headers })
      expect(outcome(answer), JSON.stringify(headers)).toBe('403 ACCESS_FORBIDDEN')
    }
  })
})

inEveryDialect('an organization that is gone admits nobody', async (given) => {
  const world = given.world
  const { id } = await invitedToOrg(given)
  const mark = (deletedAt: number | null) =>
    world.atrium.db.write((tx) =>
      sql`update organizations set deleted_at = ${deletedAt} where org_id = ${ACME.id}`.execute(tx.q),
    )
  await mark(1)
  try {
    await leavesNothing(given, async () => {
      expect(outcome(await accept(given, id))).toBe('404 INVALID_INVITATION_ID')
      expect(outcome(await decline(given, id))).toBe('404 INVALID_INVITATION_ID')
      const answer = await given.owner.get(ORG_INVITES)
      expect([answer.status, answer.text]).toEqual([401, ''])
    })
  } finally {
    await mark(null)
  }
  expect((await accept(given, id)).status).toBe(200)
})

inEveryDialect('an inviter who is no longer an owner invites nobody, and what was sent still holds', async (given) => {
  const { db } = given.world.atrium
  const { id } = await invitedToOrg(given)
  const { clientId } = clientOf('owner')
  const setRole = (from: string, to: string) =>
    db.write(async (tx) => {
      await sql`update role_assignments set role = ${to} where principal_id = ${clientId} and role = ${from}
        and project_id = ''`.execute(tx.q)
      await sql`update organizations set revision = revision + 1`.execute(tx.q)
    })
  await setRole('ORG_OWNER', 'ORG_MEMBER')
  try {
    expect((await given.owner.post(ORG_INVITES, { roles: ['ORG_MEMBER'], username: given.address() })).status).toBe(401)
    expect((await accept(given, id)).status).toBe(200)
  } finally {
    await setRole('ORG_MEMBER', 'ORG_OWNER')
  }
})

inEveryDialect('capitals are folded; dots, plus signs and look-alikes are other people', async (given) => {
  const tag = given.world.next()
  const { id } = await invitedToOrg(given, { username: `Ann.Lee${tag}@Example.Org` })
  const post = (username: string) => given.owner.post(ORG_INVITES, { roles: ['ORG_MEMBER'], username })
  expect(outcome(await post(`ANN.LEE${tag}@EXAMPLE.ORG`))).toBe('409 USER_ALREADY_IN_ORG')
  for (const other of [`annlee${tag}@example.org`, `ann.lee+${tag}@example.org`, `ann.lee${tag}@example.org.example`]) {
    expect((await post(other)).at('id')).not.toBe(id)
  }
  for (const lookalike of [`аnn.lee${tag}@example.org`, `ann.lee${tag}@exаmple.org`, `ann.lee${tag}@example．org`]) {
    expect(outcome(await post(lookalike))).toBe('400 INVALID_USERNAME')
  }
  // Letters whose lower case is ASCII, though they are not: the Kelvin sign becomes a k.
  expect(outcome(await post(`ann.lee${tag}@\u212Aample.org`))).toBe('400 INVALID_USERNAME')
})

onEveryEngine('no table holds a secret that could be used', async (world) => {
  for (const name of CALLER_NAMES) await world.tokenOf(name)
  const tokens = await Promise.all(CALLER_NAMES.map((name) => world.tokenOf(name)))
  const { db } = world.atrium
  const dump: string[] = []
  for (const table of [
    'api_keys',
    'secrets',
    'service_accounts',
    'tokens',
    'signing_keys',
    'users',
    'nonces',
  ] as const) {
    const rows = await db.read.q.selectFrom(table).selectAll().execute()
    dump.push(...rows.map((row) => JSON.stringify(row)))
  }
  dump.push(await ledger.snapshot(db))
  const text = dump.join('\n')
  expect(text).toContain(keyOf('owner').publicKey)
  for (const secret of [...SECRET_WORDS, ...tokens]) expect(text).not.toContain(secret)
})

/** An invitation that promises as much as one can, made through the API of a store that may fail. */
const PROMISE = {
  roles: ['ORG_MEMBER', 'ORG_READ_ONLY'],
  teamIds: [ACME.team0, ACME.team1],
  groupRoleAssignments: [{ groupId: ACME.apollo, roles: ['GROUP_READ_ONLY', 'GROUP_OWNER'] }],
}

for (const engine of engines) {
  test(`a store that fails at any step leaves the invitation pending and nobody a member (${engine.name})`, async () => {
    const real = await engine.open()
    const failing = failingDb(real)
    await using atrium = await startAtrium(failing.db, { seed: CASE_SEED })
    const authorization = `Bearer ${await tokenOf(atrium.url, clientOf('owner'))}`
    const post = (target: string, body?: object) =>
      exchange(atrium.url, {
        method: 'POST',
        target,
        headers: { Authorization: authorization, ...(body ? { 'Content-Type': 'application/json' } : {}) },
        body: body && JSON.stringify(body),
      })
    const target = `/api/atlas/v1.0${ORG_INVITES}`
    const steps = [
      { what: 'invite', call: () => post(target, { ...PROMISE, username: 'new@fault.example' }) },
      {
        what: 'invite to a project',
        call: () =>
          post(`/api/atlas/v1.0${PROJECT_INVITES}`, {
            roles: ['GROUP_OWNER'],
            username: 'new@fault.example',
          }),
      },
      { what: 'accept', call: async () => post(`/_atrium/invitations/${await pendingProjectInvitation(real)}:accept`) },
      { what: 'make a project', call: () => post('/api/atlas/v1.0/groups', { name: 'Fault', orgId: ACME.id }) },
      {
        what: 'delete a project',
        call: () =>
          exchange(atrium.url, {
            method: 'DELETE',
            target: `/api/atlas/v1.0/groups/${ACME.apollo}`,
            headers: { Authorization: authorization },
          }),
      },
    ]
    let faults = 0
    for (const step of steps) faults += await expectAllOrNothing(real, failing, step)
    expect(faults).toBeGreaterThan(40)
  })
}

async function pendingProjectInvitation(db: Parameters<typeof ledger.snapshot>[0]): Promise<string> {
  const { rows } = await sql<{ id: string }>`select invitation_id as id from invitations
    where username = 'new@fault.example' and project_id <> ''`.execute(db.read.q)
  return rows[0]?.id ?? ''
}
