// Two things done to one pending invitation at the same time, five callers each: what may come of it, and what did.

import { type Answer, API, type Client, textAt, valueAt } from './client.ts'
import { expire, invitation } from './ledger.ts'
import { type Aftermath, counted, survey } from './race-aftermath.ts'
import type { World } from './race-world.ts'
import {
  CALLERS,
  differs,
  type Finish,
  freshAddress,
  merged,
  play,
  type Racer,
  race,
  successes,
  times,
  unexpected,
  type Verdict,
} from './racing.ts'

export type Verb = 'accept' | 'decline' | 'revoke' | 'update' | 'invite' | 'resend'

const VERBS: readonly Verb[] = ['accept', 'decline', 'revoke', 'update', 'invite', 'resend']

/** Every pair of verbs, each with itself included. */
export const PAIRS: readonly (readonly [Verb, Verb])[] = VERBS.flatMap((one, index) =>
  VERBS.slice(index).map((other) => [one, other] as const),
)

const GONE = '404 INVALID_INVITATION_ID'
const ALLOWED = [
  ...['accept 200', 'decline 200', 'revoke 204', 'update 200', 'invite 200', 'resend 200', `resend ${GONE}`],
  ...[`accept ${GONE}`, `decline ${GONE}`, `revoke ${GONE}`, `update ${GONE}`, 'invite 409 USER_ALREADY_IN_ORG'],
]
const CLOSED = { accept: 'ACCEPTED', decline: 'DECLINED', revoke: 'REVOKED' } as const

const INITIAL_ROLES = ['ORG_READ_ONLY']
/** Different for every caller, so that each update that lands changes something. */
const UPDATED_ROLES = [
  ['ORG_OWNER'],
  ['ORG_MEMBER'],
  ['ORG_GROUP_CREATOR'],
  ['ORG_BILLING_ADMIN'],
  ['ORG_BILLING_READ_ONLY'],
  ['ORG_STREAM_PROCESSING_ADMIN'],
  ['ORG_MEMBER', 'ORG_GROUP_CREATOR'],
  ['ORG_MEMBER', 'ORG_BILLING_ADMIN'],
  ['ORG_MEMBER', 'ORG_BILLING_READ_ONLY'],
  ['ORG_MEMBER', 'ORG_READ_ONLY'],
]
const PROJECT_ROLE = 'GROUP_READ_ONLY'

interface Round {
  readonly username: string
  /** The invitation that is raced for. */
  readonly invited: string
  /** Its link before the race. */
  readonly secretHash: string | null
  readonly finishes: readonly Finish<Verb>[]
}

/** Races the two verbs that many times, each for an invitation of its own. */
export async function racePair(world: World, one: Verb, other: Verb, count: number): Promise<Verdict> {
  const rounds: Round[] = []
  for (let index = 0; index < count; index += 1) {
    rounds.push(await raceOnce(world, one, other, freshAddress(`${one}-${other}`)))
  }
  const aftermathOf = await survey(world.db)
  const expectsWinner = one in CLOSED || other in CLOSED
  return merged(rounds.map((round) => judge(world, round, aftermathOf(round.username), expectsWinner)))
}

async function raceOnce(world: World, one: Verb, other: Verb, username: string): Promise<Round> {
  const { clients, orgId } = world.first
  const [client] = clients
  const made = await client?.call('POST', `${API}/orgs/${orgId}/invites`, {
    username,
    roles: INITIAL_ROLES,
    teamIds: [world.teamId],
    groupRoleAssignments: [{ groupId: world.projectId, roles: [PROJECT_ROLE] }],
  })
  const invited = textAt(made?.body, 'id')
  const { secretHash } = await invitation(world.db, invited)
  const racers = times(CALLERS, (lane) => {
    const kind = lane % 2 === 0 ? one : other
    return { kind, run: (at: Client) => act(at, kind, orgId, { username, invited }, lane) } satisfies Racer<Verb>
  })
  return { username, invited, secretHash, finishes: await race(clients, racers) }
}

function act(
  client: Client,
  verb: Verb,
  orgId: string,
  { username, invited }: Pick<Round, 'username' | 'invited'>,
  lane: number,
): Promise<Answer> {
  const collection = `${API}/orgs/${orgId}/invites`
  switch (verb) {
    case 'accept':
    case 'decline':
      return client.call('POST', `/_atrium/invitations/${invited}:${verb}`)
    case 'revoke':
      return client.call('DELETE', `${collection}/${invited}`)
    case 'update':
      return client.call('PATCH', `${collection}/${invited}`, { roles: UPDATED_ROLES[lane] })
    case 'invite':
      return client.call('POST', collection, { username, roles: ['ORG_MEMBER'] })
    case 'resend':
      return client.call('POST', `${collection}/${invited}:resend`)
  }
}

