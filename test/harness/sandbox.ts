// `atrium dev` as a browser meets it: a process of its own, its outbox, and a service account that invites.
import { join } from 'node:path'
import { type Answer, API, type Client, connect, tokenOf } from './client.ts'
import { type DevLine, startDev } from './dev-process.ts'

/** A mail in the outbox, as the sandbox shows it. */
export interface OutboxMail {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly createdAt: string
  readonly links: { readonly accept?: string }
}

export interface Sandbox extends AsyncDisposable {
  readonly line: DevLine
  readonly client: Client
  /** Invites to the first organization as ORG_MEMBER, unless the body says otherwise; throws when that is refused. */
  invite(username: string, body?: object): Promise<Answer>
  /** The mails to this address, as the sandbox orders them. */
  mailsTo(username: string): Promise<readonly OutboxMail[]>
  /** Where the only invitation that was mailed to this address is answered. */
  acceptLink(username: string): Promise<string>
  /** The people of the first organization, pending ones too. */
  users(): Promise<readonly SandboxUser[]>
}

export interface SandboxUser {
  readonly username: string
  readonly orgMembershipStatus: string
  readonly firstName?: string
  readonly lastName?: string
  readonly roles: { readonly orgRoles: readonly string[] }
}

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts')

/** Starts one from the sources, with its data in memory; outside a test its end is the caller's. */
export async function startSandbox(args: readonly string[] = []): Promise<Sandbox> {
  const dev = await startDev(MAIN, ':memory:', { args })
  const { line } = dev
  const client = connect(line.url, await tokenOf(line.url, line.serviceAccount))
  const place = `${API}/orgs/${line.orgId}`
  const mailsTo = async (username: string): Promise<readonly OutboxMail[]> => {
    const answer = await fetch(`${line.url}/_atrium/outbox?to=${encodeURIComponent(username)}`)
    return JSON.parse(await answer.text())
  }
  return {
    line,
    client,
    invite: async (username, body = {}) => {
      const answer = await client.call('POST', `${place}/invites`, { username, roles: ['ORG_MEMBER'], ...body })
      if (answer.status !== 200) throw new Error(`Inviting ${username} was answered ${answer.status} ${answer.code}.`)
      return answer
    },
    mailsTo,
    acceptLink: async (username) => {
      const links = (await mailsTo(username)).flatMap(({ links: { accept } }) => accept ?? [])
      if (links[0] === undefined || links.length > 1) throw new Error(`${username} has ${links.length} links.`)
      return links[0]
    },
    users: async () => Object((await client.call('GET', `${place}/users?itemsPerPage=500`)).body).results,
    [Symbol.asyncDispose]: () => dev[Symbol.asyncDispose](),
  }
}
