// An organization that invites people, served with its mails left to be delivered.

import { onTestFinished } from 'vitest'
import type { Seed } from '../../src/seed/seed-schema.ts'
import type { Db } from '../../src/store/db.ts'
import { type Atrium, type AtriumOptions, startAtrium } from './atrium.ts'
import { API, type Client, connect, textAt, tokenOf } from './client.ts'
import type { TestEngine } from './stores.ts'

export const OWNER = 'ada@acme.example'

const MAIL_SEED: Seed = {
  organizations: [
    {
      name: 'Acme',
      projects: [{ name: 'Apollo' }],
      users: [{ username: OWNER, firstName: 'Ada', lastName: 'Lovelace', orgRoles: ['ORG_OWNER'] }],
    },
  ],
}

export interface MailWorld {
  readonly atrium: Atrium
  readonly api: Client
  /** What its calls carry. */
  readonly headers: Readonly<Record<string, string>>
  /** The path of the organization's invitations. */
  readonly invites: string
  /** Invites the address by a service account; answers the invitation's id. */
  invite(username: string): Promise<string>
}

export async function startMailWorld(
  engine: TestEngine | Db,
  options: Partial<AtriumOptions> = {},
): Promise<MailWorld> {
  const db = 'open' in engine ? await engine.open() : engine
  const atrium = await startAtrium(db, { seed: MAIL_SEED, leavesMails: true, ...options })
  onTestFinished(() => atrium[Symbol.asyncDispose]())
  const { serviceAccount, orgId } = atrium.first
  if (!serviceAccount) throw new Error('The seed has no service account.')
  const token = await tokenOf(atrium.url, serviceAccount)
  const api = connect(atrium.url, token)
  const invites = `${API}/orgs/${orgId}/invites`
  return {
    atrium,
    api,
    headers: {
      Accept: 'application/vnd.atlas.2025-03-12+json',
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
    },
    invites,
    invite: async (username) => {
      const answer = await api.call('POST', invites, { username, roles: ['ORG_MEMBER'] })
      if (answer.status !== 200) throw new Error(`${username} was not invited: ${answer.status} ${answer.code}`)
      return textAt(answer.body, 'id')
    },
  }
}

/** Repeats `look` until what it finds is wanted; answers what it found last, after ten seconds at the latest. */
export async function eventually<Found>(look: () => Promise<Found> | Found, isWanted: (found: Found) => boolean) {
  for (let tries = 0; ; tries += 1) {
    const found = await look()
    if (isWanted(found) || tries === 1200) return found
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
