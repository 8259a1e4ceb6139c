// Races for teams: their names, the people who are put into them, and the projects they are assigned to.
import { textAt } from './client.ts'
import {
  type Act,
  accept,
  act,
  between,
  GONE,
  halves,
  makeInvited,
  makeMember,
  makeProject,
  makeTeam,
  NO_PROJECT,
  named,
  PROJECT_ROLE,
  ten,
} from './race-setup.ts'
import type { World } from './race-world.ts'
import { differs, fresh, play, race, successes, unexpected, type Verdict } from './racing.ts'

const NO_TEAM = '404 TEAM_NOT_FOUND'
const NAME_TAKEN = '409 TEAM_NAME_NOT_AVAILABLE'

const remove = ({ first }: World, teamId: string): Act => act('DELETE', `/orgs/${first.orgId}/teams/${teamId}`)

/** Whether the team is there, and what is kept under its id: people, roles and pending promises. */
async function tracesOf({ db }: World, teamId: string) {
  const { q } = db.read
  const teams = await q.selectFrom('teams').select('team_id').execute()
  const people = await q.selectFrom('team_members').select(['team_id', 'user_id']).execute()
  const roles = await q.selectFrom('role_assignments').select(['principal_id', 'project_id']).execute()
  const pending = await q.selectFrom('invitations').selectAll().where('status', '=', 'PENDING').execute()
  return {
    exists: teams.some((row) => row.team_id === teamId),
    people: people.filter((row) => row.team_id === teamId).length,
    projects: roles.filter((row) => row.principal_id === teamId).map((row) => row.project_id),
    promised: pending.filter((row) => row.team_ids.includes(teamId)).length,
  }
}

const NOTHING_LEFT = { exists: false, people: 0, projects: [], promised: 0 }

/** A member and somebody pending are put into a team that is being deleted: nobody is in nothing. */
export const raceTeamWithMembers = (world: World, count: number): Promise<Verdict> =>
  play(count, async () => {
    const { first, founder } = world
    const teamId = await makeTeam(first, founder.username)
    const people = [await makeMember(first, 'teammate'), await makeInvited(first, 'teammate-to-be')]
    const add = (lane: number) =>
      act('POST', `/orgs/${first.orgId}/teams/${teamId}:addUser`, { id: people[lane % 4 === 1 ? 0 : 1]?.userId })
    const finishes = await race(
      first.clients,
      halves(
        () => ({ kind: 'delete', run: remove(world, teamId) }),
        (lane) => ({ kind: 'add', run: add(lane) }),
      ),
    )
    const added = successes(finishes, 'add').length
    const problems = [
      ...unexpected(finishes, [
        ...['delete 204', `delete ${NO_TEAM}`],
        ...['add 200', 'add 409 USER_ALREADY_IN_TEAM', `add ${NO_TEAM}`],
      ]),
      ...differs('deleted', successes(finishes, 'delete').length, 1),
      ...differs('each added once at most', added <= people.length, true),
      ...differs('left of the team', await tracesOf(world, teamId), NOTHING_LEFT),
    ]
    return { problems: named(teamId, problems), outcomes: [`${added} added, then deleted`] }
  })

/** Ten who want one name for a team, half of them for one that they have already: one gets it. */
export const raceForTeamName = (world: World, count: number): Promise<Verdict> =>
  play(count, async () => {
    const { first, founder, db } = world
    const name = fresh('team wanted by ten')
    const others: string[] = []
    for (let index = 0; index < 5; index += 1) others.push(await makeTeam(first, founder.username))
    const path = `/orgs/${first.orgId}/teams`
    const finishes = await race(
      first.clients,
      halves(
        () => ({ kind: 'create', run: act('POST', path, { name, usernames: [founder.username] }) }),
        (lane) => ({ kind: 'rename', run: act('PATCH', `${path}/${others[(lane - 1) / 2]}`, { name }) }),
      ),
    )
    const rows = await db.read.q.selectFrom('teams').select('team_id').where('name', '=', name).execute()
    const winners = successes(finishes, 'create', 'rename')
    const problems = [
      ...unexpected(finishes, ['create 201', 'rename 200', `create ${NAME_TAKEN}`, `rename ${NAME_TAKEN}`]),
      ...differs(
        'rows',
        rows.map((row) => row.team_id),
        winners.map(({ body }) => textAt(body, 'id')),
      ),
      ...differs('winners', winners.length, 1),
    ]
    return { problems: named(name, problems), outcomes: [`by ${winners[0]?.kind}`] }
  })

