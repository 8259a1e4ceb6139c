// The bodies of the API key endpoints, and their reading.
import Type from 'typebox'
import { isApiKeyDescription } from '../../domain/api-keys.ts'
import { refuse } from '../../domain/faults.ts'
import { bodyOf } from './body.ts'
import { RoleNames } from './roles.ts'
import { closed } from './vocabulary.ts'

/** Long enough that a description over the limit is refused for what it is. */
const LONGEST_TEXT = 2000
const MOST_ASSIGNMENTS = 100

const Description = Type.String({ minLength: 1, maxLength: LONGEST_TEXT })

export const NewApiKey = closed({ desc: Description, roles: RoleNames })

export const newApiKey = bodyOf(NewApiKey)
export const apiKeyChange = bodyOf(closed({ desc: Type.Optional(Description), roles: Type.Optional(RoleNames) }))

/** The roles with which a key is assigned to a project; `userId` is the service's own. */
export const apiKeyAssignments = bodyOf(
  Type.Array(closed({ roles: Type.Optional(RoleNames), userId: Type.Optional(Type.Unknown()) }), {
    maxItems: MOST_ASSIGNMENTS,
  }),
)

export const readDescription = (text: string): string =>
  isApiKeyDescription(text) ? text : refuse({ code: 'invalid_api_key_description' })
