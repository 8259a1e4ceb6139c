// API keys: the credential behind HTTP digest. The private key itself is never stored.
import type { ApiKeyId, OrgId } from '../domain/ids.ts'
import type { Sql, Tx } from './db.ts'
import { statement } from './statement.ts'

export interface ApiKey {
  readonly orgId: OrgId
  readonly id: ApiKeyId
  readonly publicKey: string
  readonly description: string
  /** HA1 sealed with the key's id as associated data. */
  readonly sealedHa1: string
  /** The last twelve characters of the private key. */
  readonly privateKeyTail: string
  readonly createdAt: number
}

/** What checking a digest needs of a key. */
export type ApiKeyCredential = Pick<ApiKey, 'id' | 'sealedHa1'>

const credential = statement<{ orgId: OrgId; publicKey: string }>()((q, p) =>
  q
    .selectFrom('api_keys')
    .select(['key_id', 'sealed_ha1'])
    .where('org_id', '=', p.orgId)
    .where('public_key', '=', p.publicKey),
)

/** The key with this public key, if the organization has it. */
export async function credentialOf(sql: Sql, orgId: OrgId, publicKey: string): Promise<ApiKeyCredential | undefined> {
  const row = await sql.first(credential, { orgId, publicKey })
  return row && { id: row.key_id, sealedHa1: row.sealed_ha1 }
}

/** Stores the key alone: its directory entry (`key:`) and its roles are the caller's to write. */
export async function insert(tx: Tx, key: ApiKey): Promise<void> {
  await tx.q
    .insertInto('api_keys')
    .values({
      org_id: key.orgId,
      key_id: key.id,
      public_key: key.publicKey,
      description: key.description,
      sealed_ha1: key.sealedHa1,
      private_key_tail: key.privateKeyTail,
      created_at: key.createdAt,
    })
    .execute()
}
