// Prepares a whole seed outside of any transaction, and says which credentials its first organization begins with.
import type { UserId } from '../../domain/ids.ts'
import { Secret } from '../../platform/secret.ts'
import type { App } from '../../usecases/app.ts'
import type { Founding } from '../../usecases/bootstrap.ts'
import type { DevCredentials } from '../dev-state.ts'
import { type FirstSecrets, idOr, type Person, planOrganization } from './apply-seed-plan.ts'
import type { Seed, SeedUser } from './seed-schema.ts'
import { completed } from './seed-schema-defaults.ts'

export interface SeedPlan {
  readonly foundings: readonly Founding[]
  readonly credentials: DevCredentials
}

/** Everything that a checked seed comes to; hashing its passwords takes tens of milliseconds each. */
export async function planSeed(app: App, seed: Seed): Promise<SeedPlan> {
  const { organizations } = completed(seed)
  const people = await planPeople(app, organizations)
  const personOf = (username: string): Person => {
    const person = people.get(username)
    if (!person) throw new Error(`The seed has nobody called ${username}.`)
    return person
  }
  const planned = organizations.map((organization) => planOrganization(app, organization, personOf))
  const [first] = planned
  if (!first) throw new Error('A seed has one organization at least.')
  return {
    foundings: planned.map(({ founding }) => founding),
    credentials: credentialsOf(first.founding, first.secrets, personOf),
  }
}

/** Everybody in the seed once, by address; the first user is given a password, since it will be printed. */
async function planPeople(app: App, organizations: Seed['organizations']): Promise<ReadonlyMap<string, Person>> {
  const owner = organizations[0]?.users?.[0]?.username.toLowerCase()
  const users = organizations.flatMap((organization) => organization.users ?? [])
  const mentions = Map.groupBy(users, (user) => user.username.toLowerCase())
  const people = new Map<string, Person>()
  // One after the other, because the queue refuses whoever hashes a whole seed at once.
  for (const [username, same] of mentions) {
    const password = givenPassword(same) ?? (username === owner ? app.minting.password() : undefined)
    const passwordHash = password && (await app.minting.passwords.hash(password))
    const id = same.find((user) => user.id !== undefined)?.id
    people.set(username, { userId: idOr<UserId>(app, id), password, passwordHash })
  }
  return people
}

function givenPassword(mentions: readonly SeedUser[]): Secret | undefined {
  const given = mentions.find((user) => user.password !== undefined)?.password
  return given === undefined ? undefined : new Secret(given)
}

function credentialsOf(
  { orgId, projects, teams, users, apiKeys, serviceAccounts }: Founding,
  { privateKey, clientSecret }: FirstSecrets,
  personOf: (username: string) => Person,
): DevCredentials {
  const person = users[0]?.person
  const publicKey = apiKeys[0]?.key.publicKey
  const clientId = serviceAccounts[0]?.account.clientId
  const password = person && personOf(person.username).password
  return {
    orgId,
    groupId: projects[0]?.projectId ?? null,
    teamId: teams[0]?.team.teamId ?? null,
    apiKey: publicKey && privateKey ? { publicKey, privateKey: privateKey.reveal() } : null,
    serviceAccount: clientId && clientSecret ? { clientId, clientSecret: clientSecret.reveal() } : null,
    owner: person && password ? { id: person.userId, username: person.username, password: password.reveal() } : null,
  }
}
