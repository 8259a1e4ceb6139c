// What a dialect is: everything in which one service's API differs from the others, as data.

import type { Caller } from '../../domain/actors.ts'
import type { Fault } from '../../domain/faults.ts'
import type { OrgId } from '../../domain/ids.ts'
import type { Member } from '../../domain/members.ts'
import type { Project } from '../../domain/projects.ts'
import type { AccessListPresenters } from '../present/access-lists.ts'
import type { ApiKeyPresenters } from '../present/api-keys.ts'
import type { BatchPresenters } from '../present/batches.ts'
import type { EventPresenters } from '../present/events.ts'
import type { NamedInvitation } from '../present/invitations.ts'
import type { Links } from '../present/links.ts'
import type { MailPresenters } from '../present/mails.ts'
import type { NewOrganizationPresenters } from '../present/new-organizations.ts'
import type { OrgUserPresenters } from '../present/org-users.ts'
import type { OrganizationView } from '../present/organizations.ts'
import type { ProjectSettingsPresenters } from '../present/project-settings.ts'
import type { ProjectUserPresenters } from '../present/project-users.ts'
import type { RateLimitPresenters } from '../present/rate-limits.ts'
import type { ServiceAccountPresenters } from '../present/service-accounts.ts'
import type { Shape } from '../present/shape.ts'
import type { TeamPresenters } from '../present/teams.ts'
import type { RoleCatalogues } from '../schemas/roles.ts'
import type { WireError } from '../wire/errors.ts'
import type { PageLinks } from '../wire/paging.ts'

export type DialectName = 'atlas-v1' | 'atlas-v2' | 'cloud-manager'

/** How each kind of thing is shown; every one says in its schema what that looks like. */
export interface Presenters
  extends ServiceAccountPresenters,
    ProjectUserPresenters,
    EventPresenters,
    RateLimitPresenters,
    OrgUserPresenters,
    TeamPresenters,
    AccessListPresenters,
    ApiKeyPresenters,
    NewOrganizationPresenters,
    ProjectSettingsPresenters,
    BatchPresenters,
    MailPresenters {
  readonly emptyObject: Shape<[]>
  readonly systemStatus: Shape<[caller: Caller, build: string, links: Links]>
  readonly organization: Shape<[organization: OrganizationView, links: Links]>
  readonly listedOrganization: Shape<[organization: OrganizationView, links: Links]>
  readonly project: Shape<[project: Project, links: Links]>
  readonly listedProject: Shape<[project: Project, links: Links]>
  readonly orgInvitation: Shape<[named: NamedInvitation, links: Links]>
  readonly projectInvitation: Shape<[named: NamedInvitation, links: Links]>
  readonly user: Shape<[member: Member, orgId: OrgId, links: Links]>
}

export type ShapeName = keyof Presenters

/** What a success is about, for headers that say where it is. */
interface Made {
  /** The parameters of the request's path. */
  readonly params: Readonly<Record<string, string>>
  /** What the reply says it made; empty where it says nothing. */
  readonly id: string
}

export interface Dialect extends RoleCatalogues {
  readonly name: DialectName
  /** The path under which the dialect is served. */
  readonly prefix: string
  /** Whether the service has this operation. */
  readonly serves: (operationId: string) => boolean
  /** What the service has below every project and Atrium has not, although clients ask it for a project's existence. */
  readonly unserved: readonly string[]
  /** Whether callers choose a version by a dated Accept header; without it every answer is plain JSON. */
  readonly versioned: boolean
  /** Whether Deprecation and Sunset are announced, and sunsets can be enforced. */
  readonly announcesSunsets: boolean
  /** What the relations of links start with. */
  readonly relBase: string
  /** The type of the answer to a caller without valid credentials. */
  readonly challengeType: string
  /** Headers on every answer but that one. */
  readonly headers: Readonly<Record<string, string>>
  /** The value of Strict-Transport-Security. */
  readonly strictTransportSecurity: string
  /** Whether that header is harmless without TLS too, and so is sent as the documents show it. */
  readonly alwaysStrictTransport: boolean
  readonly pageLinks: PageLinks
  /** Whether a new organization's owner must be named; otherwise the oldest owner of the caller's own can be meant. */
  readonly namesOrgOwner: boolean
  /** Body attributes that only other dialects know. */
  readonly refusedAttributes: readonly string[]
  /** Success statuses that differ from the row's, by operationId. */
  readonly statuses: Readonly<Record<string, number>>
  /** Headers of a success, by operationId. */
  readonly successHeaders: Readonly<Record<string, (base: string, made: Made) => Readonly<Record<string, string>>>>
  /** Faults that this service words differently. */
  readonly wording: (fault: Fault) => WireError | undefined
  readonly present: Presenters
}
