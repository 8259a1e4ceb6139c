// What every language must be able to say about roles: a role of a catalogue without words does not compile.
import type {
  ATLAS_ORG_ROLES,
  ATLAS_PROJECT_ROLES,
  CLOUD_MANAGER_ORG_ROLES,
  CLOUD_MANAGER_PROJECT_ROLES,
} from '../../domain/roles.ts'

type OrgRole = (typeof ATLAS_ORG_ROLES)[number] | (typeof CLOUD_MANAGER_ORG_ROLES)[number]
type ProjectRole = (typeof ATLAS_PROJECT_ROLES)[number] | (typeof CLOUD_MANAGER_PROJECT_ROLES)[number]

/** Names are put in as they are: whoever calls has made them harmless. */
export interface RoleWords {
  /** The line before the list. */
  readonly youWillBeAbleTo: string
  readonly org: Readonly<Record<OrgRole, string>>
  readonly project: Readonly<Record<ProjectRole, (project: string) => string>>
  readonly team: (team: string) => string
  /** Roles of no catalogue, which older data may hold. */
  readonly otherOrgRole: (role: string) => string
  readonly otherProjectRole: (role: string, project: string) => string
}
