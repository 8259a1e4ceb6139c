// Bodies that must be refused for their form: each with its own code, and none leaving anything behind.
import type { TSchema } from 'typebox'
import { expect } from 'vitest'
import { ACME } from '../harness/case-seed.ts'
import { cases, type Given, leavesNothing, ORG_INVITES, outcome, PROJECT_INVITES } from '../harness/cases.ts'
import {
  type Body,
  bodyWith,
  type Endpoint,
  endpoints,
  goodBut,
  itemTypesOf,
  send,
  shareOf,
  typesOf,
} from '../harness/endpoints.ts'
import { snapshotOf } from '../harness/world.ts'

const { inEachDialectOnce, inEveryDialect } = cases()

/** Sends each body to each endpoint; every answer must be the expected one, and nothing may have changed. */
async function refused(
  given: Given,
  bodiesOf: (endpoint: Endpoint) => readonly (readonly [Body, string])[],
): Promise<void> {
  const all = await endpoints(given)
  await leavesNothing(given, async () => {
    for (const { endpoint, attempt } of shareOf(given, all, bodiesOf)) {
      const [body, expected] = attempt
      const answer = await send(given, endpoint, body)
      expect(outcome(answer), `${endpoint.name} ${String(body).slice(0, 80)}`).toBe(expected)
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
  await refused(given, () => malformed.map((body) => [body, '400 MALFORMED_JSON'] as const))
})

inEachDialectOnce('JSON of another kind than object or list, as it is asked for, is refused as such', async (given) => {
  const others = ['null', 'true', '0', '1e999', '"text"', '""']
  const bodiesFor = ({ isList }: Endpoint): readonly string[] =>
    isList ? [...others, '{}', '{"0":{}}'] : [...others, '[]', '[{}]', '[[[[]]]]']
  await refused(given, (endpoint) => bodiesFor(endpoint).map((body) => [body, '400 INVALID_JSON'] as const))
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

inEachDialectOnce('an unknown field is refused by its name, prototypes and all', async (given) => {
  const all = await endpoints(given)
  const attempts = [...UNKNOWN_FIELDS, ...LEGACY_FIELDS].flatMap((field) =>
    ['{"roles":["ORG_OWNER"]}', 'null'].map((json) => [field, json] as const),
  )
  await leavesNothing(given, async () => {
    for (const { endpoint, attempt } of shareOf(given, all, () => attempts)) {
      const answer = await send(given, endpoint, bodyWith(endpoint, [attempt]))
      expect(outcome(answer), `${endpoint.name} ${attempt}`).toBe('400 INVALID_ATTRIBUTE')
      expect(answer.body, `${endpoint.name} ${attempt}`).toMatchObject({ parameters: [attempt[0]] })
    }
  })
})

const INVITATIONS = [
  ...['createOrgInvite', 'updateOrgInvites', 'updateOrgInviteById'],
  ...['createGroupInvite', 'updateGroupInvites', 'updateGroupInviteById'],
]

inEachDialectOnce('what the service decides of an invitation cannot be sent along', async (given) => {
  const all = await endpoints(given, INVITATIONS)
  const forbidden = [
    ...['createdAt', 'expiresAt', 'id', 'inviterUsername', 'links', 'orgId', 'orgName', 'groupId', 'groupName'],
    ...['status', 'viewId', 'face', 'projectId', 'inviterKind', 'closedAt', 'org_id', 'secret', 'isAdmin'],
  ]
  await leavesNothing(given, async () => {
    for (const endpoint of all) {
      for (const field of forbidden) {
        for (const value of ['x', ['x'], { x: 'x' }]) {
          const answer = await send(given, endpoint, goodBut(endpoint, field, value))
          expect(outcome(answer), `${endpoint.name} ${field}`).toBe('400 INVALID_ATTRIBUTE')
        }
      }
    }
  })
})

const NUMBERS: readonly unknown[] = [0, 1, -1.5, 1e300]
const OBJECTS: readonly unknown[] = [{}, { a: 1 }]

/** Values of every other type than this one. */
const WRONG_TYPES: Readonly<Record<string, readonly unknown[]>> = {
  string: [...NUMBERS, true, false, ...OBJECTS, ['x']],
  array: [...NUMBERS, true, false, ...OBJECTS, 'ORG_OWNER'],
  boolean: [...NUMBERS, 'true', ...OBJECTS, [true]],
  integer: [1.5, true, '1', ...OBJECTS, [1]],
  number: [true, '1', ...OBJECTS, [1]],
  object: [...NUMBERS, true, 'x', ['x']],
}

const isPlain = (types: readonly string[]): types is readonly [string] => types.length === 1

/** Each field of one type with values of others, also in its list. */
function wrongFields({ fields, judgesRows }: Endpoint): readonly (readonly [string, unknown])[] {
  return Object.entries(fields).flatMap(([field, schema]) => {
    const [types, items] = [typesOf(schema), judgesRows ? [] : itemTypesOf(schema)]
    const wrong = isPlain(types) ? (WRONG_TYPES[types[0]] ?? []) : []
    const wrongItems = isPlain(items) ? [null, ...(WRONG_TYPES[items[0]] ?? [])].map((value) => [value]) : []
    return [...wrong, ...wrongItems].map((value) => [field, value] as const)
  })
}

inEachDialectOnce('a wrong type is refused by the name of the field', async (given) => {
  const all = await endpoints(given)
  await leavesNothing(given, async () => {
    for (const { endpoint, attempt } of shareOf(given, all, wrongFields)) {
      const [field, value] = attempt
      const answer = await send(given, endpoint, goodBut(endpoint, field, value))
      expect(outcome(answer), `${endpoint.name} ${field} ${JSON.stringify(value)}`).toBe('400 INVALID_JSON_ATTRIBUTE')
      expect(answer.body, endpoint.name).toMatchObject({ parameters: [field] })
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

/** What is read-only may be of any depth, since it is dropped. */
const isShallow = (schema: TSchema): boolean =>
  ['string', 'string,null', 'integer', 'boolean'].includes(typesOf(schema).join()) ||
  itemTypesOf(schema).includes('string')

/** Bodies of that depth for the endpoint, with what each is answered. */
function deepBodies(endpoint: Endpoint, depth: number): readonly (readonly [string, string])[] {
  const whole: readonly (readonly [string, string])[] = [
    [nested(depth, '[', '', ']'), endpoint.isList ? '400 INVALID_JSON_ATTRIBUTE' : '400 INVALID_JSON'],
    [nested(depth, '[', '', ''), '400 MALFORMED_JSON'],
  ]
  if (endpoint.judgesRows) return whole
  const [field = ''] = Object.entries(endpoint.fields).find(([, schema]) => isShallow(schema)) ?? []
  const withField = (value: string): string => bodyWith(endpoint, [[field, value]])
  return [
    ...whole,
    [withField(nested(depth, '[[', '', ']]')), '400 INVALID_JSON_ATTRIBUTE'],
    [withField(nested(depth, '[{"a":', '"\\u0000"', '}]')), '400 INVALID_ATTRIBUTE'],
  ]
}

inEachDialectOnce('deep bodies are refused like shallow ones', async (given) => {
  const all = await endpoints(given)
  const depthsOf = ({ name }: Endpoint): readonly number[] => (name === 'createOrgInvite' ? [100, 100_000] : [100])
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

inEveryDialect('hundreds of refusals in a row leave every row of every table as it was', async (given) => {
  const all = await endpoints(given)
  const before = await snapshotOf(given.world)
  for (const endpoint of all) {
    for (const body of ['{', '1', '{"king":1}', '[{"king":1}]']) {
      for (const type of ['application/json', 'text/plain']) {
        expect((await send(given, endpoint, body, { 'Content-Type': type })).status).toBeGreaterThanOrEqual(400)
      }
    }
  }
  expect(await snapshotOf(given.world)).toBe(before)
})
