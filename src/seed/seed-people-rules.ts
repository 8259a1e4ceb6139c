// People of a seed: one description of each, whatever organizations they are in.
import { checkExclusive, checkUsername, type Place, type Report } from './seed-problem.ts'
import type { Seed, SeedPerson } from './seed-schema.ts'

/** What must be the same wherever it is said of a person. */
const DESCRIPTION = [
  'id',
  'firstName',
  'lastName',
  'country',
  'password',
  'passwordHash',
  'verified',
  'language',
  'createdAt',
  'lastAuthAt',
] as const

/** Somebody may be in several organizations, and is then the same person, described once or alike. */
export function checkPeople({ organizations, people = [] }: Seed, report: Report): void {
  const known = new Map<string, SeedPerson>()
  const owners = new Map<string, string>()
  const lists = [
    ...organizations.map(({ users = [] }, index) => ({ at: ['organizations', index, 'users'], list: users })),
    { at: ['people'], list: people },
  ]
  for (const { at, list } of lists) {
    const here = new Set<string>()
    for (const [index, person] of list.entries()) {
      const place = [...at, index]
      const username = person.username.toLowerCase()
      checkUsername(person.username, [...place, 'username'], report)
      checkExclusive(person, ['password', 'passwordHash'], place, report)
      if (here.has(username))
        report([...place, 'username'], `is in ${at.length > 1 ? 'this organization' : 'this list'} already`)
      here.add(username)
      checkSamePerson(known.get(username), person, place, report)
      known.set(username, { ...person, ...known.get(username) })
      checkOwner(owners, person.id, username, [...place, 'id'], report)
    }
  }
}

function checkOwner(
  owners: Map<string, string>,
  id: string | undefined,
  username: string,
  at: Place,
  report: Report,
): void {
  if (id === undefined) return
  const owner = owners.get(id) ?? username
  if (owner !== username) report(at, `belongs to ${owner}`)
  owners.set(id, owner)
}

function checkSamePerson(before: SeedPerson | undefined, person: SeedPerson, at: Place, report: Report): void {
  if (!before) return
  for (const field of DESCRIPTION) {
    if (person[field] !== undefined && before[field] !== undefined && person[field] !== before[field]) {
      report([...at, field], `differs from what is said of ${person.username} before`)
    }
  }
}
