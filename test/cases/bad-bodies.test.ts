// Bodies that must be refused for their form: each with its own code, and none leaving anything behind.
import { expect } from 'vitest'
import { ACME } from '../harness/case-seed.ts'
import { cases, type Given, leavesNothing, ORG_INVITES, outcome, PROJECT_INVITES } from '../harness/cases.ts'
import { type Body, type Endpoint, endpoints, send } from '../harness/endpoints.ts'
import { snapshotOf } from '../harness/world.ts'

const { inEachDialectOnce, inEveryDialect } = cases()

/** Sends each body to each endpoint; every answer must be the expected one, and nothing may have changed. */
async function refused(given: Given, bodies: readonly (readonly [Body, string])[]): Promise<void> {
  const all = await endpoints(given)
  await leavesNothing(given, async () => {
    for (const endpoint of all) {
      for (const [body, expected] of bodies) {
        const answer = await send(given, endpoint, body)
        expect(outcome(answer), `${endpoint.name} ${String(body).slice(0, 80)}`).toBe(expected)
      }
    }
  })
}

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values)

inEachDialectOnce('what is not JSON is malformed', async (given) => {
  const malformed = [
    ...['{', '}', '{"a":', '{"a":1,}', '{a:1}', "{'a':1}", '{"a":1}}', '[', 'nul', 'undefined', 'NaN', '{"a":01}'],
    ...['{"a":.5}', '{"a":"\u0001"}', '{"a":"\n"}', '{"a":"\\x41"}', '{"a":"\\u12"}', '// {}', '<a/>', 'a=b&c=d', '--'],
    ...[bytes(0xff, 0xfe), bytes(0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d), bytes(0), bytes(0x7b, 0, 0x7d)],
    ...[bytes(0x7b, 0x22, 0xed, 0xa0, 0x80, 0x22, 0x3a, 0x31, 0x7d), ' ', '\n', undefined],
  ]
  await refused(
    given,
    malformed.map((body) => [body, '400 MALFORMED_JSON'] as const),
  )
})

inEachDialectOnce('JSON that is no object is refused as such', async (given) => {
  const others = ['[]', '[{}]', 'null', 'true', '0', '1e999', '"text"', '""', '[[[[]]]]']
  await refused(
    given,
    others.map((body) => [body, '400 INVALID_JSON'] as const),
  )
})

const UNKNOWN_FIELDS = ['king', 'orgId2', 'links2', 'Roles', 'USERNAME', 'role', '', ' ', 'roles ', '$where', 'a.b']
const LEGACY_FIELDS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '__defineGetter__',
]

/** The endpoint's good body with one more member in front, as text: `__proto__` is no key of an object literal. */
const withMember = ({ good }: Endpoint, name: string, json: string): string =>
  `{${[`${JSON.stringify(name)}:${json}`, JSON.stringify(good).slice(1, -1)].filter(Boolean).join()}}`

inEachDialectOnce('an unknown field is refused by its name, prototypes and all', async (given) => {
  const all = await endpoints(given)
  const fields = [...UNKNOWN_FIELDS, ...LEGACY_FIELDS]
  const attempts = all.flatMap((endpoint) =>
    fields.flatMap((field) => ['{"roles":["ORG_OWNER"]}', 'null'].map((json) => ({ endpoint, field, json }))),
  )
  await leavesNothing(given, async () => {
    for (const { endpoint, field, json } of attempts) {
      const answer = await send(given, endpoint, withMember(endpoint, field, json))
      expect(outcome(answer), `${endpoint.name} ${field}`).toBe('400 INVALID_ATTRIBUTE')
      expect(answer.body).toMatchObject({ parameters: [field] })
    }
  })
})

inEachDialectOnce('what the service decides cannot be sent along', async (given) => {
  const all = (await endpoints(given)).filter(({ path }) => path !== '/groups')
  const forbidden = [
    ...['createdAt', 'expiresAt', 'id', 'inviterUsername', 'links', 'orgId', 'orgName', 'groupId', 'groupName'],
    ...['status', 'viewId', 'face', 'projectId', 'inviterKind', 'closedAt', 'org_id', 'secret', 'isAdmin'],
  ]
  await leavesNothing(given, async () => {
    for (const endpoint of all) {
      for (const field of forbidden) {
        for (const value of ['x', ['x'], { x: 'x' }]) {
          const answer = await send(given, endpoint, JSON.stringify({ ...endpoint.good, [field]: value }))
          expect(outcome(answer), `${endpoint.name} ${field}`).toBe('400 INVALID_ATTRIBUTE')
        }
      }
    }
  })
})

const WRONG_TYPES: readonly unknown[] = [0, 1, -1.5, 1e300, true, false, {}, { a: 1 }]

