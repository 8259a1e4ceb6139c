// The first tables: organizations, people, access, invitations, credentials and the audit record.
import type { Kysely } from 'kysely'
import type { Db } from '../db.ts'
import type { Tables } from '../schema.ts'
import { createIndex, createTable, type Index, type Table } from './define-table.ts'

const tables: readonly Table[] = [
  {
    name: 'organizations',
    columns: {
      org_id: 'text',
      name: 'text',
      settings: 'text',
      created_at: 'integer',
      deleted_at: 'integer?',
      revision: 'integer',
    },
    key: ['org_id'],
  },
  {
    name: 'projects',
    columns: {
      org_id: 'text',
      project_id: 'text',
      name: 'text',
      tags: 'text',
      with_default_alerts_settings: 'integer',
      created_at: 'integer',
    },
    key: ['org_id', 'project_id'],
  },
  { name: 'directory', columns: { key: 'text', org_id: 'text' }, key: ['key'] },
  {
    name: 'users',
    columns: {
      user_id: 'text',
      username: 'text',
      first_name: 'text',
      last_name: 'text',
      country: 'text',
      password_hash: 'text?',
      created_at: 'integer',
      last_auth_at: 'integer?',
    },
    key: ['user_id'],
  },
  { name: 'usernames', columns: { username: 'text', user_id: 'text' }, key: ['username'] },
  { name: 'memberships_of_user', columns: { user_id: 'text', org_id: 'text' }, key: ['user_id', 'org_id'] },
  {
    name: 'members',
    columns: { org_id: 'text', user_id: 'text', created_at: 'integer' },
    key: ['org_id', 'user_id'],
  },
  {
    name: 'teams',
    columns: { org_id: 'text', team_id: 'text', name: 'text', created_at: 'integer' },
    key: ['org_id', 'team_id'],
  },
  {
    name: 'team_members',
    columns: { org_id: 'text', team_id: 'text', user_id: 'text' },
    key: ['org_id', 'team_id', 'user_id'],
  },
  {
    name: 'role_assignments',
    columns: { org_id: 'text', principal_id: 'text', project_id: 'text', role: 'text' },
    key: ['org_id', 'principal_id', 'project_id', 'role'],
  },
  {
    name: 'invitations',
    columns: {
      org_id: 'text',
      invitation_id: 'text',
      view_id: 'text',
      face: 'text',
      project_id: 'text',
      username: 'text',
      roles: 'text',
      team_ids: 'text',
      group_role_assignments: 'text',
      inviter_kind: 'text',
      inviter_username: 'text',
      status: 'text',
      created_at: 'integer',
      expires_at: 'integer',
      closed_at: 'integer?',
    },
    key: ['org_id', 'invitation_id'],
    wide: true,
  },
  {
    name: 'api_keys',
    columns: {
      org_id: 'text',
      key_id: 'text',
      public_key: 'text',
      description: 'text',
      sealed_ha1: 'text',
      private_key_tail: 'text',
      created_at: 'integer',
    },
    key: ['org_id', 'key_id'],
  },
  {
    name: 'service_accounts',
    columns: { org_id: 'text', client_id: 'text', name: 'text', description: 'text', created_at: 'integer' },
    key: ['org_id', 'client_id'],
  },
  {
    name: 'secrets',
    columns: {
      org_id: 'text',
      client_id: 'text',
      secret_id: 'text',
      secret_hash: 'text',
      masked: 'text',
      created_at: 'integer',
      expires_at: 'integer',
      last_used_at: 'integer?',
    },
    key: ['org_id', 'client_id', 'secret_id'],
  },
  {
    name: 'tokens',
    columns: {
      token_hash: 'text',
      org_id: 'text',
      client_id: 'text',
      created_at: 'integer',
      expires_at: 'integer',
    },
    key: ['token_hash'],
  },
  { name: 'nonces', columns: { nonce: 'text', nc: 'integer', expires_at: 'integer' }, key: ['nonce', 'nc'] },
  {
    name: 'signing_keys',
    columns: { key_id: 'text', sealed_private_jwk: 'text', public_jwk: 'text', created_at: 'integer' },
    key: ['key_id'],
  },
  {
    name: 'events',
    columns: {
      org_id: 'text',
      event_id: 'text',
      project_id: 'text',
      type: 'text',
      created_at: 'integer',
      actor_kind: 'text',
      actor_id: 'text',
      actor_name: 'text',
      details: 'text',
    },
    key: ['org_id', 'event_id'],
    wide: true,
  },
]

const PENDING = "status = 'PENDING'"

const indexes: readonly Index[] = [
  { table: 'projects', name: 'projects_name', on: ['org_id', 'name'], unique: true },
  { table: 'teams', name: 'teams_name', on: ['org_id', 'name'], unique: true },
  { table: 'team_members', name: 'team_members_user', on: ['org_id', 'user_id'] },
  { table: 'role_assignments', name: 'role_assignments_project', on: ['org_id', 'project_id'] },
  {
    table: 'invitations',
    name: 'invitations_one_pending',
    on: ['org_id', 'face', 'project_id', 'username'],
    unique: true,
    where: PENDING,
  },
  { table: 'invitations', name: 'invitations_list', on: ['org_id', 'status', 'username', 'invitation_id'] },
  { table: 'invitations', name: 'invitations_due', on: ['expires_at'], where: PENDING },
  { table: 'api_keys', name: 'api_keys_public_key', on: ['org_id', 'public_key'], unique: true },
  { table: 'tokens', name: 'tokens_due', on: ['expires_at'] },
  { table: 'tokens', name: 'tokens_client', on: ['org_id', 'client_id'] },
  { table: 'nonces', name: 'nonces_due', on: ['expires_at'] },
  { table: 'events', name: 'events_newest', on: ['org_id', 'created_at desc', 'event_id desc'] },
]

/** Creates every table and index. */
export async function foundation(engine: Db['engine'], q: Kysely<Tables>): Promise<void> {
  for (const table of tables) await createTable(engine, q, table)
  for (const index of indexes) await createIndex(q, index)
}
