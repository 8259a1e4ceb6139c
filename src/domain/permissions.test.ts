import { expect, test } from 'vitest'
import type { Actor } from './actors.ts'
import { type ApiKeyId, isObjectId, type ObjectId, type OrgId, type ProjectId } from './ids.ts'
import {
  type Action,
  effectiveProjectRoles,
  isProjectAction,
  mayGrantInProject,
  ORG_ACTIONS,
  type OrgAction,
  PROJECT_ACTIONS,
  type ProjectAction,
  permitsOrg,
  permitsProject,
  type RoleSet,
  rolesPermitting,
} from './permissions.ts'
import { ATLAS_ORG_ROLES, ATLAS_PROJECT_ROLES, CLOUD_MANAGER_ORG_ROLES, CLOUD_MANAGER_PROJECT_ROLES } from './roles.ts'

function id<Id extends ObjectId>(last: string): Id {
  const text = last.padStart(24, '0')
  if (!isObjectId<Id>(text)) throw new Error(`${text} is no identifier.`)
  return text
}

const HERE = id<ProjectId>('1')
const CANDIDATES = [
  'GROUP_OWNER',
  'GROUP_USER_ADMIN',
  'GROUP_ACCESS_MANAGER',
  'GROUP_NETWORK_ACCESS_MANAGER',
  'GROUP_READ_ONLY',
]
const THERE = id<ProjectId>('2')

const actor = (orgRoles: readonly string[], projectRoles: readonly string[] = []): Actor => ({
  kind: 'api_key',
  id: id<ApiKeyId>('a'),
  name: 'abcdefgh',
  orgId: id<OrgId>('b'),
  orgRoles,
  projectRoles: projectRoles.length > 0 ? new Map([[HERE, projectRoles]]) : new Map(),
})

test.each<[OrgAction, readonly string[]]>([
  [
    'org.read',
    [
      ...['ORG_OWNER', 'ORG_MEMBER', 'ORG_GROUP_CREATOR', 'ORG_BILLING_ADMIN', 'ORG_BILLING_READ_ONLY'],
      ...['ORG_STREAM_PROCESSING_ADMIN', 'ORG_READ_ONLY'],
    ],
  ],
  ...(
    [
      'org.create',
      'org.update',
      'org.delete',
      'org.settings.update',
      'org.projects.receive',
      'org.invitations.manage',
      'org.users.manage',
      'org.teams.manage',
      'org.apiKeys.manage',
      'org.serviceAccounts.manage',
    ] as const
  ).map((action): [OrgAction, readonly string[]] => [action, ['ORG_OWNER']]),
  ['org.serviceAccounts.read', ['ORG_OWNER', 'ORG_STREAM_PROCESSING_ADMIN', 'ORG_READ_ONLY']],
  ['org.projects.create', ['ORG_OWNER', 'ORG_GROUP_CREATOR']],
])('%s is permitted to %j and nobody else', (action, roles) => {
  const all = ORG_ACTIONS['org.read']
  expect(all.filter((role) => permitsOrg(actor([role]), action))).toEqual(roles)
  expect(permitsOrg(actor([]), action)).toBe(false)
  expect(permitsOrg(actor(['org_owner', 'OWNER', 'GROUP_OWNER'], ['GROUP_OWNER']), action)).toBe(false)
})

test.each<[ProjectAction, readonly string[], readonly string[]]>([
  ['project.read', CANDIDATES, ['ORG_OWNER', 'ORG_READ_ONLY', 'ORG_STREAM_PROCESSING_ADMIN']],
  ...(
    [
      'project.update',
      'project.delete',
      'project.users.add',
      'project.users.setRoles',
      'project.apiKeys.assign',
      'project.serviceAccounts.manage',
    ] as const
  ).map((action): [ProjectAction, readonly string[], readonly string[]] => [action, ['GROUP_OWNER'], ['ORG_OWNER']]),
  ...(
    [
      'project.users.manage',
      'project.teams.manage',
      'project.apiKeys.manage',
      'project.serviceAccounts.accessList.manage',
    ] as const
  ).map((action): [ProjectAction, readonly string[], readonly string[]] => [
    action,
    ['GROUP_OWNER', 'GROUP_USER_ADMIN', 'GROUP_ACCESS_MANAGER'],
    ['ORG_OWNER'],
  ]),
  ['project.invitations.manage', ['GROUP_OWNER', 'GROUP_USER_ADMIN'], ['ORG_OWNER']],
  ['project.accessList.manage', ['GROUP_OWNER', 'GROUP_NETWORK_ACCESS_MANAGER'], ['ORG_OWNER']],
  ['project.migrate', [], ['ORG_OWNER']],
  ['project.serviceAccounts.invite', [], ['ORG_OWNER']],
])('%s is permitted to %j in the project, and to %j of the organization', (action, projectRoles, orgRoles) => {
  expect(CANDIDATES.filter((role) => permitsProject(actor([], [role]), action, HERE))).toEqual(projectRoles)
  expect(CANDIDATES.filter((role) => permitsProject(actor([], [role]), action, THERE))).toEqual([])
  const everywhere = ORG_ACTIONS['org.read'].filter((role) => permitsProject(actor([role]), action, THERE))
  expect(new Set(everywhere)).toEqual(new Set(orgRoles))
})

