import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Json, pretty } from './json.ts'

test.each<[Json, string]>([
  [{}, '{ }'],
  [[], '[ ]'],
  [{ a: [], b: {} }, '{\n  "a" : [ ],\n  "b" : { }\n}'],
  [{ a: ['x', 'y'], b: null }, '{\n  "a" : [ "x", "y" ],\n  "b" : null\n}'],
  [[{ a: 1 }, { b: true }], '[ {\n  "a" : 1\n}, {\n  "b" : true\n} ]'],
  [{ a: [{ b: [{ c: 1 }] }] }, '{\n  "a" : [ {\n    "b" : [ {\n      "c" : 1\n    } ]\n  } ]\n}'],
  [{ 'a"b': 'c\nd' }, '{\n  "a\\"b" : "c\\nd"\n}'],
])('%j is printed as the live service prints it', (value, text) => {
  expect(pretty(value)).toBe(text)
})

test('what is printed pretty is the same JSON', () => {
  const { json } = fc.letrec<{ json: Json; leaf: Json }>((tie) => ({
    leaf: fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
    json: fc.oneof(
      { maxDepth: 4 },
      tie('leaf'),
      fc.array(tie('json'), { maxLength: 4 }),
      fc.dictionary(fc.string(), tie('json'), { maxKeys: 4 }),
    ),
  }))
  fc.assert(
    fc.property(json, (value) => {
      expect(JSON.parse(pretty(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
    { numRuns: 300 },
  )
})
