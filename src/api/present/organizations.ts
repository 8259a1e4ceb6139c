// Organizations on the wire.
import type { OrgId } from '../../domain/ids.ts'
import { type Links, linksUnder, selfLink } from './links.ts'

export interface OrganizationView {
  readonly orgId: OrgId
  readonly name: string
}

const path = ({ orgId }: OrganizationView): string => `/orgs/${orgId}`

/** An organization by itself, with links to what it holds. */
export const presentOrganization = (organization: OrganizationView, links: Links) => ({
  id: organization.orgId,
  isDeleted: false,
  links: [selfLink(links, path(organization)), ...linksUnder(links, path(organization), ['groups', 'teams', 'users'])],
  name: organization.name,
  skipDefaultAlertsSettings: false,
})

/** An organization in a list: only its own link. */
export const presentListedOrganization = (organization: OrganizationView, links: Links) => ({
  id: organization.orgId,
  isDeleted: false,
  links: [selfLink(links, path(organization))],
  name: organization.name,
  skipDefaultAlertsSettings: false,
})

/** Cloud Manager shows the same in lists and alone. */
export const presentCloudManagerOrganization = (organization: OrganizationView, links: Links) => ({
  id: organization.orgId,
  isDeleted: false,
  links: [selfLink(links, path(organization))],
  name: organization.name,
})