function judge(world: World, round: Round, after: Aftermath, expectsWinner: boolean): Verdict {
  const { username, finishes } = round
  const winners = successes(finishes, 'accept', 'decline', 'revoke').map(({ kind }) => kind)
  const again = successes(finishes, 'invite').length
  const updates = successes(finishes, 'update').length
  const resent = successes(finishes, 'resend').length
  const problems = [
    ...unexpected(finishes, ALLOWED).map((answer) => `unexpected answer ${answer}`),
    ...differs('winners', winners.length, expectsWinner ? 1 : 0),
    ...(expectsWinner ? [] : differs('refused', refused(finishes, 'update', 'resend'), 0)),
    ...judgeLink(round, after, resent),
    ...judgeInvitations(round, after, winners),
    ...judgeRoles(round, after),
    ...judgeMembership(world, round, after, winners.includes('accept')),
    ...differs('events', after.events, expectedEvents(winners, again + resent, updates)),
  ]
  return {
    problems: problems.map((problem) => `${username}: ${problem}`),
    outcomes: [`${winners.join('+') || 'nobody'} won, ${updates} updated, ${again} invited again, ${resent} resent`],
  }
}

const refused = (finishes: readonly Finish<Verb>[], ...verbs: readonly Verb[]): number =>
  finishes.filter(({ kind, status }) => verbs.includes(kind) && status !== 200).length

/** Whoever sent it again, the old link opens nothing; whoever did not has left it as it was. */
function judgeLink({ invited, secretHash }: Round, after: Aftermath, resent: number): string[] {
  const raced = after.invitations.find(({ invitation_id: id }) => id === invited)
  return differs('has a new link', raced?.secret_hash !== secretHash, resent > 0)
}

/** The raced invitation is as its winner left it, and beside it there is at most the one that was made after. */
function judgeInvitations({ invited, finishes }: Round, after: Aftermath, winners: readonly string[]): string[] {
  const made = successes(finishes, 'invite').map(({ body }) => textAt(body, 'id'))
  const raced = after.invitations.find(({ invitation_id: id }) => id === invited)
  const others = after.invitations.filter((row) => row !== raced)
  const pending = after.invitations.filter(({ status }) => status === 'PENDING').length
  const status = winners.map((verb) =>
    verb in CLOSED ? Object.entries(CLOSED).find(([key]) => key === verb)?.[1] : verb,
  )
  return [
    ...differs('state', raced?.status, status[0] ?? 'PENDING'),
    ...differs('closed', raced?.closed_at !== null, winners.length > 0),
    ...differs(
      'invited again',
      others.map((row) => `${row.invitation_id} ${row.status}`),
      made.map((id) => `${id} PENDING`),
    ),
    ...(pending > 1 ? [`${pending} pending at once`] : []),
    ...(pending > 0 && after.memberOf.length > 0 ? ['a member, and pending'] : []),
    ...differs(
      'in the directory',
      after.invitations.filter(({ invitation_id: id }) => after.listed.has(id)).length,
      1 + made.length,
    ),
  ]
}

/** An update that was acknowledged has landed, whole; one that was refused has left nothing. */
function judgeRoles({ invited, finishes }: Round, after: Aftermath): string[] {
  const landed = successes(finishes, 'update')
  const possible = landed.length > 0 ? landed.map(({ lane }) => UPDATED_ROLES[lane]) : [INITIAL_ROLES]
  const roles = after.invitations.find(({ invitation_id: id }) => id === invited)?.roles
  const isPossible = possible.some((each) => JSON.stringify(each) === roles)
  return [
    ...(isPossible ? [] : [`roles: ${roles}, none of ${JSON.stringify(possible)}`]),
    ...landed.flatMap(({ body, lane }) => differs('roles answered', valueAt(body, 'roles'), UPDATED_ROLES[lane])),
  ]
}

