// Things of Acme that a call is about, each made new.
import { ACME } from '../case-seed.ts'
import { accept, type Given, invitedToOrg, newProject } from '../cases.ts'
import { textAt, valueAt } from '../client.ts'
import { copyRoles } from '../ledger.ts'
import { makerOf } from './preparation.ts'

const ORG = `/orgs/${ACME.id}`
const PROJECT = `/groups/${ACME.project0}`

/** A project in which everybody has the roles that they have in Project 0. */
export async function newOwnedProject(given: Given): Promise<string> {
  const project = await newProject(given)
  await copyRoles(given.world.atrium.db, ACME.project0, project)
  return project
}

export interface Person {
  readonly id: string
  readonly username: string
}

/** Somebody who has accepted an invitation to Acme. */
export async function newMember(given: Given, roles: readonly string[] = ['ORG_MEMBER']): Promise<Person> {
  const { id, username } = await invitedToOrg(given, { roles })
  return { id: (await accept(given, id)).at('id'), username }
}

/** A member of Acme who has roles in Project 0. */
export async function newProjectMember(given: Given, roles: readonly string[] = ['GROUP_READ_ONLY']): Promise<Person> {
  const person = await newMember(given)
  await makerOf(given)(`${PROJECT}/users`, { roles, username: person.username })
  return person
}

/** Somebody who is invited to Acme, by the id under which they are shown among its users. */
export const newInvitedUser = async (given: Given): Promise<string> =>
  (await makerOf(given)(`${ORG}/users`, { roles: { orgRoles: ['ORG_MEMBER'] }, username: given.address() })).at('id')

/** The same among the users of Project 0. */
export const newInvitedUserOfProject = async (given: Given): Promise<string> =>
  (await makerOf(given)(`${PROJECT}/users`, { roles: ['GROUP_READ_ONLY'], username: given.address() })).at('id')

/** A team with one member. */
export async function newTeam(given: Given): Promise<string> {
  const team = { name: given.name(), usernames: [ACME.teammate.username] }
  return (await makerOf(given)(`${ORG}/teams`, team)).at('id')
}

/** A team that may read Project 0. */
export async function newProjectTeam(given: Given): Promise<string> {
  const teamId = await newTeam(given)
  await makerOf(given)(`${PROJECT}/teams`, [{ roleNames: ['GROUP_READ_ONLY'], teamId }])
  return teamId
}

/** An API key of Acme. */
export const newKey = async (given: Given): Promise<string> =>
  (await makerOf(given)(`${ORG}/apiKeys`, { desc: given.name(), roles: ['ORG_MEMBER'] })).at('id')

/** An API key of Project 0. */
export const newProjectKey = async (given: Given): Promise<string> =>
  (await makerOf(given)(`${PROJECT}/apiKeys`, { desc: given.name(), roles: ['GROUP_READ_ONLY'] })).at('id')

export interface Account {
  readonly clientId: string
  readonly secretId: string
}

async function newAccountIn(given: Given, parent: string, roles: readonly string[]): Promise<Account> {
  const account = { description: 'Made by a test', name: given.name(), roles, secretExpiresAfterHours: 24 }
  const { body } = await makerOf(given)(`${parent}/serviceAccounts`, account)
  const secrets = valueAt(body, 'secrets')
  return { clientId: textAt(body, 'clientId'), secretId: textAt(Array.isArray(secrets) ? secrets[0] : {}, 'id') }
}

/** A service account of Acme. */
export const newAccount = (given: Given): Promise<Account> => newAccountIn(given, ORG, ['ORG_MEMBER'])
/** A service account of Project 0. */
export const newProjectAccount = (given: Given): Promise<Account> => newAccountIn(given, PROJECT, ['GROUP_READ_ONLY'])

/** An address that an access list may hold, and no other case has. */
export const newIpAddress = ({ world }: Pick<Given, 'world'>): string => {
  const number = world.next()
  return `203.${Math.floor(number / 65_536) % 256}.${Math.floor(number / 256) % 256}.${number % 256}`
}

/** The entry of an access list under a new address; `path` is the list's. */
export async function newEntry(given: Given, path: string): Promise<string> {
  const ipAddress = newIpAddress(given)
  await makerOf(given)(path, [{ ipAddress }])
  return ipAddress
}

/** The latest event of a type in a feed. */
export async function someEvent(given: Given, path: string, type: string): Promise<string> {
  const { body } = await given.owner.get(`${path}?itemsPerPage=1&eventType=${type}`)
  const results = valueAt(body, 'results')
  return textAt(Array.isArray(results) ? results[0] : {}, 'id')
}
