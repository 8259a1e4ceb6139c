// The keys that sign access tokens, sealed, and shared by all processes of an installation.
import type { Sql, Tx } from './db.ts'
import { statement } from './statement.ts'

export interface SigningKey {
  readonly id: string
  /** The private key as JSON Web Key, sealed with `id` as associated data. */
  readonly sealedPrivateJwk: string
  readonly publicJwk: string
  readonly createdAt: number
}

const byId = statement<{ id: string }>()((q, p) =>
  q.selectFrom('signing_keys').select(['sealed_private_jwk', 'public_jwk', 'created_at']).where('key_id', '=', p.id),
)

const row = statement<SigningKey>()((q, p) =>
  q
    .insertInto('signing_keys')
    .values({
      key_id: p.id,
      sealed_private_jwk: p.sealedPrivateJwk,
      public_jwk: p.publicJwk,
      created_at: p.createdAt,
    })
    .onConflict((conflict) => conflict.doNothing()),
)

/** The key with this id, if any process has made it yet. */
export async function find(sql: Sql, id: string): Promise<SigningKey | undefined> {
  const found = await sql.first(byId, { id })
  return (
    found && {
      id,
      sealedPrivateJwk: found.sealed_private_jwk,
      publicJwk: found.public_jwk,
      createdAt: found.created_at,
    }
  )
}

/** Of all keys that are offered under one id, exactly the first is kept; `false` says that there was one. */
export const insertOnce = async (tx: Tx, key: SigningKey): Promise<boolean> => (await tx.run(row, key)) === 1
