// The `username` parameter of lists.
import { parseUsername } from '../../domain/usernames.ts'
import { type RawQuery, text } from './query.ts'

export type UsernameFilter =
  | { readonly matchesNobody: false; readonly username: string | undefined }
  | { readonly matchesNobody: true }

/** The wanted address in its canonical form. A text that is no address matches nobody; an empty one does not filter. */
export function usernameFilter(query: RawQuery): UsernameFilter {
  const wanted = text(query, 'username')
  const username = wanted === undefined ? undefined : parseUsername(wanted)
  return wanted !== undefined && username === undefined ? { matchesNobody: true } : { matchesNobody: false, username }
}
