// The museum of other people's invitation bugs, as they concern the mailed link and the page behind it.
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { hashSecret } from '../../src/identity/credentials.ts'
import { openLinkSecret } from '../../src/identity/link-secrets.ts'
import { Secret } from '../../src/platform/secret.ts'
import { startAtrium } from '../harness/atrium.ts'
import { ACME, CASE_SEED, clientOf } from '../harness/case-seed.ts'
import { cases, type Given, invitedToOrg, invitedToProject, leavesNothing, ORG_INVITES } from '../harness/cases.ts'
import { tokenOf } from '../harness/client.ts'
import { exchange } from '../harness/http-client.ts'
import * as ledger from '../harness/ledger.ts'
import { BO, headingOf, inviteAs, linksTo, linkTo, person } from '../harness/links.ts'
import { engines } from '../harness/stores.ts'
import { DIALECTS, type World } from '../harness/world.ts'

const { inEveryDialect } = cases({ trustedProxies: ['127.0.0.1'] })
const V2 = DIALECTS.filter(({ name }) => name === 'v2')

/** The pages know no dialect: once on each engine. */
const onEveryEngine = (sentence: string, run: (given: Given) => Promise<void>): void =>
  inEveryDialect(sentence, run, V2)

const isMember = async ({ owner }: Given, username: string): Promise<boolean> =>
  (await owner.get(`/users/byName/${username}`)).status === 200

const statusOf = async ({ world }: Given, id: string): Promise<string> =>
  (await ledger.invitation(world.atrium.db, id)).status

const accountsOf = async ({ atrium }: World, username: string): Promise<number> => {
  const { rows } = await sql`select 1 from usernames where username = ${username}`.execute(atrium.db.read.q)
  return rows.length
}

onEveryEngine('nothing, null, blanks and wrong secrets are refused in one and the same way', async (given) => {
  const { world } = given
  const { id, username } = await invitedToOrg(given)
  const link = await linkTo(world, username)
  const other = await linkTo(world, (await invitedToOrg(given)).username)
  const zeros = 'A'.repeat(43)
  const wrong = [
    `${id}.${zeros}`,
    `${id}.${other.secret}`,
    `${other.id}.${link.secret}`,
    `5f0a0000000000000000ffff.${link.secret}`,
    `5f0a0000000000000000ffff.${zeros}`,
    `${link.token}A`,
    `${link.token}%00`,
    `%20${link.token}`,
    `${link.token}%0a`,
    `${id.toUpperCase()}x.${link.secret}`,
    `${id}.`,
    `${id}.null`,
    `.${link.secret}`,
    id,
    'null',
    'undefined',
    '%20',
    '%00',
    '[]',
    '{}',
    `${link.token},${other.token}`,
    `${id}.${hashSecretOf(link.secret)}`,
  ]
  const seen = new Set<string>()
  await leavesNothing(given, async () => {
    for (const token of wrong) {
      for (const verb of ['', '/decline', '/stop']) {
        const visitor = person(world)
        const looked = await visitor.look(`/invitations/${token}${verb}`)
        expect(looked.status, token).toBe(404)
        if (!token.includes('%')) seen.add(looked.text.replaceAll(token, 'LINK'))
      }
      for (const act of ['accept', 'decline', 'undo', 'ask', 'switch', 'stop', 'allow']) {
        const visitor = person(world)
        const sent = await visitor.send(`/invitations/${token}/${act}`, BO)
        expect(sent.status, token).toBe(404)
        expect(visitor.isSignedIn()).toBe(false)
      }
    }
  })
  expect([...seen]).toHaveLength(1)
  expect((await person(world).look(link.path)).status).toBe(200)
})

onEveryEngine('opening the link any number of times changes nothing', async (given) => {
  const { world } = given
  const { id, username } = await invitedToOrg(given)
  const { path } = await linkTo(world, username)
  const before = await ledger.snapshot(world.atrium.db)
  for (const method of ['GET', 'HEAD', 'GET', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'HEAD']) {
    for (const under of ['', '/accept', '/decline', '/undo', '/ask', '/stop', '/allow', '/switch']) {
      const headers = { 'X-Forwarded-For': '10.9.9.9', Purpose: 'prefetch', Accept: 'text/html' }
      const answer = await world.bare({ method, target: path + under, headers })
      const isPage = ['', '/decline', '/stop'].includes(under) && ['GET', 'HEAD'].includes(method)
      expect(answer.status, `${method} ${under}`).toBe(isPage ? 200 : 404)
      expect(answer.headers['set-cookie']).toBeUndefined()
    }
  }
  expect(await ledger.snapshot(world.atrium.db)).toBe(before)
  expect(await statusOf(given, id)).toBe('PENDING')
})

