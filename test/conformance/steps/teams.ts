// Teams, the people in them, and teams in a project.
import type { Json } from '../../../src/api/wire/json.ts'
import { newProject, ORG, type Step } from './step.ts'

const TEAMS = `/orgs/${ORG}/teams`
/** The owner in the seed. */
const USER = { id: '5e4bc367c6b0f41bb9bbb178', username: 'user1@example.com' }
const FIRST_VERSION = { Accept: 'application/vnd.atlas.2023-01-01+json' }

const newTeam = (name: string): Json => ({ name, usernames: [USER.username] })

const orgStep = (step: string, method: string, path: string, body?: Json, makes?: string): Step => ({
  of: ['atlasteams', step],
  method,
  path: `${TEAMS}${path}`,
  ...(body === undefined ? {} : { body }),
  ...(makes === undefined ? {} : { makes }),
})

const projectStep = (step: string, method: string, path: string, body?: Json): Step => ({
  of: ['atlasprojectteams', step],
  method,
  path: `/groups/{teamHost}/teams${path}`,
  ...(body === undefined ? {} : { body }),
})

const BOTH = ['GROUP_READ_ONLY', 'GROUP_DATA_ACCESS_READ_ONLY']

export const teams: readonly Step[] = [
  orgStep('Create', 'POST', '', newTeam('teams643'), 'team'),
  orgStep('Describe_By_ID', 'GET', '/{team}'),
  orgStep('Describe_By_Name', 'GET', '/byName/teams643'),
  orgStep('Rename', 'PATCH', '/{team}', { name: 'teams643_renamed' }),
  orgStep('List', 'GET', ''),
  orgStep('List_Compact', 'GET', ''),
  { method: 'POST', path: TEAMS, body: newTeam('teams643_renamed') },
  { method: 'GET', path: `${TEAMS}/{team}/users` },
  { method: 'GET', path: `${TEAMS}/{team}/users`, headers: FIRST_VERSION },
  { method: 'POST', path: `${TEAMS}/{team}:removeUser`, body: { id: USER.id } },
  { method: 'POST', path: `${TEAMS}/{team}:removeUser`, body: { id: USER.id } },
  { method: 'POST', path: `${TEAMS}/{team}:addUser`, body: { id: USER.id } },
  { method: 'POST', path: `${TEAMS}/{team}:addUser`, body: { id: USER.id } },
  { method: 'DELETE', path: `${TEAMS}/{team}/users/${USER.id}` },
  { method: 'POST', path: `${TEAMS}/{team}/users`, body: [{ id: USER.id }] },
  { method: 'POST', path: `${TEAMS}/{team}/users`, body: [{ id: USER.id }] },
  orgStep('Delete', 'DELETE', '/{team}'),
]

export const projectTeams: readonly Step[] = [
  {
    of: ['atlasprojectteams', '(setup)'],
    method: 'POST',
    path: '/groups',
    body: newProject('teams-e2e-255'),
    makes: 'teamHost',
  },
  { ...projectStep('(setup)', 'POST', '', newTeam('e2e-teams-703')), path: TEAMS, makes: 'guests' },
  projectStep('Add', 'POST', '', [{ teamId: '{guests}', roleNames: ['GROUP_READ_ONLY'] }]),
  projectStep('Update', 'PATCH', '/{guests}', { roleNames: BOTH }),
  projectStep('List', 'GET', ''),
  { method: 'GET', path: '/groups/{teamHost}/teams/{guests}' },
  { method: 'DELETE', path: `${TEAMS}/{guests}` },
  projectStep('Delete', 'DELETE', '/{guests}'),
  { ...projectStep('(setup)', 'DELETE', ''), path: `${TEAMS}/{guests}` },
]
