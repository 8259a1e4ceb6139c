// Members as a seed has them. An owner comes first, because the first user is whom a new world prints.
import type { Draft, SeedUser } from '../seed/seed-schema.ts'
import { byText, instantAt, textAt, valueAt } from './fields.ts'
import { grantsOf, type Names, teamsAt } from './names.ts'
import type { Answers } from './read-organization.ts'

export function peopleOf({ users }: Answers, names: Names): readonly Draft<SeedUser>[] {
  return users
    .filter((user) => textAt(user, 'orgMembershipStatus') === 'ACTIVE')
    .map((user) => userOf(user, names))
    .sort(byText((user) => `${isOwner(user) ? 0 : 1} ${user.username}`))
}

const isOwner = ({ orgRoles = [] }: Draft<SeedUser>): boolean => orgRoles.includes('ORG_OWNER')

const userOf = (user: object, names: Names): Draft<SeedUser> => ({
  id: textAt(user, 'id'),
  username: textAt(user, 'username'),
  firstName: textAt(user, 'firstName'),
  lastName: textAt(user, 'lastName'),
  country: textAt(user, 'country'),
  password: undefined,
  passwordHash: undefined,
  verified: undefined,
  language: undefined,
  createdAt: instantAt(user, 'createdAt'),
  lastAuthAt: instantAt(user, 'lastAuth'),
  joinedAt: undefined,
  ...grantsOf(valueAt(user, 'roles'), names),
  teams: teamsAt(user, names),
})
