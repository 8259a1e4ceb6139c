// Races for the last places that a limit leaves: ten callers at once, through every operation that takes one.
import type { QuantityLimits } from '../../src/domain/limits.ts'
import { signIn } from './client.ts'
import {
  type Act,
  act,
  type MadeOrganization,
  makeAccount,
  makeInvited,
  makeMember,
  makeOrganization,
  makeProject,
  makeTeam,
  named,
  PROJECT_ROLE,
  ten,
} from './race-setup.ts'
import type { World } from './race-world.ts'
import { CALLERS, differs, fresh, freshAddress, play, race, successes, unexpected, type Verdict } from './racing.ts'

/** So few that ten callers want more, and enough for what the races themselves begin with. */
export const FEW = {
  usersPerOrg: 6,
  usersPerProject: 3,
  usersPerTeam: 3,
  projectsPerOrg: 3,
  teamsPerOrg: 5,
  teamsPerProject: 3,
  apiKeysPerOrg: 3,
  tokensPerServiceAccount: 3,
} as const satisfies Partial<QuantityLimits>

export type Limited = keyof typeof FEW

interface Contest {
  readonly run: (lane: number) => Act
  /** What callers may be told beside success. */
  readonly refusals: readonly string[]
  /** Whatever counts towards the limit afterwards. */
  readonly held: () => Promise<number>
}

const USERS = 5

type Prepare = (world: World, raced: MadeOrganization) => Promise<Contest>

const CONTESTS: Readonly<Record<Limited, Prepare>> = {
  usersPerOrg: async ({ db }, raced) => {
    const projectId = await makeProject(raced, fresh('limited'))
    const roles = [PROJECT_ROLE]
    const places = [`/orgs/${raced.orgId}/users`, `/orgs/${raced.orgId}/invites`]
    const inProject = [`/groups/${projectId}/users`, `/groups/${projectId}/invites`]
    const bodies = [{ roles: { orgRoles: ['ORG_MEMBER'] } }, { roles: ['ORG_MEMBER'] }, { roles }, { roles }]
    return {
      run: (lane) =>
        act('POST', [...places, ...inProject][lane % 4] ?? '', {
          ...bodies[lane % 4],
          username: freshAddress('limited'),
        }),
      refusals: ['400 MAX_USERS_PER_ORG_EXCEEDED', '400 MAX_USERS_PER_GROUP_EXCEEDED'],
      held: async () => {
        const members = await db.read.q.selectFrom('members').select('org_id').execute()
        const pending = await db.read.q.selectFrom('invitations').selectAll().where('status', '=', 'PENDING').execute()
        return [...members, ...pending].filter((row) => row.org_id === raced.orgId).length
      },
    }
  },
  usersPerProject: async ({ db }, raced) => {
    const projectId = await makeProject(raced, fresh('limited'))
    const people = await severally(USERS, () => makeInvited(raced, 'limited'))
    const body = (lane: number) => ({ username: people[lane % USERS]?.username, roles: [PROJECT_ROLE] })
    return {
      run: (lane) => act('POST', `/groups/${projectId}/${lane < USERS ? 'users' : 'invites'}`, body(lane)),
      refusals: ['400 MAX_USERS_PER_GROUP_EXCEEDED', '409 USER_ALREADY_IN_GROUP'],
      held: async () => {
        const owners = await db.read.q.selectFrom('role_assignments').selectAll().execute()
        const pending = await db.read.q.selectFrom('invitations').selectAll().where('status', '=', 'PENDING').execute()
        const promised = pending.filter(
          (row) => row.project_id === projectId || row.group_role_assignments.includes(projectId),
        )
        const holders = owners.filter((row) => row.project_id === projectId).map((row): string => row.principal_id)
        return new Set([...holders, ...promised.map((row) => row.username)]).size
      },
    }
  },
  usersPerTeam: async ({ db, founder }, raced) => {
    const teamId = await makeTeam(raced, founder.username)
    const people = await severally(USERS, (index) => (index < 2 ? makeMember : makeInvited)(raced, 'limited'))
    return {
      run: (lane) => act('POST', `/orgs/${raced.orgId}/teams/${teamId}:addUser`, { id: people[lane % USERS]?.userId }),
      refusals: ['400 MAX_USERS_PER_TEAM_EXCEEDED', '409 USER_ALREADY_IN_TEAM'],
      held: async () => {
        const inside = await db.read.q.selectFrom('team_members').select('team_id').execute()
        const pending = await db.read.q.selectFrom('invitations').selectAll().where('status', '=', 'PENDING').execute()
        return (
          inside.filter((row) => row.team_id === teamId).length +
          pending.filter((row) => row.team_ids.includes(teamId)).length
        )
      },
    }
  },
  projectsPerOrg: async ({ db }, { orgId }) => ({
    run: () => act('POST', '/groups', { name: fresh('limited'), orgId }),
    refusals: ['400 MAX_GROUPS_PER_ORG_EXCEEDED'],
    held: async () => rowsOf(await db.read.q.selectFrom('projects').select('org_id').execute(), orgId),
  }),
  teamsPerOrg: async ({ db, founder }, { orgId }) => ({
    run: () => act('POST', `/orgs/${orgId}/teams`, { name: fresh('limited'), usernames: [founder.username] }),
    refusals: ['400 MAX_TEAMS_PER_ORG_EXCEEDED'],
    held: async () => rowsOf(await db.read.q.selectFrom('teams').select('org_id').execute(), orgId),
  }),
  teamsPerProject: async ({ db, founder }, raced) => {
    const projectId = await makeProject(raced, fresh('limited'))
    const teamIds = await severally(FEW.teamsPerOrg, () => makeTeam(raced, founder.username))
    return {
      run: (lane) =>
        act('POST', `/groups/${projectId}/teams`, [
          { teamId: teamIds[lane % FEW.teamsPerOrg], roleNames: [PROJECT_ROLE] },
        ]),
      refusals: ['400 MAX_TEAMS_PER_GROUP_EXCEEDED', '409 TEAM_EXISTS_IN_GROUP'],
      held: async () => {
        const roles = await db.read.q.selectFrom('role_assignments').selectAll().execute()
        return roles.filter((row) => row.project_id === projectId && teamIds.includes(row.principal_id)).length
      },
    }
  },
  apiKeysPerOrg: async ({ db }, raced) => {
    const projectId = await makeProject(raced, fresh('limited'))
    const body = (role: string) => ({ desc: fresh('limited'), roles: [role] })
    return {
      run: (lane) =>
        lane % 2 === 0
          ? act('POST', `/orgs/${raced.orgId}/apiKeys`, body('ORG_MEMBER'))
          : act('POST', `/groups/${projectId}/apiKeys`, body(PROJECT_ROLE)),
      refusals: ['400 MAX_API_KEYS_PER_ORG_EXCEEDED'],
      held: async () => rowsOf(await db.read.q.selectFrom('api_keys').select('org_id').execute(), raced.orgId),
    }
  },
  tokensPerServiceAccount: async ({ db }, raced) => {
    const account = await makeAccount(raced, 'ORG_READ_ONLY')
    return {
      run:
        () =>
        ({ url }) =>
          signIn(url, account),
      refusals: ['403 access_denied'],
      held: async () => {
        const tokens = await db.read.q.selectFrom('tokens').select('client_id').execute()
        return tokens.filter((row) => row.client_id === account.clientId).length
      },
    }
  },
}

