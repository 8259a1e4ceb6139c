// Fills a data folder's store with members, projects and teams: in the organization that is there, and in others beside it.
import type { OrgId, ProjectId, TeamId, UserId } from '../src/domain/ids.ts'
import { systemAmbient } from '../src/platform/ambient.ts'
import type { Db } from '../src/store/db.ts'
import { openDb } from '../src/store/open.ts'
import type { Tables } from '../src/store/schema.ts'

/** What the load asks for by id. */
export interface Filled {
  readonly userIds: readonly string[]
  readonly teamIds: readonly string[]
  /** For each team the project in which it has a role. */
  readonly projectIds: readonly string[]
}

const [file = '', otherOrganizations = '0'] = process.argv.slice(2)

const MEMBERS = 499
const PROJECTS = 99
const TEAMS = 20
const PEOPLE_AT_ONCE = 10 * MEMBERS
/** SQLite takes 32,766 parameters in a statement; a person has nine. */
const ROWS_AT_ONCE = 500
const NOW = Date.now()

const ambient = systemAmbient()
await using db = await openDb({ engine: 'sqlite', file, exclusive: true })

const existing = await db.read.q.selectFrom('organizations').select('org_id').executeTakeFirstOrThrow()
const filled = await fill(existing.org_id, await people(MEMBERS))
// Everybody is a member of ten organizations.
let crowd: readonly UserId[] = []
for (let index = 0; index < Number(otherOrganizations); index += 1) {
  if (index % 100 === 0) crowd = await people(PEOPLE_AT_ONCE)
  const orgId = await organization()
  const start = (index % 10) * MEMBERS
  await fill(orgId, crowd.slice(start, start + MEMBERS))
}
process.stdout.write(`${JSON.stringify(filled)}\n`)

async function organization(): Promise<OrgId> {
  const org_id = ambient.newId<OrgId>()
  const row = {
    org_id,
    name: `Organization ${org_id}`,
    settings: '{}',
    created_at: NOW,
    deleted_at: null,
    revision: 1,
    language: null,
  }
  await insert('organizations', [row])
  return org_id
}

async function people(count: number): Promise<readonly UserId[]> {
  const rows = Array.from({ length: count }, (): Tables['users'] => {
    const user_id = ambient.newId<UserId>()
    return {
      user_id,
      username: `person-${user_id}@example.com`,
      first_name: 'Petra',
      last_name: 'Person',
      country: 'US',
      password_hash: null,
      created_at: NOW,
      last_auth_at: null,
      verified_at: NOW,
      language: null,
    }
  })
  await insert('users', rows)
  await insert(
    'usernames',
    rows.map(({ username, user_id }) => ({ username, user_id })),
  )
  return rows.map(({ user_id }) => user_id)
}

/** Everybody has a role in the organization and in two of its projects, and is in a team, which has one in a project. */
async function fill(org_id: OrgId, userIds: readonly UserId[]): Promise<Filled> {
  const projectIds = Array.from({ length: PROJECTS }, () => ambient.newId<ProjectId>())
  const teamIds = Array.from({ length: TEAMS }, () => ambient.newId<TeamId>())
  const settings = {
    tags: '[]',
    with_default_alerts_settings: 1,
    created_at: NOW,
    settings: '{}',
    limits: '{}',
    region_usage_restrictions: null,
  }
  await insert(
    'projects',
    projectIds.map((project_id, index) => ({ org_id, project_id, name: `Filled ${index}`, ...settings })),
  )
  await insert(
    'directory',
    projectIds.map((id) => ({ key: `project:${id}`, org_id })),
  )
  await insert(
    'teams',
    teamIds.map((team_id, index) => ({ org_id, team_id, name: `Filled ${index}`, created_at: NOW })),
  )
  await insert(
    'members',
    userIds.map((user_id) => ({ org_id, user_id, created_at: NOW })),
  )
  await insert(
    'memberships_of_user',
    userIds.map((user_id) => ({ user_id, org_id })),
  )
  await insert(
    'team_members',
    userIds.map((user_id, index) => ({ org_id, team_id: at(teamIds, index), user_id })),
  )
  await insert('role_assignments', [
    ...userIds.map((principal_id) => ({ org_id, principal_id, project_id: '' as const, role: 'ORG_MEMBER' })),
    ...[...teamIds, ...userIds, ...userIds].map((principal_id, index) => ({
      org_id,
      principal_id,
      project_id: at(projectIds, index),
      role: 'GROUP_READ_ONLY',
    })),
  ])
  return { userIds, teamIds, projectIds: projectIds.slice(0, TEAMS) }
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length]
  if (item === undefined) throw new Error('There is nothing to choose from.')
  return item
}

async function insert<Name extends keyof Tables>(name: Name, rows: readonly Tables[Name][]): Promise<void> {
  await db.write(async (tx) => {
    for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
      await inserted(tx.q, name, rows.slice(start, start + ROWS_AT_ONCE))
    }
  })
}

function inserted<Name extends keyof Tables>(
  q: Db['read']['q'],
  name: Name,
  rows: readonly Tables[Name][],
): Promise<unknown> {
  return q.insertInto<keyof Tables>(name).values(rows).execute()
}
