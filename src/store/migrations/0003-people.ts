// What invited people need: links in mails, the mails themselves, passwords' and sessions' keeping, and their languages.
import type { Kysely } from 'kysely'
import type { Db } from '../db.ts'
import type { Tables } from '../schema.ts'
import { type AddedColumn, addColumn, createIndex, createTable, type Index, type Table } from './define-table.ts'

const tables: readonly Table[] = [
  {
    name: 'outbox',
    wide: true,
    columns: {
      org_id: 'text',
      mail_id: 'text',
      kind: 'text',
      invitation_ids: 'text',
      recipient: 'text',
      sealed_secret: 'text?',
      status: 'text',
      created_at: 'integer',
      due_at: 'integer',
      claimed_until: 'integer',
      attempts: 'integer',
      sent_at: 'integer?',
      failure: 'text?',
      letter: 'text?',
    },
    key: ['org_id', 'mail_id'],
  },
  {
    name: 'mail_suppressions',
    columns: { org_id: 'text', username: 'text', created_at: 'integer' },
    key: ['org_id', 'username'],
  },
  {
    name: 'sessions',
    columns: {
      session_hash: 'text',
      session_id: 'text',
      user_id: 'text',
      created_at: 'integer',
      last_used_at: 'integer',
      expires_at: 'integer',
      user_agent: 'text',
      address: 'text',
    },
    key: ['session_hash'],
  },
  {
    name: 'links',
    columns: {
      link_hash: 'text',
      purpose: 'text',
      user_id: 'text',
      org_id: 'text',
      invitation_id: 'text',
      created_at: 'integer',
      expires_at: 'integer',
    },
    key: ['link_hash'],
  },
  {
    name: 'throttles',
    columns: { throttle: 'text', count: 'integer', expires_at: 'integer' },
    key: ['throttle'],
  },
  {
    name: 'identities',
    columns: { issuer: 'text', subject: 'text', user_id: 'text', created_at: 'integer' },
    key: ['issuer', 'subject'],
  },
  {
    name: 'idempotent_answers',
    wide: true,
    columns: {
      org_id: 'text',
      principal_id: 'text',
      idempotency_key: 'text',
      request_hash: 'text',
      answer: 'text',
      expires_at: 'integer',
    },
    key: ['org_id', 'principal_id', 'idempotency_key'],
  },
]

const columns: readonly AddedColumn[] = [
  { table: 'invitations', name: 'secret_hash', type: 'text?' },
  { table: 'invitations', name: 'language', type: 'text?' },
  { table: 'users', name: 'language', type: 'text?' },
  { table: 'organizations', name: 'language', type: 'text?' },
]

const indexes: readonly Index[] = [
  { table: 'outbox', name: 'outbox_due', on: ['due_at', 'mail_id'], where: "status = 'waiting'" },
  { table: 'outbox', name: 'outbox_recipient', on: ['org_id', 'recipient', 'created_at'] },
  { table: 'outbox', name: 'outbox_oldest', on: ['created_at'] },
  { table: 'invitations', name: 'invitations_address', on: ['username'], where: "status = 'PENDING'" },
  { table: 'sessions', name: 'sessions_of_user', on: ['user_id', 'created_at'] },
  { table: 'sessions', name: 'sessions_due', on: ['expires_at'] },
  { table: 'links', name: 'links_due', on: ['expires_at'] },
  { table: 'throttles', name: 'throttles_due', on: ['expires_at'] },
  { table: 'identities', name: 'identities_of_user', on: ['user_id'] },
  { table: 'idempotent_answers', name: 'idempotent_answers_due', on: ['expires_at'] },
]

/** Adds tables, columns and indexes. Invitations from before have no link: sending them again gives them one. */
export async function people(engine: Db['engine'], q: Kysely<Tables>): Promise<void> {
  for (const table of tables) await createTable(engine, q, table)
  for (const column of columns) await addColumn(engine, q, column)
  for (const index of indexes) await createIndex(q, index)
}
