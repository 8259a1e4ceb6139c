import { expect, test } from 'vitest'
import { readSeed } from './seed-file.ts'

const problemsOf = (...lines: string[]) => readSeed('seed.yaml', lines.join('\n')).problems

test('YAML and JSON give the same seed', () => {
  const yaml = readSeed('a.yaml', 'organizations:\n  - name: Acme\n    projects: [{name: Billing}]\n')
  const json = readSeed('a.json', '{"organizations": [{"name": "Acme", "projects": [{"name": "Billing"}]}]}')
  expect(yaml.seed).toEqual({ organizations: [{ name: 'Acme', projects: [{ name: 'Billing' }] }] })
  expect(json.seed).toEqual(yaml.seed)
})

test('an id that looks like a number stays as it is written', () => {
  const digits = '123456789012345678901234'
  const exponent = '5e1234567890123456789012'
  const { seed } = readSeed('a.yaml', `organizations: [{id: ${digits}, name: A, teams: [{id: ${exponent}, name: T}]}]`)
  expect(seed?.organizations[0]).toMatchObject({ id: digits, teams: [{ id: exponent }] })
})

test('every problem of form is reported with its path and line', () => {
  expect(
    problemsOf(
      'organizations:',
      '  - id: xyz',
      '    name: Acme',
      '    colour: red',
      '    users:',
      '      - firstName: Ada',
      '      - username: a@example.com',
      '        orgRoles: ORG_OWNER',
      '    apiKeys:',
      '      - privateKey: a:b',
      '  - projects: {}',
      '    settings: []',
    ),
  ).toEqual([
    'seed.yaml:2: organizations[0].id must be 24 lower-case hexadecimal characters, not "xyz".',
    'seed.yaml:4: organizations[0].colour is not known here; known are id, name, createdAt, settings, language, users, projects, teams, apiKeys, serviceAccounts, invitations.',
    'seed.yaml:6: organizations[0].users[0].username is missing.',
    'seed.yaml:8: organizations[0].users[1].orgRoles must be a list of different roles, not "ORG_OWNER".',
    'seed.yaml:10: organizations[0].apiKeys[0].privateKey must be 1 to 128 visible ASCII characters without ":", not "a:b".',
    'seed.yaml:11: organizations[1].name is missing.',
    'seed.yaml:11: organizations[1].projects must be a list.',
    'seed.yaml:12: organizations[1].settings must be a map.',
  ])
})

test('what is wrong with the form hides nothing else', () => {
  expect(
    problemsOf(
      'organizations:',
      '  - name: 5',
      '    users:',
      '      - 7',
      '      - username: ada@example.com',
      '        orgRoles: [BOSS]',
      '        projectRoles: {Nowhere: [GROUP_OWNER]}',
      '      - {}',
      '      - {}',
      '    teams: Core',
    ),
  ).toEqual([
    'seed.yaml:2: organizations[0].name must be a name of 1 to 64 printable characters, not 5.',
    'seed.yaml:4: organizations[0].users[0] must be a map, not 7.',
    'seed.yaml:6: organizations[0].users[1].orgRoles[0] must be an organization role, not "BOSS".',
    'seed.yaml:7: organizations[0].users[1].projectRoles.Nowhere names no project of this organization.',
    'seed.yaml:8: organizations[0].users[2].username is missing.',
    'seed.yaml:9: organizations[0].users[3].username is missing.',
    'seed.yaml:10: organizations[0].teams must be a list, not "Core".',
  ])
})

test('more than a handful of problems are all reported', () => {
  const users = Array.from({ length: 40 }, () => '      - firstName: x')
  expect(problemsOf('organizations:', '  - name: A', '    users:', ...users)).toHaveLength(40)
})

test('names, roles and identifiers that fit nothing are reported', () => {
  expect(
    problemsOf(
      'organizations:',
      '  - name: Acme',
      '    id: 5f9a00000000000000000001',
      '    projects: [{name: Billing}, {name: Billing}]',
      '    teams:',
      '      - name: Core',
      '        projectRoles: {Nowhere: [GROUP_OWNER]}',
      '    users:',
      '      - username: ada@example.com',
      '        orgRoles: [GROUP_OWNER]',
      '        projectRoles: {Billing: [ORG_OWNER]}',
      '        teams: [Cores]',
      '      - username: ADA@example.com',
      '      - username: nobody',
      '    apiKeys:',
      '      - id: 5f9a00000000000000000001',
    ),
  ).toEqual([
    'seed.yaml:4: organizations[0].projects[1].name is a name used before, "Billing".',
    'seed.yaml:7: organizations[0].teams[0].projectRoles.Nowhere names no project of this organization.',
    'seed.yaml:10: organizations[0].users[0].orgRoles[0] must be an organization role, not "GROUP_OWNER".',
    'seed.yaml:11: organizations[0].users[0].projectRoles.Billing[0] must be a project role, not "ORG_OWNER".',
    'seed.yaml:12: organizations[0].users[0].teams[0] names no team of this organization, "Cores".',
    'seed.yaml:13: organizations[0].users[1].username is in this organization already.',
    'seed.yaml:14: organizations[0].users[2].username must be an e-mail address, not "nobody".',
    'seed.yaml:16: organizations[0].apiKeys[0].id is used before, "5f9a00000000000000000001".',
  ])
})

