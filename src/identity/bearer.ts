// Bearer tokens: whatever we issued and have not taken back is valid; nothing inside a token is ever believed.
import { hash } from 'node:crypto'
import type { AccessRule } from '../domain/access-lists.ts'
import type { Actor } from '../domain/actors.ts'
import type { Ambient } from '../platform/ambient.ts'
import * as accessLists from '../store/access-lists.ts'
import type { Db } from '../store/db.ts'
import * as roleAssignments from '../store/role-assignments.ts'
import * as serviceAccounts from '../store/service-accounts.ts'
import * as tokens from '../store/tokens.ts'
import { actorCache, type Found } from './actor-cache.ts'
import { recognized } from './recognized.ts'
import type { Verdict } from './verdict.ts'

interface KnownToken {
  readonly actor: Actor
  readonly access: AccessRule
  readonly expiresAt: number
}

/** The name under which a token is kept and stored: SHA-256 in hexadecimal. */
export const hashToken = (token: string): string => hash('sha256', token, 'hex')

/** Costs a hash and, for a token seen before, one read. */
export function bearerCheck({
  db,
  ambient,
}: {
  db: Db
  ambient: Ambient
}): (token: string, address: string) => Promise<Verdict> {
  const cache = actorCache<tokens.Token, KnownToken>(db, {
    locate: (tokenHash) => tokens.find(db.read, tokenHash),
    load: async ({ orgId, clientId, expiresAt }) => {
      if (!(await serviceAccounts.exists(db.read, orgId, clientId))) return undefined
      const roles = await roleAssignments.of(db.read, orgId, clientId)
      const access = await accessLists.ruleOf(db.read, orgId, clientId)
      return { actor: { kind: 'service_account', id: clientId, name: clientId, orgId, ...roles }, access, expiresAt }
    },
  })
  return async (token, address) => {
    const tokenHash = hashToken(token)
    const find = async (): Promise<Found<KnownToken> | Verdict> => {
      const found = await cache.find(tokenHash)
      if (found === undefined) return { kind: 'bad_token', why: { code: 'unknown_token' } }
      const { actor, expiresAt } = found.known
      return expiresAt > ambient.wall()
        ? found
        : { kind: 'bad_token', why: { code: 'expired_token', name: actor.name } }
    }
    const found = await find()
    return 'kind' in found ? found : recognized(found, address, find)
  }
}
