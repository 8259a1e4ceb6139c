import { expect, test } from 'vitest'
import { completed, DEFAULT_SEED } from './seed-schema-defaults.ts'

const ownerWith = (...names: readonly string[]) => {
  const projects = names.map((name) => ({ name }))
  return completed({ organizations: [{ name: 'A', projects }] }).organizations[0]?.users?.[0]
}

test('the default owner is in the first project and the first team, where there are any', () => {
  expect(completed(DEFAULT_SEED).organizations[0]?.users).toMatchObject([
    { orgRoles: ['ORG_OWNER'], projectRoles: { 'Project 0': ['GROUP_OWNER'] }, teams: ['Team 0'] },
  ])
  expect(ownerWith('Own', 'Other')?.projectRoles).toEqual({ Own: ['GROUP_OWNER'] })
  expect(ownerWith()?.projectRoles).toEqual({})
})
