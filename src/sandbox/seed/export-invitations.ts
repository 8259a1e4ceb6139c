// Invitations as a seed has them: pending ones, and what became of the others.
import type { ProjectId, TeamId } from '../../domain/ids.ts'
import type { GroupRoleAssignment } from '../../domain/invitations.ts'
import type { Draft, SeedInvitation } from '../../seed/seed-schema.ts'
import { fromJson } from '../../store/json.ts'
import type { Tables } from '../../store/schema.ts'
import type { OrganizationRows } from '../../store/whole-state.ts'
import { type Names, someOf, timeText, unlessUsual } from './export-names.ts'

/** What names a project or a team that is gone loses it; a project's own invitation goes with its project. */
export const exportInvitations = (rows: OrganizationRows, names: Names): readonly Draft<SeedInvitation>[] =>
  rows.invitations.flatMap((row) => {
    const project = row.project_id === '' ? undefined : names.projectName(row.project_id)
    if (row.project_id !== '' && project === undefined) return []
    const status = statusOf(row, names.now)
    return {
      id: row.invitation_id,
      username: row.username,
      project,
      roles: fromJson<readonly string[]>(row.roles),
      teams: someOf(fromJson<readonly TeamId[]>(row.team_ids).flatMap((id) => names.teamName(id) ?? [])),
      projectRoles: projectRolesOf(row, names),
      inviter: row.inviter_username,
      status: unlessUsual(status, 'PENDING'),
      createdAt: timeText(row.created_at),
      expiresAt: timeText(row.expires_at),
      closedAt: closedAtOf(row, status),
      language: row.language ?? undefined,
    }
  })

/** Past its end it is expired, whether that has been written down or not. */
const statusOf = ({ status, expires_at }: Tables['invitations'], now: number): Tables['invitations']['status'] =>
  status === 'PENDING' && expires_at <= now ? 'EXPIRED' : status

function closedAtOf(row: Tables['invitations'], status: Tables['invitations']['status']): string | undefined {
  if (row.closed_at === null) return undefined
  const usual = status === 'EXPIRED' ? row.expires_at : row.created_at
  return unlessUsual(timeText(row.closed_at), timeText(usual))
}

function projectRolesOf(row: Tables['invitations'], names: Names): Draft<SeedInvitation['projectRoles']> {
  const assignments = fromJson<readonly GroupRoleAssignment[]>(row.group_role_assignments)
  const byName = assignments.flatMap(({ groupId, roles }) => named(names, groupId, roles))
  return byName.length > 0 ? Object.fromEntries(byName) : undefined
}

function named(
  names: Names,
  groupId: ProjectId,
  roles: readonly string[],
): readonly (readonly [string, readonly string[]])[] {
  const name = names.projectName(groupId)
  return name === undefined ? [] : [[name, roles]]
}
