// Invitations on the wire: keys in alphabetical order, roles in the order they were asked for.
import Type from 'typebox'
import type { Invitation } from '../../domain/invitations.ts'
import { closed, Id, Instant, Links as LinksSchema, Roles } from '../schemas/vocabulary.ts'
import { instant } from '../wire/time.ts'
import { type Links, selfLink } from './links.ts'
import { shape } from './shape.ts'

export interface NamedInvitation {
  readonly invitation: Invitation
  /** The name of the organization, or of the project on the project's endpoints. */
  readonly name: string
}

const common = {
  createdAt: Instant,
  expiresAt: Instant,
  id: Id,
  inviterUsername: Type.String(),
  roles: Roles,
  username: Type.String({ format: 'email' }),
}
const ofOrganization = { ...common, orgId: Id, orgName: Type.String(), teamIds: Type.Array(Id) }
const ofProject = { ...common, groupId: Id, groupName: Type.String() }
const Assignments = Type.Array(closed({ groupId: Id, groupRole: Type.String() }))

/**
 * An invitation on Atlas's organization endpoints. One made by a project shows as a plain membership with its project
 * roles beside it (docs/wire/invitations.md#one-row-two-views).
 */
export const presentOrgInvitation = shape(
  closed({ ...ofOrganization, groupRoleAssignments: Assignments, links: LinksSchema }),
  ({ invitation, name }: NamedInvitation, links: Links) => ({
    createdAt: instant(invitation.createdAt),
    expiresAt: instant(invitation.expiresAt),
    groupRoleAssignments: projectAssignments(invitation),
    id: invitation.id,
    inviterUsername: invitation.inviterUsername,
    links: [selfLink(links, `/orgs/${invitation.orgId}/invites/${invitation.id}`)],
    orgId: invitation.orgId,
    orgName: name,
    roles: invitation.face === 'org' ? invitation.roles : ['ORG_MEMBER'],
    teamIds: invitation.teamIds,
    username: invitation.username,
  }),
)

/** The same on Cloud Manager: no links, no assignments; a project's invitation shows its project roles as they are. */
export const presentCloudManagerOrgInvitation = shape(
  closed(ofOrganization),
  ({ invitation, name }: NamedInvitation) => ({
    createdAt: instant(invitation.createdAt),
    expiresAt: instant(invitation.expiresAt),
    id: invitation.id,
    inviterUsername: invitation.inviterUsername,
    orgId: invitation.orgId,
    orgName: name,
    roles: invitation.roles,
    teamIds: invitation.teamIds,
    username: invitation.username,
  }),
)

const projectFields = ({ invitation, name }: NamedInvitation) => ({
  createdAt: instant(invitation.createdAt),
  expiresAt: instant(invitation.expiresAt),
  groupId: invitation.projectId ?? '',
  groupName: name,
  id: invitation.id,
  inviterUsername: invitation.inviterUsername,
})

/** An invitation on Atlas's project endpoints. */
export const presentProjectInvitation = shape(
  closed({ ...ofProject, links: LinksSchema }),
  (named: NamedInvitation, links: Links) => ({
    ...projectFields(named),
    links: [selfLink(links, `/groups/${named.invitation.projectId}/invites/${named.invitation.id}`)],
    roles: named.invitation.roles,
    username: named.invitation.username,
  }),
)

/** The same on Cloud Manager, without links. */
export const presentCloudManagerProjectInvitation = shape(closed(ofProject), (named: NamedInvitation) => ({
  ...projectFields(named),
  roles: named.invitation.roles,
  username: named.invitation.username,
}))

/** One entry a role, which is how the answer differs from the request. */
function projectAssignments({ face, projectId, roles, groupRoleAssignments }: Invitation) {
  const assignments = face === 'org' || !projectId ? groupRoleAssignments : [{ groupId: projectId, roles }]
  return assignments.flatMap(({ groupId, roles }) => roles.map((groupRole) => ({ groupId, groupRole })))
}
