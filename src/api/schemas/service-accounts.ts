// The bodies of the service account endpoints, and their reading into what the use cases take.
import Type, { type Static } from 'typebox'
import { refuse } from '../../domain/faults.ts'
import { bodyOf } from './body.ts'
import { RoleNames } from './roles.ts'
import { closed } from './vocabulary.ts'

const LONGEST_NAME = 64
const LONGEST_DESCRIPTION = 250
const TEXT = "^[\\p{L}\\p{N}\\-_.,' ]*$"

const Name = Type.String({ minLength: 1, maxLength: LONGEST_NAME, pattern: TEXT })
const Description = Type.String({ minLength: 1, maxLength: LONGEST_DESCRIPTION, pattern: TEXT })
const Hours = Type.Integer()

export const NewServiceAccount = closed({
  description: Description,
  name: Name,
  roles: RoleNames,
  secretExpiresAfterHours: Type.Optional(Hours),
  withoutInitialSecret: Type.Optional(Type.Boolean()),
})

/** Of `secretExpiresAfterHours` and `withoutInitialSecret` exactly one, which `readSecretHours` sees to. */
export const newServiceAccount = bodyOf(NewServiceAccount)

export const serviceAccountChange = bodyOf(
  closed({
    description: Type.Optional(Description),
    name: Type.Optional(Name),
    roles: Type.Optional(RoleNames),
  }),
)

export const newClientSecret = bodyOf(closed({ secretExpiresAfterHours: Hours }))

export const serviceAccountRoles = bodyOf(closed({ roles: RoleNames }))

/** How long the first secret lives; undefined for an account that is to begin without one. */
export function readSecretHours(body: Static<typeof NewServiceAccount>): number | undefined {
  const { secretExpiresAfterHours: hours, withoutInitialSecret = false } = body
  if (hours === undefined && !withoutInitialSecret) {
    refuse({ code: 'missing_attribute', attribute: 'secretExpiresAfterHours' })
  }
  if (hours !== undefined && withoutInitialSecret) {
    refuse({ code: 'invalid_attribute', attribute: 'withoutInitialSecret' })
  }
  return hours
}
