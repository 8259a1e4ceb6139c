// Names and addresses that are programs stay text: on every page and in every mail that shows what strangers chose.
import { sql } from 'kysely'
import { beforeAll, expect } from 'vitest'
import { harmlessName } from '../../src/i18n/names.ts'
import type { SeedOrganization } from '../../src/seed/seed-schema.ts'
import { openPage, pageTest, visit } from '../harness/browser.ts'
import { API, connect, textAt, tokenOf } from '../harness/client.ts'
import { linkTo, type Person, person } from '../harness/links.ts'
import { provoke, shapesOf, textsOf } from '../harness/markup.ts'
import { ADDRESS_PAYLOADS, NAME_PAYLOADS } from '../harness/payloads.ts'
import { times } from '../harness/racing.ts'
import { engines } from '../harness/stores.ts'
import { startWorld, type World } from '../harness/world.ts'

const READER = { username: 'reader@example.org', password: 'Tausend-Kraniche-7' } as const
/** The first of each is harmless: what the others are compared with. */
const NAMES = ['Harmless', ...NAME_PAYLOADS]
const ADDRESSES = ['harmless@example.org', ...ADDRESS_PAYLOADS]
const COUNT = NAMES.length

/** Each payload is in turn the name of everything that has one. */
const nameOf = (index: number): string => NAMES[index === 0 ? 0 : ((index - 1) % (COUNT - 1)) + 1] ?? ''
const shifted = (index: number, by: number): string => nameOf(index === 0 ? 0 : index + by)
const accountOf = (index: number) => ({
  clientId: `mdb_sa_id_${index.toString(16).padStart(24, '0')}`,
  clientSecret: `secret-${index}`,
})
const ownerOf = (index: number): string => `owner-${index}@example.org`
const shown = (name: string): string => harmlessName('en', name)

const idOf = (kind: 'a' | 'b' | 'c', index: number): string => `5f0c${kind}${index.toString(16).padStart(19, '0')}`

const organization = (index: number): SeedOrganization => ({
  id: idOf('a', index),
  name: nameOf(index),
  projects: [{ id: idOf('b', index), name: shifted(index, 1) }],
  teams: [{ id: idOf('c', index), name: shifted(index, 2) }],
  users: [
    { username: ownerOf(index), firstName: shifted(index, 3), lastName: shifted(index, 4), orgRoles: ['ORG_OWNER'] },
    ...(index === 0 ? [{ ...READER, orgRoles: ['ORG_MEMBER'] }] : []),
  ],
  serviceAccounts: [{ ...accountOf(index), orgRoles: ['ORG_OWNER'] }],
})

let world: World
let newcomers: readonly string[]
const resends: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  const [sqlite] = engines
  if (!sqlite) throw new Error('There is always SQLite.')
  const seed = { organizations: [...times(COUNT, organization)] }
  world = await startWorld(sqlite, { seed, trustedProxies: ['127.0.0.1'] })
  for (let index = 0; index < COUNT; index += 1) await inviteTwo(index)
  newcomers = await Promise.all(ADDRESSES.map(async (address) => (await linkTo(world, address)).path))
  return () => world[Symbol.asyncDispose]()
})

/** Somebody new and the reader, by the organization's owner: as one person's own invitation it is sent again. */
async function inviteTwo(index: number): Promise<void> {
  const client = connect(world.atrium.url, await tokenOf(world.atrium.url, accountOf(index)))
  for (const username of [ADDRESSES[index] ?? '', READER.username]) {
    if (index === 0 && username === READER.username) continue
    const invited = await client.call('POST', `${API}/orgs/${idOf('a', index)}/invites`, {
      username,
      roles: ['ORG_READ_ONLY'],
      groupRoleAssignments: [{ groupId: idOf('b', index), roles: ['GROUP_READ_ONLY'] }],
      teamIds: [idOf('c', index)],
    })
    const id = textAt(invited.body, 'id')
    await world.atrium.db.write((tx) =>
      sql`update invitations set inviter_kind = 'user', inviter_username = ${ownerOf(index)}
        where invitation_id = ${id}`.execute(tx.q),
    )
    if (username !== READER.username) {
      const resend = () => client.call('POST', `${API}/orgs/${idOf('a', index)}/invites/${id}:resend`)
      await resend()
      resends.push(resend)
    }
  }
}

/** Holds pages against each other and against what they have to show, and lets a browser try to run them. */
async function expectText(pages: readonly string[], texts: (index: number) => readonly string[]): Promise<void> {
  const page = await openPage()
  expect(pages).toHaveLength(COUNT)
  expect(new Set(await shapesOf(page, pages)).size).toBe(1)
  for (const [index, text] of (await textsOf(page, pages)).entries()) {
    for (const wanted of texts(index)) expect(text).toContain(wanted)
  }
  await provoke(page, world.atrium.url, pages)
}

const looks = async (someone: Person, path: string): Promise<string> => (await someone.look(path)).text

pageTest('on the page of an invitation: who invites, to what, what for, and whom', async () => {
  const someone = person(world)
  const pages = await Promise.all(newcomers.map((path) => looks(someone, path)))
  await expectText(pages, (index) => [
    `${shown(`${shifted(index, 3)} ${shifted(index, 4)}`)} invites you to ${shown(nameOf(index))}`,
    shown(shifted(index, 1)),
    shown(shifted(index, 2)),
    `Sent to ${ADDRESSES[index]}`,
  ])
})

