// Seeds of any shape that the rules allow, small, with names that YAML could take for something else.
import fc from 'fast-check'
import { entryOf } from '../../src/seed/seed-entry.ts'
import type { Seed, SeedEntry, SeedOrganization } from '../../src/seed/seed-schema.ts'

const id = fc.stringMatching(/^[0-9a-f]{23}[02468ace]$/)
const digits = fc.stringMatching(/^[0-9]{23}[02468]$/)
const anyId = fc.oneof(id, digits, fc.constant('5e1234567890123456789012'))
const word = fc.oneof(
  fc.constantFrom(
    'true',
    'null',
    '~',
    '2024',
    '1e3',
    '- a',
    'a: b',
    '#x',
    "it's",
    '"q"',
    ' x ',
    '__proto__',
    '<<',
    '&a',
  ),
  fc.stringMatching(/^[^\p{C}]{1,20}$/u),
)
const instant = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2026, 0) }).map((at) => new Date(at).toISOString())
const later = fc.integer({ min: Date.UTC(2026, 1), max: Date.UTC(2030, 0) }).map((at) => new Date(at).toISOString())
const orgRoles = fc.uniqueArray(fc.constantFrom('ORG_OWNER', 'ORG_MEMBER', 'ORG_READ_ONLY'), { maxLength: 2 })
const groupRoles = fc.uniqueArray(fc.constantFrom('GROUP_OWNER', 'GROUP_READ_ONLY'), { minLength: 1, maxLength: 2 })
const language = fc.constantFrom('en', 'ja', 'pt-BR')
const optional = { requiredKeys: [] }

const entry: fc.Arbitrary<SeedEntry> = fc.oneof(
  fc.record({ ipAddress: fc.ipV4(), comment: word }, { requiredKeys: ['ipAddress'] }),
  fc.record({ ipAddress: fc.ipV6(), createdAt: instant }, { requiredKeys: ['ipAddress'] }),
  fc.constant({ cidrBlock: '10.0.0.0/8' }),
)

const accessList = fc.uniqueArray(entry, { maxLength: 2, selector: (each) => entryOf(each)?.entry })

const secrets = fc.array(
  fc.record(
    {
      secretHash: fc.stringMatching(/^[0-9a-f]{64}$/),
      masked: fc.constant('mdb_sa_sk_****abcd'),
      createdAt: instant,
      expiresAt: later,
    },
    { requiredKeys: ['secretHash', 'masked'] },
  ),
  { maxLength: 2 },
)

const people = fc.uniqueArray(fc.constantFrom('a@example.com', 'b@example.com', 'c@example.com', 'd@example.com'), {
  maxLength: 4,
})

/** One organization whose parts name each other; `at` makes what must be unique over the seed so. */
const organization = (at: string): fc.Arbitrary<SeedOrganization> =>
  fc
    .record({
      projects: fc.uniqueArray(word, { maxLength: 3 }),
      teams: fc.uniqueArray(word, { maxLength: 2 }),
      people,
      invited: fc.uniqueArray(fc.constantFrom('x@example.com', 'y@example.com', 'z@example.com'), { maxLength: 3 }),
    })
    .chain((named) => partsOf(at, named))

interface Named {
  readonly projects: readonly string[]
  readonly teams: readonly string[]
  readonly people: readonly string[]
  readonly invited: readonly string[]
}

function partsOf(at: string, named: Named): fc.Arbitrary<SeedOrganization> {
  const projectRoles = fc
    .uniqueArray(fc.nat({ max: 2 }), { maxLength: 2 })
    .chain((picked) => {
      const names = picked.flatMap((index) => named.projects[index] ?? [])
      return fc.tuple(...names.map((name) => groupRoles.map((roles) => [name, roles] as const)))
    })
    .map((entries) => Object.fromEntries(entries))
  const teams = fc.subarray([...named.teams])
  const each = <Item, Part>(items: readonly Item[], part: (item: Item, index: number) => fc.Arbitrary<Part>) =>
    fc.tuple(...items.map(part))
  return fc.record(
    {
      name: word,
      createdAt: instant,
      settings: fc.record({ multiFactorAuthRequired: fc.boolean(), note: word, null: fc.constant(null) }, optional),
      language,
      users: each(named.people, (username) => userOf(username, projectRoles, teams)),
      projects: each(named.projects, (name) =>
        fc.record(
          {
            name: fc.constant(name),
            createdAt: instant,
            tags: fc.array(fc.record({ key: word, value: word }), { maxLength: 2 }),
            withDefaultAlertsSettings: fc.boolean(),
            settings: fc.record({ managedSlowMs: fc.boolean(), isDataExplorerEnabled: fc.boolean() }, optional),
            limits: fc.record({ 'atlas.project.deployment.clusters': fc.nat({ max: 90 }) }, optional),
            accessList,
          },
          { requiredKeys: ['name'] },
        ),
      ),
      teams: each(named.teams, (name) =>
        fc.record({ name: fc.constant(name), createdAt: instant, projectRoles }, { requiredKeys: ['name'] }),
      ),
      apiKeys: fc.array(fc.record({ desc: word, createdAt: instant, orgRoles, projectRoles, accessList }, optional), {
        maxLength: 2,
      }),
      serviceAccounts: fc.array(
        fc.record({ name: word, description: word, createdAt: instant, secrets, orgRoles, accessList }, optional),
        { maxLength: 2 },
      ),
      invitations: each(named.invited, (username) => invitationOf(username, projectRoles, teams, at)),
    },
    { requiredKeys: ['name', 'users', 'projects', 'teams', 'invitations'] },
  )
}

const userOf = (
  username: string,
  projectRoles: fc.Arbitrary<Record<string, string[]>>,
  teams: fc.Arbitrary<string[]>,
) =>
  fc.record(
    { username: fc.constant(username), joinedAt: instant, orgRoles, projectRoles, teams },
    { requiredKeys: ['username'] },
  )

const invitationOf = (
  username: string,
  projectRoles: fc.Arbitrary<Record<string, string[]>>,
  teams: fc.Arbitrary<string[]>,
  at: string,
) =>
  fc.record(
    {
      username: fc.constant(username),
      roles: fc.constant<string[]>(['ORG_MEMBER']),
      teams,
      projectRoles,
      inviter: fc.constantFrom('who@example.com', `mdb_sa_id_${at.repeat(24)}`, 'abcdefgh'),
      status: fc.constantFrom('PENDING', 'ACCEPTED', 'DECLINED', 'REVOKED', 'EXPIRED'),
      createdAt: instant,
      expiresAt: later,
      language,
    },
    { requiredKeys: ['username', 'roles', 'inviter'] },
  )

const described = fc.uniqueArray(
  fc.record(
    {
      username: fc.constantFrom('a@example.com', 'p@example.com', 'q@example.com'),
      id: anyId,
      firstName: word,
      lastName: word,
      country: fc.constantFrom('US', 'IE'),
      verified: fc.boolean(),
      language,
      createdAt: instant,
      lastAuthAt: instant,
      password: fc.constantFrom(null, 'correct horse'),
    },
    { requiredKeys: ['username'] },
  ),
  { maxLength: 2, selector: ({ username }) => username, comparator: 'IsStrictlyEqual' },
)

/** One or two organizations, with people in either, both or none. */
export const randomSeed: fc.Arbitrary<Seed> = fc
  .record({ first: organization('a'), second: fc.option(organization('b')), people: described })
  .filter(({ people }) => new Set(people.map((each) => each.id ?? each.username)).size === people.length)
  .map(({ first, second, people }) => ({ organizations: second ? [first, second] : [first], people }))
