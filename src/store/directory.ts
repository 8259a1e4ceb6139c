// Whose is this? The organization of identifiers that arrive without one, under prefixed keys such as `key:`.
import type { OrgId } from '../domain/ids.ts'
import type { Sql, Tx } from './db.ts'
import { statement } from './statement.ts'

/** What arrives without its organization: a project, an API key's public key, a client id, a mail link's invitation. */
export type DirectoryKey = `${'project' | 'key' | 'sa' | 'invitation'}:${string}`

const owner = statement<{ key: string }>()((q, p) =>
  q.selectFrom('directory').select('org_id').where('key', '=', p.key),
)

const entry = statement<{ key: string; orgId: OrgId }>()((q, p) =>
  q.insertInto('directory').values({ key: p.key, org_id: p.orgId }),
)

const removal = statement<{ key: string }>()((q, p) => q.deleteFrom('directory').where('key', '=', p.key))

/** The organization that this identifier belongs to; says nothing of whether either still lives. */
export const orgOf = async (sql: Sql, key: DirectoryKey): Promise<OrgId | undefined> =>
  (await sql.first(owner, { key }))?.org_id

/** Fails when the key is taken: it is what makes identifiers unique across organizations. */
export async function insert(tx: Tx, key: DirectoryKey, orgId: OrgId): Promise<void> {
  await tx.run(entry, { key, orgId })
}

/** Forgets the key; without effect when it is unknown. */
export async function remove(tx: Tx, key: DirectoryKey): Promise<void> {
  await tx.run(removal, { key })
}
