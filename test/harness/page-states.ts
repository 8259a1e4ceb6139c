// Every page in every state, prepared once, so that it can be looked at in each language, size and colour scheme.
import type { Page } from 'playwright-core'
import { ACME } from './case-seed.ts'
import { ORG_INVITES } from './cases.ts'
import { person } from './links.ts'
import { fillNewcomer, type Invited, mailedLink, type Office } from './office.ts'
import { DIALECTS } from './world.ts'

export interface PageState {
  readonly name: string
  /** Brings somebody's page there; opening it again shows the same. */
  open(page: Page): Promise<unknown>
}

export interface States {
  /** For whoever is not signed in. */
  readonly outside: readonly PageState[]
  /** For whoever is signed in as `member`. */
  readonly inside: readonly PageState[]
  readonly member: Invited
}

const OLIVE = ACME.owner.username
const SEND = 'main button[data-busy]:not(.quiet, .plain)'

/** Prepares them; moves the clock, after which earlier invitations have expired. */
export async function preparePages(office: Office): Promise<States> {
  const { url } = office.world().atrium
  const at = (name: string, path: string): PageState => ({
    name,
    open: (page) => page.goto(path.startsWith('/') ? url + path : path),
  })
  const over = await prepareClosed(office)
  const open = await prepareOpen(office)
  const { member } = open
  return {
    member,
    outside: [
      at('accept-new', open.promising.link),
      { name: 'accept-new-wrong', open: (page) => fillWrong(page, open.promising.link) },
      at('accept-project', open.toProject.link),
      at('accept-known', open.known.link),
      { name: 'accept-known-wrong', open: (page) => fillPassword(page, open.known.link) },
      at('decline-question', `${open.promising.link}/decline`),
      at('stop-question', `${open.promising.link}/stop`),
      ...Object.entries(over).map(([name, path]) => at(name, path)),
      at('unknown', '/invitations/unknown'),
      at('renew-question', open.renewal),
      at('renew-done', '/renewals/done'),
      at('renew-unknown', '/renewals/unknown'),
      at('sign-in', '/sign-in'),
      { name: 'sign-in-wrong', open: (page) => fillSignIn(page, url, open.nobody()) },
      at('reset', '/reset'),
      { name: 'reset-wrong', open: (page) => fillReset(page, url, 'nobody@nowhere') },
      { name: 'reset-sent', open: (page) => fillReset(page, url, open.nobody()) },
      at('choose-password', open.reset),
      { name: 'choose-password-wrong', open: (page) => fillPassword(page, open.reset) },
      at('reset-unknown', '/reset/unknown'),
      at('nothing-here', '/nothing'),
    ],
    inside: [
      at('welcome', `/welcome/${ACME.id}`),
      at('in-already', member.link),
      at('accept-other', open.promising.link),
      at('accept-self', open.known.link),
      at('profile', '/profile'),
      at('profile-done', '/profile?done=password'),
      at('profile-gone', '/profile?done=gone'),
      { name: 'profile-wrong', open: (page) => fillProfile(page, url) },
      at('leave', `/profile/organizations/${ACME.id}/leave`),
    ],
  }
}

/** Invitations that are over, by the names of their states. */
async function prepareClosed(office: Office): Promise<Readonly<Record<string, string>>> {
  const [asked, ofKey, declined, accepted] = [
    await office.invite({}, OLIVE),
    await office.invite(),
    await office.invite({}, OLIVE),
    await office.newMember(),
  ]
  await person(office.world()).send(`${pathOf(declined)}/decline`)
  office.pass()
  await person(office.world()).send(`${pathOf(asked)}/ask`)
  const [late, revoked, refused, stopped] = [
    await office.invite({}, OLIVE),
    await office.invite({}, OLIVE),
    await office.invite({}, OLIVE),
    await office.invite(),
  ]
  await ownerOf(office).delete(`${ORG_INVITES}/${revoked.id}`)
  await person(office.world()).send(`${pathOf(refused)}/decline`)
  await person(office.world()).send(`${pathOf(stopped)}/stop`)
  return {
    accepted: accepted.link,
    'declined-late': declined.link,
    declined: refused.link,
    expired: asked.link,
    'expired-of-key': ofKey.link,
    'expired-asked': `${asked.link}?asked`,
    revoked: revoked.link,
    stopped: `${stopped.link}/stop`,
    resumed: `${late.link}/stop?again`,
  }
}

async function prepareOpen(office: Office) {
  const renewal = await mailedLink(office.world(), OLIVE, 'renew')
  const member = await office.newMember()
  const promising = await office.invite(
    {
      username: 'bo.lindqvist-with-a-long-address@department.example.com',
      roles: ['ORG_READ_ONLY', 'ORG_BILLING_READ_ONLY'],
      groupRoleAssignments: [{ groupId: ACME.apollo, roles: ['GROUP_OWNER'] }],
      teamIds: [ACME.team0],
    },
    OLIVE,
  )
  const known = await office.inviteToProject(ACME.apollo, { username: member.username })
  const toProject = await office.inviteToProject(ACME.project0)
  const forgetful = await office.newMember()
  await person(office.world()).send('/reset', { email: forgetful.username })
  const reset = await mailedLink(office.world(), forgetful.username, 'reset')
  return {
    renewal,
    member,
    promising,
    known,
    toProject,
    reset,
    nobody: () => `somebody-${office.world().next()}@else.example`,
  }
}

const pathOf = ({ link }: Invited): string => new URL(link).pathname

function ownerOf(office: Office) {
  const [dialect] = DIALECTS
  if (!dialect) throw new Error('There are dialects.')
  return office.world().client(dialect, 'owner')
}

/** Sends the page's main form, and waits for the answer to it. */
async function send(page: Page, button = page.locator(SEND).first()): Promise<void> {
  const answered = page.waitForResponse((answer) => answer.request().method() === 'POST')
  await button.click()
  await answered
  await page.waitForLoadState()
}

async function fillWrong(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await fillNewcomer(page, ' ', 'Lindqvist', 'short')
  await send(page)
}

async function fillPassword(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.locator('#password').fill('password1234')
  await send(page)
}

async function fillSignIn(page: Page, url: string, username: string): Promise<void> {
  await page.goto(`${url}/sign-in`)
  await page.locator('#email').fill(username)
  await page.locator('#password').fill('password1234')
  await send(page)
}

async function fillReset(page: Page, url: string, typed: string): Promise<void> {
  await page.goto(`${url}/reset`)
  await page.locator('#email').fill(typed)
  await send(page)
}

async function fillProfile(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/profile`)
  await page.locator('#firstName').fill(' ')
  await send(page, page.locator('form[action$="/profile/name"] button'))
}
