// Callers who make, change and delete people, teams and credentials as fast as they can, and remember what they were
// told; and a look at what was stored of it.
import { idAfter } from '../../src/domain/ids.ts'
import type { Db } from '../../src/store/db.ts'
import { API, type Client, connect, textAt, tokenOf } from './client.ts'
import type { DevLine } from './dev-process.ts'
import { fresh, freshAddress, times } from './racing.ts'

/** What was acknowledged: whether the thing with this id is there. Whatever was asked for in vain is left out. */
export type Known = Map<string, boolean>

export interface Administrators {
  readonly known: Known
  /** Refusals; a connection that breaks is none. */
  readonly complaints: readonly string[]
  /** Resolves when that much is known, or nobody works any more. */
  reached(count: number): Promise<void>
  /** Resolves when all have stopped: each does at the first connection that breaks. */
  readonly done: Promise<void>
}

const ADMINISTRATORS = 8

type Ask = (method: string, path: string, body?: unknown) => Promise<unknown>

/** Starts to work on the server's first organization. */
export async function startAdministrators({ url, orgId, serviceAccount }: DevLine): Promise<Administrators> {
  const client = connect(url, await tokenOf(url, serviceAccount))
  const known: Known = new Map()
  const complaints: string[] = []
  const waiting: { readonly count: number; readonly wake: () => void }[] = []
  const note = (id: string, exists: boolean): void => {
    known.set(id, exists)
    for (const { count, wake } of waiting) if (known.size >= count) wake()
  }
  const ask = asking(client, complaints)
  const projectId = textAt(await ask('POST', `${API}/groups`, { name: fresh(`Of ${Date.now()}`), orgId }), 'id')
  const work = async (): Promise<void> => {
    try {
      for (;;) await administrate(ask, { orgId, projectId, known, note })
    } catch (error) {
      if (!(error instanceof Stopped)) throw error
    }
  }
  const done = Promise.all(times(ADMINISTRATORS, work)).then(() => {
    for (const { wake } of waiting) wake()
  })
  const reached = (count: number): Promise<void> =>
    known.size >= count ? Promise.resolve() : new Promise((wake) => waiting.push({ count, wake }))
  return { known, complaints, reached, done }
}

class Stopped extends Error {}

const asking =
  (client: Client, complaints: string[]): Ask =>
  async (method, path, body) => {
    const answer = await client.call(method, path, body).catch(() => undefined)
    if (answer === undefined) throw new Stopped()
    if (answer.status < 300) return answer.body
    complaints.push(`${method} ${path}: ${answer.status} ${answer.code}`)
    throw new Stopped()
  }

interface Desk {
  readonly orgId: string
  readonly projectId: string
  readonly known: Known
  note(id: string, exists: boolean): void
}

/** One person with all that comes with them, half of which is taken away again. */
async function administrate(ask: Ask, { orgId, projectId, known, note }: Desk): Promise<void> {
  const org = `${API}/orgs/${orgId}`
  const drop = async (path: string, id: string): Promise<void> => {
    // Until it is answered, either is right.
    known.delete(id)
    await ask('DELETE', path)
    note(id, false)
  }
  const username = freshAddress(`at-${Date.now()}`)
  const invitation = await ask('POST', `${org}/invites`, { username, roles: ['ORG_MEMBER'] })
  const userId = idAfter(textAt(invitation, 'id'))
  await ask('POST', `/_atrium/invitations/${textAt(invitation, 'id')}:accept`)
  note(userId, true)
  await ask('POST', `${API}/groups/${projectId}/users`, { username, roles: ['GROUP_READ_ONLY'] })
  const team = { name: fresh(`Team at ${Date.now()}`), usernames: [username] }
  const teamId = textAt(await ask('POST', `${org}/teams`, team), 'id')
  note(teamId, true)
  const keyId = textAt(
    await ask('POST', `${API}/groups/${projectId}/apiKeys`, { desc: 'Made', roles: ['GROUP_OWNER'] }),
    'id',
  )
  note(keyId, true)
  const account = { name: 'Made', description: 'Made', roles: ['ORG_MEMBER'], secretExpiresAfterHours: 8 }
  const clientId = textAt(await ask('POST', `${org}/serviceAccounts`, account), 'clientId')
  note(clientId, true)
  if (known.size % 2 === 0) {
    await drop(`${org}/users/${userId}`, userId)
    await drop(`${org}/apiKeys/${keyId}`, keyId)
  } else {
    await drop(`${org}/teams/${teamId}`, teamId)
    await drop(`${org}/serviceAccounts/${clientId}`, clientId)
  }
}

/** Those that are not as they were acknowledged. */
export async function contradicted({ read: { q } }: Db, known: Known): Promise<readonly string[]> {
  const stored = new Set<string>([
    ...(await q.selectFrom('members').select('user_id').execute()).map((row) => row.user_id),
    ...(await q.selectFrom('teams').select('team_id').execute()).map((row) => row.team_id),
    ...(await q.selectFrom('api_keys').select('key_id').execute()).map((row) => row.key_id),
    ...(await q.selectFrom('service_accounts').select('client_id').execute()).map((row) => row.client_id),
  ])
  return [...known]
    .filter(([id, exists]) => stored.has(id) !== exists)
    .map(([id, exists]) => `${id} ${exists ? 'is lost' : 'is back'}`)
}