inEachDialectOnce('a wrong type is refused by the name of the field', async (given) => {
  const all = await endpoints(given)
  await leavesNothing(given, async () => {
    for (const endpoint of all) {
      const isProject = endpoint.path === '/groups'
      const wrong: [string, unknown][] = isProject
        ? ['name', 'orgId'].flatMap((field) =>
            [...WRONG_TYPES, ['x']].map((value): [string, unknown] => [field, value]),
          )
        : [
            ...[...WRONG_TYPES, ['x']].map((value): [string, unknown] => ['username', value]),
            ...[...WRONG_TYPES, 'ORG_OWNER'].map((value): [string, unknown] => ['roles', value]),
            ...WRONG_TYPES.map((value): [string, unknown] => ['roles', [value]]),
            ['roles', [null]],
            ['roles', [['ORG_OWNER']]],
          ]
      for (const [field, value] of wrong) {
        const answer = await send(given, endpoint, JSON.stringify({ ...endpoint.good, [field]: value }))
        expect(outcome(answer), `${endpoint.name} ${field} ${JSON.stringify(value)}`).toBe('400 INVALID_JSON_ATTRIBUTE')
        expect(answer.body).toMatchObject({ parameters: [field] })
      }
    }
  })
})

inEveryDialect('wrong types inside of teams and project roles are refused too', async (given) => {
  const base = { roles: ['ORG_MEMBER'], username: given.address() }
  const post = async (body: object) => {
    const answer = await given.owner.post(ORG_INVITES, { ...base, ...body })
    return outcome(answer)
  }
  const group = { groupId: ACME.project0, roles: ['GROUP_OWNER'] }
  await leavesNothing(given, async () => {
    for (const teamIds of ['x', 1, {}, [1], [null], [[]], [{}], [true]]) {
      expect(await post({ teamIds }), JSON.stringify(teamIds)).toBe('400 INVALID_JSON_ATTRIBUTE')
    }
    expect(await post({ teamIds: [ACME.team0, ACME.team0] })).toBe('400 INVALID_ATTRIBUTE')
    if (!given.isAtlas) return
    for (const groupRoleAssignments of ['x', 1, {}, [1], [null], [[]], ['x']]) {
      expect(await post({ groupRoleAssignments })).toBe('400 INVALID_JSON_ATTRIBUTE')
    }
    for (const [assignment, expected] of [
      [{ ...group, groupId: 1 }, '400 INVALID_JSON_ATTRIBUTE'],
      [{ ...group, groupId: null }, '400 INVALID_JSON_ATTRIBUTE'],
      [{ ...group, roles: 'GROUP_OWNER' }, '400 INVALID_JSON_ATTRIBUTE'],
      [{ ...group, roles: [1] }, '400 INVALID_JSON_ATTRIBUTE'],
      [{ ...group, roles: [] }, '400 MISSING_ATTRIBUTE'],
      [{ roles: ['GROUP_OWNER'] }, '400 MISSING_ATTRIBUTE'],
      [{ groupId: ACME.project0 }, '400 MISSING_ATTRIBUTE'],
      [{ ...group, groupId: '' }, '400 MISSING_ATTRIBUTE'],
      [{ ...group, groupRole: 'GROUP_OWNER' }, '400 INVALID_ATTRIBUTE'],
      [{ ...group, roles: ['GROUP_OWNER', 'GROUP_OWNER'] }, '400 INVALID_ATTRIBUTE'],
      [{ ...group, roles: ['ORG_OWNER'] }, '400 CANNOT_ADD_ORG_ROLE'],
      [{ ...group, roles: ['GROUP_KING'] }, '400 INVALID_ENUM_VALUE'],
      [{ ...group, roles: ['GROUP_USER_ADMIN'] }, '400 INVALID_ENUM_VALUE'],
    ] as const) {
      expect(await post({ groupRoleAssignments: [assignment] }), JSON.stringify(assignment)).toBe(expected)
    }
    expect(await post({ groupRoleAssignments: [group, group] })).toBe('400 INVALID_ATTRIBUTE')
  })
})