/** A team is assigned to a project that is being deleted: it is left without a role, and can be deleted itself. */
export const raceTeamWithProject = (world: World, count: number): Promise<Verdict> =>
  play(count, async () => {
    const { first, founder } = world
    const teamId = await makeTeam(first, founder.username)
    const projectId = await makeProject(first, fresh('project of a team'))
    const finishes = await race(
      first.clients,
      between(
        ['delete', act('DELETE', `/groups/${projectId}`)],
        ['assign', act('POST', `/groups/${projectId}/teams`, [{ teamId, roleNames: [PROJECT_ROLE] }])],
      ),
    )
    const assigned = successes(finishes, 'assign').length
    const problems = [
      ...unexpected(finishes, [
        ...['delete 202', `delete ${NO_PROJECT}`],
        ...['assign 200', 'assign 409 TEAM_EXISTS_IN_GROUP', `assign ${NO_PROJECT}`],
      ]),
      ...differs('deleted', successes(finishes, 'delete').length, 1),
      ...differs('assigned at most once', assigned <= 1, true),
      ...differs('the team', await tracesOf(world, teamId), { exists: true, people: 1, projects: [], promised: 0 }),
    ]
    return {
      problems: named(teamId, problems),
      outcomes: [assigned === 1 ? 'assigned, then deleted' : 'deleted first'],
    }
  })

/** A team is assigned to a project while it is being deleted: one of them is refused. */
export const raceTeamWithAssignment = (world: World, count: number): Promise<Verdict> =>
  play(count, async () => {
    const { first, founder, projectId } = world
    const teamId = await makeTeam(first, founder.username)
    const finishes = await race(
      first.clients,
      between(
        ['delete', remove(world, teamId)],
        ['assign', act('POST', `/groups/${projectId}/teams`, [{ teamId, roleNames: [PROJECT_ROLE] }])],
      ),
    )
    const winners = successes(finishes, 'delete', 'assign').map(({ kind }) => kind)
    const isDeleted = winners.includes('delete')
    const problems = [
      ...unexpected(finishes, [
        ...['delete 204', `delete ${NO_TEAM}`, 'delete 404 CANNOT_DELETE_TEAM_ASSIGNED_TO_PROJECT'],
        ...['assign 200', 'assign 409 TEAM_EXISTS_IN_GROUP', `assign ${NO_TEAM}`],
      ]),
      ...differs('winners', winners.length, 1),
      ...differs(
        'the team',
        await tracesOf(world, teamId),
        isDeleted ? NOTHING_LEFT : { exists: true, people: 1, projects: [projectId], promised: 0 },
      ),
    ]
    return { problems: named(teamId, problems), outcomes: [isDeleted ? 'deleted' : 'assigned'] }
  })

/** Somebody accepts an invitation into a team that is being deleted: they are in the organization all the same. */
export const raceTeamWithAcceptance = (world: World, count: number): Promise<Verdict> =>
  play(count, async () => {
    const { first, founder, db } = world
    const teamId = await makeTeam(first, founder.username)
    const person = await makeInvited(first, 'into-a-team', { teamIds: [teamId] })
    const finishes = await race(
      first.clients,
      between(['delete', remove(world, teamId)], ['accept', accept(person.invitationId)]),
    )
    const members = await db.read.q.selectFrom('members').select('user_id').execute()
    const promises = await db.read.q
      .selectFrom('invitations')
      .select('team_ids')
      .where('username', '=', person.username)
      .execute()
    const problems = [
      ...unexpected(finishes, ['delete 204', `delete ${NO_TEAM}`, 'accept 200', `accept ${GONE}`]),
      ...differs('deleted', successes(finishes, 'delete').length, 1),
      ...differs('accepted', successes(finishes, 'accept').length, 1),
      ...differs('a member', members.filter((row) => row.user_id === person.userId).length, 1),
      ...differs('left of the team', await tracesOf(world, teamId), NOTHING_LEFT),
    ]
    const wasStruck = promises[0]?.team_ids === '[]'
    return { problems: named(teamId, problems), outcomes: [wasStruck ? 'deleted first' : 'joined, then deleted'] }
  })

/** Ten people are invited into a team that is being deleted: no pending invitation promises what is gone. */
export const raceTeamWithInviting = (world: World, count: number): Promise<Verdict> =>
  play(count, async () => {
    const { first, founder } = world
    const teamId = await makeTeam(first, founder.username)
    const body = (lane: number) => ({ username: `${teamId}-${lane}@race.example.com`, teamIds: [teamId] })
    const [deletion] = ten('delete', () => remove(world, teamId))
    const finishes = await race(first.clients, [
      ...(deletion ? [deletion] : []),
      ...ten('invite', (lane) => act('POST', `/orgs/${first.orgId}/invites`, { ...body(lane), roles: ['ORG_MEMBER'] })),
    ])
    const problems = [
      ...unexpected(finishes, ['delete 204', 'invite 200', `invite ${NO_TEAM}`]),
      ...differs('left of the team', await tracesOf(world, teamId), NOTHING_LEFT),
    ]
    return { problems: named(teamId, problems), outcomes: [`${successes(finishes, 'invite').length} invited`] }
  })
