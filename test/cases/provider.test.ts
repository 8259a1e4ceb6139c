// Signing in at a real OpenID Connect provider: whom it vouches for, who is invited, and who stays outside.
import { expect, test } from 'vitest'
import { RETURN_PATH } from '../../src/portal/provider/paths.ts'
import { type Atrium, startAtrium } from '../harness/atrium.ts'
import { browse } from '../harness/browsing.ts'
import { ACME, CASE_SEED, clientOf } from '../harness/case-seed.ts'
import { tokenOf } from '../harness/client.ts'
import { exchange } from '../harness/http-client.ts'
import { type ProvidedPeople, startProvider } from '../harness/provider.ts'
import { engines } from '../harness/stores.ts'

const PEOPLE: ProvidedPeople = {
  bo: { email: 'Bo@New.example', email_verified: true, given_name: 'Bo', family_name: 'Berg' },
  moved: { email: 'bo@new.example', email_verified: true },
  unconfirmed: { email: 'cy@new.example', email_verified: false },
  silent: {},
  stranger: { email: 'stranger@new.example', email_verified: true },
}

for (const engine of engines) {
  const world = async () => {
    const provider = await startProvider()
    const atrium = await startAtrium(await engine.open(), { seed: CASE_SEED, oidc: provider.settings })
    provider.serve(atrium.url + RETURN_PATH, PEOPLE)
    return { provider, atrium, [Symbol.asyncDispose]: () => atrium[Symbol.asyncDispose]() }
  }

  test(`somebody who is invited and comes by the provider gets an account under the id that was shown (${engine.name})`, async () => {
    await using given = await world()
    const { atrium } = given
    const invited = await invite(atrium, 'bo@new.example')
    const browser = browse()
    const end = await browser.open(departure(atrium, 'bo'))
    expect([end.status, new URL(end.url).pathname]).toEqual([200, '/profile'])
    expect(await userIdOf(atrium, 'bo@new.example')).toBe(invited)
    // Invited is not yet in: the invitation waits on the profile with its roles.
    expect(await membershipOf(atrium, invited)).toBe('PENDING')
  })

  test(`whoever comes again is known by the provider's account, whatever their address is by then (${engine.name})`, async () => {
    await using given = await world()
    const { atrium, provider } = given
    const invited = await invite(atrium, 'bo@new.example')
    await browse().open(departure(atrium, 'bo'))
    provider.serve(atrium.url + RETURN_PATH, { bo: { email: 'other@new.example', email_verified: true } })
    const again = await browse().open(departure(atrium, 'bo'))
    expect(again.text).toContain('bo@new.example')
    expect(await userIdOf(atrium, 'bo@new.example')).toBe(invited)
  })

  test.each([
    ['unconfirmed', 'Your address is not confirmed'],
    ['silent', 'Your address is not confirmed'],
    ['stranger', 'There is no invitation for you'],
    ['cancels', 'You were not signed in'],
  ])(`%s is told: %s (${engine.name})`, async (who, title) => {
    await using given = await world()
    const { atrium } = given
    await invite(atrium, 'cy@new.example')
    const browser = browse()
    const end = await browser.open(departure(atrium, who))
    expect(end.status).toBe(403)
    expect(end.text).toContain(title)
    expect(browser.cookies(atrium.url)).toBe('')
  })

  test(`an answer of the provider's works only in the browser that set out for it, and once (${engine.name})`, async () => {
    await using given = await world()
    const { atrium } = given
    await invite(atrium, 'bo@new.example')
    const browser = browse()
    const back = await lastRedirect(browser, departure(atrium, 'bo'), atrium)
    const elsewhere = await browse().open(back)
    expect(elsewhere.status).toBe(403)
    const changed = await browser.open(back.replace(/state=[^&]+/, 'state=another'))
    expect(changed.status).toBe(403)
  })
}

test('without a provider there is nothing at its addresses', async () => {
  const [engine] = engines
  if (!engine) throw new Error('There is no engine.')
  await using atrium = await startAtrium(await engine.open(), { seed: CASE_SEED })
  for (const path of ['/sign-in/provider', RETURN_PATH]) {
    expect((await exchange(atrium.url, { method: 'GET', target: path })).status).toBe(404)
  }
})

const departure = (atrium: Atrium, hint: string): string =>
  `${atrium.url}/sign-in/provider?${new URLSearchParams({ to: '/profile', hint })}`

/** Where the provider sends the browser at last, without going there. */
async function lastRedirect(browser: ReturnType<typeof browse>, url: string, atrium: Atrium): Promise<string> {
  let at = url
  for (;;) {
    const answer = await browser.step(at)
    const next = new URL(answer.headers.location ?? '', at).href
    if (next.startsWith(atrium.url + RETURN_PATH)) return next
    at = next
  }
}

async function asOwner(atrium: Atrium, method: string, target: string, body?: unknown): Promise<string> {
  const token = await tokenOf(atrium.url, clientOf('owner'))
  const headers = {
    Accept: 'application/vnd.atlas.2025-03-12+json',
    Authorization: `Bearer ${token}`,
    'Content-Type': 'application/json',
  }
  const sent = {
    method,
    target: `/api/atlas/v2${target}`,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
  }
  return (await exchange(atrium.url, sent)).text
}

/** The id under which the invited person is shown. */
async function invite(atrium: Atrium, username: string): Promise<string> {
  const text = await asOwner(atrium, 'POST', `/orgs/${ACME.id}/users`, {
    username,
    roles: { orgRoles: ['ORG_READ_ONLY'] },
  })
  return JSON.parse(text).id
}

const membershipOf = async (atrium: Atrium, id: string): Promise<string> =>
  JSON.parse(await asOwner(atrium, 'GET', `/orgs/${ACME.id}/users/${id}`)).orgMembershipStatus

const userIdOf = async (atrium: Atrium, username: string): Promise<string | undefined> =>
  (await atrium.db.read.q.selectFrom('usernames').select('user_id').where('username', '=', username).executeTakeFirst())
    ?.user_id
