// Access tokens: a token is only a reference, valid while its row lives. Times are the machine's, as clients see them.
import type { ClientId, OrgId } from '../domain/ids.ts'
import type { Sql, Tx } from './db.ts'
import { statement } from './statement.ts'

export interface Token {
  /** SHA-256 of the whole token in hexadecimal. */
  readonly hash: string
  readonly orgId: OrgId
  readonly clientId: ClientId
  /** The secret that the client signed in with. */
  readonly secretId: string
  readonly createdAt: number
  readonly expiresAt: number
}

const byHash = statement<{ hash: string }>()((q, p) =>
  q
    .selectFrom('tokens')
    .select(['org_id', 'client_id', 'secret_id', 'created_at', 'expires_at'])
    .where('token_hash', '=', p.hash),
)

const row = statement<Token>()((q, p) =>
  q.insertInto('tokens').values({
    token_hash: p.hash,
    org_id: p.orgId,
    client_id: p.clientId,
    secret_id: p.secretId,
    created_at: p.createdAt,
    expires_at: p.expiresAt,
  }),
)

const removal = statement<{ hash: string; orgId: OrgId; clientId: ClientId }>()((q, p) =>
  q
    .deleteFrom('tokens')
    .where('token_hash', '=', p.hash)
    .where('org_id', '=', p.orgId)
    .where('client_id', '=', p.clientId),
)

const ofClient = statement<{ orgId: OrgId; clientId: ClientId }>()((q, p) =>
  q.deleteFrom('tokens').where('org_id', '=', p.orgId).where('client_id', '=', p.clientId),
)

const ofSecret = statement<{ orgId: OrgId; clientId: ClientId; secretId: string }>()((q, p) =>
  q
    .deleteFrom('tokens')
    .where('org_id', '=', p.orgId)
    .where('client_id', '=', p.clientId)
    .where('secret_id', '=', p.secretId),
)

const live = statement<{ orgId: OrgId; clientId: ClientId; wall: number }>()((q, p) =>
  q
    .selectFrom('tokens')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('org_id', '=', p.orgId)
    .where('client_id', '=', p.clientId)
    .where('expires_at', '>', p.wall),
)

const expired = statement<{ wall: number }>()((q, p) => q.deleteFrom('tokens').where('expires_at', '<=', p.wall))

const orphans = statement<object>()((q) =>
  q
    .deleteFrom('tokens')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('secrets as s')
            .select('s.secret_id')
            .whereRef('s.org_id', '=', 'tokens.org_id')
            .whereRef('s.client_id', '=', 'tokens.client_id')
            .whereRef('s.secret_id', '=', 'tokens.secret_id'),
        ),
      ),
    ),
)

/** The token with this hash, expired ones included until they are swept. */
export async function find(sql: Sql, hash: string): Promise<Token | undefined> {
  const found = await sql.first(byHash, { hash })
  return (
    found && {
      hash,
      orgId: found.org_id,
      clientId: found.client_id,
      secretId: found.secret_id,
      createdAt: found.created_at,
      expiresAt: found.expires_at,
    }
  )
}

/** From the commit on, the token is valid. */
export async function insert(tx: Tx, token: Token): Promise<void> {
  await tx.run(row, token)
}

/** Whether the client had this token; another client's token stays and reads as unknown. */
export const remove = async (tx: Tx, orgId: OrgId, clientId: ClientId, hash: string): Promise<boolean> =>
  (await tx.run(removal, { hash, orgId, clientId })) === 1

/** Takes every token of the client away, or those alone that were issued for one secret. */
export async function removeAll(tx: Tx, orgId: OrgId, clientId: ClientId, secretId?: string): Promise<void> {
  if (secretId === undefined) await tx.run(ofClient, { orgId, clientId })
  else await tx.run(ofSecret, { orgId, clientId, secretId })
}

/** Takes every token away whose secret is not there. */
export async function removeOrphans(tx: Tx): Promise<void> {
  await tx.run(orphans, {})
}

/** How many tokens of the client have not expired at `wall`. */
export const countLive = async (sql: Sql, orgId: OrgId, clientId: ClientId, wall: number): Promise<number> =>
  Number((await sql.first(live, { orgId, clientId, wall }))?.count ?? 0)

/** Deletes what expired before or at `wall`; answers how many rows that were. */
export const sweep = (sql: Sql, wall: number): Promise<number> => sql.run(expired, { wall })
