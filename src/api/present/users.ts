// People on the wire, in the shape of each generation.
import Type from 'typebox'
import type { OrgId } from '../../domain/ids.ts'
import type { Member } from '../../domain/members.ts'
import { inCatalogueOrder } from '../../domain/roles.ts'
import { closed, Id, Instant, Links as LinksSchema } from '../schemas/vocabulary.ts'
import { instant } from '../wire/time.ts'
import { type Links, linksUnder, selfLink } from './links.ts'
import { shape } from './shape.ts'

/** One entry a role, each with the organization or the project it is held in. */
export const FlatRoles = Type.Array(
  closed({ groupId: Type.Optional(Id), orgId: Type.Optional(Id), roleName: Type.String() }),
)

const cloudManagerUser = {
  emailAddress: Type.String(),
  firstName: Type.String(),
  id: Id,
  lastName: Type.String(),
  links: LinksSchema,
  roles: FlatRoles,
  teamIds: Type.Array(Id),
  username: Type.String(),
}

/** A member as a user of the service, version 2023-01-01, with the roles held in one organization. */
export const presentUser = shape(
  closed({ ...cloudManagerUser, country: Type.String(), createdAt: Instant, lastAuth: Type.Optional(Instant) }),
  (member: Member, orgId: OrgId, links: Links) => ({
    country: member.country,
    createdAt: instant(member.createdAt),
    emailAddress: member.username,
    firstName: member.firstName,
    id: member.userId,
    ...lastAuth(member),
    lastName: member.lastName,
    links: [
      selfLink(links, `/users/${member.userId}`),
      ...linksUnder(links, `/users/${member.userId}`, ['whitelist', 'accessList']),
    ],
    roles: flatRoles(member, orgId),
    teamIds: member.teamIds,
    username: member.username,
  }),
)

/** Cloud Manager's user has no country and no dates. */
export const presentCloudManagerUser = shape(
  closed(cloudManagerUser),
  (member: Member, orgId: OrgId, links: Links) => ({
    emailAddress: member.username,
    firstName: member.firstName,
    id: member.userId,
    lastName: member.lastName,
    links: [
      selfLink(links, `/users/${member.userId}`),
      ...linksUnder(links, `/users/${member.userId}`, ['accessList']),
    ],
    roles: flatRoles(member, orgId),
    teamIds: member.teamIds,
    username: member.username,
  }),
)

const lastAuth = ({ lastAuthAt }: Member) => (lastAuthAt === undefined ? {} : { lastAuth: instant(lastAuthAt) })

/** One entry a role, each with the organization or the project it is held in. */
export const flatRoles = (held: Pick<Member, 'orgRoles' | 'projectRoles'>, orgId: OrgId) => [
  ...inCatalogueOrder(held.orgRoles).map((roleName) => ({ orgId, roleName })),
  ...[...held.projectRoles].flatMap(([groupId, roles]) =>
    inCatalogueOrder(roles).map((roleName) => ({ groupId, roleName })),
  ),
]
