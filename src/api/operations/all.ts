// Every operation, once; each dialect says which of them it has.
import type { Route } from '../route.ts'
import { orgInvitationRoutes } from './org-invitations.ts'
import { organizationRoutes } from './organizations.ts'
import { projectInvitationRoutes } from './project-invitations.ts'
import { projectRoutes } from './projects.ts'
import { userRoutes } from './users.ts'

export const routes: readonly Route[] = [
  ...organizationRoutes,
  ...projectRoutes,
  ...orgInvitationRoutes,
  ...projectInvitationRoutes,
  ...userRoutes,
]