test('invitations that could not stand are reported', () => {
  expect(
    problemsOf(
      'organizations:',
      '  - name: Acme',
      '    projects: [{name: Billing}]',
      '    users: [{username: ada@example.com}]',
      '    invitations:',
      '      - {username: ada@example.com, roles: [ORG_MEMBER]}',
      '      - {username: bob@example.com, roles: [ORG_MEMBER]}',
      '      - {username: Bob@example.com, roles: [ORG_OWNER]}',
      '      - {username: bob@example.com, roles: [GROUP_OWNER], project: Billing, teams: [Team 0]}',
      '      - {username: eve@example.com, roles: [ORG_MEMBER], project: Billing}',
      '      - {username: eve@example.com, roles: [ORG_MEMBER], createdAt: 2026-02-01T00:00:00Z, expiresAt: 2026-01-01T00:00:00Z}',
      '      - {username: kim@example.com, roles: [ORG_MEMBER], createdAt: 2026-02-31T25:00:00Z}',
      '      - {username: lee@example.com, roles: []}',
    ).map((problem) => problem.replace('seed.yaml:', '').replace('organizations[0].invitations', '')),
  ).toEqual([
    '6: [0].username is a member of this organization already.',
    '8: [2].username has an invitation of the same kind above.',
    '9: [3].teams cannot stand in the invitation to a project.',
    '10: [4].roles[0] must be a project role, not "ORG_MEMBER".',
    '11: [5].expiresAt must be later than createdAt.',
    '12: [6].createdAt must be a time that exists.',
    '13: [7].roles must be a list of different roles, one at least.',
  ])
})

test('somebody in two organizations is one person', () => {
  const lines = [
    'organizations:',
    '  - name: A',
    '    users: [{id: 5f9a00000000000000000001, username: ada@example.com, country: IE}]',
    '  - name: B',
  ]
  expect(problemsOf(...lines, '    users: [{username: ada@example.com}]')).toEqual([])
  expect(problemsOf(...lines, '    users: [{username: ada@example.com, country: FR}]')).toEqual([
    'seed.yaml:5: organizations[1].users[0].country differs from what is said of ada@example.com before.',
  ])
  expect(problemsOf(...lines, '    users: [{id: 5f9a00000000000000000001, username: bob@example.com}]')).toEqual([
    'seed.yaml:5: organizations[1].users[0].id belongs to ada@example.com.',
  ])
})

test('text that is no YAML is reported by line', () => {
  expect(problemsOf('organizations:', '  - name: A', '    name: B')).toEqual(['seed.yaml:3: Map keys must be unique.'])
})

test.each(['', '[]', 'organizations: []', 'organizations:'])('%j is no seed', (text) => {
  expect(problemsOf(text)).toHaveLength(1)
})

const beginningsOf = (...lines: string[]) =>
  problemsOf('organizations:', '  - name: Acme', ...lines).map((problem) =>
    problem.replace('seed.yaml:', '').replace('organizations[0].', ''),
  )

test('credentials in two forms at once, or in half of one, are reported', () => {
  const hash = '0'.repeat(64)
  expect(
    beginningsOf(
      '    users:',
      "      - {username: ada@example.com, password: x, passwordHash: '$argon2id$v=19$m=8,t=1,p=1$AAAAAAAAAAA$AAAAAAAAAAAAAAAA'}",
      "      - {username: bob@example.com, passwordHash: '$argon2id$v=19$m=99999999,t=1,p=1$AAAAAAAAAAA$AAAAAAAAAAAAAAAA'}",
      '    apiKeys:',
      `      - {publicKey: abc, privateKey: def, ha1: ${'a'.repeat(32)}, privateKeyTail: def}`,
      `      - {ha1: ${'a'.repeat(32)}}`,
      '      - {privateKeyTail: def}',
      '    serviceAccounts:',
      '      - {clientSecret: abc, secrets: []}',
      `      - secrets: [{secretHash: '${hash}'}, {secretHash: '${hash}', masked: '*', clientSecret: abc}]`,
    ).map((problem) => problem.replace(/, not .*/, '')),
  ).toEqual([
    '4: users[0].passwordHash cannot stand beside password.',
    '5: users[1].passwordHash must be an argon2id hash as a PHC string',
    '7: apiKeys[0].ha1 cannot stand beside privateKey.',
    '8: apiKeys[1].ha1 needs publicKey and privateKeyTail beside it.',
    '9: apiKeys[2].privateKeyTail stands only beside ha1.',
    '11: serviceAccounts[0].secrets cannot stand beside clientSecret.',
    '12: serviceAccounts[1].secrets[0].secretHash needs masked beside it.',
    '12: serviceAccounts[1].secrets[1].secretHash cannot stand beside clientSecret.',
  ])
})

