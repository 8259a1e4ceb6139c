// Races for API keys and service accounts: what they may still do while they are deleted, and what is left of them.
import { setTimeout } from 'node:timers/promises'
import { type Answer, API, answerOf, type Client, signIn, textAt } from './client.ts'
import { nonceOf, sign, spell } from './digest-client.ts'
import { exchange } from './http-client.ts'
import {
  type Act,
  act,
  between,
  type MadeAccount,
  type MadeKey,
  makeAccount,
  makeKey,
  makeOrganization,
  makeProject,
  NO_PROJECT,
  named,
  PROJECT_ROLE,
  ten,
} from './race-setup.ts'
import type { World } from './race-world.ts'
import { CALLERS, differs, type Finish, fresh, play, race, successes, unexpected, type Verdict } from './racing.ts'

/** The code that the live service gives where a credential is not known. */
const NOT_KNOWN = '401 UNEXPECTED_ERROR'
/** Known a moment ago, and without any role by now: also that is a refusal. */
const ROLELESS = '401 USER_UNAUTHORIZED'
const NO_KEY = '404 API_KEY_NOT_FOUND'
const NO_ACCOUNT = '404 SERVICE_ACCOUNT_NOT_FOUND'

/** A call of the API that is signed with the key, on a nonce that its server has given before. */
function signed(nonces: Nonces, key: MadeKey, method: string, path: string, body?: unknown): Act {
  const target = `${API}${path}`
  const sent = body === undefined ? undefined : JSON.stringify(body)
  return async ({ url }) => {
    const nonce = nonces.of.get(url) ?? ''
    nonces.used += 1
    const parts = sign(key, { method, uri: target, nonce, nc: nonces.used.toString(16).padStart(8, '0') })
    const headers = {
      Accept: 'application/vnd.atlas.2025-03-12+json',
      Authorization: spell(parts),
      ...(sent === undefined ? {} : { 'Content-Type': 'application/json' }),
    }
    const { status, text } = await exchange(url, { method, target, headers, body: sent })
    return answerOf(status, text)
  }
}

interface Nonces {
  readonly of: ReadonlyMap<string, string>
  /** How often they were: each use has a count of its own. */
  used: number
}

/** A nonce of each server, so that a signed call is one request and meets the others. */
async function noncesFrom(clients: readonly Client[]): Promise<Nonces> {
  const challenges = clients.map(async ({ url }): Promise<[string, string]> => {
    return [url, nonceOf(await exchange(url, { method: 'GET', target: API }))]
  })
  return { of: new Map(await Promise.all(challenges)), used: 0 }
}

/** Deletes, and asks every server once that is acknowledged. */
const deletionOf =
  (deletion: Act, use: Act, servers: readonly Client[], late: Answer[]): Act =>
  async (client) => {
    const answer = await deletion(client)
    if (answer.status < 300) late.push(...(await Promise.all(servers.map(use))))
    return answer
  }

const admitted = (late: readonly Answer[]): readonly string[] =>
  late.filter(({ status }) => status !== 401).map(({ status, code }) => `${status} ${code}`)

/** A key is used while it is deleted: once that is acknowledged, it opens nothing at any server. */
export const raceKeyWithUse = (world: World, count: number): Promise<Verdict> =>
  play(count, async () => {
    const { orgId, clients } = world.first
    const key = await makeKey(world.first, 'ORG_READ_ONLY')
    const nonces = await noncesFrom(clients)
    const use = signed(nonces, key, 'GET', `/orgs/${orgId}`)
    const late: Answer[] = []
    const deletion = deletionOf(act('DELETE', `/orgs/${orgId}/apiKeys/${key.id}`), use, clients, late)
    const finishes = await race(clients, between(['delete', deletion], ['use', use]))
    const problems = [
      ...unexpected(finishes, ['delete 204', `delete ${NO_KEY}`, 'use 200', `use ${NOT_KNOWN}`, `use ${ROLELESS}`]),
      ...differs('deleted', successes(finishes, 'delete').length, 1),
      ...differs('let in afterwards', admitted(late), []),
      ...differs('asked afterwards', late.length, clients.length),
    ]
    return { problems: named(key.publicKey, problems), outcomes: [`${successes(finishes, 'use').length} uses`] }
  })

/** A key that may only make projects makes some while it is deleted: nobody who is gone owns one. */
export const raceKeyWithProjects = (world: World, count: number): Promise<Verdict> =>
  play(count, async () => {
    const { orgId, clients } = world.first
    const key = await makeKey(world.first, 'ORG_GROUP_CREATOR')
    const nonces = await noncesFrom(clients)
    const create = (): Act => signed(nonces, key, 'POST', '/groups', { name: fresh('made by a key'), orgId })
    const deletion = act('DELETE', `/orgs/${orgId}/apiKeys/${key.id}`)
    const [first, ...others] = ten('create', create)
    const finishes = await race(clients, [...(first ? [{ ...first, kind: 'delete', run: deletion }] : []), ...others])
    const problems = [
      ...unexpected(finishes, ['delete 204', 'create 201', `create ${NOT_KNOWN}`, 'create 401 NOT_ORG_GROUP_CREATOR']),
      ...differs('roles left', await rolesOf(world, key.id), []),
    ]
    return { problems: named(key.publicKey, problems), outcomes: [`${successes(finishes, 'create').length} made`] }
  })