pageTest('in the fields that come back because something is wrong', async () => {
  const someone = person(world)
  const form = (index: number) => ({ firstName: nameOf(index), lastName: shifted(index, 1), password: 'short' })
  const answers = await Promise.all(newcomers.map((path, index) => someone.send(`${path}/accept`, form(index))))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([422]))
  await expectText(
    answers.map(({ text }) => text),
    (index) => [nameOf(index).trim(), shifted(index, 1).trim()],
  )
})

pageTest('on the pages that ask, and in what is typed where an address is due', async () => {
  for (const under of ['/decline', '/stop']) {
    const someone = person(world)
    await expectText(await Promise.all(newcomers.map((path) => looks(someone, path + under))), (index) => [
      shown(nameOf(index)),
    ])
  }
  const someone = person(world)
  const answers = await Promise.all(NAMES.map((name) => someone.send('/reset', { email: name })))
  await expectText(
    answers.map(({ text }) => text),
    (index) => [nameOf(index).trim()],
  )
})

pageTest('in whatever of an address comes back on a page', async () => {
  for (const address of [
    (name: string) => `/sign-in?to=/${name}`,
    (name: string) => `/sign-in?lang=${name}`,
    (name: string) => `/${name.replaceAll('/', '_')}`,
    (name: string) => `/invitations/${name.replaceAll('/', '_')}`,
    (name: string) => `/reset?${name}=${name}`,
  ]) {
    const pages = await Promise.all(
      NAMES.map((name) => looks(person(world), encodeURI(address(name)).replaceAll('#', '%23'))),
    )
    await expectText(pages, () => [])
  }
})

pageTest('in mails', async () => {
  const answer = await fetch(`${world.atrium.url}/_atrium/outbox`)
  const mails: readonly { readonly to: string; readonly html: string; readonly subject: string }[] = JSON.parse(
    await answer.text(),
  )
  const newest = new Map(mails.map((mail) => [mail.to, mail]))
  await expectText(
    ADDRESSES.map((address) => newest.get(address)?.html ?? ''),
    (index) => [shown(nameOf(index)), shown(shifted(index, 1)), shown(shifted(index, 2))],
  )
})

pageTest('in the list of mails on the page of `dev`', async () => {
  await fetch(`${world.atrium.url}/_atrium/outbox`, { method: 'DELETE' })
  const chosen = resends.filter((_, index) => index % 8 === 1)
  for (const resend of chosen) await resend()
  const mails = JSON.parse(await (await fetch(`${world.atrium.url}/_atrium/outbox`)).text())
  const page = await openPage()
  await page.goto(`${world.atrium.url}/_atrium/`)
  await page
    .locator('.mails > li')
    .nth(chosen.length - 1)
    .waitFor()
  const subjects = await page.locator('.mails .subject').allTextContents()
  expect(mails).toHaveLength(chosen.length)
  for (const { subject } of mails) expect(subjects).toContain(subject)
  expect(await page.locator('.mails :is(img, script, style, svg, form, input, video, b)').count()).toBe(0)
  for (const index of [1, 7, 13]) {
    await page.locator('.mails > li summary').nth(index).click()
    await page.locator('.mails > li').nth(index).frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor()
  }
})

pageTest('in a profile: who invites, where one is, and what one calls oneself', async () => {
  const reader = person(world)
  const answer = await reader.send('/sign-in', { email: READER.username, password: READER.password })
  expect([answer.status, reader.isSignedIn()]).toEqual([303, true])
  const all = await looks(reader, '/profile')
  const page = await openPage()
  const [text = ''] = await textsOf(page, [all])
  for (let index = 1; index < COUNT; index += 1) {
    expect(text).toContain(
      `${shown(`${shifted(index, 3)} ${shifted(index, 4)}`)} invites you to ${shown(nameOf(index))}`,
    )
  }
  const rows = all.split('<li><div><strong>').slice(1, COUNT)
  const shapes = await shapesOf(
    page,
    rows.map((row) => row.split('</div></li>')[0] ?? ''),
  )
  expect([shapes.length, new Set(shapes).size]).toEqual([COUNT - 1, 1])
  await provoke(page, world.atrium.url, [all])
})

pageTest('in the profile of somebody who calls themselves so', async () => {
  const someone = person(world)
  const form = { firstName: 'Bo', lastName: 'Lindqvist', password: READER.password }
  expect((await someone.send(`${newcomers[0]}/accept`, form)).status).toBe(303)
  const pages: string[] = []
  for (const [index, name] of NAMES.entries()) {
    await someone.send('/profile/name', { firstName: name, lastName: shifted(index, 1) })
    pages.push(await looks(someone, '/profile'))
  }
  await expectText(pages, (index) => [`${nameOf(index).trim()} ${shifted(index, 1).trim()}`])
})

pageTest('what is not escaped is noticed', async () => {
  const { page, complaints } = await visit({})
  const [harmless = '', hostile = ''] = ['Harmless', '"><img src=x onerror=alert(1)>'].map(
    (name) => `<p title="${name}">`,
  )
  expect(new Set(await shapesOf(page, [harmless, hostile])).size).toBe(2)
  await provoke(page, world.atrium.url, [hostile])
  expect((await complaints()).join()).toContain('dialog: 1')
})
