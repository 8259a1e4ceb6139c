// Adding a person to a project by the operation that the project's users have replaced.
import type { Invitation } from '../domain/invitations.ts'
import * as members from '../store/members.ts'
import type { App } from './app.ts'
import type { AllowedInProject } from './authorize.ts'
import { refuseFullProject } from './limits.ts'
import { newInvitation } from './new-invitation.ts'
import { type InviteToProject, insertInvitation } from './project-invitations.ts'
import { joinProject, lockProject, refuseClimbing } from './project-users.ts'

/** Gives a member the roles at once and answers nothing; anybody else is invited as by the project's old endpoint. */
export function giveAccess(
  app: App,
  by: AllowedInProject<'project.users.add'>,
  { username, roles, language }: InviteToProject,
): Promise<Invitation | undefined> {
  const { orgId, projectId } = by.project
  refuseClimbing(by, 'project.users.add', roles)
  const grants = { roles, teamIds: [], groupRoleAssignments: [], language }
  const invitation = newInvitation(app, by, { username, face: 'legacy-project', projectId, ...grants })
  return app.db.write(async (tx) => {
    await lockProject(tx, by)
    const userId = await members.idOf(tx, orgId, username)
    if (!userId) return insertInvitation(app, tx, by, invitation)
    await joinProject(app, tx, by, { userId, username }, roles)
    await refuseFullProject(app, tx, by.project)
    return undefined
  })
}
