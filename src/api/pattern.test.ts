import { expect, test } from 'vitest'
import { toPattern } from './pattern.ts'

test.each([
  ['/orgs', '/orgs'],
  ['/orgs/{orgId}/invites/{invitationId}', '/orgs/:orgId/invites/:invitationId'],
  ['/orgs/{orgId}/users/{userId}:addRole', '/orgs/:orgId/users/:userId([^:/]+)::addRole'],
  ['/orgs/{orgId}/users:batch', '/orgs/:orgId/users::batch'],
  ['/groups/byName/{groupName}', '/groups/byName/:groupName'],
])('%s is dispatched as %s', (path, pattern) => {
  expect(toPattern(path)).toBe(pattern)
})
