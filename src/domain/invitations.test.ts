import { expect, test } from 'vitest'
import { isObjectId, type ProjectId } from './ids.ts'
import { expiryOf, type GroupRoleAssignment, hasDuplicateAssignments, withoutProject } from './invitations.ts'

function assignment(last: string, ...roles: readonly string[]): GroupRoleAssignment {
  const groupId = last.padStart(24, '0')
  if (!isObjectId<ProjectId>(groupId)) throw new Error(`${groupId} is no identifier.`)
  return { groupId, roles }
}

test('30 days are 2,592,000,000 milliseconds, whatever a day of the year has', () => {
  const createdAt = Date.UTC(2026, 2, 1, 12, 30, 15, 789)
  expect(expiryOf(createdAt, 30)).toBe(Date.UTC(2026, 2, 31, 12, 30, 15, 789))
  expect(expiryOf(0, 30)).toBe(2_592_000_000)
})

test('the same role in the same project twice is a duplicate, in one assignment or in two', () => {
  expect(hasDuplicateAssignments([])).toBe(false)
  expect(hasDuplicateAssignments([assignment('1', 'A', 'B'), assignment('2', 'A')])).toBe(false)
  expect(hasDuplicateAssignments([assignment('1', 'A'), assignment('1', 'B')])).toBe(false)
  expect(hasDuplicateAssignments([assignment('1', 'A', 'A')])).toBe(true)
  expect(hasDuplicateAssignments([assignment('1', 'A'), assignment('2', 'B'), assignment('1', 'A')])).toBe(true)
})

test('striking a project keeps the others in their order', () => {
  const [first, second, third] = [assignment('1', 'A'), assignment('2', 'B'), assignment('3', 'C')]
  expect(withoutProject([first, second, third], second.groupId)).toEqual([first, third])
  expect(withoutProject([first, second, assignment('1', 'D')], first.groupId)).toEqual([second])
  expect(withoutProject([first], third.groupId)).toEqual([first])
})
