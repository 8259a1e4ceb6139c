// The end of an organization: its row stays, marked, for the audit record; whatever let anybody in goes.
import type { OrgId } from '../domain/ids.ts'
import type { Tx } from './db.ts'
import * as directory from './directory.ts'
import { statement } from './statement.ts'

type Place = { readonly orgId: OrgId }

const close = statement<Place & { now: number }>()((q, p) =>
  q
    .updateTable('organizations')
    .set({ deleted_at: p.now })
    .where('org_id', '=', p.orgId)
    .where('deleted_at', 'is', null),
)

const publicKeys = statement<Place>()((q, p) =>
  q.selectFrom('api_keys').select('public_key').where('org_id', '=', p.orgId),
)

const clientIds = statement<Place>()((q, p) =>
  q.selectFrom('service_accounts').select('client_id').where('org_id', '=', p.orgId),
)

const removals = [
  // First, because it is found through the members.
  statement<Place>()((q, p) =>
    q
      .deleteFrom('memberships_of_user')
      .where('user_id', 'in', (eb) => eb.selectFrom('members').select('user_id').where('org_id', '=', p.orgId))
      .where('org_id', '=', p.orgId),
  ),
  statement<Place>()((q, p) => q.deleteFrom('members').where('org_id', '=', p.orgId)),
  statement<Place>()((q, p) => q.deleteFrom('team_members').where('org_id', '=', p.orgId)),
  statement<Place>()((q, p) => q.deleteFrom('teams').where('org_id', '=', p.orgId)),
  statement<Place>()((q, p) => q.deleteFrom('role_assignments').where('org_id', '=', p.orgId)),
  statement<Place>()((q, p) => q.deleteFrom('access_lists').where('org_id', '=', p.orgId)),
  // Secrets before tokens: a sign-in waits for its secret's row, so that no token is stored once they are deleted.
  statement<Place>()((q, p) => q.deleteFrom('secrets').where('org_id', '=', p.orgId)),
  statement<Place>()((q, p) => q.deleteFrom('tokens').where('org_id', '=', p.orgId)),
  statement<Place>()((q, p) => q.deleteFrom('service_accounts').where('org_id', '=', p.orgId)),
  statement<Place>()((q, p) => q.deleteFrom('api_keys').where('org_id', '=', p.orgId)),
]

/** Exactly one caller ever sees `true` for the same organization. Its pending invitations are the caller's to revoke. */
export async function end(tx: Tx, orgId: OrgId, now: number): Promise<boolean> {
  if ((await tx.run(close, { orgId, now })) !== 1) return false
  for (const row of await tx.all(publicKeys, { orgId })) await directory.remove(tx, `key:${row.public_key}`)
  for (const row of await tx.all(clientIds, { orgId })) await directory.remove(tx, `sa:${row.client_id}`)
  for (const removal of removals) await tx.run(removal, { orgId })
  return true
}
