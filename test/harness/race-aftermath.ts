// What the store holds about one address once a race is over, read past every rule of the product.
import type { Db } from '../../src/store/db.ts'
import type { Tables } from '../../src/store/schema.ts'

export interface Aftermath {
  readonly invitations: readonly Tables['invitations'][]
  /** The ids behind the address, and the profiles with it: one of each for whoever ever accepted. */
  readonly accounts: readonly string[]
  readonly profiles: readonly string[]
  /** The organizations, from the members and from the list kept with the person. */
  readonly memberOf: readonly string[]
  readonly memberships: readonly string[]
  /** `organization project role`, sorted; the project is empty for organization roles. */
  readonly roles: readonly string[]
  readonly teams: readonly string[]
  /** How many events of each type name the address. */
  readonly events: Readonly<Record<string, number>>
  /** The invitations that the directory knows. */
  readonly listed: ReadonlySet<string>
}

/** Reads the whole store once, and then answers for any address. */
export async function survey(db: Db): Promise<(username: string) => Aftermath> {
  const { q } = db.read
  const invitations = await q.selectFrom('invitations').selectAll().orderBy('invitation_id').execute()
  const usernames = await q.selectFrom('usernames').selectAll().execute()
  const users = await q.selectFrom('users').select(['user_id', 'username']).execute()
  const members = await q.selectFrom('members').selectAll().orderBy('org_id').execute()
  const memberships = await q.selectFrom('memberships_of_user').selectAll().orderBy('org_id').execute()
  const roles = await q.selectFrom('role_assignments').selectAll().execute()
  const teams = await q.selectFrom('team_members').selectAll().execute()
  const events = await q.selectFrom('events').select(['type', 'details']).execute()
  const directory = await q.selectFrom('directory').select('key').where('key', 'like', 'invitation:%').execute()
  const listed = new Set(directory.map(({ key }) => key.slice('invitation:'.length)))
  const eventsOf = Map.groupBy(events, ({ details }) => targetOf(details))
  return (username) => {
    const accounts = usernames.filter((row) => row.username === username).map((row) => row.user_id)
    const isTheirs = (id: string): boolean => accounts.some((account) => account === id)
    return {
      invitations: invitations.filter((row) => row.username === username),
      accounts,
      profiles: users.filter((row) => row.username === username).map((row) => row.user_id),
      memberOf: members.filter((row) => isTheirs(row.user_id)).map((row) => row.org_id),
      memberships: memberships.filter((row) => isTheirs(row.user_id)).map((row) => row.org_id),
      roles: roles
        .filter((row) => isTheirs(row.principal_id))
        .map((row) => `${row.org_id} ${row.project_id} ${row.role}`)
        .toSorted(),
      teams: teams.filter((row) => isTheirs(row.user_id)).map((row) => row.team_id),
      events: counted((eventsOf.get(username) ?? []).map(({ type }) => type)),
      listed,
    }
  }
}

/** How often each word occurs, in the order of the words. */
export const counted = (words: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...Map.groupBy(words, (word) => word)]
      .map(([word, same]): [string, number] => [word, same.length])
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  )

function targetOf(details: string): string | undefined {
  const { targetUsername }: { targetUsername?: string } = JSON.parse(details)
  return targetUsername
}
