// What only the oldest operation on a project's users answers.
import type { ProjectId } from '../../domain/ids.ts'
import type { OrgUser } from '../../domain/org-users.ts'
import { ownRolesIn } from '../../domain/project-users.ts'
import { inCatalogueOrder } from '../../domain/roles.ts'
import { closed, Links as LinksSchema, Roles } from '../schemas/vocabulary.ts'
import { type Links, selfLink } from './links.ts'
import { type Shape, shape } from './shape.ts'

/** The roles of a user in a project, with the address of those roles. */
const presentGroupRoles = shape(
  closed({ groupRoles: Roles, links: LinksSchema }),
  (user: OrgUser, projectId: ProjectId, path: string, links: Links) => ({
    groupRoles: inCatalogueOrder(ownRolesIn(user, projectId)),
    links: [selfLink(links, path)],
  }),
)

export interface ProjectUserPresenters {
  readonly groupRoles: Shape<[user: OrgUser, projectId: ProjectId, path: string, links: Links]>
}

/** The same in every dialect: Cloud Manager has no such operation. */
export const projectUserPresenters: ProjectUserPresenters = { groupRoles: presentGroupRoles }
