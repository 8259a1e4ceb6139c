// Eight callers who invite people as fast as they can and remember what they were told, and a look at what was stored.

import type { Db } from '../../src/store/db.ts'
import { type Answer, API, connect, textAt, tokenOf } from './client.ts'
import type { DevLine } from './dev-process.ts'
import { freshAddress, times } from './racing.ts'

export interface Writers {
  /** The id of every invitation that was acknowledged, by its address. */
  readonly acknowledged: ReadonlyMap<string, string>
  /** Answers other than an acknowledgement; a connection that breaks is none. */
  readonly complaints: readonly string[]
  /** Resolves when that many are acknowledged, or nobody writes any more. */
  reached(count: number): Promise<void>
  /** Resolves when all have stopped: each does at the first connection that breaks, or after its share. */
  readonly done: Promise<void>
}

const WRITERS = 8

/** Starts to write, one invitation after another for each writer; at most `share` each. */
export async function startWriters(
  line: DevLine,
  share = Number.POSITIVE_INFINITY,
  writers = WRITERS,
): Promise<Writers> {
  const client = connect(line.url, await tokenOf(line.url, line.serviceAccount))
  const acknowledged = new Map<string, string>()
  const complaints: string[] = []
  const waiting: { readonly count: number; readonly wake: () => void }[] = []
  const note = (username: string, { status, code, body }: Answer): void => {
    if (status === 200) acknowledged.set(username, textAt(body, 'id'))
    else complaints.push(`${status} ${code}`)
    for (const { count, wake } of waiting) if (acknowledged.size >= count) wake()
  }
  const write = async (): Promise<void> => {
    for (let count = 0; count < share; count += 1) {
      const username = freshAddress('written')
      const body = { username, roles: ['ORG_MEMBER'] }
      const answer = await client.call('POST', `${API}/orgs/${line.orgId}/invites`, body).catch(() => undefined)
      if (answer === undefined) return
      note(username, answer)
    }
  }
  const done = Promise.all(times(writers, write)).then(() => {
    for (const { wake } of waiting) wake()
  })
  const reached = (count: number): Promise<void> =>
    acknowledged.size >= count ? Promise.resolve() : new Promise((wake) => waiting.push({ count, wake }))
  return { acknowledged, complaints, reached, done }
}

export interface Stored {
  /** The id of every invitation, by its address. */
  readonly invitations: ReadonlyMap<string, string>
  /** Invitations without their event or their place in the directory, and either of them without its invitation. */
  readonly halfDone: readonly string[]
}

/** What the store holds of what was written. */
export async function inspect(db: Db): Promise<Stored> {
  const { q } = db.read
  const rows = await q.selectFrom('invitations').select(['username', 'invitation_id']).execute()
  const events = await q.selectFrom('events').select('details').where('type', '=', 'INVITED_TO_ORG').execute()
  const directory = await q.selectFrom('directory').select('key').where('key', 'like', 'invitation:%').execute()
  const invited = new Set(events.map(({ details }) => textAt(JSON.parse(details), 'targetUsername')))
  const listed = new Set(directory.map(({ key }) => key.slice('invitation:'.length)))
  const invitations = new Map(rows.map((row): [string, string] => [row.username, row.invitation_id]))
  const ids = new Set(invitations.values())
  return {
    invitations,
    halfDone: [
      ...rows.filter(({ username }) => !invited.has(username)).map(({ username }) => `${username} without its event`),
      ...rows.filter((row) => !listed.has(row.invitation_id)).map(({ username }) => `${username} not in the directory`),
      ...[...invited]
        .filter((username) => !invitations.has(username))
        .map((username) => `an event of ${username} alone`),
      ...[...listed].filter((id) => !ids.has(id)).map((id) => `a directory entry of ${id} alone`),
    ],
  }
}

/** The acknowledged ones that are not stored under the same id. */
export const lost = (acknowledged: Writers['acknowledged'], invitations: Stored['invitations']): readonly string[] =>
  [...acknowledged].filter(([username, id]) => invitations.get(username) !== id).map(([username]) => username)
