// Every page.
import { invitationRoutes } from './invitations/routes.ts'
import { profileRoutes } from './profile/routes.ts'
import { providerRoutes } from './provider/routes.ts'
import type { PortalRoute } from './route.ts'
import { resetRoutes } from './sign-in/reset.ts'
import { signInRoutes } from './sign-in/sign-in.ts'

export const portalRoutes: readonly PortalRoute[] = [
  ...invitationRoutes,
  ...signInRoutes,
  ...resetRoutes,
  ...profileRoutes,
  ...providerRoutes,
]
