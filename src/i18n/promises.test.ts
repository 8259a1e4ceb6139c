import { expect, test } from 'vitest'
import { LANGUAGES } from '../domain/languages.ts'
import type { Promised } from '../domain/letters.ts'
import {
  ATLAS_ORG_ROLES,
  ATLAS_PROJECT_ROLES,
  CLOUD_MANAGER_ORG_ROLES,
  CLOUD_MANAGER_PROJECT_ROLES,
} from '../domain/roles.ts'
import { promisedInWords, youWillBeAbleTo } from './promises.ts'

const org = (role: string): Promised => ({ kind: 'org-role', role })
const project = (role: string, projectName = 'Billing'): Promised => ({ kind: 'project-role', role, projectName })
const team = (teamName: string): Promised => ({ kind: 'team', teamName })

const EVERY: readonly Promised[] = [
  ...[...ATLAS_ORG_ROLES, ...CLOUD_MANAGER_ORG_ROLES].map(org),
  ...[...ATLAS_PROJECT_ROLES, ...CLOUD_MANAGER_PROJECT_ROLES].map((role) => project(role)),
]

test.each(LANGUAGES)(
  'in %s every role of every catalogue has words, and project roles name the project',
  (language) => {
    expect(youWillBeAbleTo(language)).toMatch(/[:：]$/)
    for (const promised of EVERY) {
      const [said, ...more] = promisedInWords(language, [promised])
      expect(more).toEqual([])
      expect(said).toMatch(/^\S.{4,80}$/u)
      expect(said).not.toMatch(/undefined|_/)
      expect(said?.includes('Billing')).toBe(promised.kind === 'project-role')
    }
  },
)

test.each(LANGUAGES)('in %s no two roles are said alike, unless two services name the same thing', (language) => {
  const roles = [...new Set(EVERY.map((promised) => ('role' in promised ? promised.role : '')))]
  const said = roles.map((role) => promisedInWords(language, [role.startsWith('ORG_') ? org(role) : project(role)])[0])
  const twice = roles.filter((_, index) => said.indexOf(said[index]) !== index)
  expect(twice).toEqual(['GROUP_BACKUP_ADMIN'])
})

test('what is promised twice is said once, in the order given', () => {
  expect(
    promisedInWords('en', [
      project('GROUP_ACCESS_MANAGER'),
      org('ORG_READ_ONLY'),
      project('GROUP_ACCESS_MANAGER'),
      project('GROUP_ACCESS_MANAGER', 'Shop'),
      team('Core'),
      team('Core'),
    ]),
  ).toEqual([
    'manage access in project Billing',
    'see everything in the organization',
    'manage access in project Shop',
    'be part of team Core',
  ])
})

test.each(LANGUAGES)('in %s membership is said only when it is everything', (language) => {
  const membership = promisedInWords(language, [org('ORG_MEMBER')])
  expect(membership).toHaveLength(1)
  expect(promisedInWords(language, [org('ORG_MEMBER'), org('ORG_MEMBER')])).toEqual(membership)
  for (const larger of [org('ORG_OWNER'), project('GROUP_READ_ONLY'), team('Core')])
    expect(promisedInWords(language, [org('ORG_MEMBER'), larger])).toEqual(promisedInWords(language, [larger]))
  expect(promisedInWords(language, [])).toEqual([])
})

test.each(LANGUAGES)('in %s a role of no catalogue is named', (language) => {
  for (const role of ['ORG_KING', 'constructor', '__proto__']) {
    expect(promisedInWords(language, [org(role)])[0]).toContain(role)
    const said = promisedInWords(language, [project(role)])[0]
    expect(said).toContain(role)
    expect(said).toContain('Billing')
  }
})

test.each(LANGUAGES)('in %s names are harmless and quoted at most once', (language) => {
  const [first, second] = promisedInWords(language, [
    project('GROUP_OWNER', 'x.example\r\n'),
    team('https://evil.example'),
  ])
  expect(first).toMatch(/(?<![“«「‘])[“«「‘]x\.example[”»」’](?![”»」’])/)
  expect(second).toMatch(/(?<![“«「‘])[“«「‘]https\[:\]\/\/evil\[\.\]example[”»」’](?![”»」’])/)
})
