// Races of more than one invitation: for one account, for a project that is being deleted, for a project's name.
import { API, type Client, textAt } from './client.ts'
import { counted, survey } from './race-aftermath.ts'
import {
  accept,
  act,
  GONE,
  halves,
  invite,
  inviteToProject,
  makeProject,
  NO_PROJECT,
  named,
  ORG_ROLE,
  PROJECT_ROLE,
} from './race-setup.ts'
import type { World } from './race-world.ts'
import {
  CALLERS,
  differs,
  type Finish,
  fresh,
  freshAddress,
  play,
  race,
  spelled,
  successes,
  times,
  unexpected,
  type Verdict,
} from './racing.ts'

const remove = (projectId: string) => act('DELETE', `/groups/${projectId}`)

/** Two organizations' invitations of one new address, accepted at once: one account, two memberships. */
export const raceForAccount = (world: World, count: number): Promise<Verdict> =>
  play(count, async () => {
    const { first, second } = world
    const username = freshAddress('newcomer')
    const here = await invite(first, username)
    const there = await invite(second, username)
    const finishes = await race(
      first.clients,
      halves(
        () => ({ kind: 'here', run: accept(here) }),
        () => ({ kind: 'there', run: accept(there) }),
      ),
    )
    const after = (await survey(world.db))(username)
    const viewIds = after.invitations.map((row): string => row.view_id)
    const organizations = [first.orgId, second.orgId]
    const problems = [
      ...unexpected(finishes, ['here 200', `here ${GONE}`, 'there 200', `there ${GONE}`]),
      ...differs('accepted', accepted(finishes), ['here', 'there']),
      ...differs('accounts', [after.accounts.length, after.profiles.length], [1, 1]),
      ...differs('profile', after.profiles, after.accounts),
      ...differs('an id of ours', after.accounts.filter((id) => viewIds.includes(id)).length, 1),
      ...differs('member of', after.memberOf, organizations),
      ...differs('memberships', after.memberships, organizations),
      ...differs(
        'roles',
        after.roles,
        organizations.map((orgId) => `${orgId}  ${ORG_ROLE}`),
      ),
      ...differs('events', after.events, { INVITED_TO_ORG: 2, JOINED_ORG: 2 }),
    ]
    return { problems: named(username, problems), outcomes: [`account of ${viewIds.indexOf(after.accounts[0] ?? '')}`] }
  })

/** An organization's and its project's invitation of one person, accepted at once: both end, and the person is in once. */
export const raceBothLevels = (world: World, count: number): Promise<Verdict> =>
  play(count, async () => {
    const { first, projectId } = world
    const username = freshAddress('both-levels')
    const ofOrg = await invite(first, username)
    const ofProject = await inviteToProject(first, projectId, username)
    const finishes = await race(
      first.clients,
      halves(
        () => ({ kind: 'org', run: accept(ofOrg) }),
        () => ({ kind: 'project', run: accept(ofProject) }),
      ),
    )
    const after = (await survey(world.db))(username)
    const winners = accepted(finishes)
    const orgRoles = after.roles.filter((role) => role.startsWith(`${first.orgId}  `))
    const problems = [
      ...unexpected(finishes, ['org 200', `org ${GONE}`, 'project 200', `project ${GONE}`]),
      // Accepting the project's takes the organization's along, but not the other way round.
      ...differs('accepted', winners.filter((kind) => kind === 'project').length, 1),
      ...differs('accepted twice', winners.length, new Set(winners).size),
      ...differs(
        'states',
        after.invitations.map(({ status }) => status),
        ['ACCEPTED', 'ACCEPTED'],
      ),
      ...differs('accounts', [after.accounts.length, after.profiles.length], [1, 1]),
      ...differs('member of', [after.memberOf, after.memberships], [[first.orgId], [first.orgId]]),
      ...differs('has what the organization promised', orgRoles.includes(`${first.orgId}  ${ORG_ROLE}`), true),
      ...differs(
        'role in the project',
        after.roles.filter((role) => !orgRoles.includes(role)),
        [`${first.orgId} ${projectId} ${PROJECT_ROLE}`],
      ),
      ...differs('joined', [after.events['JOINED_ORG'], after.events['JOINED_GROUP']], [1, 1]),
    ]
    return { problems: named(username, problems), outcomes: [winners.join(' and ')] }
  })

/** A project deleted while somebody accepts an invitation that grants a role in it: nobody holds a role in nothing. */
export const raceDeletionWithAcceptance = (world: World, by: 'org' | 'project', count: number): Promise<Verdict> =>
  play(count, async () => {
    const { first } = world
    const username = freshAddress(`${by}-grantee`)
    const projectId = await makeProject(first, fresh(`accepting ${by}`))
    const invited =
      by === 'org'
        ? await invite(first, username, { projectIds: [projectId] })
        : await inviteToProject(first, projectId, username)
    const finishes = await race(
      first.clients,
      halves(
        () => ({ kind: 'delete', run: remove(projectId) }),
        () => ({ kind: 'accept', run: accept(invited) }),
      ),
    )
    const after = (await survey(world.db))(username)
    const joined = successes(finishes, 'accept').length
    const problems = [
      ...unexpected(finishes, ['delete 202', `delete ${NO_PROJECT}`, 'accept 200', `accept ${GONE}`]),
      ...differs('deleted', successes(finishes, 'delete').length, 1),
      // An organization's invitation outlives the project; a project's own does not.
      ...(by === 'org' ? differs('accepted', joined, 1) : differs('accepted at most once', joined <= 1, true)),
      ...differs(
        'state',
        after.invitations.map(({ status }) => status),
        [joined === 1 ? 'ACCEPTED' : 'REVOKED'],
      ),
      ...differs('member of', after.memberOf, joined === 1 ? [first.orgId] : []),
      ...(await tracesOf(world, projectId)),
    ]
    const order = (after.events['JOINED_GROUP'] ?? 0) > 0 ? 'joined, then deleted' : 'deleted first'
    return { problems: named(username, problems), outcomes: [order] }
  })

