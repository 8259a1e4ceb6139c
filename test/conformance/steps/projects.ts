// Projects.
import { newProject, type Step } from './step.ts'

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
  { of: ['atlasprojects', 'Delete'], method: 'DELETE', path: '/groups/{tagged}' },
  { method: 'POST', path: '/groups', body: newProject('e2e-proj-939-updated', LATER), makes: 'updated' },
  { of: ['atlasprojects', 'Update_setNameAndTags'], method: 'GET', path: '/groups/{updated}' },
  { method: 'DELETE', path: '/groups/{updated}' },
  { method: 'POST', path: '/groups', body: newProject('e2e-proj-939-updated', []), makes: 'cleared' },
  { of: ['atlasprojects', 'Update_resetTags'], method: 'GET', path: '/groups/{cleared}' },
  { method: 'DELETE', path: '/groups/{cleared}' },
]
