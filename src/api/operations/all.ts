// Every operation, once; each dialect says which of them it has.
import type { Route } from '../route.ts'
import { apiKeyAccessListRoutes } from './api-key-access-lists.ts'
import { apiKeyRoutes } from './api-keys.ts'
import { batchRoutes } from './batches.ts'
import { cloudManagerUserRoutes } from './cloud-manager-users.ts'
import { eventRoutes } from './events.ts'
import { mailRoutes } from './mails.ts'
import { orgInvitationRoutes } from './org-invitations.ts'
import { orgServiceAccountRoutes } from './org-service-accounts.ts'
import { orgUserRoleRoutes } from './org-user-roles.ts'
import { orgUserRoutes } from './org-users.ts'
import { organizationRoutes } from './organizations.ts'
import { projectAccessRoutes } from './project-access.ts'
import { projectAccessListRoutes } from './project-access-list.ts'
import { projectInvitationRoutes } from './project-invitations.ts'
import { projectServiceAccountRoutes } from './project-service-accounts.ts'
import { projectSettingsRoutes } from './project-settings.ts'
import { projectTeamRoutes } from './project-teams.ts'
import { projectUserRoleRoutes } from './project-user-roles.ts'
import { projectUserRoutes } from './project-users.ts'
import { projectRoutes } from './projects.ts'
import { rateLimitRoutes } from './rate-limits.ts'
import { resendRoutes } from './resends.ts'
import { teamUserRoutes } from './team-users.ts'
import { teamRoutes } from './teams.ts'
import { userRoutes } from './users.ts'

export const routes: readonly Route[] = [
  ...teamRoutes,
  ...teamUserRoutes,
  ...projectTeamRoutes,
  ...organizationRoutes,
  ...projectRoutes,
  ...projectSettingsRoutes,
  ...orgInvitationRoutes,
  ...projectInvitationRoutes,
  ...projectUserRoutes,
  ...projectUserRoleRoutes,
  ...projectAccessRoutes,
  ...orgUserRoutes,
  ...orgUserRoleRoutes,
  ...userRoutes,
  ...cloudManagerUserRoutes,
  ...eventRoutes,
  ...rateLimitRoutes(() => routes),
  ...apiKeyRoutes,
  ...apiKeyAccessListRoutes,
  ...projectAccessListRoutes,
  ...orgServiceAccountRoutes,
  ...projectServiceAccountRoutes,
  ...resendRoutes,
  ...batchRoutes,
  ...mailRoutes,
]
