// Projects.
import { newProject, PROJECT, type Step } from './step.ts'

const FIRST = [
  ['env', 'e2e'],
  ['prod', 'false'],
] as const
const LATER = [
  ['env', 'e2e'],
  ['app', 'cli'],
] as const

export const projects: readonly Step[] = [
  { of: ['atlasprojects', 'List'], method: 'GET', path: '/groups' },
  {
    of: ['atlasprojects', 'Create'],
    method: 'POST',
    path: '/groups',
    body: newProject('e2e-proj-939', FIRST),
    makes: 'tagged',
  },
  { of: ['atlasprojects', 'Describe'], method: 'GET', path: '/groups/{tagged}' },
  { of: ['atlasprojects', 'Tags'], method: 'GET', path: '/groups/{tagged}' },
  {
    of: ['atlasprojects', 'Update_setNameAndTags'],
    method: 'PATCH',
    path: '/groups/{tagged}',
    body: { name: 'e2e-proj-939-updated', tags: LATER.map(([key, value]) => ({ key, value })) },
  },
  { of: ['atlasprojects', 'Update_setNameAndTags'], method: 'GET', path: '/groups/{tagged}' },
  { of: ['atlasprojects', 'Update_resetTags'], method: 'PATCH', path: '/groups/{tagged}', body: { tags: [] } },
  { of: ['atlasprojects', 'Update_resetTags'], method: 'GET', path: '/groups/{tagged}' },
  { method: 'PATCH', path: '/groups/{tagged}', body: { name: 'Atlas CLI E2E' } },
  { of: ['atlasprojects', 'Delete'], method: 'DELETE', path: '/groups/{tagged}' },
]

const limit = `/groups/${PROJECT}/limits/atlas.project.deployment.clusters`
const ADDRESSES = { Accept: 'application/vnd.atlas.2023-11-15+json' }

/** What a project sets for itself; no recording shows it. */
export const projectSettings: readonly Step[] = [
  { method: 'GET', path: `/groups/${PROJECT}/settings` },
  { method: 'PATCH', path: `/groups/${PROJECT}/settings`, body: { isDataExplorerEnabled: false } },
  { method: 'PATCH', path: limit, body: { name: 'atlas.project.deployment.clusters', value: 1 } },
  { method: 'PATCH', path: limit, body: { value: 1000 } },
  { method: 'GET', path: limit },
  { method: 'GET', path: `/groups/${PROJECT}/limits` },
  { method: 'DELETE', path: limit },
  { method: 'GET', path: `/groups/${PROJECT}/ipAddresses` },
  { method: 'DELETE', path: `/groups/${PROJECT}/managedSlowMs/disable` },
  { method: 'GET', path: `/groups/${PROJECT}/managedSlowMs` },
  { method: 'POST', path: `/groups/${PROJECT}/managedSlowMs/enable` },
  { method: 'GET', path: '/unauth/controlPlaneIPAddresses', headers: ADDRESSES, key: undefined },
]