onEveryEngine('somebody new gets in by the link, once', async (given) => {
  for (const invite of [invitedToOrg, invitedToProject]) {
    const { id, username } = await invite(given)
    const { path } = await linkTo(given.world, username)
    const bo = person(given.world)
    const accepted = await bo.send(`${path}/accept`, BO)
    expect([accepted.status, accepted.headers.location]).toEqual([303, `/welcome/${ACME.id}`])
    expect(headingOf(await bo.look(`/welcome/${ACME.id}`))).toBe('You are in')
    expect(await statusOf(given, id)).toBe('ACCEPTED')
    expect(await isMember(given, username)).toBe(true)
    expect(headingOf(await bo.look(path))).toBe('You are in already')
    const late = person(given.world)
    const again = await late.send(`${path}/accept`, { ...BO, firstName: 'Eve' })
    expect([again.status, headingOf(again)]).toEqual([409, 'This invitation has been accepted'])
    expect(late.isSignedIn()).toBe(false)
  }
})

onEveryEngine('a form that was sent too late makes neither a person nor a member', async (given) => {
  const { world, owner } = given
  const endings: Readonly<Record<string, (id: string, path: string) => Promise<unknown>>> = {
    'This invitation has been withdrawn': (id) => owner.delete(`${ORG_INVITES}/${id}`),
    'Your invitation to Acme has expired': (id) => ledger.expire(world.atrium.db, id),
    'You have declined': (_id, path) => person(world).send(`${path}/decline`),
  }
  for (const [heading, end] of Object.entries(endings)) {
    const { id, username } = await invitedToOrg(given)
    const { path } = await linkTo(world, username)
    const bo = person(world)
    expect((await bo.look(path)).status).toBe(200)
    await end(id, path)
    const late = await bo.send(`${path}/accept`, BO)
    expect([late.status, headingOf(late)]).toEqual([409, heading])
    expect(headingOf(await bo.look(path))).toBe(heading)
    expect(bo.isSignedIn()).toBe(false)
    expect(await accountsOf(world, username)).toBe(0)
    expect(await isMember(given, username)).toBe(false)
  }
})

onEveryEngine('of ten who accept by one link exactly one gets in, and the others are told', async (given) => {
  for (let round = 0; round < 3; round += 1) {
    const { username } = await invitedToOrg(given)
    const { path } = await linkTo(given.world, username)
    const people = Array.from({ length: 10 }, () => person(given.world))
    const answers = await Promise.all(
      people.map((one, index) =>
        one.send(`${path}/accept`, { ...BO, firstName: `Bo ${index}`, password: `${BO.password} ${index}` }),
      ),
    )
    const outcomes = answers.map((answer) => `${answer.status} ${headingOf(answer)}`).toSorted()
    expect(outcomes).toEqual(['303 ', ...Array.from({ length: 9 }, () => '409 This invitation has been accepted')])
    expect(people.filter((one) => one.isSignedIn())).toHaveLength(1)
    const winner = answers.findIndex(({ status }) => status === 303)
    expect((await given.owner.get(`/users/byName/${username}`)).at('firstName')).toBe(`Bo ${winner}`)
  }
})

onEveryEngine('accepting races declining and revoking by the link: one of them happens', async (given) => {
  for (let round = 0; round < 6; round += 1) {
    const { id, username } = await invitedToOrg(given)
    const { path } = await linkTo(given.world, username)
    const [accepted, ended] = await Promise.all([
      person(given.world).send(`${path}/accept`, BO),
      round % 2 === 0
        ? person(given.world).send(`${path}/decline`)
        : given.owner.delete(`${ORG_INVITES}/${id}`).then(async (answer) => {
            return { ...answer, status: answer.status === 204 ? 303 : 409 }
          }),
    ])
    expect([accepted.status, ended.status].toSorted()).toEqual([303, 409])
    expect(await isMember(given, username)).toBe(accepted.status === 303)
    expect(await accountsOf(given.world, username)).toBe(accepted.status === 303 ? 1 : 0)
  }
})

