// Acme as its invited people meet it at a browser: who is invited, what is mailed, and what has become of it.
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { openPage, type Visitor } from './browser.ts'
import { ACME } from './case-seed.ts'
import { ORG_INVITES } from './cases.ts'
import * as ledger from './ledger.ts'
import { inviteAs, linksTo, linkTo, person } from './links.ts'
import { engines } from './stores.ts'
import { DIALECTS, startWorld, type World } from './world.ts'

export const PASSWORD = 'Tausend-Kraniche-7'
const DAY = 86_400_000
/** Longer than any invitation is valid. */
const TOO_LONG = 31 * DAY

export interface Invited {
  readonly id: string
  readonly username: string
  /** The address in the mail. */
  readonly link: string
}

export interface Fate {
  readonly status: string
  readonly isMember: boolean
  readonly events: readonly string[]
}

export interface Office {
  world(): World
  /** Invites to Acme, by a key of it; `by` makes it a person's own. */
  invite(body?: Readonly<Record<string, unknown>>, by?: string): Promise<Invited>
  /** Invites to a project of Acme. */
  inviteToProject(projectId: string, body?: Readonly<Record<string, unknown>>): Promise<Invited>
  /** Somebody with an account, who has just joined Acme by a link. */
  newMember(): Promise<Invited>
  /** A visitor who has opened this address. */
  open(url: string, visitor?: Visitor): Promise<Page>
  /** What has become of an invitation, and the events that name the invited person. */
  fate(invited: Pick<Invited, 'id' | 'username'>): Promise<Fate>
  /** Lets all invitations so far expire. */
  pass(): void
}

/** Serves one for the tests of this file. */
export function useOffice(): Office {
  let served: World | undefined
  const world = (): World => {
    if (!served) throw new Error('The office has not been opened.')
    return served
  }
  beforeAll(async () => {
    const [sqlite] = engines
    if (sqlite) served = await startWorld(sqlite, { trustedProxies: ['127.0.0.1'] })
  })
  afterAll(() => served?.[Symbol.asyncDispose]())
  const inviteTo = async (path: string, sent: Readonly<Record<string, unknown>>): Promise<Invited> => {
    const body = { username: `guest-${world().next()}@new.example`, ...sent }
    const answer = await ownerOf(world()).post(path, body)
    if (answer.status >= 300) throw new Error(`No invitation was made: ${answer.status} ${answer.text}`)
    const { path: page } = await linkTo(world(), body.username)
    return { id: answer.at('id'), username: body.username, link: world().atrium.url + page }
  }
  const invite: Office['invite'] = async (body = {}, by) => {
    const invited = await inviteTo(ORG_INVITES, { roles: ['ORG_MEMBER'], ...body })
    if (by !== undefined) await inviteAs(world(), invited.id, by)
    return invited
  }
  return {
    world,
    invite,
    inviteToProject: (projectId, body = {}) =>
      inviteTo(`/groups/${projectId}/invites`, { roles: ['GROUP_READ_ONLY'], ...body }),
    newMember: async () => {
      const invited = await invite()
      const form = { firstName: 'Bo', lastName: 'Lindqvist', password: PASSWORD }
      const answer = await person(world()).send(`${new URL(invited.link).pathname}/accept`, form)
      if (answer.status !== 303) throw new Error(`Accepting was answered ${answer.status}.`)
      return invited
    },
    open: async (url, visitor) => {
      const page = await openPage(visitor)
      await page.goto(url)
      return page
    },
    fate: async ({ id, username }) => {
      const { db } = world().atrium
      const events = (await ledger.events(db)).filter(({ details }) => Object(details).targetUsername === username)
      const { status } = await ledger.invitation(db, id)
      return { status, isMember: await isMember(world(), username), events: events.map(({ type }) => type) }
    },
    pass: () => {
      world().atrium.advance(TOO_LONG)
      world().outliveTokens()
    },
  }
}

const ownerOf = (world: World) => {
  const [dialect] = DIALECTS
  if (!dialect) throw new Error('There are dialects.')
  return world.client(dialect, 'owner')
}

/** The newest mail to this address with such a link; the link as it stands in the mail. */
export async function mailedLink(
  world: World,
  username: string,
  kind: 'accept' | 'renew' | 'reset' | 'stop',
): Promise<string> {
  const link = (await linksTo(world, username, kind)).at(-1)
  if (link === undefined) throw new Error(`No link to ${kind} was mailed to ${username}.`)
  return link
}

/** Whether somebody is a member of Acme, as the store has it. */
export async function isMember({ atrium: { db } }: World, username: string): Promise<boolean> {
  const { rows } = await sql`select 1 from members join usernames on usernames.user_id = members.user_id
    where org_id = ${ACME.id} and username = ${username}`.execute(db.read.q)
  return rows.length > 0
}

/** Fills in what somebody new has to, in whatever language the page is. */
export async function fillNewcomer(page: Page, first = 'Bo', last = 'Lindqvist', password = PASSWORD): Promise<void> {
  await page.locator('#firstName').fill(first)
  await page.locator('#lastName').fill(last)
  await page.locator('#password').fill(password)
}

/** Signs in on the page that asks for it, as people do. */
export async function signIn(page: Page, origin: string, username: string, password = PASSWORD): Promise<void> {
  await page.goto(`${origin}/sign-in`)
  await page.locator('#email').fill(username)
  await page.locator('#password').fill(password)
  await page.locator('main form button:not([type])').click()
  await page.waitForURL(/\/profile/)
}
