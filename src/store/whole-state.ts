// Everything that the store knows of identity and access at one moment, as rows, to be written down elsewhere.
import type { OrgId, UserId } from '../domain/ids.ts'
import type { Tx } from './db.ts'
import * as organizations from './organizations.ts'
import type { Tables } from './schema.ts'

/** The rows of one organization, each list by its identifiers. */
export interface OrganizationRows {
  readonly organization: Tables['organizations']
  readonly projects: readonly Tables['projects'][]
  readonly teams: readonly Tables['teams'][]
  readonly teamMembers: readonly Tables['team_members'][]
  readonly members: readonly Tables['members'][]
  readonly roles: readonly Tables['role_assignments'][]
  readonly apiKeys: readonly Tables['api_keys'][]
  readonly serviceAccounts: readonly Tables['service_accounts'][]
  readonly secrets: readonly Tables['secrets'][]
  readonly accessLists: readonly Tables['access_lists'][]
  readonly invitations: readonly Tables['invitations'][]
}

export interface WholeState {
  /** The living ones by id. */
  readonly organizations: readonly OrganizationRows[]
  readonly people: ReadonlyMap<UserId, Tables['users']>
}

/** Reads it all; the organizations are locked, so that none is read in the middle of a change. */
export async function read(tx: Tx): Promise<WholeState> {
  const rows = await tx.q
    .selectFrom('organizations')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('org_id')
    .execute()
  const living: OrganizationRows[] = []
  for (const { org_id } of rows) {
    const found = (await organizations.lock(tx, org_id)) && (await rowsOf(tx, org_id))
    if (found) living.push(found)
  }
  const people = await tx.q.selectFrom('users').selectAll().orderBy('user_id').execute()
  return { organizations: living, people: new Map(people.map((row) => [row.user_id, row])) }
}

async function rowsOf({ q }: Tx, orgId: OrgId): Promise<OrganizationRows | undefined> {
  const organization = await q.selectFrom('organizations').selectAll().where('org_id', '=', orgId).executeTakeFirst()
  if (!organization) return undefined
  return {
    organization,
    projects: await q.selectFrom('projects').selectAll().where('org_id', '=', orgId).orderBy('project_id').execute(),
    teams: await q.selectFrom('teams').selectAll().where('org_id', '=', orgId).orderBy('team_id').execute(),
    teamMembers: await q
      .selectFrom('team_members')
      .selectAll()
      .where('org_id', '=', orgId)
      .orderBy('team_id')
      .execute(),
    members: await q.selectFrom('members').selectAll().where('org_id', '=', orgId).orderBy('user_id').execute(),
    roles: await q.selectFrom('role_assignments').selectAll().where('org_id', '=', orgId).orderBy('role').execute(),
    apiKeys: await q.selectFrom('api_keys').selectAll().where('org_id', '=', orgId).orderBy('key_id').execute(),
    serviceAccounts: await q
      .selectFrom('service_accounts')
      .selectAll()
      .where('org_id', '=', orgId)
      .orderBy('client_id')
      .execute(),
    secrets: await q.selectFrom('secrets').selectAll().where('org_id', '=', orgId).orderBy('secret_id').execute(),
    accessLists: await q.selectFrom('access_lists').selectAll().where('org_id', '=', orgId).orderBy('entry').execute(),
    invitations: await q
      .selectFrom('invitations')
      .selectAll()
      .where('org_id', '=', orgId)
      .orderBy('invitation_id')
      .execute(),
  }
}
