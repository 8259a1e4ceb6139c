// A project changes its organization: everything that is kept under the organization's id moves, or goes.
import type { OrgId, ProjectId } from '../domain/ids.ts'
import type { Tx } from './db.ts'
import { statement } from './statement.ts'

export interface Move {
  readonly projectId: ProjectId
  readonly from: OrgId
  readonly to: OrgId
}

const projectRow = statement<Move>()((q, p) =>
  q.updateTable('projects').set({ org_id: p.to }).where('org_id', '=', p.from).where('project_id', '=', p.projectId),
)

const directoryEntry = statement<{ key: string; to: OrgId }>()((q, p) =>
  q.updateTable('directory').set({ org_id: p.to }).where('key', '=', p.key),
)

const rolesOfStrangers = statement<Move>()((q, p) =>
  q
    .deleteFrom('role_assignments')
    .where('org_id', '=', p.from)
    .where('project_id', '=', p.projectId)
    .where('principal_id', 'not in', (eb) => eb.selectFrom('members').select('user_id').where('org_id', '=', p.to)),
)

const rolesOfMembers = statement<Move>()((q, p) =>
  q
    .updateTable('role_assignments')
    .set({ org_id: p.to })
    .where('org_id', '=', p.from)
    .where('project_id', '=', p.projectId),
)

const accessList = statement<Move>()((q, p) =>
  q.updateTable('access_lists').set({ org_id: p.to }).where('org_id', '=', p.from).where('owner_id', '=', p.projectId),
)

/**
 * Moves the project between two locked organizations; false when the first has it no more. People keep their roles
 * where they are members of the other organization too; teams, API keys and service accounts stay behind without.
 */
export async function move(tx: Tx, place: Move): Promise<boolean> {
  if ((await tx.run(projectRow, place)) !== 1) return false
  await tx.run(directoryEntry, { key: `project:${place.projectId}`, to: place.to })
  await tx.run(rolesOfStrangers, place)
  await tx.run(rolesOfMembers, place)
  await tx.run(accessList, place)
  return true
}
