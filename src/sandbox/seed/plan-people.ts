// Everybody in a seed once, by address, whatever organizations they are in; hashing happens here, outside transactions.
import type { UserId } from '../../domain/ids.ts'
import { Secret } from '../../platform/secret.ts'
import type { Seed, SeedPerson } from '../../seed/seed-schema.ts'
import type { NewUser } from '../../store/users.ts'
import type { App } from '../../usecases/app.ts'
import { addressOf, idOr, languageOf, timeOr } from './seed-values.ts'

/** A person of the seed as they are written, with the password where it is known. */
export interface Person {
  readonly user: NewUser
  readonly password: Secret | undefined
}

/** By address. The first user of the first organization is given a password, since it will be printed. */
export async function planPeople(app: App, { organizations, people = [] }: Seed): Promise<ReadonlyMap<string, Person>> {
  const owner = organizations[0]?.users?.[0]?.username.toLowerCase()
  const everybody = [...organizations.flatMap(({ users = [] }) => users), ...people]
  const mentions = Map.groupBy(everybody, ({ username }) => username.toLowerCase())
  const planned = new Map<string, Person>()
  // One after the other, because the queue refuses whoever hashes a whole seed at once.
  for (const [username, same] of mentions) {
    let described: SeedPerson = { username }
    for (const mention of same) described = { ...mention, ...described }
    planned.set(username, await planPerson(app, described, username === owner))
  }
  return planned
}

async function planPerson(app: App, described: SeedPerson, isOwner: boolean): Promise<Person> {
  const password = passwordOf(app, described, isOwner)
  const createdAt = timeOr(app, described.createdAt)
  const user: NewUser = {
    userId: idOr<UserId>(app, described.id),
    username: addressOf(described.username),
    firstName: described.firstName ?? '',
    lastName: described.lastName ?? '',
    country: described.country ?? 'US',
    createdAt,
    lastAuthAt: described.lastAuthAt === undefined ? undefined : Date.parse(described.lastAuthAt),
    verifiedAt: described.verified === false ? undefined : createdAt,
    passwordHash: password ? await app.minting.passwords.hash(password) : described.passwordHash,
    language: languageOf(described),
  }
  return { user, password }
}

function passwordOf(app: App, { password, passwordHash }: SeedPerson, isOwner: boolean): Secret | undefined {
  if (password !== undefined) return password === null ? undefined : new Secret(password)
  return isOwner && passwordHash === undefined ? app.minting.password() : undefined
}