onEveryEngine(
  'every invitation that is sent again has a new secret, and the old link is dead at once',
  async (given) => {
    const { world, owner } = given
    const { id, username } = await invitedToOrg(given)
    const old = await linkTo(world, username)
    await owner.post(`${ORG_INVITES}/${id}:resend`)
    const renewed = await linkTo(world, username)
    expect(renewed.id).toBe(id)
    await owner.delete(`${ORG_INVITES}/${id}`)
    const again = await invitedToOrg(given, { username })
    const newest = await linkTo(world, username)
    expect(newest.id).toBe(again.id)
    expect(new Set([old.secret, renewed.secret, newest.secret]).size).toBe(3)
    expect((await person(world).look(old.path)).status).toBe(404)
    expect((await person(world).send(`${old.path}/accept`, BO)).status).toBe(404)
    expect(headingOf(await person(world).look(renewed.path))).toBe('This invitation has been withdrawn')
    expect((await person(world).send(`${newest.path}/accept`, BO)).status).toBe(303)
  },
)

onEveryEngine('whoever made an account for an address cannot accept what its owner is sent', async (given) => {
  const { world, owner } = given
  const [username, makers] = [given.address(), 'a password that somebody else chose']
  const made = await owner.post('/users', {
    country: 'IE',
    firstName: 'Mallory',
    lastName: 'Maker',
    password: makers,
    roles: [{ orgId: ACME.id, roleName: 'ORG_MEMBER' }],
    username,
  })
  expect(made.status).toBe(201)
  const { path } = await linkTo(world, username)
  const maker = person(world)
  const signedIn = await maker.send('/sign-in', { email: username, password: makers }, { Origin: world.atrium.url })
  expect([signedIn.status, maker.isSignedIn()]).toEqual([422, false])
  const tried = await maker.send(`${path}/accept`, { email: username, password: makers })
  expect([tried.status, maker.isSignedIn()]).toEqual([422, false])
  const bo = person(world)
  expect((await bo.send(`${path}/accept`, BO)).status).toBe(303)
  for (const [password, isRight] of [
    [makers, false],
    [BO.password, true],
  ] as const) {
    const later = person(world)
    await later.send('/sign-in', { email: username, password }, { Origin: world.atrium.url })
    expect(later.isSignedIn(), password).toBe(isRight)
  }
  expect((await owner.get(`/users/byName/${username}`)).at('firstName')).toBe('Bo')
})

onEveryEngine('knowing an invited address gives no session, whatever is sent with it', async (given) => {
  const { world } = given
  const { username } = await invitedToOrg(given)
  const eve = person(world)
  const origin = { Origin: world.atrium.url }
  await leavesNothing(given, async () => {
    for (const password of [BO.password, '', ' ', username, 'null']) {
      await eve.send('/sign-in', { ...BO, email: username, password }, origin)
      await eve.send('/reset', { email: username, password }, origin)
      await eve.send('/invitations/accept', { ...BO, username, password }, origin)
    }
  })
  expect(eve.isSignedIn()).toBe(false)
  expect(await accountsOf(world, username)).toBe(0)
})

inEveryDialect('no answer of the API ever holds the secret of a link', async (given) => {
  const { world, owner } = given
  const { id, username, answer } = await invitedToOrg(given)
  const project = await invitedToProject(given)
  const secrets = [(await linkTo(world, username)).secret, (await linkTo(world, project.username)).secret]
  const answers = [
    answer,
    project.answer,
    await owner.get(ORG_INVITES),
    await owner.get(`${ORG_INVITES}/${id}`),
    await owner.patch(`${ORG_INVITES}/${id}`, { roles: ['ORG_READ_ONLY'] }),
    await owner.get(`/orgs/${ACME.id}/users`),
    await owner.get(`/orgs/${ACME.id}/events`),
    await owner.post(`${ORG_INVITES}/${id}:resend`),
    await owner.delete(`${ORG_INVITES}/${id}`),
  ]
  secrets.push((await linkTo(world, username)).secret)
  expect(new Set(secrets).size).toBe(3)
  for (const { text, headers } of answers) {
    for (const secret of secrets) expect(text + JSON.stringify(headers)).not.toContain(secret)
  }
})

