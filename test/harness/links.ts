// Invitations by their mailed links: the mail's link, and a visitor who opens pages and sends forms over plain HTTP.
import { sql } from 'kysely'
import { ACME } from './case-seed.ts'
import { type Given, type Invited, invitedToOrg } from './cases.ts'
import type { Call, Exchange } from './http-client.ts'
import type { World } from './world.ts'

export interface MailedLink {
  /** `<id>.<secret>`. */
  readonly token: string
  readonly id: string
  readonly secret: string
  /** The page of the invitation. */
  readonly path: string
}

/** Every link that mails to this address carry, oldest first. */
export async function linksTo(world: World, username: string, kind = 'accept'): Promise<readonly string[]> {
  const { text } = await world.bare({ method: 'GET', target: `/_atrium/outbox?to=${encodeURIComponent(username)}` })
  const mails: readonly { readonly links: Readonly<Record<string, string>> }[] = JSON.parse(text)
  return mails.flatMap(({ links }) => links[kind] ?? [])
}

/** The newest link to accept by that was mailed to this address. */
export async function linkTo(world: World, username: string): Promise<MailedLink> {
  const link = (await linksTo(world, username)).at(-1)
  if (!link) throw new Error(`No link was mailed to ${username}.`)
  const { pathname } = new URL(link)
  const token = pathname.slice('/invitations/'.length)
  const [id = '', secret = ''] = token.split('.')
  return { token, id, secret, path: pathname }
}

/** Makes an invitation one of a person's own, as if they had sent it from the console. */
export const inviteAs = (world: World, id: string, username: string): Promise<unknown> =>
  world.atrium.db.write((tx) =>
    sql`update invitations set inviter_kind = 'user', inviter_username = ${username}
      where invitation_id = ${id}`.execute(tx.q),
  )

/** Somebody at a browser, at an address of their own: keeps cookies, and follows nothing. */
export interface Person {
  look(path: string, headers?: Call['headers']): Promise<Exchange>
  send(path: string, form?: Readonly<Record<string, string>>, headers?: Call['headers']): Promise<Exchange>
  /** Whether there is a session's cookie. */
  isSignedIn(): boolean
}

/** Somebody without any cookie. The server must trust X-Forwarded-For. */
export function person(world: World): Person {
  let cookie = ''
  const address = `10.${world.next() % 250}.${world.next() % 250}.${world.next() % 250}`
  const ask = async (call: Call): Promise<Exchange> => {
    const headers = { Accept: 'text/html', 'X-Forwarded-For': address, Cookie: cookie, ...call.headers }
    const answer = await world.bare({ ...call, headers })
    const set = (answer.headers['set-cookie'] ?? []).findLast((each) => each.startsWith('atrium='))
    if (set !== undefined) cookie = /^atrium=[^;]+/.exec(set)?.[0] ?? ''
    return answer
  }
  return {
    look: (target, headers = {}) => ask({ method: 'GET', target, headers }),
    send: (target, form = {}, headers = {}) =>
      ask({
        method: 'POST',
        target,
        headers: {
          'Content-Type': 'application/x-www-form-urlencoded',
          Origin: 'null',
          'Sec-Fetch-Site': 'same-origin',
          ...headers,
        },
        body: new URLSearchParams(form).toString(),
      }),
    isSignedIn: () => cookie !== '',
  }
}

/** What somebody new fills in. */
export const BO = { firstName: 'Bo', lastName: 'Lindqvist', password: 'Tausend-Kraniche-7' } as const

/** The heading of a page, as text. */
export const headingOf = ({ text }: Pick<Exchange, 'text'>): string =>
  (/<h1>([\s\S]*?)<\/h1>/.exec(text)?.[1] ?? '').replaceAll('&#39;', "'")

export type Linked = Invited & MailedLink

/** An invitation to Acme by a key, and its link. */
export async function linked(given: Given, body: Readonly<Record<string, unknown>> = {}): Promise<Linked> {
  const invited = await invitedToOrg(given, body)
  return { ...invited, ...(await linkTo(given.world, invited.username)) }
}

/** One that a person made, to whom answers and questions go. */
export async function linkedByPerson(given: Given): Promise<Linked> {
  const invited = await linked(given)
  await inviteAs(given.world, invited.id, ACME.owner.username)
  return invited
}

/** Somebody who has accepted an invitation, and is signed in. */
export async function member(given: Given): Promise<{ readonly username: string; readonly visitor: Person }> {
  const { path, username } = await linked(given)
  const visitor = person(given.world)
  const { status } = await visitor.send(`${path}/accept`, BO)
  if (status !== 303) throw new Error(`Accepting was answered ${status}.`)
  return { username, visitor }
}
