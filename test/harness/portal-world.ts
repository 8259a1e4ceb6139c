// A served organization whose people use the pages: each test makes people of its own, each at an address of their own.
import { afterAll, beforeAll, test } from 'vitest'
import { isObjectId, type OrgId, type UserId } from '../../src/domain/ids.ts'
import { hashPassword } from '../../src/identity/passwords.ts'
import { systemAmbient } from '../../src/platform/ambient.ts'
import { Secret } from '../../src/platform/secret.ts'
import * as members from '../../src/store/members.ts'
import * as organizations from '../../src/store/organizations.ts'
import * as roleAssignments from '../../src/store/role-assignments.ts'
import * as users from '../../src/store/users.ts'
import { type Atrium, type AtriumOptions, startAtrium } from './atrium.ts'
import { type Browsing, browse } from './browsing.ts'
import { ACME, CASE_SEED, clientOf } from './case-seed.ts'
import { type Answer, API, connect, tokenOf } from './client.ts'
import { exchange } from './http-client.ts'
import { engines } from './stores.ts'

export const PASSWORD = 'violet ladder under seven'

export interface Person {
  readonly userId: UserId
  readonly username: string
}

export interface PortalWorld {
  readonly atrium: Atrium
  /** Somebody with a proven address and PASSWORD, with these roles in Acme; without any, in no organization. */
  person(orgRoles?: readonly string[]): Promise<Person>
  /** A new organization with these owners and nobody else; answers its id. */
  ownedBy(owners: readonly Person[]): Promise<OrgId>
  /** A visitor at a network address that nobody else has. */
  visitor(headers?: Readonly<Record<string, string>>): Browsing
  /** A visitor who has signed in. */
  signedIn(person: Pick<Person, 'username'>, password?: string): Promise<Browsing>
  /** Calls the API as Acme's owner. */
  api(method: string, path: string, body?: unknown): Promise<Answer>
  /** Where the newest mail of this kind to the address leads. */
  mailedLink(to: string, kind: 'accept' | 'reset'): Promise<string>
  /** The address of a page. */
  at(path: string): string
}

const hashed = hashPassword(systemAmbient(), new Secret(PASSWORD))
let visitors = 0

/** One that no other visitor of this process has. */
export const freshAddress = (): string => {
  visitors += 1
  return `198.18.${visitors >> 8}.${visitors & 255}`
}

/** Declares a test once for each engine; the world is one for the file. */
export function portalCases(options: Partial<AtriumOptions> = {}) {
  const served = engines.map((engine) => {
    let world: PortalWorld | undefined
    beforeAll(async () => {
      const db = await engine.open()
      const atrium = await startAtrium(db, { seed: CASE_SEED, trustedProxies: ['127.0.0.1'], ...options })
      world = await worldOf(atrium)
    })
    afterAll(async () => {
      await world?.atrium[Symbol.asyncDispose]()
      await world?.atrium.db[Symbol.asyncDispose]()
    })
    return { engine, world: () => world ?? fail() }
  })
  return (sentence: string, run: (world: PortalWorld) => Promise<void>, timeout = 20_000): void => {
    for (const { engine, world } of served) test(`${sentence} (${engine.name})`, { timeout }, () => run(world()))
  }
}

function fail(): never {
  throw new Error('The world has not been made.')
}

async function worldOf(atrium: Atrium): Promise<PortalWorld> {
  const { db, url } = atrium
  const ambient = systemAmbient()
  const token = await tokenOf(url, clientOf('owner'))
  const client = connect(url, token)
  const at = (path: string): string => url + path
  const visitor = (headers: Readonly<Record<string, string>> = {}): Browsing =>
    browse({ 'X-Forwarded-For': freshAddress(), ...headers })
  return {
    atrium,
    at,
    visitor,
    person: async (orgRoles = []) => {
      const userId = ambient.newId<UserId>()
      const person = { userId, username: `p${userId}@people.example` }
      const passwordHash = await hashed
      await db.write(async (tx) => {
        const now = ambient.now()
        const names = { firstName: 'Pia', lastName: 'Person', country: 'IE', createdAt: now, lastAuthAt: undefined }
        await users.insertIfNew(tx, { ...person, ...names, passwordHash, verifiedAt: now })
        if (orgRoles.length === 0) return
        const acme: string = ACME.id
        if (!isObjectId<OrgId>(acme)) throw new Error(`${acme} is no id.`)
        await members.insert(tx, acme, userId, now)
        await roleAssignments.grant(tx, acme, userId, '', orgRoles)
      })
      return person
    },
    signedIn: async ({ username }, password = PASSWORD) => {
      const browser = visitor()
      const answer = await browser.send(at('/sign-in'), { email: username, password })
      if (answer.status !== 303) throw new Error(`${username} was not signed in: ${answer.status}`)
      return browser
    },
    ownedBy: async (owners) => {
      const orgId = ambient.newId<OrgId>()
      await db.write(async (tx) => {
        const now = ambient.now()
        await organizations.insert(tx, { orgId, name: `Of two ${orgId}`, settings: {}, createdAt: now })
        for (const { userId } of owners) {
          await members.insert(tx, orgId, userId, now)
          await roleAssignments.grant(tx, orgId, userId, '', ['ORG_OWNER'])
        }
      })
      return orgId
    },
    api: (method, path, body) => client.call(method, `${API}${path}`, body),
    mailedLink: async (to, kind) => {
      const { text } = await exchange(url, { method: 'GET', target: `/_atrium/outbox?to=${encodeURIComponent(to)}` })
      const mails: readonly { readonly links: Readonly<Record<string, string>> }[] = JSON.parse(text)
      const link = mails.flatMap(({ links }) => links[kind] ?? []).at(-1)
      if (link === undefined) throw new Error(`${to} was not written to.`)
      return link
    },
  }
}