onEveryEngine('a link to an organization that is gone is like one that never was', async (given) => {
  const { world } = given
  const { username } = await invitedToOrg(given)
  const { path, token } = await linkTo(world, username)
  const mark = (deletedAt: number | null) =>
    world.atrium.db.write((tx) =>
      sql`update organizations set deleted_at = ${deletedAt} where org_id = ${ACME.id}`.execute(tx.q),
    )
  await mark(1)
  try {
    const [gone, unknown] = [await person(world).look(path), await person(world).look('/invitations/x')]
    expect(gone.status).toBe(404)
    expect(gone.text.replaceAll(token, 'LINK')).toBe(unknown.text.replaceAll('/invitations/x', '/invitations/LINK'))
    expect((await person(world).send(`${path}/accept`, BO)).status).toBe(404)
  } finally {
    await mark(null)
  }
  expect(await accountsOf(world, username)).toBe(0)
  expect((await person(world).send(`${path}/accept`, BO)).status).toBe(303)
})

onEveryEngine('an inviter who has left invites nobody, and what they sent still holds', async (given) => {
  const { world, owner } = given
  const leaving = await invitedToOrg(given)
  await person(world).send(`${(await linkTo(world, leaving.username)).path}/accept`, BO)
  const { id, username } = await invitedToOrg(given)
  await inviteAs(world, id, leaving.username)
  const userId = (await owner.get(`/users/byName/${leaving.username}`)).at('id')
  const { path } = await linkTo(world, username)
  expect(headingOf(await person(world).look(path))).toBe('Bo Lindqvist invites you to Acme')
  expect((await owner.delete(`/orgs/${ACME.id}/users/${userId}`)).status).toBeLessThan(300)
  expect((await person(world).send(`${path}/accept`, BO)).status).toBe(303)
  expect(await isMember(given, username)).toBe(true)
})

onEveryEngine('an address is one person in capitals and in small letters', async (given) => {
  const { world } = given
  const tag = world.next()
  const { id } = await invitedToOrg(given, { username: `Cap.Bo${tag}@Example.ORG` })
  const username = `cap.bo${tag}@example.org`
  const { path } = await linkTo(world, username)
  expect((await person(world).send(`${path}/accept`, { ...BO, email: 'someone@else.example' })).status).toBe(303)
  expect(await isMember(given, username)).toBe(true)
  expect(await accountsOf(world, 'someone@else.example')).toBe(0)
  expect(await statusOf(given, id)).toBe('ACCEPTED')
  expect(await linksTo(world, `CAP.BO${tag}@EXAMPLE.ORG`)).toHaveLength(1)
  const bo = person(world)
  const capitals = { email: `CAP.Bo${tag}@example.org`, password: BO.password }
  await bo.send('/sign-in', capitals, { Origin: world.atrium.url })
  expect(bo.isSignedIn()).toBe(true)
})

const hashSecretOf = (secret: string): string => hashSecret(new Secret(secret))

for (const engine of engines) {
  test(`no table holds a secret that opens an invitation (${engine.name})`, async () => {
    const db = await engine.open()
    await using atrium = await startAtrium(db, { seed: CASE_SEED, leavesMails: true })
    const authorization = `Bearer ${await tokenOf(atrium.url, clientOf('owner'))}`
    const invited = await exchange(atrium.url, {
      method: 'POST',
      target: `/api/atlas/v1.0${ORG_INVITES}`,
      headers: { Authorization: authorization, 'Content-Type': 'application/json' },
      body: JSON.stringify({ username: 'dump@new.example', roles: ['ORG_MEMBER'] }),
    })
    const { id } = JSON.parse(invited.text)
    const mails = await db.read.q.selectFrom('outbox').selectAll().where('recipient', '=', 'dump@new.example').execute()
    const sealed = mails[0]?.sealed_secret ?? ''
    const secret = openLinkSecret(atrium.mailing.keys, id, sealed).reveal()
    const page = await exchange(atrium.url, { method: 'GET', target: `/invitations/${id}.${secret}` })
    expect(page.status).toBe(200)
    const dump = await dumpOf(db)
    expect(dump).toContain('dump@new.example')
    expect(dump).not.toContain(secret)
    expect(dump).not.toContain(Buffer.from(secret, 'base64url').toString('hex'))
    expect(dump).not.toContain(Buffer.from(secret, 'base64url').toString('base64').replaceAll('=', ''))
  })
}

async function dumpOf(db: Awaited<ReturnType<(typeof engines)[number]['open']>>): Promise<string> {
  const tables = await db.read.q.introspection.getTables()
  const dump = tables.map(async ({ name }) => {
    const { rows } = await sql`select * from ${sql.table(name)}`.execute(db.read.q)
    return JSON.stringify(rows)
  })
  return (await Promise.all(dump)).join('\n')
}
