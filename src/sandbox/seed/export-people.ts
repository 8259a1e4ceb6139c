// People as a seed describes them, each once: where they are first mentioned.
import type { UserId } from '../../domain/ids.ts'
import type { Draft, SeedPerson, SeedUser } from '../../seed/seed-schema.ts'
import type { Tables } from '../../store/schema.ts'
import type { OrganizationRows } from '../../store/whole-state.ts'
import { type Names, someOf, timeText, timeTextIf, unlessUsual } from './export-names.ts'
import type { KnownCredentials } from './known-credentials.ts'

/** Describes people until they have been described. */
export interface Describing {
  readonly known: KnownCredentials
  readonly people: ReadonlyMap<UserId, Tables['users']>
  readonly described: Set<UserId>
}

/** The organization's members. `isFirst` where a seed would give its first user a password. */
export function exportUsers(
  describing: Describing,
  rows: OrganizationRows,
  names: Names,
  isFirst: boolean,
): readonly Draft<SeedUser>[] {
  const teams = Map.groupBy(rows.teamMembers, (row) => row.user_id)
  return rows.members.flatMap((member, index) => {
    const person = describing.people.get(member.user_id)
    if (!person) return []
    const inTeams = (teams.get(member.user_id) ?? []).flatMap((row) => names.teamName(row.team_id) ?? [])
    return {
      ...describe(describing, person, isFirst && index === 0),
      joinedAt: unlessUsual(timeText(member.created_at), timeText(person.created_at)),
      ...names.grantsOf(member.user_id),
      teams: someOf(inTeams),
    }
  })
}

/** Everybody whom no organization has mentioned. */
export const exportStrangers = (describing: Describing): readonly Draft<SeedPerson>[] =>
  [...describing.people.values()]
    .filter(({ user_id }) => !describing.described.has(user_id))
    .map((person) => describe(describing, person, false))

function describe(
  { known, described }: Describing,
  person: Tables['users'],
  wouldGetPassword: boolean,
): Draft<SeedPerson> {
  const { user_id: id, username, password_hash: hash } = person
  if (described.has(id)) return { username, ...NOTHING }
  described.add(id)
  const password = known.password?.userId === id ? known.password.password : undefined
  return {
    id,
    username,
    firstName: unlessUsual(person.first_name, ''),
    lastName: unlessUsual(person.last_name, ''),
    country: unlessUsual(person.country, 'US'),
    password: password ?? (wouldGetPassword && hash === null ? null : undefined),
    passwordHash: password === undefined ? (hash ?? undefined) : undefined,
    verified: person.verified_at === null ? false : undefined,
    language: person.language ?? undefined,
    createdAt: timeText(person.created_at),
    lastAuthAt: timeTextIf(person.last_auth_at),
  }
}

const NOTHING = {
  id: undefined,
  firstName: undefined,
  lastName: undefined,
  country: undefined,
  password: undefined,
  passwordHash: undefined,
  verified: undefined,
  language: undefined,
  createdAt: undefined,
  lastAuthAt: undefined,
}
