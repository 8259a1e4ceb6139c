// Projects on the wire.
import type { Project } from '../../domain/projects.ts'
import { instant } from '../wire/time.ts'
import { type Links, linksUnder, selfLink } from './links.ts'

const NEIGHBOURS = ['containers', 'clusters', 'databaseUsers', 'peers', 'processes', 'whitelist']

const path = ({ projectId }: Project): string => `/groups/${projectId}`

const presentTags = ({ tags }: Project) => tags.map(({ key, value }) => ({ key, value }))

/** A project by itself: `tags` only when there are some, as the live service answers. */
export const presentProject = (project: Project, links: Links) => ({
  clusterCount: 0,
  created: instant(project.createdAt),
  id: project.projectId,
  links: [selfLink(links, path(project)), ...linksUnder(links, path(project), NEIGHBOURS)],
  name: project.name,
  orgId: project.orgId,
  ...(project.tags.length > 0 ? { tags: presentTags(project) } : {}),
  withDefaultAlertsSettings: project.withDefaultAlertsSettings,
})

/** A project in a list: only its own link, and always its tags. */
export const presentListedProject = (project: Project, links: Links) => ({
  clusterCount: 0,
  created: instant(project.createdAt),
  id: project.projectId,
  links: [selfLink(links, path(project))],
  name: project.name,
  orgId: project.orgId,
  tags: presentTags(project),
  withDefaultAlertsSettings: project.withDefaultAlertsSettings,
})

/** Cloud Manager adds the counts of what its agents would watch: nothing, here. */
export const presentCloudManagerProject = (project: Project, links: Links) => ({
  activeAgentCount: 0,
  hostCounts: { arbiter: 0, config: 0, master: 0, mongos: 0, primary: 0, secondary: 0, slave: 0 },
  id: project.projectId,
  lastActiveAgent: null,
  links: [selfLink(links, path(project))],
  name: project.name,
  orgId: project.orgId,
  publicApiEnabled: true,
  replicaSetCount: 0,
  shardCount: 0,
  tags: presentTags(project).map(({ key }) => key),
})
