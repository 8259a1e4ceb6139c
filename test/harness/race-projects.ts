// Races for projects: moved and deleted, moved and joined, renamed, and made in an organization that is ending.
import { textAt } from './client.ts'
import {
  type Act,
  act,
  between,
  halves,
  makeOrganization,
  makeProject,
  NO_PROJECT,
  named,
  PROJECT_ROLE,
} from './race-setup.ts'
import type { World } from './race-world.ts'
import { CALLERS, differs, fresh, play, race, successes, times, unexpected, type Verdict } from './racing.ts'

const NAME_TAKEN = '409 GROUP_ALREADY_EXISTS'

const migrate = ({ second, keyOfSecond }: World, projectId: string): Act =>
  act('POST', `/groups/${projectId}:migrate`, {
    destinationOrgId: second.orgId,
    destinationOrgPublicApiKey: keyOfSecond.publicKey,
    destinationOrgPrivateApiKey: keyOfSecond.privateKey,
  })

/** The organizations that have the project, by its row, by the directory, and by the roles that are held in it. */
async function placesOf({ db }: World, projectId: string) {
  const { q } = db.read
  const rows = await q.selectFrom('projects').select(['org_id', 'project_id']).execute()
  const listed = await q.selectFrom('directory').select('org_id').where('key', '=', `project:${projectId}`).execute()
  const roles = await q.selectFrom('role_assignments').select(['org_id', 'project_id']).execute()
  return {
    rows: rows.filter((row) => row.project_id === projectId).map((row): string => row.org_id),
    listed: listed.map((row): string => row.org_id),
    roles: roles.filter((row) => row.project_id === projectId).map((row): string => row.org_id),
  }
}

/** A project is moved and deleted at once: one of them happens, once. */
export const raceMigrationWithDeletion = (world: World, count: number): Promise<Verdict> =>
  play(count, async () => {
    const { first, second } = world
    const projectId = await makeProject(first, fresh('moved or deleted'))
    const finishes = await race(
      first.clients,
      between(['move', migrate(world, projectId)], ['delete', act('DELETE', `/groups/${projectId}`)]),
    )
    const winners = successes(finishes, 'move', 'delete').map(({ kind }) => kind)
    const there = winners[0] === 'move' ? [second.orgId] : []
    const problems = [
      ...unexpected(finishes, ['move 200', 'delete 202', `move ${NO_PROJECT}`, `delete ${NO_PROJECT}`]),
      ...differs('winners', winners.length, 1),
      ...differs('places', await placesOf(world, projectId), { rows: there, listed: there, roles: [] }),
    ]
    return { problems: named(projectId, problems), outcomes: [`${winners[0]} won`] }
  })

/** People are made users of a project that is being moved: whoever was promised a role there is promised it no more. */
export const raceMigrationWithUsers = (world: World, count: number): Promise<Verdict> =>
  play(count, async () => {
    const { first, second, founder } = world
    const projectId = await makeProject(first, fresh('moved with users'))
    const usernames = times(CALLERS, (lane) =>
      lane === 1 ? founder.username : `${projectId}-${lane}@race.example.com`,
    )
    const add = (lane: number) =>
      act('POST', `/groups/${projectId}/users`, { username: usernames[lane], roles: [PROJECT_ROLE] })
    const finishes = await race(
      first.clients,
      halves(
        () => ({ kind: 'move', run: migrate(world, projectId) }),
        (lane) => ({ kind: 'add', run: add(lane) }),
      ),
    )
    const there = [second.orgId]
    const problems = [
      ...unexpected(finishes, ['move 200', 'add 201', `move ${NO_PROJECT}`, `add ${NO_PROJECT}`]),
      ...differs('moved', successes(finishes, 'move').length, 1),
      // Nobody of the first organization is a member of the second.
      ...differs('places', await placesOf(world, projectId), { rows: there, listed: there, roles: [] }),
    ]
    return { problems: named(projectId, problems), outcomes: [`${successes(finishes, 'add').length} added`] }
  })

/** Ten who want one name for a project, half of them for one that they have already: one gets it. */
export const raceForProjectName = (world: World, count: number): Promise<Verdict> =>
  play(count, async () => {
    const { first, db } = world
    const name = fresh('name for one project')
    const others: string[] = []
    for (let index = 0; index < CALLERS / 2; index += 1) others.push(await makeProject(first, fresh('to be renamed')))
    const finishes = await race(
      first.clients,
      halves(
        () => ({ kind: 'create', run: act('POST', '/groups', { name, orgId: first.orgId }) }),
        (lane) => ({ kind: 'rename', run: act('PATCH', `/groups/${others[(lane - 1) / 2]}`, { name }) }),
      ),
    )
    const rows = await db.read.q.selectFrom('projects').select('project_id').where('name', '=', name).execute()
    const winners = successes(finishes, 'create', 'rename')
    const problems = [
      ...unexpected(finishes, ['create 201', 'rename 200', `create ${NAME_TAKEN}`, `rename ${NAME_TAKEN}`]),
      ...differs(
        'rows',
        rows.map((row) => row.project_id),
        winners.map(({ body }) => textAt(body, 'id')),
      ),
      ...differs('winners', winners.length, 1),
    ]
    return { problems: named(name, problems), outcomes: [`by ${winners[0]?.kind}`] }
  })

/** An organization is deleted while projects are made in it: it ends empty, or goes on with what was made. */
export const raceEndWithProjects = (world: World, count: number): Promise<Verdict> =>
  play(count, async () => {
    const { orgId, clients } = await makeOrganization(world)
    const finishes = await race(
      clients,
      halves(
        () => ({ kind: 'delete', run: act('DELETE', `/orgs/${orgId}`) }),
        (lane) => ({ kind: 'create', run: act('POST', '/groups', { name: `Project ${lane}`, orgId }) }),
      ),
    )
    const isDeleted = successes(finishes, 'delete').length > 0
    const created = successes(finishes, 'create').map(({ body }) => textAt(body, 'id'))
    const organization = await world.db.read.q.selectFrom('organizations').select(['org_id', 'deleted_at']).execute()
    const projects = await world.db.read.q.selectFrom('projects').select(['org_id', 'project_id']).execute()
    const isMarked = organization.some((row) => row.org_id === orgId && row.deleted_at !== null)
    const stored = projects.filter((row) => row.org_id === orgId).map((row): string => row.project_id)
    const late = ['401', '401 USER_UNAUTHORIZED', '404 ORG_NOT_FOUND']
    const problems = [
      ...unexpected(finishes, [
        ...['delete 204', 'delete 409 ORG_NOT_EMPTY', 'create 201'],
        ...late.flatMap((answer) => [`delete ${answer}`, `create ${answer}`]),
      ]),
      ...differs('deleted', successes(finishes, 'delete').length, isDeleted ? 1 : 0),
      ...differs('created', created.length, isDeleted ? 0 : CALLERS / 2),
      ...differs('marked', isMarked, isDeleted),
      ...differs('stored', stored.toSorted(), created.toSorted()),
    ]
    return { problems: named(orgId, problems), outcomes: [isDeleted ? 'ended' : 'went on'] }
  })
