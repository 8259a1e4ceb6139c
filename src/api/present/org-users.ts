// Users of an organization and of a project on the wire, version 2025-02-19: members, and people who are invited.
import Type, { type TProperties, type TSchema } from 'typebox'
import type { ProjectId } from '../../domain/ids.ts'
import { type GroupRoleAssignment, type Invitation, mergedAssignments } from '../../domain/invitations.ts'
import type { Member } from '../../domain/members.ts'
import type { InvitedUser, OrgUser } from '../../domain/org-users.ts'
import { ownRolesIn } from '../../domain/project-users.ts'
import { inCatalogueOrder } from '../../domain/roles.ts'
import { closed, Id, Instant, Links as LinksSchema, oneOf, orNull, Roles } from '../schemas/vocabulary.ts'
import { instant } from '../wire/time.ts'
import { type Links, selfLink } from './links.ts'
import { printedOnce, type Shape, shape } from './shape.ts'

const Person = { id: Id, username: Type.String({ format: 'email' }) }
const Active = {
  ...Person,
  country: Type.String(),
  createdAt: Instant,
  firstName: Type.String(),
  lastAuth: Type.Optional(Instant),
  lastName: Type.String(),
  mobileNumber: Type.Null(),
  orgMembershipStatus: oneOf(['ACTIVE']),
}
const Invited = {
  ...Person,
  invitationCreatedAt: Instant,
  invitationExpiresAt: orNull(Instant),
  inviterUsername: Type.String(),
  orgMembershipStatus: oneOf(['PENDING', 'INVITATION_EXPIRED', 'INVITATION_REJECTED']),
}

/** Either variant, with what both have. */
const eitherWith = (common: TProperties): TSchema =>
  Type.Union([closed({ ...Active, ...common }), closed({ ...Invited, ...common })])

const OrgRoles = closed({
  groupRoleAssignments: Type.Array(closed({ groupId: Id, groupRoles: Roles })),
  orgRoles: Roles,
})

/** A user of the organization. The expiry of an invitation that was declined is void. */
export const presentOrgUser = shape(eitherWith({ roles: OrgRoles, teamIds: Type.Array(Id) }), (user: OrgUser) => {
  if (user.kind === 'invited') {
    const { username, ...invited } = invitedFields(user)
    return { ...invited, roles: promisedRoles(user.invitation), teamIds: user.invitation.teamIds, username }
  }
  return memberOfOrg(user.member)
})

const memberOfOrg = printedOnce((member: Member) => {
  const { username, ...active } = activeFields(member)
  return { ...active, roles: grantedRoles(member), teamIds: member.teamIds, username }
})

/** A user of a project: the same without teams, and with nothing but their own roles there. */
const presentGroupUser = shape(eitherWith({ roles: Roles }), (user: OrgUser, projectId: ProjectId) => {
  const roles = ownRolesIn(user, projectId)
  if (user.kind === 'invited') {
    const { username, ...invited } = invitedFields(user)
    return { ...invited, roles, username }
  }
  const { username, ...active } = activeFields(user.member)
  return { ...active, roles: inCatalogueOrder(roles), username }
})

/** The roles of a member, as the oldest operation on them answers. */
const presentOrgRoles = shape(
  closed({ links: LinksSchema, orgRoles: Roles }),
  (member: Member, path: string, links: Links) => ({
    links: [selfLink(links, path)],
    orgRoles: inCatalogueOrder(member.orgRoles),
  }),
)

const activeFields = (member: Member) => ({
  country: member.country,
  createdAt: instant(member.createdAt),
  firstName: member.firstName,
  id: member.userId,
  ...(member.lastAuthAt === undefined ? {} : { lastAuth: instant(member.lastAuthAt) }),
  lastName: member.lastName,
  mobileNumber: null,
  orgMembershipStatus: 'ACTIVE',
  username: member.username,
})

const invitedFields = ({ status, invitation }: InvitedUser) => ({
  id: invitation.viewId,
  invitationCreatedAt: instant(invitation.createdAt),
  invitationExpiresAt: status === 'INVITATION_REJECTED' ? null : instant(invitation.expiresAt),
  inviterUsername: invitation.inviterUsername,
  orgMembershipStatus: status,
  username: invitation.username,
})

const grantedRoles = ({ orgRoles, projectRoles }: Member) => ({
  groupRoleAssignments: [...projectRoles].map(([groupId, roles]) => ({ groupId, groupRoles: inCatalogueOrder(roles) })),
  orgRoles: inCatalogueOrder(orgRoles),
})

/** What one of a project's own invitations promises is a plain membership with its roles in the project. */
function promisedRoles({ face, projectId, roles, groupRoleAssignments }: Invitation) {
  if (face === 'org' || !projectId) return { groupRoleAssignments: assignments(groupRoleAssignments), orgRoles: roles }
  return { groupRoleAssignments: assignments([{ groupId: projectId, roles }]), orgRoles: ['ORG_MEMBER'] }
}

const assignments = (promised: readonly GroupRoleAssignment[]) =>
  mergedAssignments(promised).map(({ groupId, roles }) => ({ groupId, groupRoles: roles }))

export interface OrgUserPresenters {
  readonly orgUser: Shape<[user: OrgUser]>
  readonly groupUser: Shape<[user: OrgUser, projectId: ProjectId]>
  readonly orgRoles: Shape<[member: Member, path: string, links: Links]>
}

export const atlasOrgUsers: OrgUserPresenters = {
  orgUser: presentOrgUser,
  groupUser: presentGroupUser,
  orgRoles: presentOrgRoles,
}

/** Cloud Manager has no such operations; where a shape is asked for, it is Atlas's. */
export const cloudManagerOrgUsers: OrgUserPresenters = { ...atlasOrgUsers }
