import { expect, test } from 'vitest'
import { ATLAS_LIMITS } from '../domain/limits.ts'
import { QUANTITIES, quantities } from '../platform/quantity-setting.ts'
import { quantityLimitsOf } from './quantity-limits.ts'

const limitsOf = (text: string) => {
  const setting = quantities(text)
  if (!setting) throw new Error(`${text} is not of the form.`)
  return quantityLimitsOf(setting)
}

test('every limit has a name in the setting, and every name is a limit', () => {
  expect([...QUANTITIES].toSorted()).toEqual(Object.keys(ATLAS_LIMITS).toSorted())
})

test('nothing is limited unless it is said', () => {
  expect(limitsOf('none')).toBeUndefined()
  expect(limitsOf('none,usersPerOrg=none')).toBeUndefined()
})

test('Atlas’s limits apply whole, and with exceptions', () => {
  expect(limitsOf('atlas')).toEqual(ATLAS_LIMITS)
  const { teamsPerOrg: _, ...others } = ATLAS_LIMITS
  expect(limitsOf('atlas, usersPerOrg=2000, teamsPerOrg=none')).toEqual({ ...others, usersPerOrg: 2000 })
})

test('a limit can stand alone', () => {
  expect(limitsOf('usersPerOrg=2000')).toEqual({ usersPerOrg: 2000 })
  expect(limitsOf('none,usersPerOrg=2000')).toEqual({ usersPerOrg: 2000 })
})

test.each([
  '',
  'aws',
  'atlas,',
  'usersPerOrg',
  'usersPerOrg=0',
  'usersPerOrg=-1',
  'usersPerOrg=1=2',
  'usersPerOrg=',
  'people=5',
  'usersPerOrg=5,atlas',
  'usersPerOrg=5,usersPerOrg=6',
])('%j is refused', (text) => {
  expect(quantities(text)).toBeUndefined()
})
