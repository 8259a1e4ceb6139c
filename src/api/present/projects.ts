// Projects on the wire.
import Type from 'typebox'
import type { Project } from '../../domain/projects.ts'
import { RegionUsage } from '../schemas/projects.ts'
import { closed, Id, Instant, Links as LinksSchema } from '../schemas/vocabulary.ts'
import { instant } from '../wire/time.ts'
import { type Links, linksUnder, selfLink } from './links.ts'
import { onceFor, printedOnce, shape } from './shape.ts'

const NEIGHBOURS = ['containers', 'clusters', 'databaseUsers', 'peers', 'processes', 'whitelist']

const common = { id: Id, links: LinksSchema, name: Type.String(), orgId: Id }
const atlas = {
  ...common,
  clusterCount: Type.Integer(),
  created: Instant,
  regionUsageRestrictions: Type.Optional(RegionUsage),
  withDefaultAlertsSettings: Type.Boolean(),
}
const Tags = Type.Array(closed({ key: Type.String(), value: Type.String() }))
const Count = Type.Integer({ minimum: 0 })
const HOST_KINDS = ['arbiter', 'config', 'master', 'mongos', 'primary', 'secondary', 'slave'] as const

const path = ({ projectId }: Project): string => `/groups/${projectId}`

const presentTags = (project: Project) => (project.tags ?? []).map(({ key, value }) => ({ key, value }))

const presentRegions = ({ regionUsageRestrictions }: Project) =>
  regionUsageRestrictions ? { regionUsageRestrictions } : {}

/** A project by itself: `tags` only once it has had some, as the live service answers. */
export const presentProject = shape(
  closed({ ...atlas, tags: Type.Optional(Tags) }),
  (project: Project, links: Links) => ({
    clusterCount: 0,
    created: instant(project.createdAt),
    id: project.projectId,
    links: [selfLink(links, path(project)), ...linksUnder(links, path(project), NEIGHBOURS)],
    name: project.name,
    orgId: project.orgId,
    ...presentRegions(project),
    ...(project.tags ? { tags: presentTags(project) } : {}),
    withDefaultAlertsSettings: project.withDefaultAlertsSettings,
  }),
)

/** A project in a list: only its own link, and always its tags. */
export const presentListedProject = shape(closed({ ...atlas, tags: Tags }), (project: Project, links: Links) =>
  listedBy(links)(project),
)

const listedBy = onceFor((links: Links) =>
  printedOnce((project: Project) => ({
    clusterCount: 0,
    created: instant(project.createdAt),
    id: project.projectId,
    links: [selfLink(links, path(project))],
    name: project.name,
    orgId: project.orgId,
    ...presentRegions(project),
    tags: presentTags(project),
    withDefaultAlertsSettings: project.withDefaultAlertsSettings,
  })),
)

/** Cloud Manager adds the counts of what its agents would watch: nothing, here. */
export const presentCloudManagerProject = shape(
  closed({
    ...common,
    activeAgentCount: Count,
    hostCounts: closed(Object.fromEntries(HOST_KINDS.map((kind) => [kind, Count]))),
    lastActiveAgent: Type.Null(),
    publicApiEnabled: Type.Boolean(),
    replicaSetCount: Count,
    shardCount: Count,
    tags: Type.Array(Type.String()),
  }),
  (project: Project, links: Links) => ({
    activeAgentCount: 0,
    hostCounts: Object.fromEntries(HOST_KINDS.map((kind) => [kind, 0])),
    id: project.projectId,
    lastActiveAgent: null,
    links: [selfLink(links, path(project))],
    name: project.name,
    orgId: project.orgId,
    publicApiEnabled: true,
    replicaSetCount: 0,
    shardCount: 0,
    tags: presentTags(project).map(({ key }) => key),
  }),
)
