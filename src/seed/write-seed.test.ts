import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSeed } from './seed-file.ts'
import { writeSeed } from './write-seed.ts'

test('keys stand in one order, and what is undefined is left out', () => {
  const text = writeSeed({
    organizations: [
      { users: [{ orgRoles: ['ORG_OWNER'], username: 'ada@example.com', id: '123456789012345678901234' }], name: 'A' },
      { projects: [], settings: undefined, name: 'yes: "no"' },
    ],
  })
  expect(text).toBe(
    [
      'organizations:',
      '  - name: A',
      '    users:',
      '      - id: "123456789012345678901234"',
      '        username: ada@example.com',
      '        orgRoles: [ORG_OWNER]',
      `  - name: 'yes: "no"'`,
      '    projects: []',
      '',
    ].join('\n'),
  )
})

test('whatever names are written is what is read', () => {
  const name = fc.oneof(
    fc.stringMatching(/^[^\p{C}]{1,64}$/u),
    fc.stringMatching(/^[-?:,[\]{}#&*!|>'"%@`~ 0-9.eExo_]{1,8}$/),
  )
  fc.assert(
    fc.property(name, (given) => {
      const projects = [{ name: given }]
      const users = [{ username: 'a@example.com', projectRoles: { [given]: ['GROUP_OWNER'] } }]
      const seed = { organizations: [{ name: given, users, projects }] }
      expect(readSeed('a.yaml', writeSeed(seed)).seed).toEqual(seed)
    }),
    { numRuns: 200 },
  )
})