test('an organization role implies project roles beside those held, and the stream administrator two', () => {
  expect(effectiveProjectRoles(actor(['ORG_STREAM_PROCESSING_ADMIN'], ['GROUP_USER_ADMIN']), HERE)).toEqual([
    'GROUP_USER_ADMIN',
    'GROUP_READ_ONLY',
    'GROUP_STREAM_PROCESSING_OWNER',
  ])
})

test('only an owner of the project gives ownership of it', () => {
  const roles = ['GROUP_READ_ONLY', 'GROUP_OWNER']
  expect(mayGrantInProject(actor([], ['GROUP_OWNER']), HERE, roles)).toBe(true)
  expect(mayGrantInProject(actor(['ORG_OWNER']), HERE, roles)).toBe(true)
  expect(mayGrantInProject(actor([], ['GROUP_USER_ADMIN']), HERE, roles)).toBe(false)
  expect(mayGrantInProject(actor([], ['GROUP_OWNER']), THERE, roles)).toBe(false)
  expect(mayGrantInProject(actor([], ['GROUP_USER_ADMIN']), HERE, ['GROUP_READ_ONLY'])).toBe(true)
})

test('each action is the organization’s or the project’s', () => {
  expect(Object.keys(ORG_ACTIONS).every((action) => action.startsWith('org.'))).toBe(true)
  expect(Object.keys(PROJECT_ACTIONS).every((action) => action.startsWith('project.'))).toBe(true)
  expect(isProjectAction('project.read')).toBe(true)
  expect(isProjectAction('org.read')).toBe(false)
})

const ATLAS: RoleSet = { orgRoles: ATLAS_ORG_ROLES, projectRoles: ATLAS_PROJECT_ROLES }
const CLOUD_MANAGER: RoleSet = { orgRoles: CLOUD_MANAGER_ORG_ROLES, projectRoles: CLOUD_MANAGER_PROJECT_ROLES }
const isAction = (name: string): name is Action => name in ORG_ACTIONS || name in PROJECT_ACTIONS
const ACTIONS = [...Object.keys(ORG_ACTIONS), ...Object.keys(PROJECT_ACTIONS)].filter(isAction)

test.each([
  ['Atlas', ATLAS],
  ['Cloud Manager', CLOUD_MANAGER],
])('each role that is said to permit an action in %s does, and there is one for every action', (_name, catalogue) => {
  for (const action of ACTIONS) {
    const { orgRoles, projectRoles } = rolesPermitting(action, catalogue)
    const permits = (by: Actor) => (isProjectAction(action) ? permitsProject(by, action, HERE) : permitsOrg(by, action))
    expect(orgRoles.length, action).toBeGreaterThan(0)
    for (const role of orgRoles) expect([action, role, permits(actor([role]))]).toEqual([action, role, true])
    for (const role of projectRoles) expect([action, role, permits(actor([], [role]))]).toEqual([action, role, true])
  }
})

test('owners are named only where no lesser role suffices', () => {
  expect(rolesPermitting('org.users.manage', ATLAS)).toEqual({ orgRoles: ['ORG_OWNER'], projectRoles: [] })
  expect(rolesPermitting('org.projects.create', ATLAS).orgRoles).toEqual(['ORG_GROUP_CREATOR'])
  expect(rolesPermitting('project.invitations.manage', ATLAS).projectRoles).toEqual(['GROUP_OWNER'])
  expect(rolesPermitting('project.invitations.manage', CLOUD_MANAGER).projectRoles).toEqual(['GROUP_USER_ADMIN'])
})
