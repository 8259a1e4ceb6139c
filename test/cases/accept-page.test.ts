// The pages that an invitation's mails lead to: every state says what happened and what to do, in the reader's language.
import { expect } from 'vitest'
import { ACME, GUEST, STRANGER } from '../harness/case-seed.ts'
import { cases, type Given, invitedToProject, leavesNothing } from '../harness/cases.ts'
import * as ledger from '../harness/ledger.ts'
import {
  BO,
  headingOf,
  inviteAs,
  linked,
  linkedByPerson,
  linkTo,
  member,
  type Person,
  person,
} from '../harness/links.ts'
import { DIALECTS } from '../harness/world.ts'

const { inEveryDialect } = cases({ trustedProxies: ['127.0.0.1'] })
const full = cases({ trustedProxies: ['127.0.0.1'], limits: { orgsPerUser: 1 } })
const V2 = DIALECTS.filter(({ name }) => name === 'v2')
const onEveryEngine = (sentence: string, run: (given: Given) => Promise<void>): void =>
  inEveryDialect(sentence, run, V2)

const LANGUAGES = ['en', 'pt-BR', 'es', 'ja', 'ko', 'zh-CN'] as const

const signIn = (given: Given, visitor: Person, email: string, password: string = BO.password) =>
  visitor.send('/sign-in', { email, password }, { Origin: given.world.atrium.url })

onEveryEngine('the page says who invites, to what, what it allows, to whom it went and until when', async (given) => {
  const { world } = given
  const invited = await linked(given, {
    roles: ['ORG_READ_ONLY'],
    groupRoleAssignments: [{ groupId: ACME.apollo, roles: ['GROUP_ACCESS_MANAGER'] }],
    teamIds: [ACME.team0],
  })
  const { text, headers } = await person(world).look(invited.path)
  expect(headingOf({ text })).toBe('Acme invites you')
  const { expiresAt } = await ledger.invitation(world.atrium.db, invited.id)
  for (const said of [
    'You will be able to:',
    'see everything in the organization',
    'manage access in project Apollo',
    'be part of team Team 0',
    `Sent to ${invited.username}`,
    `<time datetime="${new Date(expiresAt).toISOString()}" data-local="en-GB">`,
    'UTC</time>',
    'Accept invitation',
    'Decline',
  ]) {
    expect(text).toContain(said)
  }
  expect(headers['referrer-policy']).toBe('no-referrer')
  expect(headers['cache-control']).toBe('no-store')
  await inviteAs(world, invited.id, ACME.owner.username)
  expect(headingOf(await person(world).look(invited.path))).toBe('Olive Owner invites you to Acme')
  const project = await invitedToProject(given)
  const ofProject = await person(world).look((await linkTo(world, project.username)).path)
  expect(headingOf(ofProject)).toBe('Acme invites you to project Project 0')
})

onEveryEngine('the page is in the reader’s language, the family name first where that is usual', async (given) => {
  const { path } = await linked(given)
  const headings = new Set<string>()
  for (const language of LANGUAGES) {
    const { text } = await person(given.world).look(path, { 'Accept-Language': language })
    expect(text).toContain(`<html lang="${language}">`)
    headings.add(headingOf({ text }))
    const isFamilyFirst = text.indexOf('id="lastName"') < text.indexOf('id="firstName"')
    expect(isFamilyFirst, language).toBe(['ja', 'ko', 'zh-CN'].includes(language))
    for (const under of ['/decline', '/stop']) {
      expect(headingOf(await person(given.world).look(path + under, { 'Accept-Language': language }))).not.toBe('')
    }
  }
  expect(headings.size).toBe(LANGUAGES.length)
})

