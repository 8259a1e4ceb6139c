// Races for people: who stays an owner, which roles they end up with, and what becomes of whoever is invited meanwhile.
import type { Db } from '../../src/store/db.ts'
import { valueAt } from './client.ts'
import { type Aftermath, counted, survey } from './race-aftermath.ts'
import {
  type Act,
  accept,
  act,
  between,
  countOf,
  GONE,
  type Invited,
  inviteToProject,
  made,
  makeInvited,
  makeMember,
  makeOrganization,
  makeProject,
  named,
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
  unexpected,
  type Verdict,
} from './racing.ts'

const OTHER_ROLE = 'ORG_READ_ONLY'

/** How an owner stops being one. */
const UNSEATING = {
  PATCH: (path) => act('PATCH', path, { roles: { orgRoles: [OTHER_ROLE] } }),
  ':removeRole': (path) => act('POST', `${path}:removeRole`, { orgRole: 'ORG_OWNER' }),
  'PUT roles': (path) => act('PUT', `${path}/roles`, { orgRoles: [OTHER_ROLE] }),
  DELETE: (path) => act('DELETE', path),
} satisfies Readonly<Record<string, (path: string) => Act>>

type Way = keyof typeof UNSEATING

const WAYS: readonly Way[] = ['PATCH', ':removeRole', 'PUT roles', 'DELETE']

/** Every pair of ways, each with itself included. */
export const OWNER_PAIRS: readonly (readonly [Way, Way])[] = WAYS.flatMap((one, index) =>
  WAYS.slice(index).map((other) => [one, other] as const),
)

const LAST = ['403 CANNOT_DEMOTE_LAST_ORG_OWNER', '403 CANNOT_DELETE_LAST_OWNER']
const NO_USER = '404 USER_NOT_IN_ORG'

/** Two owners are taken out of their role at once: one of them stays, and everybody who went for that one is told. */
export const raceOwners = (world: World, one: Way, other: Way, count: number): Promise<Verdict> =>
  play(count, async () => {
    const raced = await makeOrganization(world)
    const users = `/orgs/${raced.orgId}/users`
    const { founder } = world
    const second = await makeMember(raced, 'owner', { roles: ['ORG_OWNER', OTHER_ROLE] })
    await made(raced, `${users}/${founder.id}:addRole`, { orgRole: OTHER_ROLE })
    const finishes = await race(
      raced.clients,
      between(
        ['founder', UNSEATING[one](`${users}/${founder.id}`)],
        ['second', UNSEATING[other](`${users}/${second.userId}`)],
      ),
    )
    const unseated = new Set(successes(finishes, 'founder', 'second').map(({ kind }) => kind))
    const staying = unseated.has('founder') ? 'second' : 'founder'
    const owners = await ownersOf(world.db, raced.orgId)
    const refused = countOf(finishes, ...LAST.map((answer) => `${staying} ${answer}`))
    const allowed = ['founder', 'second'].flatMap((kind) =>
      ['200', '204', ...LAST, NO_USER].map((answer) => `${kind} ${answer}`),
    )
    const problems = [
      ...unexpected(finishes, allowed),
      ...differs('unseated', [...unseated].length, 1),
      ...differs('refused', refused, CALLERS / 2),
      ...(owners.length === 1 ? [] : [`${owners.length} owners`]),
      ...differs('owner', owners, [staying === 'founder' ? founder.id : second.userId]),
    ]
    return { problems: named(second.username, problems), outcomes: [`the ${staying} stayed`] }
  })

async function ownersOf({ read }: Db, orgId: string): Promise<readonly string[]> {
  const rows = await read.q
    .selectFrom('role_assignments')
    .select(['org_id', 'principal_id'])
    .where('project_id', '=', '')
    .where('role', '=', 'ORG_OWNER')
    .execute()
  const members = await read.q.selectFrom('members').select(['org_id', 'user_id']).execute()
  const owning = rows.filter((row) => row.org_id === orgId).map((row): string => row.principal_id)
  return members.filter((row) => row.org_id === orgId && owning.includes(row.user_id)).map((row) => row.user_id)
}

