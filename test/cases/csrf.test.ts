// Forms that other sites send in a visitor's name: refused before anything is looked at.
import { expect } from 'vitest'
import type { UserId } from '../../src/domain/ids.ts'
import { portalRoutes } from '../../src/portal/routes.ts'
import { ACME } from '../harness/case-seed.ts'
import { exchange } from '../harness/http-client.ts'
import { freshAddress, PASSWORD, type PortalWorld, portalCases } from '../harness/portal-world.ts'
import { DIALECTS } from '../harness/world.ts'

const onEveryEngine = portalCases()

const FORM = 'application/x-www-form-urlencoded'
const EVIL = 'https://evil.example'

interface Variant {
  readonly headers: (ours: string) => Readonly<Record<string, string>>
  readonly status: 403 | 415
  /** Names no other site: whoever knows an address with a secret may send this, as mail programs do. */
  readonly isSilent?: true
}

const VARIANTS: readonly Variant[] = [
  { headers: () => ({ 'Content-Type': FORM }), status: 403, isSilent: true },
  { headers: () => ({ 'Content-Type': FORM, Origin: EVIL }), status: 403 },
  { headers: () => ({ 'Content-Type': FORM, Origin: 'null' }), status: 403, isSilent: true },
  { headers: () => ({ 'Content-Type': FORM, Origin: '' }), status: 403 },
  { headers: (ours) => ({ 'Content-Type': FORM, Origin: `${ours}.evil.example` }), status: 403 },
  { headers: (ours) => ({ 'Content-Type': FORM, Origin: ours.replace('http:', 'https:') }), status: 403 },
  { headers: (ours) => ({ 'Content-Type': FORM, Origin: ours.replace(/\d+$/, '1') }), status: 403 },
  { headers: (ours) => ({ 'Content-Type': FORM, Origin: ours, 'Sec-Fetch-Site': 'cross-site' }), status: 403 },
  { headers: (ours) => ({ 'Content-Type': FORM, Origin: ours, 'Sec-Fetch-Site': 'same-site' }), status: 403 },
  { headers: () => ({ 'Content-Type': FORM, Origin: EVIL, 'Sec-Fetch-Site': 'same-origin' }), status: 403 },
  { headers: () => ({ 'Content-Type': FORM, 'Sec-Fetch-Site': 'none' }), status: 403 },
  { headers: () => ({ 'Content-Type': FORM, Referer: EVIL }), status: 403, isSilent: true },
  { headers: (ours) => ({ 'Content-Type': 'application/json', Origin: ours }), status: 415 },
  { headers: (ours) => ({ 'Content-Type': 'text/plain', Origin: ours }), status: 415 },
  {
    headers: (ours) => ({ 'Content-Type': 'multipart/form-data; boundary=x', Origin: ours }),
    status: 415,
    isSilent: true,
  },
]

const posts = portalRoutes.filter(({ method }) => method === 'POST')

/** An address of such a page, at which there is nothing. */
const targetOf = ({ path }: { readonly path: string }): string =>
  path
    .replace(':orgId', ACME.id)
    .replace(':secret', 'a'.repeat(43))
    .replace(':link', `${ACME.id}.${'a'.repeat(43)}`)

/** Everything of the person that a form could have changed. */
async function stateOf({ atrium }: PortalWorld, userId: UserId): Promise<unknown> {
  const { q } = atrium.db.read
  return {
    users: await q.selectFrom('users').selectAll().where('user_id', '=', userId).execute(),
    members: await q.selectFrom('members').selectAll().where('user_id', '=', userId).execute(),
    sessions: await q.selectFrom('sessions').select('session_id').where('user_id', '=', userId).execute(),
    invitations: await q.selectFrom('invitations').selectAll().execute(),
    links: await q.selectFrom('links').selectAll().execute(),
    outbox: await q.selectFrom('outbox').select('mail_id').execute(),
  }
}

onEveryEngine('no form of another site does anything, and none that is not written as a form', async (world) => {
  const person = await world.person(['ORG_READ_ONLY'])
  const browser = await world.signedIn(person)
  await world.signedIn(person)
  const invited = await world.api('POST', `/orgs/${ACME.id}/invites`, {
    username: person.username,
    roles: ['ORG_OWNER'],
  })
  const before = await stateOf(world, person.userId)
  const sessions = await world.atrium.db.read.q
    .selectFrom('sessions')
    .select('session_id')
    .where('user_id', '=', person.userId)
    .execute()
  const body = new URLSearchParams({
    email: person.username,
    username: person.username,
    password: PASSWORD,
    currentPassword: PASSWORD,
    newPassword: 'chosen by somebody else',
    firstName: 'Eve',
    lastName: 'Evil',
    language: 'ko',
    session: sessions[0]?.session_id ?? '',
    invitation: String(invited.body),
  }).toString()
  expect(posts.length).toBeGreaterThan(9)
  for (const { path, secret } of posts) {
    const target = targetOf({ path })
    for (const { headers, status } of VARIANTS.filter(({ isSilent }) => !(secret && isSilent))) {
      const all = {
        ...headers(world.atrium.url),
        Cookie: browser.cookies(world.atrium.url),
        'X-Forwarded-For': freshAddress(),
      }
      const answer = await exchange(world.atrium.url, { method: 'POST', target, headers: all, body })
      expect([target, all, answer.status]).toEqual([target, all, status])
      expect(answer.headers['set-cookie']).toBeUndefined()
    }
  }
  expect(await stateOf(world, person.userId)).toEqual(before)
})

onEveryEngine('a refused form leads to pages only, also by the switch of languages', async (world) => {
  const browser = await world.signedIn(await world.person(['ORG_READ_ONLY']))
  for (const target of posts.map(targetOf)) {
    const headers = { 'Content-Type': FORM, Origin: EVIL, 'X-Forwarded-For': freshAddress() }
    const { text } = await exchange(world.atrium.url, { method: 'POST', target, headers, body: '' })
    const [, action = ''] = /<form method="get" action="([^"]+)" data-switch>/.exec(text) ?? []
    const page = await browser.step(world.at(`${action}?lang=ko`))
    // A page keeps the choice; where there is none, there is nobody to keep it.
    expect([target, action, page.headers['set-cookie']]).toEqual([
      target,
      action,
      [expect.stringContaining('atrium-language=ko')],
    ])
  }
})

onEveryEngine('a session opens nothing of the API', async (world) => {
  const browser = await world.signedIn(await world.person(['ORG_OWNER']))
  const cookie = browser.cookies(world.atrium.url)
  for (const { prefix, accept } of DIALECTS) {
    for (const method of ['GET', 'POST', 'DELETE']) {
      const headers = { Cookie: cookie, Accept: accept, Origin: world.atrium.url, 'Sec-Fetch-Site': 'same-origin' }
      const answer = await exchange(world.atrium.url, { method, target: `${prefix}/orgs/${ACME.id}`, headers })
      expect([prefix, method, answer.status]).toEqual([prefix, method, answer.status === 404 ? 404 : 401])
    }
    const headers = { Cookie: cookie, Accept: accept }
    const answer = await exchange(world.atrium.url, { method: 'GET', target: `${prefix}/orgs/${ACME.id}`, headers })
    expect(answer.status).toBe(401)
  }
})
