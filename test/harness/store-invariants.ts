// What holds of every store at rest, whoever did what to it at the same time: read past every rule of the product.
import { sql } from 'kysely'
import type { Db } from '../../src/store/db.ts'

/** An organization that lives: what a row hangs on, whichever table it is of. */
const alive = (row: string) =>
  `exists (select 1 from organizations o where o.org_id = ${row}.org_id and o.deleted_at is null)`

const inOrganization = (row: string, table: string, column: string, value: string) =>
  `exists (select 1 from ${table} k where k.org_id = ${row}.org_id and k.${column} = ${value})`

/** Where a role is held, an access list kept or a secret stored, there is whoever has it. */
const principal = (row: string, value: string, owners: readonly (readonly [table: string, column: string])[]) =>
  `(${owners.map(([table, column]) => inOrganization(row, table, column, value)).join(' or ')})`

const KEYS = ['api_keys', 'key_id'] as const
const ACCOUNTS = ['service_accounts', 'client_id'] as const
const PROJECTS = ['projects', 'project_id'] as const
const TEAMS = ['teams', 'team_id'] as const
const MEMBERS = ['members', 'user_id'] as const

/** What the directory holds under each prefix, and where the thing itself is. */
const LISTED = [
  ['project:', ...PROJECTS],
  ['key:', 'api_keys', 'public_key'],
  ['sa:', ...ACCOUNTS],
  ['invitation:', 'invitations', 'invitation_id'],
] as const

/** Everything that only a living organization has. */
const OWNED = ['projects', 'members', 'teams', 'role_assignments', 'api_keys', 'service_accounts', 'secrets', 'tokens']

/** For each thing that must never be, what selects the ids of those that are. */
const NEVER: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    OWNED.map((table) => [
      `${table} of a dead organization`,
      `select org_id as id from ${table} r where not ${alive('r')}`,
    ]),
  ),
  ...Object.fromEntries(
    LISTED.flatMap(([prefix, table, column]) => [
      [
        `${table} that the directory does not know`,
        `select ${column} as id from ${table} r where not exists
           (select 1 from directory d where d.key = '${prefix}' || r.${column} and d.org_id = r.org_id)`,
      ],
      [
        `directory entries of no ${table}`,
        `select d.key as id from directory d where d.key like '${prefix}%' and not exists
           (select 1 from ${table} r where d.key = '${prefix}' || r.${column} and d.org_id = r.org_id)`,
      ],
    ]),
  ),
  'roles of nobody': `select principal_id as id from role_assignments r
     where not ${principal('r', 'r.principal_id', [MEMBERS, TEAMS, KEYS, ACCOUNTS])}`,
  'roles in no project': `select principal_id as id from role_assignments r
     where r.project_id <> '' and not ${inOrganization('r', ...PROJECTS, 'r.project_id')}`,
  'members without a role': `select user_id as id from members r where not exists
     (select 1 from role_assignments a
      where a.org_id = r.org_id and a.principal_id = r.user_id and a.project_id = '')`,
  'members who are nobody': `select user_id as id from members r where not exists
     (select 1 from users u join usernames n on n.user_id = u.user_id and n.username = u.username
      where u.user_id = r.user_id)`,
  'members who do not know of it': `select user_id as id from members r where not exists
     (select 1 from memberships_of_user m where m.user_id = r.user_id and m.org_id = r.org_id)`,
  'memberships of no member': `select user_id as id from memberships_of_user r
     where not ${inOrganization('r', ...MEMBERS, 'r.user_id')}`,
  'accounts without an address': `select user_id as id from users r where not exists
     (select 1 from usernames n where n.user_id = r.user_id and n.username = r.username)`,
  'addresses of nobody': `select username as id from usernames r where not exists
     (select 1 from users u where u.user_id = r.user_id)`,
  'people in no team': `select user_id as id from team_members r
     where not ${inOrganization('r', ...TEAMS, 'r.team_id')}`,
  'people in a team who are no members': `select user_id as id from team_members r
     where not ${inOrganization('r', ...MEMBERS, 'r.user_id')}`,
  'pending invitations to a dead organization': `select invitation_id as id from invitations r
     where r.status = 'PENDING' and not ${alive('r')}`,
  'pending invitations to no project': `select invitation_id as id from invitations r
     where r.status = 'PENDING' and r.project_id <> '' and not ${inOrganization('r', ...PROJECTS, 'r.project_id')}`,
  'members who are invited': `select i.invitation_id as id from invitations i
     join usernames n on n.username = i.username join members m on m.user_id = n.user_id and m.org_id = i.org_id
     where i.status = 'PENDING' and i.face = 'org'`,
  'pending invitations without a link': `select invitation_id as id from invitations r
     where r.status = 'PENDING' and r.secret_hash is null`,
  'links to two invitations': `select secret_hash as id from invitations where secret_hash is not null
     group by secret_hash having count(*) > 1`,
  'waiting mails about no invitation to their recipient': `select mail_id as id from outbox r
     where r.status = 'waiting' and r.kind in ('invitation', 'reminder') and not exists
     (select 1 from invitations i where i.org_id = r.org_id and i.invitation_id = r.invitation_ids
       and i.username = r.recipient)`,
  'mails that went their way and still hold a secret': `select mail_id as id from outbox r
     where r.status <> 'waiting' and r.sealed_secret is not null`,
  'secrets of no account': `select secret_id as id from secrets r
     where not ${inOrganization('r', ...ACCOUNTS, 'r.client_id')}`,
  'accounts with more than two secrets': `select client_id as id from secrets group by org_id, client_id
     having count(*) > 2`,
  'tokens without their secret': `select token_hash as id from tokens r where not exists
     (select 1 from secrets s where s.org_id = r.org_id and s.client_id = r.client_id and s.secret_id = r.secret_id)`,
  'access lists of nobody': `select entry as id from access_lists r
     where not ${principal('r', 'r.owner_id', [KEYS, ACCOUNTS, PROJECTS])}`,
}

/** Everything that must not be in the store, each with its ids; nothing where all is well. */
export async function brokenInvariants(db: Db): Promise<readonly string[]> {
  const broken: string[] = []
  for (const [what, selection] of Object.entries(NEVER)) {
    const { rows } = await sql<{ id: string }>`${sql.raw(selection)}`.execute(db.read.q)
    if (rows.length > 0) broken.push(`${what}: ${rows.map(({ id }) => id).join(', ')}`)
  }
  return [...broken, ...(await brokenPromises(db))]
}

/** Pending invitations that promise what is not there: their promises are documents, which no statement looks into. */
async function brokenPromises({ read: { q } }: Db): Promise<readonly string[]> {
  const pending = await q.selectFrom('invitations').selectAll().where('status', '=', 'PENDING').execute()
  const teams = await q.selectFrom('teams').select(['org_id', 'team_id']).execute()
  const projects = await q.selectFrom('projects').select(['org_id', 'project_id']).execute()
  const existing = new Set([
    ...teams.map((row) => `${row.org_id} team ${row.team_id}`),
    ...projects.map((row) => `${row.org_id} project ${row.project_id}`),
  ])
  return pending.flatMap((row) => {
    const teamIds: readonly string[] = JSON.parse(row.team_ids)
    const assignments: readonly { readonly groupId: string }[] = JSON.parse(row.group_role_assignments)
    return [...teamIds.map((id) => `team ${id}`), ...assignments.map(({ groupId }) => `project ${groupId}`)]
      .filter((promised) => !existing.has(`${row.org_id} ${promised}`))
      .map((promised) => `${row.username} is promised a place in no ${promised}`)
  })
}
