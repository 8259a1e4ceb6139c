// What a dialect is: everything in which one service's API differs from the others, as data.

import type { Actor } from '../../domain/actors.ts'
import type { Fault } from '../../domain/faults.ts'
import type { OrgId } from '../../domain/ids.ts'
import type { Member } from '../../domain/members.ts'
import type { Project } from '../../domain/projects.ts'
import type { NamedInvitation } from '../present/invitations.ts'
import type { Links } from '../present/links.ts'
import type { OrganizationView } from '../present/organizations.ts'
import type { Shape } from '../present/shape.ts'
import type { RoleCatalogues } from '../schemas/invitations.ts'
import type { WireError } from '../wire/errors.ts'
import type { PageLinks } from '../wire/paging.ts'

export type DialectName = 'atlas-v1' | 'atlas-v2' | 'cloud-manager'

/** How each kind of thing is shown; every one says in its schema what that looks like. */
export interface Presenters {
  readonly emptyObject: Shape<[]>
  readonly systemStatus: Shape<[actor: Actor, build: string, links: Links]>
  readonly organization: Shape<[organization: OrganizationView, links: Links]>
  readonly listedOrganization: Shape<[organization: OrganizationView, links: Links]>
  readonly project: Shape<[project: Project, links: Links]>
  readonly listedProject: Shape<[project: Project, links: Links]>
  readonly orgInvitation: Shape<[named: NamedInvitation, links: Links]>
  readonly projectInvitation: Shape<[named: NamedInvitation, links: Links]>
  readonly user: Shape<[member: Member, orgId: OrgId, links: Links]>
}

export type ShapeName = keyof Presenters

export interface Dialect extends RoleCatalogues {
  readonly name: DialectName
  /** The path under which the dialect is served. */
  readonly prefix: string
  /** Whether the service has this operation. */
  readonly serves: (operationId: string) => boolean
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
  /** Body attributes that only other dialects know. */
  readonly refusedAttributes: readonly string[]
  /** Success statuses that differ from the row's, by operationId. */
  readonly statuses: Readonly<Record<string, number>>
  /** Headers of a success, by operationId. */
  readonly successHeaders: Readonly<Record<string, (base: string) => Readonly<Record<string, string>>>>
  /** Faults that this service words differently. */
  readonly wording: (fault: Fault) => WireError | undefined
  readonly present: Presenters
}
