// What races begin with: people, projects, teams, credentials and whole organizations, made through the API; and what
// several races have their callers do.
import { idAfter } from '../../src/domain/ids.ts'
import { type Answer, API, type Client, type ClientCredentials, connect, textAt, tokenOf, valueAt } from './client.ts'
import type { RacedOrganization, World } from './race-world.ts'
import { CALLERS, type Finish, fresh, freshAddress, type Racer, spelled, times } from './racing.ts'

export const GONE = '404 INVALID_INVITATION_ID'
export const NO_PROJECT = '404 GROUP_NOT_FOUND'
export const ORG_ROLE = 'ORG_READ_ONLY'
export const PROJECT_ROLE = 'GROUP_READ_ONLY'

/** A call that a racer makes. */
export type Act = (client: Client) => Promise<Answer>

export const accept =
  (id: string): Act =>
  (client) =>
    client.call('POST', `/_atrium/invitations/${id}:accept`)

/** A call of the API. */
export const act =
  (method: string, path: string, body?: unknown): Act =>
  (client) =>
    client.call(method, `${API}${path}`, body)

/** Five callers of each kind. */
export function halves<One extends string, Other extends string>(
  one: (lane: number) => Racer<One>,
  other: (lane: number) => Racer<Other>,
): readonly Racer<One | Other>[] {
  return times(CALLERS, (lane) => (lane % 2 === 0 ? one(lane) : other(lane)))
}

/** Five callers each of two calls that every caller makes alike. */
export const between = <One extends string, Other extends string>(
  [one, runOne]: readonly [One, Act],
  [other, runOther]: readonly [Other, Act],
): readonly Racer<One | Other>[] =>
  halves(
    () => ({ kind: one, run: runOne }),
    () => ({ kind: other, run: runOther }),
  )

/** Ten callers, each with a call of its own. */
export const ten = <Kind extends string>(kind: Kind, run: (lane: number) => Act): readonly Racer<Kind>[] =>
  times(CALLERS, (lane) => ({ kind, run: run(lane) }))

/** What a call of the API has made; throws when it made nothing. */
export async function made({ clients }: RacedOrganization, path: string, body: unknown): Promise<unknown> {
  const answer = await clients[0]?.call('POST', `${API}${path}`, body)
  if (!answer || answer.status >= 300) throw new Error(`POST ${path} was answered ${answer?.status} ${answer?.code}.`)
  return answer.body
}

const madeId = async (by: RacedOrganization, path: string, body: unknown): Promise<string> =>
  textAt(await made(by, path, body), 'id')

export interface Promises {
  readonly roles?: readonly string[]
  readonly projectIds?: readonly string[]
  readonly teamIds?: readonly string[]
}

/** The id of a new organization invitation. */
export function invite(
  to: RacedOrganization,
  username: string,
  { roles = [ORG_ROLE], projectIds = [], teamIds = [] }: Promises = {},
): Promise<string> {
  const groupRoleAssignments = projectIds.map((groupId) => ({ groupId, roles: [PROJECT_ROLE] }))
  return madeId(to, `/orgs/${to.orgId}/invites`, { username, roles, teamIds, groupRoleAssignments })
}

/** The id of a new invitation that belongs to the project. */
export const inviteToProject = (to: RacedOrganization, projectId: string, username: string): Promise<string> =>
  madeId(to, `/groups/${projectId}/invites`, { username, roles: [PROJECT_ROLE] })

export const makeProject = (inside: RacedOrganization, name: string): Promise<string> =>
  madeId(inside, '/groups', { name, orgId: inside.orgId })

export interface Invited {
  readonly username: string
  readonly invitationId: string
  /** Under which the person is shown while pending, and goes on once they accept. */
  readonly userId: string
}

/** Somebody new who is invited. */
export async function makeInvited(to: RacedOrganization, kind: string, promises: Promises = {}): Promise<Invited> {
  const username = freshAddress(kind)
  const invitationId = await invite(to, username, promises)
  return { username, invitationId, userId: idAfter(invitationId) }
}

/** Somebody new who has accepted. */
export async function makeMember(to: RacedOrganization, kind: string, promises: Promises = {}): Promise<Invited> {
  const invited = await makeInvited(to, kind, promises)
  const [client] = to.clients
  const answer = client && (await accept(invited.invitationId)(client))
  if (answer?.status !== 200)
    throw new Error(`${invited.username} could not accept: ${answer?.status} ${answer?.code}.`)
  return invited
}

/** A team of this one member. */
export const makeTeam = (inside: RacedOrganization, username: string, name = fresh('team')): Promise<string> =>
  madeId(inside, `/orgs/${inside.orgId}/teams`, { name, usernames: [username] })

export interface MadeKey {
  readonly id: string
  readonly publicKey: string
  readonly privateKey: string
}

export async function makeKey(inside: RacedOrganization, role: string): Promise<MadeKey> {
  const body = await made(inside, `/orgs/${inside.orgId}/apiKeys`, { desc: fresh('key'), roles: [role] })
  return { id: textAt(body, 'id'), publicKey: textAt(body, 'publicKey'), privateKey: textAt(body, 'privateKey') }
}

export interface MadeAccount extends ClientCredentials {
  readonly secretId: string
}

const newAccount = (role: string) => ({
  name: fresh('account'),
  description: 'Raced for',
  roles: [role],
  secretExpiresAfterHours: 8,
})

export const makeAccount = async (inside: RacedOrganization, role: string): Promise<MadeAccount> =>
  accountOf(await made(inside, `/orgs/${inside.orgId}/serviceAccounts`, newAccount(role)))

function accountOf(body: unknown): MadeAccount {
  const secrets = valueAt(body, 'secrets')
  const secret: unknown = Array.isArray(secrets) ? secrets[0] : undefined
  return { clientId: textAt(body, 'clientId'), clientSecret: textAt(secret, 'secret'), secretId: textAt(secret, 'id') }
}

export interface MadeOrganization extends RacedOrganization {
  /** The service account that its clients call with. */
  readonly account: MadeAccount
}

/** An organization of its own, whose only member owns it. */
export async function makeOrganization({ first, founder }: World, ownerId = founder.id): Promise<MadeOrganization> {
  const name = fresh('organization')
  const body = await made(first, '/orgs', { name, orgOwnerId: ownerId, serviceAccount: newAccount('ORG_OWNER') })
  const account = accountOf(valueAt(body, 'serviceAccount'))
  const [issuer] = first.clients
  const token = await tokenOf(issuer?.url ?? '', account)
  const clients = first.clients.map(({ url }) => connect(url, token))
  return { orgId: textAt(valueAt(body, 'organization'), 'id'), clients, account }
}

/** How many finishes were spelled like this. */
export const countOf = (finishes: readonly Finish<string>[], ...answers: readonly string[]): number =>
  finishes.filter((finish) => answers.includes(spelled(finish))).length

export const named = (subject: string, problems: readonly string[]): readonly string[] =>
  problems.map((problem) => `${subject}: ${problem}`)
