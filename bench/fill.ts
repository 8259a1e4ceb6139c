// Fills a data folder's store with invitations spread over many organizations, beside what is there.
import type { InvitationId, OrgId, UserId } from '../src/domain/ids.ts'
import { systemAmbient } from '../src/platform/ambient.ts'
import type { Tx } from '../src/store/db.ts'
import * as invitations from '../src/store/invitations.ts'
import { openDb } from '../src/store/open.ts'
import * as organizations from '../src/store/organizations.ts'

const [file = '', ownOrg = '', total = '0', spread = '2000'] = process.argv.slice(2)
const BATCH = 5000
const DAYS_30 = 30 * 86_400_000

const ambient = systemAmbient()
await using db = await openDb({ engine: 'sqlite', file, exclusive: true })

const others = Array.from({ length: Number(spread) - 1 }, () => ambient.newId<OrgId>())
const orgIds: OrgId[] = [...others]
const row = await db.read.q.selectFrom('organizations').select('org_id').where('org_id', '=', asOrgId(ownOrg)).execute()
for (const { org_id } of row) orgIds.push(org_id)

await db.write(async (tx) => {
  for (const orgId of others) {
    await organizations.insert(tx, { orgId, name: `Organization ${orgId}`, settings: {}, createdAt: ambient.now() })
  }
})
for (let start = 0; start < Number(total); start += BATCH) {
  const count = Math.min(BATCH, Number(total) - start)
  await db.write(async (tx) => {
    for (let index = start; index < start + count; index += 1) await invite(tx, index)
  })
}
process.stdout.write(`${JSON.stringify({ total: Number(total), organizations: orgIds.length })}\n`)

async function invite(tx: Tx, index: number): Promise<void> {
  const orgId = orgIds[index % orgIds.length]
  if (!orgId) return
  const [id, viewId] = ambient.newIdPair<InvitationId, UserId>()
  const createdAt = ambient.now()
  await invitations.insert(tx, {
    id,
    viewId,
    orgId,
    face: 'org',
    projectId: undefined,
    username: `person-${index}@example.com`,
    roles: ['ORG_MEMBER'],
    teamIds: [],
    groupRoleAssignments: [],
    inviterKind: 'api_key',
    inviterUsername: 'filler',
    status: 'PENDING',
    createdAt,
    expiresAt: createdAt + DAYS_30,
    language: undefined,
  })
}

function asOrgId(text: string): OrgId {
  return text as OrgId
}