onEveryEngine(
  'what is wrong is said next to the field in every language, and what was typed is kept',
  async (given) => {
    const { path, username } = await linked(given)
    const wrong = [
      { form: { ...BO, firstName: '  ' }, field: 'firstName' },
      { form: { ...BO, lastName: '' }, field: 'lastName' },
      { form: { ...BO, firstName: 'B'.repeat(101) }, field: 'firstName' },
      { form: { ...BO, lastName: 'Bo\u202egnp.exe' }, field: 'lastName' },
      { form: { ...BO, firstName: 'B\u0000o' }, field: 'firstName' },
      { form: { ...BO, firstName: 'Bo\r\nBcc: eve@evil.example' }, field: 'firstName' },
      { form: { ...BO, password: 'eleven char' }, field: 'password' },
      { form: { ...BO, password: 'x'.repeat(257) }, field: 'password' },
      { form: { ...BO, password: 'passwordpassword' }, field: 'password' },
      { form: { ...BO, password: `${BO.firstName}${BO.lastName}!` }, field: 'password' },
      { form: { ...BO, password: username }, field: 'password' },
      { form: { lastName: '"><script>alert(1)</script>' }, field: 'firstName' },
    ]
    await leavesNothing(given, async () => {
      for (const [index, { form, field }] of wrong.entries()) {
        const visitor = person(given.world)
        const language = LANGUAGES[index % LANGUAGES.length] ?? 'en'
        const answer = await visitor.send(`${path}/accept`, form, { 'Accept-Language': language })
        expect([answer.status, visitor.isSignedIn()], field).toEqual([422, false])
        expect(answer.text).toMatch(new RegExp(`<p class="problem" id="${field}-problem">[^<]{3,}</p>`))
        expect(answer.text).toMatch(new RegExp(`id="${field}"[^>]*autofocus[^>]*aria-invalid="true"`))
        expect(answer.text.match(/autofocus/g)).toHaveLength(1)
        expect(answer.text).not.toContain('<script>alert')
        expect(/<input[^>]*type="password"[^>]*>/.exec(answer.text)?.[0]).not.toContain('value')
        expect(answer.text.includes(`value="${BO.lastName}"`)).toBe(form.lastName === BO.lastName)
      }
    })
    expect((await person(given.world).send(`${path}/accept`, { ...BO, firstName: ' 가나 다\u0301 ' })).status).toBe(303)
    expect((await given.owner.get(`/users/byName/${username}`)).at('firstName')).toBe('가나 다\u0301')
  },
)

onEveryEngine('somebody with an account signs in with its password to accept', async (given) => {
  const { username } = await member(given)
  await given.owner.delete(`/orgs/${ACME.id}/users/${(await given.owner.get(`/users/byName/${username}`)).at('id')}`)
  const again = await linked(given, { username })
  const bo = person(given.world)
  const page = await bo.look(again.path)
  expect(page.text).toContain('Sign in and accept')
  expect(page.text).toMatch(new RegExp(`value="${username}"[^>]*readonly`))
  expect(page.text).not.toContain('First name')
  for (const password of ['', 'not the right one', ` ${BO.password}`]) {
    const refused = await bo.send(`${again.path}/accept`, { ...BO, password })
    expect([refused.status, bo.isSignedIn()]).toEqual([422, false])
    expect(refused.text).toContain('id="password-problem"')
  }
  expect((await bo.send(`${again.path}/accept`, { password: BO.password })).status).toBe(303)
  expect(bo.isSignedIn()).toBe(true)
  expect(headingOf(await bo.look(`/welcome/${ACME.id}`))).toBe('You are in')
})