test('entries of access lists that name no block, or one twice, are reported', () => {
  expect(
    beginningsOf(
      '    projects:',
      '      - name: Billing',
      '        accessList:',
      '          - {ipAddress: 10.0.0.1}',
      '          - {cidrBlock: 10.0.0.1/32}',
      '          - {cidrBlock: 10.0.0.1/8}',
      '          - {comment: nothing}',
      '          - {ipAddress: 10.0.0.2, cidrBlock: 10.0.0.2/32}',
      '          - {awsSecurityGroup: sg-1, deleteAfterDate: 2026-13-01T00:00:00Z}',
      '    apiKeys:',
      '      - accessList: [{awsSecurityGroup: sg-1}]',
    ),
  ).toEqual([
    '7: projects[0].accessList[1] is in the list before, "10.0.0.1/32".',
    '8: projects[0].accessList[2] must name one address, block or security group, such as ipAddress: 192.0.2.1.',
    '9: projects[0].accessList[3] must name one address, block or security group, such as ipAddress: 192.0.2.1.',
    '11: projects[0].accessList[5].deleteAfterDate must be a time that exists.',
    '13: apiKeys[0].accessList[0].awsSecurityGroup is not known here; known are ipAddress, cidrBlock, comment, createdAt.',
  ])
})

test('what projects cannot set is reported with what they can', () => {
  expect(
    beginningsOf(
      '    projects:',
      '      - name: Billing',
      '        regionUsageRestrictions: EARTH',
      '        settings: {isSchemaAdvisorEnabled: 1}',
      '        limits: {atlas.project.deployment.clusters: 91, atlas.project.deployment.serverlessMTMs: many}',
    ),
  ).toEqual([
    '5: projects[0].regionUsageRestrictions must be one of COMMERCIAL_FEDRAMP_REGIONS_ONLY, GOV_REGIONS_ONLY, not "EARTH".',
    '6: projects[0].settings.isSchemaAdvisorEnabled must be true or false, not 1.',
    '7: projects[0].limits.atlas.project.deployment.clusters must be a whole number from 0 to 90, not 91.',
    '7: projects[0].limits.atlas.project.deployment.serverlessMTMs must be a whole number from 0 to 100, not "many".',
  ])
})

test('closed invitations stand beside members and each other, and only they have an end', () => {
  const declined = '{username: ada@example.com, roles: [ORG_MEMBER], status: DECLINED}'
  expect(
    beginningsOf(
      '    users: [{id: 5f9a00000000000000000002, username: ada@example.com}]',
      `    invitations: [${declined}, ${declined}]`,
    ),
  ).toEqual([])
  expect(
    beginningsOf(
      '    invitations:',
      '      - {username: bob@example.com, roles: [ORG_MEMBER], closedAt: 2026-01-01T00:00:00Z}',
      '      - {username: kim@example.com, roles: [ORG_MEMBER], status: LOST}',
    ),
  ).toEqual([
    '4: invitations[0].closedAt cannot stand in an invitation that is pending.',
    '5: invitations[1].status must be one of PENDING, ACCEPTED, DECLINED, REVOKED, EXPIRED, not "LOST".',
  ])
})

test('people in no organization are described like all others', () => {
  const lines = ['organizations:', '  - name: A', '    users: [{username: ada@example.com, country: IE}]', 'people:']
  expect(problemsOf(...lines, '  - {username: eve@example.com, password: null}')).toEqual([])
  expect(
    problemsOf(
      ...lines,
      '  - {username: ada@example.com, country: FR}',
      '  - {username: eve@example.com, password: 5}',
      '  - {username: eve@example.com, orgRoles: [ORG_OWNER]}',
    ).map((problem) => problem.replace(/known are .*/, '…')),
  ).toEqual([
    'seed.yaml:5: people[0].country differs from what is said of ada@example.com before.',
    'seed.yaml:6: people[1].password must be 1 to 256 characters in one line, or null for none, not 5.',
    'seed.yaml:7: people[2].orgRoles is not known here; …',
    'seed.yaml:7: people[2].username is in this list already.',
  ])
})
