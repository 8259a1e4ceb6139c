// The operations by name, as whoever drives the sandbox says them, and what to suggest when there is none of that name.
import { routes } from '../api/operations/all.ts'
import type { Json } from '../api/wire/json.ts'
import { nearest } from './nearest.ts'
import { refuseToDrive } from './refusal.ts'

/** What the token endpoints are called here; no document gives them a name. */
export const TOKEN_OPERATIONS: Readonly<Record<string, string>> = {
  '/api/oauth/token': 'oauthToken',
  '/api/oauth/revoke': 'oauthRevoke',
}

/** Every name, in alphabetical order: the official operationIds, Atrium's own, and the token endpoints. */
export const OPERATION_NAMES: readonly string[] = [
  ...routes.map(({ operationId }) => operationId),
  ...Object.values(TOKEN_OPERATIONS),
].toSorted()

const NAMES: ReadonlySet<string> = new Set(OPERATION_NAMES)
const LONGEST_ECHO = 100
const SUGGESTED = 3

/** Refuses a name that no operation has, with the nearest ones; upper and lower case count. */
export function requireOperation(name: string): void {
  if (NAMES.has(name)) return
  const shown = name.slice(0, LONGEST_ECHO)
  const parameters: readonly Json[] = [shown]
  refuseToDrive(
    400,
    'UNKNOWN_OPERATION',
    `No operation is called ${shown}. The nearest are ${nearest(shown, OPERATION_NAMES, SUGGESTED).join(', ')}; all of them stand in /_atrium/openapi.`,
    parameters,
  )
}