onEveryEngine(
  'somebody who is signed in accepts by a button alone, and another is offered to change',
  async (given) => {
    const { world } = given
    const { username, visitor: bo } = await member(given)
    const { visitor: eve, username: eves } = await member(given)
    await given.owner.delete(`/orgs/${ACME.id}/users/${(await given.owner.get(`/users/byName/${username}`)).at('id')}`)
    const { path } = await linked(given, { username })
    const other = await eve.look(path)
    expect(other.text).toContain(`You are signed in as Bo Lindqvist (${eves}), but the invitation is for ${username}.`)
    expect(other.text).not.toContain('Accept invitation')
    const tried = await eve.send(`${path}/accept`, BO)
    expect([tried.status, tried.headers['set-cookie']]).toEqual([409, undefined])
    const changed = await eve.send(`${path}/switch`)
    expect([changed.status, changed.headers.location, eve.isSignedIn()]).toEqual([303, path, false])
    expect((await eve.look(path)).text).toContain('Sign in and accept')
    const own = await bo.look(path)
    expect(own.text).toContain(`You are signed in as Bo Lindqvist (${username}).`)
    expect(own.text).not.toContain('type="password"')
    const foreign = await bo.send(
      `${path}/accept`,
      {},
      { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' },
    )
    expect(foreign.status).toBe(403)
    expect((await bo.send(`${path}/accept`)).headers.location).toBe(`/welcome/${ACME.id}`)
    expect(headingOf(await person(world).look(`/welcome/${ACME.id}`))).toBe('')
  },
)

onEveryEngine('declining asks once, and can be undone until the invitation expires', async (given) => {
  const { id, path, username } = await linkedByPerson(given)
  const bo = person(given.world)
  const state = async () => (await ledger.invitation(given.world.atrium.db, id)).status
  expect(headingOf(await bo.look(`${path}/decline`))).toBe('Decline the invitation to Acme?')
  expect(await state()).toBe('PENDING')
  for (let round = 0; round < 2; round += 1) {
    expect((await bo.send(`${path}/decline`)).headers.location).toBe(path)
    expect(await state()).toBe('DECLINED')
    expect((await bo.look(path)).text).toContain(`${path}/undo`)
    const twice = await bo.send(`${path}/decline`)
    expect([twice.status, headingOf(twice)]).toEqual([409, 'You have declined'])
    expect((await bo.send(`${path}/undo`)).headers.location).toBe(path)
    expect(await state()).toBe('PENDING')
    expect((await bo.send(`${path}/undo`)).status).toBe(409)
  }
  await bo.send(`${path}/decline`)
  await ledger.expire(given.world.atrium.db, id)
  expect((await bo.look(path)).text).not.toContain('/undo')
  expect((await bo.send(`${path}/undo`)).status).toBe(409)
  expect(await state()).toBe('DECLINED')
  expect((await given.owner.get(`/users/byName/${username}`)).status).toBe(404)
})

onEveryEngine('of many who undo at once one does, and one who was invited anew undoes nothing', async (given) => {
  const { path, username } = await linked(given)
  await person(given.world).send(`${path}/decline`)
  const answers = await Promise.all(Array.from({ length: 5 }, () => person(given.world).send(`${path}/undo`)))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409, 409, 409, 409])
  await person(given.world).send(`${path}/decline`)
  await linked(given, { username })
  expect((await person(given.world).send(`${path}/undo`)).status).toBe(409)
})

full.inEveryDialect(
  'somebody for whom there is no room is told, and the invitation stays',
  async (given) => {
    const { path, id, username } = await linked(given, { username: GUEST.username })
    const bo = person(given.world)
    const answer = await bo.send(`${path}/accept`, BO)
    expect([answer.status, headingOf(answer)]).toEqual([409, 'You cannot be added right now'])
    expect((await ledger.invitation(given.world.atrium.db, id)).status).toBe('PENDING')
    expect([bo.isSignedIn(), (await given.owner.get(`/users/byName/${username}`)).status]).toEqual([false, 404])
  },
  V2,
)

onEveryEngine('the welcome names an organization to its members alone', async (given) => {
  const { username, visitor } = await member(given)
  expect((await visitor.look(`/welcome/${ACME.id}`)).text).toContain('You are now a member of Acme.')
  for (const path of [`/welcome/${STRANGER.id}`, '/welcome/x', '/welcome/5f0a0000000000000000ffff']) {
    const answer = await visitor.look(path)
    expect([answer.status, answer.headers.location, answer.text]).toEqual([303, '/', ''])
  }
  const nobody = person(given.world)
  expect((await nobody.look(`/welcome/${ACME.id}`)).headers.location).toBe('/')
  await signIn(given, nobody, username)
  expect(headingOf(await nobody.look(`/welcome/${ACME.id}`))).toBe('You are in')
})
