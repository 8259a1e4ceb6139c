import { expect, test } from 'vitest'
import {
  ATLAS_ORG_ROLES,
  ATLAS_PROJECT_ROLES,
  CLOUD_MANAGER_ORG_ROLES,
  CLOUD_MANAGER_PROJECT_ROLES,
  impliedProjectRoles,
  inCatalogueOrder,
  isOrgRole,
  isProjectRole,
} from './roles.ts'

test('the catalogues have as many roles as the documents list, each once', () => {
  for (const [catalogue, size] of [
    [ATLAS_ORG_ROLES, 7],
    [CLOUD_MANAGER_ORG_ROLES, 6],
    [ATLAS_PROJECT_ROLES, 26],
    [CLOUD_MANAGER_PROJECT_ROLES, 9],
  ] as const) {
    expect(new Set(catalogue).size).toBe(size)
    expect(catalogue).toHaveLength(size)
  }
})

test('a role belongs to one level, in either service', () => {
  for (const role of [...ATLAS_ORG_ROLES, ...CLOUD_MANAGER_ORG_ROLES]) {
    expect([isOrgRole(role), isProjectRole(role)]).toEqual([true, false])
  }
  for (const role of [...ATLAS_PROJECT_ROLES, ...CLOUD_MANAGER_PROJECT_ROLES]) {
    expect([isOrgRole(role), isProjectRole(role)]).toEqual([false, true])
  }
  for (const role of ['', 'ORG_', 'GROUP_', 'ORG_KING', 'GROUP_KING', 'org_owner', 'GLOBAL_OWNER', 'constructor']) {
    expect([isOrgRole(role), isProjectRole(role)]).toEqual([false, false])
  }
})

test('granted roles are listed in catalogue order, unknown ones last, and the given list is left alone', () => {
  const given = ['GROUP_READ_ONLY', 'ORG_MEMBER', 'OF_OLD', 'GROUP_OWNER', 'GROUP_AUTOMATION_ADMIN', 'ORG_OWNER']
  const copy = [...given]
  expect(inCatalogueOrder(given)).toEqual([
    ...['ORG_OWNER', 'ORG_MEMBER', 'GROUP_OWNER', 'GROUP_READ_ONLY', 'GROUP_AUTOMATION_ADMIN', 'OF_OLD'],
  ])
  expect(given).toEqual(copy)
})

test('each catalogue of Atlas is in the order of answers', () => {
  for (const catalogue of [ATLAS_ORG_ROLES, ATLAS_PROJECT_ROLES]) {
    expect(inCatalogueOrder([...catalogue].reverse())).toEqual(catalogue)
  }
  const ownToCloudManager = [
    'GROUP_USER_ADMIN',
    'GROUP_MONITORING_ADMIN',
    'GROUP_BACKUP_ADMIN',
    'GROUP_AUTOMATION_ADMIN',
  ]
  expect(inCatalogueOrder([...ownToCloudManager, 'GROUP_READ_ONLY'])).toEqual(['GROUP_READ_ONLY', ...ownToCloudManager])
})

test('three organization roles count in every project', () => {
  const implying = ATLAS_ORG_ROLES.filter((role) => impliedProjectRoles([role]).length > 0)
  expect(implying).toEqual(['ORG_OWNER', 'ORG_STREAM_PROCESSING_ADMIN', 'ORG_READ_ONLY'])
  expect(impliedProjectRoles(['ORG_OWNER'])).toEqual(['GROUP_OWNER'])
  expect(impliedProjectRoles(['ORG_READ_ONLY', 'ORG_MEMBER'])).toEqual(['GROUP_READ_ONLY'])
})