/** One role given and taken at once: everybody is told what they did, and each change is recorded once. */
export const raceForRole = (world: World, count: number): Promise<Verdict> =>
  play(count, async () => {
    const { first, db } = world
    const person = await makeMember(first, 'role')
    const path = `/orgs/${first.orgId}/users/${person.userId}`
    const orgRole = 'ORG_GROUP_CREATOR'
    const finishes = await race(
      first.clients,
      between(
        ['add', act('POST', `${path}:addRole`, { orgRole })],
        ['remove', act('POST', `${path}:removeRole`, { orgRole })],
      ),
    )
    const after = (await survey(db))(person.username)
    const isHeld = after.roles.includes(`${first.orgId}  ${orgRole}`)
    const changes = after.events['USER_ROLES_CHANGED_AUDIT'] ?? 0
    const lies = finishes.filter(({ kind, body }) => orgRolesIn(body).includes(orgRole) !== (kind === 'add'))
    const problems = [
      ...unexpected(finishes, ['add 200', 'remove 200']),
      ...differs('answers that do not show the change', lies.map(spelled), []),
      // The role is not held at first, so that every change is the opposite of the one before.
      ...differs('held after the last change', isHeld, changes % 2 === 1),
      ...differs(
        'roles',
        after.roles,
        [...(isHeld ? [orgRole] : []), OTHER_ROLE].map((role) => `${first.orgId}  ${role}`),
      ),
    ]
    return { problems: named(person.username, problems), outcomes: [isHeld ? 'given last' : 'taken last'] }
  })

function orgRolesIn(body: unknown): readonly unknown[] {
  const roles = valueAt(valueAt(body, 'roles'), 'orgRoles')
  return Array.isArray(roles) ? roles : []
}

/** Ten who make one new address a user of the organization, through both generations of the API: one does. */
export const raceForUser = (world: World, count: number): Promise<Verdict> =>
  play(count, async () => {
    const { orgId, clients } = world.first
    const username = freshAddress('user')
    const finishes = await race(
      clients,
      between(
        ['user', act('POST', `/orgs/${orgId}/users`, { username, roles: { orgRoles: ['ORG_MEMBER'] } })],
        ['invite', act('POST', `/orgs/${orgId}/invites`, { username, roles: ['ORG_MEMBER'] })],
      ),
    )
    const after = (await survey(world.db))(username)
    const winners = successes(finishes, 'user', 'invite').map(({ kind }) => kind)
    const taken = '409 USER_ALREADY_IN_ORG'
    const problems = [
      ...unexpected(finishes, ['user 201', 'invite 200', `user ${taken}`, `invite ${taken}`]),
      ...differs('made', winners.length, 1),
      ...differs('states', statesOf(after), ['PENDING']),
      ...differs('events', after.events, { INVITED_TO_ORG: 1 }),
    ]
    return { problems: named(username, problems), outcomes: [`by ${winners[0]}`] }
  })

/** Somebody accepts the project's old invitation while they are made its user: they are in, once, with nothing open. */
export const raceUserWithAcceptance = (world: World, count: number): Promise<Verdict> =>
  play(count, async () => {
    const { first, projectId, db } = world
    const username = freshAddress('old-invitation')
    const invited = await inviteToProject(first, projectId, username)
    const body = { username, roles: ['GROUP_DATA_ACCESS_READ_ONLY'] }
    const finishes = await race(
      first.clients,
      between(['add', act('POST', `/groups/${projectId}/users`, body)], ['accept', accept(invited)]),
    )
    const after = (await survey(db))(username)
    const added = successes(finishes, 'add').length
    const roles = [PROJECT_ROLE, ...(added > 0 ? body.roles : [])].map((role) => `${first.orgId} ${projectId} ${role}`)
    const problems = [
      ...unexpected(finishes, ['add 201', 'add 409 USER_ALREADY_IN_GROUP', 'accept 200', `accept ${GONE}`]),
      ...differs('accepted', successes(finishes, 'accept').length, 1),
      ...differs('added at most once', added <= 1, true),
      ...differs('states', statesOf(after), ['ACCEPTED', ...(added > 0 ? ['ACCEPTED'] : [])]),
      ...differs('roles', after.roles, [`${first.orgId}  ORG_MEMBER`, ...roles].toSorted()),
      ...differs('joined', [after.events['JOINED_ORG'], after.memberOf], [1, [first.orgId]]),
    ]
    return { problems: named(username, problems), outcomes: [added > 0 ? 'added, then accepted' : 'accepted first'] }
  })

