// The users of a project: whoever of the organization's users holds roles of their own in it, or is promised some.
import type { ProjectId } from './ids.ts'
import type { OrgUser } from './org-users.ts'

/** The roles granted or promised to the person themselves in this project; what comes from teams is the teams'. */
export const ownRolesIn = (user: OrgUser, projectId: ProjectId): readonly string[] =>
  user.kind === 'member'
    ? (user.member.projectRoles.get(projectId) ?? [])
    : user.invitation.groupRoleAssignments.filter(({ groupId }) => groupId === projectId).flatMap(({ roles }) => roles)