export const LIMITED: readonly Limited[] = [
  'usersPerOrg',
  'usersPerProject',
  'usersPerTeam',
  'projectsPerOrg',
  'teamsPerOrg',
  'teamsPerProject',
  'apiKeysPerOrg',
  'tokensPerServiceAccount',
]

/** Ten callers want the places that are left: all are taken, and not one more. */
export const raceForPlaces = (world: World, limited: Limited, count: number): Promise<Verdict> =>
  play(count, async () => {
    const raced = await makeOrganization(world)
    const { run, refusals, held } = await CONTESTS[limited](world, raced)
    const finishes = await race(raced.clients, ten('take', run))
    const taken = await held()
    const problems = [
      ...unexpected(finishes, ['take 200', 'take 201', ...refusals.map((refusal) => `take ${refusal}`)]),
      ...differs('held', taken, FEW[limited]),
      ...(taken > FEW[limited] ? ['one too many'] : []),
    ]
    return { problems: named(raced.orgId, problems), outcomes: [`${successes(finishes, 'take').length} of ${CALLERS}`] }
  })

async function severally<Made>(count: number, make: (index: number) => Promise<Made>): Promise<readonly Made[]> {
  const all: Made[] = []
  for (let index = 0; index < count; index += 1) all.push(await make(index))
  return all
}

const rowsOf = (rows: readonly { readonly org_id: string }[], orgId: string): number =>
  rows.filter((row) => row.org_id === orgId).length
