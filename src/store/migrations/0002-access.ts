// What all of identity and access needs beyond invitations: access lists, settings of projects, and where acts came from.
import type { Kysely } from 'kysely'
import type { Db } from '../db.ts'
import type { Tables } from '../schema.ts'
import { type AddedColumn, addColumn, createIndex, createTable, type Index, type Table } from './define-table.ts'

const tables: readonly Table[] = [
  {
    name: 'access_lists',
    columns: {
      org_id: 'text',
      owner_id: 'text',
      entry: 'text',
      kind: 'text',
      comment: 'text',
      created_at: 'integer',
      expires_at: 'integer?',
      last_used_at: 'integer?',
      last_used_address: 'text?',
      request_count: 'integer',
    },
    key: ['org_id', 'owner_id', 'entry'],
  },
]

const columns: readonly AddedColumn[] = [
  { table: 'projects', name: 'settings', type: 'text', value: "'{}'" },
  { table: 'projects', name: 'limits', type: 'text', value: "'{}'" },
  { table: 'projects', name: 'region_usage_restrictions', type: 'text?' },
  { table: 'users', name: 'verified_at', type: 'integer?' },
  { table: 'tokens', name: 'secret_id', type: 'text', value: "''" },
  { table: 'events', name: 'remote_address', type: 'text?' },
]

const indexes: readonly Index[] = [
  { table: 'invitations', name: 'invitations_view', on: ['org_id', 'view_id'], unique: true },
  { table: 'invitations', name: 'invitations_person', on: ['org_id', 'username', 'invitation_id'] },
  { table: 'events', name: 'events_project', on: ['org_id', 'project_id', 'created_at desc', 'event_id desc'] },
  { table: 'events', name: 'events_oldest', on: ['created_at'] },
  { table: 'access_lists', name: 'access_lists_due', on: ['expires_at'], where: 'expires_at is not null' },
]

/** Adds tables, columns and indexes; nothing that an earlier release reads changes. */
export async function access(engine: Db['engine'], q: Kysely<Tables>): Promise<void> {
  for (const table of tables) await createTable(engine, q, table)
  for (const column of columns) await addColumn(engine, q, column)
  for (const index of indexes) await createIndex(q, index)
  // Until now only people themselves, or whoever runs the server, could make accounts.
  await q
    .updateTable('users')
    .set((eb) => ({ verified_at: eb.ref('created_at') }))
    .execute()
}
