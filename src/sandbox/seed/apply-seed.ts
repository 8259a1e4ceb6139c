// Prepares a whole seed outside of any transaction, writes it in one, and says which credentials it begins with.
import type { Seed } from '../../seed/seed-schema.ts'
import { completed } from '../../seed/seed-schema-defaults.ts'
import type { Tx } from '../../store/db.ts'
import * as users from '../../store/users.ts'
import type { App } from '../../usecases/app.ts'
import { type Founding, found } from '../../usecases/bootstrap.ts'
import type { DevCredentials } from '../dev-state.ts'
import { type FirstSecrets, planOrganization } from './apply-seed-plan.ts'
import { type Person, planPeople } from './plan-people.ts'
import { addressOf } from './seed-values.ts'

export interface SeedPlan {
  /** Those who are in no organization. */
  readonly people: readonly users.NewUser[]
  readonly foundings: readonly Founding[]
  readonly credentials: DevCredentials
}

/** Everything that a checked seed comes to; hashing its passwords takes tens of milliseconds each. */
export async function planSeed(world: App, seed: Seed): Promise<SeedPlan> {
  const now = world.ambient.now()
  // All of it begins at one moment, however long the hashing takes.
  const app: App = { ...world, ambient: { ...world.ambient, now: () => now } }
  const whole = completed(seed)
  const people = await planPeople(app, whole)
  const personOf = (username: string): Person => {
    const person = people.get(username)
    if (!person) throw new Error(`The seed has nobody called ${username}.`)
    return person
  }
  const planned = whole.organizations.map((organization) => planOrganization(app, organization, personOf))
  const [first] = planned
  if (!first) throw new Error('A seed has one organization at least.')
  return {
    people: (whole.people ?? []).map(({ username }) => personOf(username.toLowerCase()).user),
    foundings: planned.map(({ founding }) => founding),
    credentials: credentialsOf(first.founding, first.secrets, personOf),
  }
}

/** Writes the seed into an empty store. */
export async function applySeed(app: App, tx: Tx, { people, foundings }: SeedPlan): Promise<void> {
  for (const founding of foundings) await found(app, tx, founding)
  for (const person of people) await users.insertIfNew(tx, person)
}

function credentialsOf(
  { orgId, projects, teams, users: members, apiKeys, serviceAccounts }: Founding,
  { privateKey, clientSecret }: FirstSecrets,
  personOf: (username: string) => Person,
): DevCredentials {
  const person = members[0]?.person
  const publicKey = apiKeys[0]?.key.publicKey
  const clientId = serviceAccounts[0]?.account.clientId
  const password = person && personOf(addressOf(person.username)).password
  return {
    orgId,
    groupId: projects[0]?.project.projectId ?? null,
    teamId: teams[0]?.team.teamId ?? null,
    apiKey: publicKey && privateKey ? { publicKey, privateKey: privateKey.reveal() } : null,
    serviceAccount: clientId && clientSecret ? { clientId, clientSecret: clientSecret.reveal() } : null,
    owner: person && password ? { id: person.userId, username: person.username, password: password.reveal() } : null,
  }
}