/** A key and an account are assigned to a project that is being deleted: neither keeps a role in what is gone. */
export const raceAssignmentsWithDeletion = (world: World, count: number): Promise<Verdict> =>
  play(count, async () => {
    const { first } = world
    const projectId = await makeProject(first, fresh('assigning'))
    const key = await makeKey(first, 'ORG_READ_ONLY')
    const { clientId } = await makeAccount(first, 'ORG_READ_ONLY')
    const roles = [PROJECT_ROLE]
    const assignments: Readonly<Record<string, Act>> = {
      key: act('PATCH', `/groups/${projectId}/apiKeys/${key.id}`, { roles }),
      account: act('POST', `/groups/${projectId}/serviceAccounts/${clientId}:invite`, { roles }),
      delete: act('DELETE', `/groups/${projectId}`),
    }
    const racers = Object.entries(assignments).flatMap(([kind, run]) => ten(kind, () => run).slice(0, 4))
    const finishes = await race(first.clients, racers)
    const problems = [
      ...unexpected(finishes, [
        ...['delete 202', 'key 200', 'account 200', 'account 400 INVALID_ROLE_ASSIGNMENT'],
        ...Object.keys(assignments).map((kind) => `${kind} ${NO_PROJECT}`),
      ]),
      ...differs('deleted', successes(finishes, 'delete').length, 1),
      ...differs(
        'roles left',
        [await rolesOf(world, key.id), await rolesOf(world, clientId)],
        [['  ORG_READ_ONLY'], ['  ORG_READ_ONLY']],
      ),
    ]
    const assigned = successes(finishes, 'key', 'account').length
    return {
      problems: named(projectId, problems),
      outcomes: [assigned > 0 ? 'assigned, then deleted' : 'deleted first'],
    }
  })

/** Ten secrets are made at once for an account that has one: it gets one more. */
export const raceForSecret = (world: World, count: number): Promise<Verdict> =>
  play(count, async () => {
    const { first, db } = world
    const { clientId, secretId } = await makeAccount(first, 'ORG_READ_ONLY')
    const path = `/orgs/${first.orgId}/serviceAccounts/${clientId}/secrets`
    const finishes = await race(
      first.clients,
      ten('make', () => act('POST', path, { secretExpiresAfterHours: 8 })),
    )
    const secrets = await db.read.q.selectFrom('secrets').select(['client_id', 'secret_id']).execute()
    const stored = secrets.filter((row) => row.client_id === clientId).map((row) => row.secret_id)
    const ids = successes(finishes, 'make').map(({ body }) => textAt(body, 'id'))
    const problems = [
      ...unexpected(finishes, ['make 201', 'make 400 MAX_SERVICE_ACCOUNT_SECRETS_EXCEEDED']),
      ...differs('made', ids.length, 1),
      ...differs('stored', stored.toSorted(), [secretId, ...ids].toSorted()),
      ...(stored.length > 2 ? [`${stored.length} secrets at once`] : []),
    ]
    return { problems: named(clientId, problems), outcomes: ['one was made'] }
  })

/** What takes a service account's tokens away with something else. */
export type Ending = 'secret' | 'account' | 'organization'

/** Signing a token takes so many milliseconds that a deletion at once would come before every one of them. */
const LONGEST_START = 15

/** Tokens are asked for while what they hang on is deleted: none that was given outlives it. */
export const raceTokensWithDeletion = (world: World, ended: Ending, count: number): Promise<Verdict> =>
  play(count, async () => {
    const raced = await makeOrganization(world)
    const account = ended === 'organization' ? raced.account : await makeAccount(raced, 'ORG_READ_ONLY')
    const grant: Act = ({ url }) => signIn(url, account)
    const deletion: Act = async (client) => {
      await setTimeout(Math.random() * LONGEST_START)
      return act('DELETE', pathOf(ended, raced.orgId, account))(client)
    }
    const finishes = await race(raced.clients, between(['delete', deletion], ['grant', grant]))
    return judgeTokens(world, account, ended, finishes)
  })

function pathOf(ended: Ending, orgId: string, { clientId, secretId }: MadeAccount): string {
  if (ended === 'organization') return `/orgs/${orgId}`
  const path = `/orgs/${orgId}/serviceAccounts/${clientId}`
  return ended === 'account' ? path : `${path}/secrets/${secretId}`
}

const SECOND_DELETION: Readonly<Record<Ending, readonly string[]>> = {
  secret: ['404 SERVICE_ACCOUNT_SECRET_NOT_FOUND'],
  account: [NO_ACCOUNT],
  // The caller's own credential goes with the organization.
  organization: ['401', ROLELESS, '404 ORG_NOT_FOUND'],
}

async function judgeTokens(
  { db, first }: World,
  { clientId }: MadeAccount,
  ended: Ending,
  finishes: readonly Finish<string>[],
): Promise<Verdict> {
  const tokens = await db.read.q.selectFrom('tokens').select('client_id').execute()
  const granted = successes(finishes, 'grant')
  const late: string[] = []
  for (const { body } of granted) {
    const headers = { Authorization: `Bearer ${textAt(body, 'access_token')}` }
    for (const { url } of first.clients) late.push(String((await fetch(`${url}${API}`, { headers })).status))
  }
  const problems = [
    ...unexpected(finishes, [
      ...['delete 204', 'grant 200', 'grant 401 invalid_client'],
      ...SECOND_DELETION[ended].map((answer) => `delete ${answer}`),
    ]),
    ...differs('deleted', successes(finishes, 'delete').length, 1),
    ...differs('tokens left', tokens.filter((row) => row.client_id === clientId).length, 0),
    ...differs(
      'let in afterwards',
      late.filter((status) => status !== '401'),
      [],
    ),
  ]
  return { problems: named(clientId, problems), outcomes: [`${granted.length} of ${CALLERS / 2} given`] }
}

async function rolesOf({ db }: World, principalId: string): Promise<readonly string[]> {
  const rows = await db.read.q.selectFrom('role_assignments').selectAll().execute()
  return rows.filter((row) => row.principal_id === principalId).map((row) => ` ${row.project_id} ${row.role}`)
}