/** One new address made a user of two projects at once: one invitation promises both. */
export const raceForTwoProjects = (world: World, count: number): Promise<Verdict> =>
  play(count, async () => {
    const { first, projectId, db } = world
    const username = freshAddress('two-projects')
    const otherId = await makeProject(first, fresh('other project'))
    const body = { username, roles: [PROJECT_ROLE] }
    const finishes = await race(
      first.clients,
      between(
        ['here', act('POST', `/groups/${projectId}/users`, body)],
        ['there', act('POST', `/groups/${otherId}/users`, body)],
      ),
    )
    const { invitations, events } = (await survey(db))(username)
    const promised: readonly { readonly groupId: string }[] = JSON.parse(invitations[0]?.group_role_assignments ?? '[]')
    const taken = '409 USER_ALREADY_IN_GROUP'
    const problems = [
      ...differs('answers', counted(finishes.map(spelled)), {
        'here 201': 1,
        [`here ${taken}`]: CALLERS / 2 - 1,
        'there 201': 1,
        [`there ${taken}`]: CALLERS / 2 - 1,
      }),
      ...differs('states', statesOf({ invitations }), ['PENDING']),
      ...differs('promised', promised.map(({ groupId }) => groupId).toSorted(), [projectId, otherId].toSorted()),
      ...differs('events', events, { INVITED_TO_GROUP: 2, INVITED_TO_ORG: 1 }),
    ]
    const [made] = successes(finishes, 'here', 'there').toSorted((a, b) => ageOf(a.body) - ageOf(b.body))
    return { problems: named(username, problems), outcomes: [`first ${made?.kind}`] }
  })

/** The order of two answers that show one promise growing: the later one knows of more. */
const ageOf = (body: unknown): number => JSON.stringify(body).length

/** Somebody accepts while their roles are changed by the id they keep: no acknowledged change is lost. */
export const raceChangeWithAcceptance = (world: World, count: number): Promise<Verdict> =>
  play(count, async () => {
    const { first, db } = world
    const person = await makeInvited(first, 'changed')
    const path = `/orgs/${first.orgId}/users/${person.userId}`
    const orgRole = 'ORG_BILLING_ADMIN'
    const finishes = await race(
      first.clients,
      between(
        ['change', act('PATCH', path, { roles: { orgRoles: [orgRole] } })],
        ['accept', accept(person.invitationId)],
      ),
    )
    const after = (await survey(db))(person.username)
    const problems = [
      ...unexpected(finishes, ['change 200', 'accept 200', `accept ${GONE}`]),
      ...differs('accepted', successes(finishes, 'accept').length, 1),
      ...differs('roles', after.roles, [`${first.orgId}  ${orgRole}`]),
      ...differs('states', statesOf(after), ['ACCEPTED']),
      ...differs('events', after.events, { INVITED_TO_ORG: 1, JOINED_ORG: 1, USER_ROLES_CHANGED_AUDIT: 1 }),
      ...differs('account', after.accounts, [person.userId]),
    ]
    const wasPromised = after.invitations[0]?.roles === JSON.stringify([orgRole])
    return { problems: named(person.username, problems), outcomes: [wasPromised ? 'changed first' : 'accepted first'] }
  })

/** Somebody accepts while they are removed by the id they keep: they are out, whichever came first. */
export const raceRemovalWithAcceptance = (world: World, count: number): Promise<Verdict> =>
  play(count, async () => {
    const { first, db, projectId, teamId } = world
    const person = await makeInvited(first, 'removed', { projectIds: [projectId], teamIds: [teamId] })
    const finishes = await race(
      first.clients,
      between(
        ['remove', act('DELETE', `/orgs/${first.orgId}/users/${person.userId}`)],
        ['accept', accept(person.invitationId)],
      ),
    )
    return judgeRemoval(person, finishes, (await survey(db))(person.username))
  })

function judgeRemoval({ username }: Invited, finishes: readonly Finish<string>[], after: Aftermath): Verdict {
  const joined = successes(finishes, 'accept').length
  const problems = [
    ...unexpected(finishes, ['remove 204', `remove ${NO_USER}`, 'accept 200', `accept ${GONE}`]),
    ...differs('removed', successes(finishes, 'remove').length, 1),
    ...differs('accepted at most once', joined <= 1, true),
    ...differs('states', statesOf(after), [joined === 1 ? 'ACCEPTED' : 'REVOKED']),
    ...differs('left', [after.memberOf, after.memberships, after.roles, after.teams], [[], [], [], []]),
    ...differs(
      'ended as',
      [after.events['REMOVED_FROM_ORG'] ?? 0, after.events['ORG_INVITATION_DELETED'] ?? 0],
      [joined, 1 - joined],
    ),
  ]
  return { problems: named(username, problems), outcomes: [joined === 1 ? 'accepted, then removed' : 'withdrawn'] }
}

const statesOf = ({ invitations }: { readonly invitations: readonly { readonly status: string }[] }) =>
  invitations.map(({ status }) => status)