/** Whoever accepted is in with exactly what the invitation promised at last; whoever did not leaves no trace. */
function judgeMembership(world: World, { invited }: Round, after: Aftermath, accepted: boolean): string[] {
  const { orgId } = world.first
  const invitation = after.invitations.find(({ invitation_id: id }) => id === invited)
  const promised: readonly string[] = JSON.parse(invitation?.roles ?? '[]')
  const granted = [`${orgId} ${world.projectId} ${PROJECT_ROLE}`, ...promised.map((role) => `${orgId}  ${role}`)]
  const account = accepted ? [invitation?.view_id] : []
  return [
    ...differs('account', after.accounts, account),
    ...differs('profile', after.profiles, account),
    ...differs('member of', after.memberOf, accepted ? [orgId] : []),
    ...differs('memberships', after.memberships, accepted ? [orgId] : []),
    ...differs('roles', after.roles, accepted ? granted.toSorted() : []),
    ...differs('teams', after.teams, accepted ? [world.teamId] : []),
  ]
}

function expectedEvents(winners: readonly Verb[], again: number, updates: number): Readonly<Record<string, number>> {
  const ofWinner = winners.flatMap((verb) =>
    verb === 'accept' ? ['JOINED_GROUP', 'JOINED_ORG', 'JOINED_TEAM'] : ['ORG_INVITATION_DELETED'],
  )
  const ofOthers = [...times(1 + again, () => 'INVITED_TO_ORG'), ...times(updates, () => 'USER_ROLES_CHANGED_AUDIT')]
  return counted([...ofWinner, ...ofOthers])
}

/** Ten invitations of one address at once, from nothing: one is made. */
export const raceToInvite = (world: World, count: number): Promise<Verdict> =>
  play(count, async () => {
    const { clients, orgId } = world.first
    const username = freshAddress('first-of-ten')
    const invite = (client: Client) =>
      client.call('POST', `${API}/orgs/${orgId}/invites`, { username, roles: INITIAL_ROLES })
    const finishes = await race(
      clients,
      times(CALLERS, () => ({ kind: 'invite', run: invite })),
    )
    const after = (await survey(world.db))(username)
    const pending = after.invitations.map(({ invitation_id: id, status }) => `${id} ${status}`)
    const problems = [
      ...unexpected(finishes, ALLOWED).map((answer) => `unexpected answer ${answer}`),
      ...differs('made', successes(finishes, 'invite').length, 1),
      ...differs(
        'rows',
        pending,
        successes(finishes, 'invite').map(({ body }) => `${textAt(body, 'id')} PENDING`),
      ),
      ...(pending.length > 1 ? [`${pending.length} pending at once`] : []),
      ...differs('events', after.events, { INVITED_TO_ORG: 1 }),
    ]
    return { problems: problems.map((problem) => `${username}: ${problem}`), outcomes: ['one was made'] }
  })

/** One that has expired, sent again and invited anew at once: it is pending again, or the new one is, and not both. */
export const raceExpired = (world: World, count: number): Promise<Verdict> =>
  play(count, async () => {
    const { clients, orgId } = world.first
    const username = freshAddress('expired')
    const path = `${API}/orgs/${orgId}/invites`
    const invite = (client: Client) => client.call('POST', path, { username, roles: INITIAL_ROLES })
    const [client] = clients
    const expired = textAt((await client?.call('POST', path, { username, roles: INITIAL_ROLES }))?.body, 'id')
    await expire(world.db, expired)
    const resend = (at: Client) => at.call('POST', `${path}/${expired}:resend`)
    const finishes = await race(
      clients,
      times(CALLERS, (lane) => (lane % 2 === 0 ? { kind: 'invite', run: invite } : { kind: 'resend', run: resend })),
    )
    const after = (await survey(world.db))(username)
    const made = successes(finishes, 'invite').map(({ body }) => textAt(body, 'id'))
    const resent = successes(finishes, 'resend').length
    const pending = after.invitations.filter(({ status }) => status === 'PENDING')
    const taken = '409 USER_ALREADY_IN_ORG'
    const problems = [
      ...unexpected(finishes, ['invite 200', `invite ${taken}`, 'resend 200', `resend ${taken}`]),
      ...differs('invited anew', made.length, resent > 0 ? 0 : 1),
      ...differs('sent again', resent, made.length > 0 ? 0 : CALLERS / 2),
      ...differs(
        'pending',
        pending.map((row): string => row.invitation_id),
        made.length > 0 ? made : [expired],
      ),
      ...differs('events', after.events, { INVITED_TO_ORG: 1 + made.length + resent }),
    ]
    return {
      problems: problems.map((problem) => `${username}: ${problem}`),
      outcomes: [resent > 0 ? 'sent again' : 'invited anew'],
    }
  })
