// What the store holds, read behind the API's back: to prove that a refusal changed nothing and a change left its event.
import { sql } from 'kysely'
import type { Db } from '../../src/store/db.ts'

export interface RecordedEvent {
  readonly type: string
  readonly orgId: string
  readonly projectId: string
  readonly actor: string
  readonly details: unknown
}

const TABLES = [
  'organizations',
  'projects',
  'directory',
  'users',
  'usernames',
  'members',
  'memberships_of_user',
  'teams',
  'team_members',
  'role_assignments',
  'invitations',
  'api_keys',
  'service_accounts',
  'access_lists',
  'events',
] as const

/** How many rows each table has, and the revisions' sum: one cheap statement, enough to notice any change of access. */
export async function counts(db: Db): Promise<string> {
  const columns = TABLES.map((table) => sql`(select count(*) from ${sql.table(table)})`)
  const totals = sql`(select sum(revision) from organizations)`
  const pending = sql`(select count(*) from invitations where status = 'PENDING')`
  // Their rows also say when they were last used, which a caller's new token changes.
  const secrets = sql`(select count(*) from secrets)`
  const all = sql.join(
    [...columns, totals, pending, secrets].map((column, index) => sql`${column} as ${sql.ref(`c${index}`)}`),
  )
  const { rows } = await sql`select ${all}`.execute(db.read.q)
  return JSON.stringify(rows[0], (_key, value) => (typeof value === 'string' ? Number(value) : value))
}

/** Every row of every table that a request can change, as text that is equal exactly when the rows are. */
export async function snapshot(db: Db): Promise<string> {
  const lines: string[] = []
  for (const table of TABLES) {
    const rows = await db.read.q.selectFrom(table).selectAll().execute()
    lines.push(...rows.map((row) => `${table} ${JSON.stringify(row)}`))
  }
  return lines.toSorted().join('\n')
}

/** All events so far, oldest first. */
export async function events(db: Db): Promise<readonly RecordedEvent[]> {
  const rows = await db.read.q.selectFrom('events').selectAll().orderBy('event_id').execute()
  return rows.map((row) => ({
    type: row.type,
    orgId: row.org_id,
    projectId: row.project_id,
    actor: row.actor_name,
    details: JSON.parse(row.details),
  }))
}

export interface StoredInvitation {
  readonly viewId: string
  readonly status: string
  /** Milliseconds since the epoch. */
  readonly createdAt: number
  readonly expiresAt: number
  readonly language: string | null
  /** The SHA-256 of its link's secret. */
  readonly secretHash: string | null
}

/** The row of an invitation, whatever has become of it. */
export async function invitation(db: Db, id: string): Promise<StoredInvitation> {
  const { rows } = await sql<StoredInvitation>`
    select view_id as "viewId", status, created_at as "createdAt", expires_at as "expiresAt", language,
      secret_hash as "secretHash"
    from invitations where invitation_id = ${id}`.execute(db.read.q)
  const [row] = rows
  if (!row) throw new Error(`There is no invitation ${id}.`)
  return { ...row, createdAt: Number(row.createdAt), expiresAt: Number(row.expiresAt) }
}

/** Lets an invitation have expired long ago, as if so much time had passed. */
export async function expire(db: Db, id: string): Promise<void> {
  await db.write(async (tx) => {
    await sql`update invitations set expires_at = 1 where invitation_id = ${id}`.execute(tx.q)
  })
}

/** Who holds which role in a project, and under which organization. */
export async function rolesIn(db: Db, projectId: string) {
  const { rows } = await sql<{ orgId: string; principalId: string; role: string }>`
    select org_id as "orgId", principal_id as "principalId", role
    from role_assignments where project_id = ${projectId}`.execute(db.read.q)
  return rows.map(({ orgId, principalId, role }) => ({ orgId, principalId, role }))
}

/** Gives everybody the roles in one project that they have in another, as if they had been granted there. */
export async function copyRoles(db: Db, from: string, to: string): Promise<void> {
  await db.write(async (tx) => {
    await sql`insert into role_assignments (org_id, principal_id, project_id, role)
      select org_id, principal_id, ${to}, role from role_assignments as r where project_id = ${from} and not exists (
        select 1 from role_assignments as o
        where o.principal_id = r.principal_id and o.project_id = ${to} and o.role = r.role)`.execute(tx.q)
    await sql`update organizations set revision = revision + 1`.execute(tx.q)
  })
}

/** Lets a credential be used from one block alone, or from everywhere again, as if its access list had been changed. */
export async function restrict(db: Db, ownerId: string, block: string | undefined): Promise<void> {
  await db.write(async (tx) => {
    await sql`delete from access_lists where owner_id = ${ownerId}`.execute(tx.q)
    if (block !== undefined) {
      await sql`insert into access_lists (org_id, owner_id, entry, kind, comment, created_at, request_count)
        select org_id, client_id, ${block}, 'cidr', '', 0, 0 from service_accounts where client_id = ${ownerId}`.execute(
        tx.q,
      )
    }
    await sql`update organizations set revision = revision + 1`.execute(tx.q)
  })
}

/** The tables that tell of a person's membership: one who is no member leaves nothing in any of them. */
export async function tracesOf(db: Db, userId: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const [table, column] of [
    ['members', 'user_id'],
    ['memberships_of_user', 'user_id'],
    ['role_assignments', 'principal_id'],
    ['team_members', 'user_id'],
  ] as const) {
    const { rows } = await sql`select 1 from ${sql.table(table)} where ${sql.ref(column)} = ${userId}`.execute(
      db.read.q,
    )
    if (rows.length > 0) found.push(table)
  }
  return found
}

/** The entries of an owner's access list, those that have expired included. */
export async function accessListOf(db: Db, ownerId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ entry: string }>`select entry from access_lists where owner_id = ${ownerId}`.execute(
    db.read.q,
  )
  return rows.map(({ entry }) => entry)
}
