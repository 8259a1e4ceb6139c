// What the store knows of when things happened: the moment before which its clock cannot be.
import { sql } from 'kysely'
import type { Sql } from './db.ts'
import type { Tables } from './schema.ts'

/** A moment that is written down, in milliseconds, and what happened then: `an event`. */
export interface NewestRecord {
  readonly what: string
  readonly at: number
}

type Moments = { readonly [Table in keyof Tables]?: Partial<Record<keyof Tables[Table] & `${string}_at`, string>> }

/**
 * The columns in which the domain's clock writes down what has happened. Others lie ahead by their nature, such as
 * expiries, or are of the machine's clock: tokens, sessions, nonces, counts of tries and answers to be repeated.
 */
export const MOMENTS = {
  organizations: { created_at: 'an organization made', deleted_at: 'an organization deleted' },
  projects: { created_at: 'a project made' },
  users: { created_at: 'a person added', last_auth_at: 'a sign-in', verified_at: 'an address proven' },
  members: { created_at: 'a member added' },
  teams: { created_at: 'a team made' },
  invitations: { created_at: 'an invitation made', closed_at: 'an invitation answered or ended' },
  api_keys: { created_at: 'an API key made' },
  service_accounts: { created_at: 'a service account made' },
  secrets: { created_at: 'a client secret made', last_used_at: 'a client secret used' },
  access_lists: { created_at: 'an access list entry made', last_used_at: 'an access list entry used' },
  events: { created_at: 'an event' },
  outbox: { created_at: 'a mail caused', sent_at: 'a mail sent' },
  mail_suppressions: { created_at: 'an address that wants no mails' },
  links: { created_at: 'a link in a mail' },
  identities: { created_at: 'an account at the sign-in provider' },
} as const satisfies Moments

/** The newest of all of them; undefined for a store in which nothing has happened. */
export async function newestRecord(store: Sql): Promise<NewestRecord | undefined> {
  let newest: NewestRecord | undefined
  for (const [table, columns] of Object.entries(MOMENTS)) {
    for (const [column, what] of Object.entries(columns)) {
      const at = await newestIn(store, table, column)
      if (at !== undefined && (newest === undefined || at > newest.at)) newest = { what, at }
    }
  }
  return newest
}

async function newestIn(store: Sql, table: string, column: string): Promise<number | undefined> {
  const newest = sql<{ at: number | null }>`select max(${sql.ref(column)}) as at from ${sql.table(table)}`
  const { rows } = await newest.execute(store.q)
  return rows[0]?.at ?? undefined
}
