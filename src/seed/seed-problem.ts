// What is said of a seed that cannot be applied, and where.
import { parseUsername } from '../domain/usernames.ts'

/** The keys that lead to a value; numbers count in lists. */
export type Place = readonly (string | number)[]

export interface Problem {
  readonly place: Place
  /** Completes a sentence that begins with the place. */
  readonly says: string
}

/** Called with every problem as it is found. */
export type Report = (place: Place, says: string) => void

/** An address that is none. */
export function checkUsername(username: string, at: Place, report: Report): void {
  // An empty one stands for what has been reported as missing.
  const isFine = username === '' || parseUsername(username) !== undefined
  if (!isFine) report(at, `must be an e-mail address, not ${JSON.stringify(username)}`)
}

/** Names that are given but do not go together; the first one says so. */
export function checkExclusive(given: object, names: readonly string[], at: Place, report: Report): void {
  const [first, second] = names.filter((name) => Reflect.get(given, name) !== undefined)
  if (first !== undefined && second !== undefined) report([...at, second], `cannot stand beside ${first}`)
}