/** How a race brings a pending promise into a project. */
export type Promising = 'project invitation' | 'organization invitation' | 'update'

/** A project deleted while people are invited to it: no pending invitation promises what is gone. */
export const raceDeletionWithInviting = (world: World, how: Promising, count: number): Promise<Verdict> =>
  play(count, async () => {
    const { first } = world
    const projectId = await makeProject(first, fresh(how))
    const addresses = times(CALLERS, () => freshAddress(how.replaceAll(' ', '-')))
    const invitations = `${API}/orgs/${first.orgId}/invites`
    const groupRoleAssignments = [{ groupId: projectId, roles: [PROJECT_ROLE] }]
    if (how === 'update') for (const username of addresses) await invite(first, username)
    const promise = (lane: number) => (client: Client) => {
      const username = addresses[lane]
      if (how === 'update') return client.call('PATCH', invitations, { username, groupRoleAssignments })
      if (how === 'project invitation') {
        return client.call('POST', `${API}/groups/${projectId}/invites`, { username, roles: [PROJECT_ROLE] })
      }
      return client.call('POST', invitations, { username, roles: [ORG_ROLE], groupRoleAssignments })
    }
    const finishes = await race(
      first.clients,
      halves(
        () => ({ kind: 'delete', run: remove(projectId) }),
        (lane) => ({ kind: 'promise', run: promise(lane) }),
      ),
    )
    const problems = [
      ...unexpected(finishes, ['delete 202', `delete ${NO_PROJECT}`, 'promise 200', `promise ${NO_PROJECT}`]),
      ...differs('deleted', successes(finishes, 'delete').length, 1),
      ...(await tracesOf(world, projectId)),
    ]
    return { problems: named(how, problems), outcomes: [`${successes(finishes, 'promise').length} promised`] }
  })

/** Ten projects of one name made at once: one is. */
export const raceForName = (world: World, count: number): Promise<Verdict> =>
  play(count, async () => {
    const { clients, orgId } = world.first
    const name = fresh('wanted by ten')
    const create = (client: Client) => client.call('POST', `${API}/groups`, { name, orgId })
    const finishes = await race(
      clients,
      times(CALLERS, () => ({ kind: 'create', run: create })),
    )
    const { q } = world.db.read
    const rows = await q.selectFrom('projects').select('project_id').where('name', '=', name).execute()
    const events = await q.selectFrom('events').select('project_id').where('type', '=', 'GROUP_CREATED').execute()
    const projects = await q.selectFrom('directory').select('key').where('key', 'like', 'project:%').execute()
    const ids = rows.map((row) => row.project_id)
    const problems = [
      ...differs('answers', counted(finishes.map(spelled)), {
        'create 201': 1,
        'create 409 GROUP_ALREADY_EXISTS': CALLERS - 1,
      }),
      ...differs(
        'rows',
        ids,
        successes(finishes, 'create').map(({ body }) => textAt(body, 'id')),
      ),
      ...differs('listed', ids.filter((id) => projects.some(({ key }) => key === `project:${id}`)).length, 1),
      ...differs('events', events.filter((event) => ids.some((id) => id === event.project_id)).length, 1),
    ]
    return { problems: named(name, problems), outcomes: ['one was made'] }
  })

/** What is left of a deleted project: roles in it, its place in the directory, pending invitations that lead to it. */
async function tracesOf({ db }: World, projectId: string): Promise<string[]> {
  const { q } = db.read
  const roles = await q.selectFrom('role_assignments').select(['project_id', 'role']).execute()
  const pending = await q.selectFrom('invitations').selectAll().where('status', '=', 'PENDING').execute()
  const directory = await q.selectFrom('directory').select('key').where('key', '=', `project:${projectId}`).execute()
  const leading = pending.filter(
    (row) => row.project_id === projectId || row.group_role_assignments.includes(projectId),
  )
  return [
    ...differs(
      'roles in a dead project',
      roles.filter((row) => row.project_id === projectId).map(({ role }) => role),
      [],
    ),
    ...differs(
      'invited to a dead project',
      leading.map((row) => row.username),
      [],
    ),
    ...differs('in the directory', directory, []),
  ]
}

/** Which kinds succeeded, once for each success. */
const accepted = (finishes: readonly Finish<string>[]): readonly string[] =>
  finishes
    .filter(({ status }) => status < 300)
    .map(({ kind }) => kind)
    .toSorted()