inEveryDialect('what is missing or empty is named', async (given) => {
  const orgId = ACME.id
  await leavesNothing(given, async () => {
    for (const [path, body, missing] of [
      [ORG_INVITES, {}, 'roles'],
      [ORG_INVITES, { username: 'a@b.example' }, 'roles'],
      [ORG_INVITES, { username: 'a@b.example', roles: null }, 'roles'],
      [ORG_INVITES, { username: 'a@b.example', roles: [] }, 'roles'],
      [ORG_INVITES, { roles: ['ORG_MEMBER'] }, 'username'],
      [ORG_INVITES, { roles: ['ORG_MEMBER'], username: null }, 'username'],
      [ORG_INVITES, { roles: ['ORG_MEMBER'], username: '' }, 'username'],
      [PROJECT_INVITES, { username: 'a@b.example' }, 'roles'],
      [PROJECT_INVITES, { username: 'a@b.example', roles: [] }, 'roles'],
      [PROJECT_INVITES, { roles: ['GROUP_OWNER'] }, 'username'],
      ['/groups', { orgId }, 'name'],
      ['/groups', { orgId, name: '' }, 'name'],
      ['/groups', { orgId, name: null }, 'name'],
      ['/groups', { name: 'Fine' }, 'orgId'],
    ] as const) {
      const answer = await given.owner.post(path, body)
      expect(outcome(answer), JSON.stringify(body)).toBe('400 MISSING_ATTRIBUTE')
      const detail = `The required attribute ${missing} was not specified.`
      expect(answer.body).toMatchObject({ detail, parameters: [missing] })
    }
  })
})

inEveryDialect('the same role twice is refused', async (given) => {
  await leavesNothing(given, async () => {
    for (const [path, roles] of [
      [ORG_INVITES, ['ORG_MEMBER', 'ORG_OWNER', 'ORG_MEMBER']],
      [PROJECT_INVITES, ['GROUP_OWNER', 'GROUP_OWNER']],
    ] as const) {
      const answer = await given.owner.post(path, { roles, username: given.address() })
      expect(outcome(answer)).toBe('400 INVALID_ATTRIBUTE')
      expect(answer.body).toMatchObject({ parameters: ['roles'] })
    }
  })
})

const nested = (depth: number, open: string, middle: string, close: string): string =>
  open.repeat(depth) + middle + close.repeat(depth)

/** Bodies of that depth for the endpoint, with what each is answered. */
function deepBodies({ path, good }: Endpoint, depth: number): readonly (readonly [string, string])[] {
  const field = path === '/groups' ? 'name' : 'roles'
  const rest = Object.entries(good).filter(([name]) => name !== field)
  const withField = (value: string): string =>
    `{${[...rest.map(([name, item]) => `"${name}":${JSON.stringify(item)}`), `"${field}":${value}`].join()}}`
  return [
    [nested(depth, '[', '', ']'), '400 INVALID_JSON'],
    [nested(depth, '[', '', ''), '400 MALFORMED_JSON'],
    [withField(nested(depth, '[', '', ']')), '400 INVALID_JSON_ATTRIBUTE'],
    [withField(nested(depth, '{"a":', '1', '}')), '400 INVALID_JSON_ATTRIBUTE'],
    [withField(nested(depth, '[{"a":', '"\\u0000"', '}]')), '400 INVALID_ATTRIBUTE'],
  ]
}

inEachDialectOnce('deep bodies are refused like shallow ones', async (given) => {
  const all = await endpoints(given)
  const depthsOf = ({ name }: Endpoint): readonly number[] => (name === 'org POST' ? [100, 100_000] : [100])
  const attempts = all.flatMap((endpoint) =>
    depthsOf(endpoint).flatMap((depth) => deepBodies(endpoint, depth).map((body) => ({ endpoint, body }))),
  )
  await leavesNothing(given, async () => {
    for (const { endpoint, body } of attempts) {
      const answer = await send(given, endpoint, body[0])
      expect(outcome(answer), `${endpoint.name} ${body[0].length} ${body[0].slice(0, 60)}`).toBe(body[1])
    }
  })
})

inEveryDialect('the last of two equal keys counts, and is checked', async (given) => {
  const username = given.address()
  const body = `{"username":"no-address","roles":["ORG_OWNER"],"username":"${username}","roles":["ORG_MEMBER"]}`
  const answer = await given.owner.post(ORG_INVITES, body)
  expect(answer.body).toMatchObject({ roles: ['ORG_MEMBER'], username })
  const turned = `{"username":"${given.address()}","roles":["ORG_MEMBER"],"roles":["ORG_KING"]}`
  expect(outcome(await given.owner.post(ORG_INVITES, turned))).toBe('400 INVALID_ENUM_VALUE')
})

inEveryDialect('a hundred refusals in a row leave every row of every table as it was', async (given) => {
  const all = await endpoints(given)
  const before = await snapshotOf(given.world)
  for (const endpoint of all) {
    for (const body of [
      '{',
      '[]',
      '{"king":1}',
      '{"roles":[]}',
      '{"roles":[1]}',
      '{"username":"x"}',
      '{"orgId":"x"}',
    ]) {
      for (const type of ['application/json', 'text/plain']) {
        expect((await send(given, endpoint, body, { 'Content-Type': type })).status).toBeGreaterThanOrEqual(400)
      }
    }
  }
  expect(await snapshotOf(given.world)).toBe(before)
})
