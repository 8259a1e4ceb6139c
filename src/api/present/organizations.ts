// Organizations on the wire.
import Type from 'typebox'
import type { OrgId } from '../../domain/ids.ts'
import { closed, Id, Links as LinksSchema } from '../schemas/vocabulary.ts'
import { type Links, linksUnder, selfLink } from './links.ts'
import { shape } from './shape.ts'

export interface OrganizationView {
  readonly orgId: OrgId
  readonly name: string
  readonly skipDefaultAlertsSettings: boolean
}

const path = ({ orgId }: OrganizationView): string => `/orgs/${orgId}`

const CloudManagerOrganization = closed({ id: Id, isDeleted: Type.Boolean(), links: LinksSchema, name: Type.String() })
const Organization = closed({ ...CloudManagerOrganization.properties, skipDefaultAlertsSettings: Type.Boolean() })

/** An organization by itself, with links to what it holds. */
export const presentOrganization = shape(Organization, (organization: OrganizationView, links: Links) => ({
  id: organization.orgId,
  isDeleted: false,
  links: [selfLink(links, path(organization)), ...linksUnder(links, path(organization), ['groups', 'teams', 'users'])],
  name: organization.name,
  skipDefaultAlertsSettings: organization.skipDefaultAlertsSettings,
}))

/** An organization in a list: only its own link. */
export const presentListedOrganization = shape(Organization, (organization: OrganizationView, links: Links) => ({
  id: organization.orgId,
  isDeleted: false,
  links: [selfLink(links, path(organization))],
  name: organization.name,
  skipDefaultAlertsSettings: organization.skipDefaultAlertsSettings,
}))

/** Cloud Manager shows the same in lists and alone. */
export const presentCloudManagerOrganization = shape(
  CloudManagerOrganization,
  (organization: OrganizationView, links: Links) => ({
    id: organization.orgId,
    isDeleted: false,
    links: [selfLink(links, path(organization))],
    name: organization.name,
  }),
)
