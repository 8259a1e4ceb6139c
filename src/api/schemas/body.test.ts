import fc from 'fast-check'
import Type from 'typebox'
import { expect, test } from 'vitest'
import { Refusal } from '../../domain/faults.ts'
import { bodyOf } from './body.ts'

const reader = bodyOf(
  Type.Object(
    {
      name: Type.String({ minLength: 1, maxLength: 5 }),
      roles: Type.Optional(Type.Array(Type.String(), { minItems: 1, uniqueItems: true })),
    },
    { additionalProperties: false },
  ),
)

const read = (text: string, refused: readonly string[] = []) => reader.read(Buffer.from(text), refused)

function faultOf(run: () => unknown): unknown {
  try {
    return run()
  } catch (error) {
    if (error instanceof Refusal) return error.fault
    throw error
  }
}

test('a fitting body is read as it is, null as absent', () => {
  expect(read('{"name":"a","roles":["x"]}')).toEqual({ name: 'a', roles: ['x'] })
  expect(read('\ufeff{"name":"a","roles":null}')).toEqual({ name: 'a' })
})

test('null counts as absent in objects within the body, not in lists', () => {
  const nested = bodyOf(
    Type.Object({
      roles: Type.Object({ org: Type.Array(Type.String()), group: Type.Optional(Type.Array(Type.String())) }),
    }),
  )
  const readNested = (text: string) => nested.read(Buffer.from(text), [])
  expect(readNested('{"roles":{"org":["x"],"group":null}}')).toEqual({ roles: { org: ['x'] } })
  expect(faultOf(() => readNested('{"roles":{"org":null}}'))).toEqual({ code: 'missing_attribute', attribute: 'org' })
  expect(faultOf(() => readNested('{"roles":{"org":[null]}}'))).toEqual({ code: 'wrong_type', attribute: 'org' })
})

test.each([
  ['', { code: 'malformed_json' }],
  ['{', { code: 'malformed_json' }],
  ['[]', { code: 'not_an_object' }],
  ['null', { code: 'not_an_object' }],
  ['{}', { code: 'missing_attribute', attribute: 'name' }],
  ['{"name":""}', { code: 'missing_attribute', attribute: 'name' }],
  ['{"name":"a","roles":[]}', { code: 'missing_attribute', attribute: 'roles' }],
  ['{"name":1}', { code: 'wrong_type', attribute: 'name' }],
  ['{"name":"a","roles":[1]}', { code: 'wrong_type', attribute: 'roles' }],
  ['{"name":"abcdef"}', { code: 'invalid_attribute', attribute: 'name' }],
  ['{"name":"a","roles":["x","x"]}', { code: 'invalid_attribute', attribute: 'roles' }],
  ['{"name":"a","king":1}', { code: 'invalid_attribute', attribute: 'king' }],
  ['{"name":"a","king":null}', { code: 'invalid_attribute', attribute: 'king' }],
  ['{"name":"a","__proto__":{"roles":["x"]}}', { code: 'invalid_attribute', attribute: '__proto__' }],
  ['{"name":"a\\u0000"}', { code: 'invalid_attribute', attribute: 'name' }],
  ['{"name":"a","roles":["\\ud800"]}', { code: 'invalid_attribute', attribute: 'roles' }],
  ['{"a\\nb":1}', { code: 'invalid_attribute', attribute: 'a?b' }],
])('%s is refused as %j', (text, fault) => {
  expect(faultOf(() => read(text))).toEqual(fault)
})

test('no bytes are no JSON', () => {
  expect(faultOf(() => reader.read(undefined, []))).toEqual({ code: 'malformed_json' })
})

test('an attribute that the dialect does not know is refused even if the schema has it', () => {
  expect(faultOf(() => read('{"name":"a","roles":["x"]}', ['roles']))).toEqual({
    code: 'invalid_attribute',
    attribute: 'roles',
  })
})

test('bodies of any depth are refused without recursion', () => {
  for (const depth of [100, 100_000]) {
    const list = '['.repeat(depth) + ']'.repeat(depth)
    expect(faultOf(() => read(`{"name":${list}}`))).toEqual({ code: 'wrong_type', attribute: 'name' })
  }
})

test('whatever arrives is read or refused, and what is read fits', () => {
  const text = fc.oneof(
    fc.json(),
    fc.string({ unit: 'binary' }),
    fc.json().map((value) => `{"name":${value}}`),
  )
  fc.assert(
    fc.property(text, (input) => {
      const value = faultOf(() => read(input))
      expect(value).toSatisfy((it: object) => 'code' in it || ('name' in it && typeof it.name === 'string'))
    }),
    { numRuns: 1000 },
  )
})
