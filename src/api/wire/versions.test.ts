import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isJsonMediaType, requestedDate, resolveVersion } from './versions.ts'

const VERSIONS = [{ date: '2023-01-01' }, { date: '2025-02-19' }]

test.each([
  ['2022-12-31', undefined],
  ['2023-01-01', '2023-01-01'],
  ['2025-02-18', '2023-01-01'],
  ['2025-02-19', '2025-02-19'],
  ['2999-01-01', '2025-02-19'],
])('%s asks for the version of %s', (date, version) => {
  expect(resolveVersion(VERSIONS, date)?.date).toBe(version)
})

test('a preview is answered by a preview alone, and no date asks for one', () => {
  const versions = [...VERSIONS, { date: 'preview' }]
  expect(resolveVersion(versions, 'preview')?.date).toBe('preview')
  expect(resolveVersion(versions, '2999-01-01')?.date).toBe('2025-02-19')
  expect(resolveVersion(VERSIONS, 'preview')).toBeUndefined()
})

test.each([
  ['application/vnd.atlas.preview+json', 'preview'],
  ['application/vnd.atlas.2025-03-12.upcoming+json', undefined],
  ['application/vnd.atlas.2024-02-29+json', '2024-02-29'],
  [' Application/Vnd.Atlas.2024-08-05+JSON ; q=1', '2024-08-05'],
  ['*/*, application/vnd.atlas.2024-08-05+json', '2024-08-05'],
  ['application/vnd.atlas.2023-02-29+json, application/vnd.atlas.2024-08-05+json', '2024-08-05'],
  ['application/vnd.atlas.2023-02-29+json', undefined],
  ['application/vnd.atlas.2023-00-10+json', undefined],
  ['application/vnd.atlas.2024-08-05+json2', undefined],
  ['x;application/vnd.atlas.2024-08-05+json', undefined],
  ['', undefined],
  [undefined, undefined],
])('the Accept header %j asks for %s', (accept, date) => {
  expect(requestedDate(accept)).toBe(date)
})

test('whatever stands in the header, the date asked for is one of the calendar', () => {
  const digits = fc.integer({ min: 0, max: 9999 }).map((number) => String(number).padStart(4, '0'))
  const two = fc.integer({ min: 0, max: 99 }).map((number) => String(number).padStart(2, '0'))
  const dated = fc.tuple(digits, two, two).map((parts) => `application/vnd.atlas.${parts.join('-')}+json`)
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), dated), (accept) => {
      const date = requestedDate(accept)
      if (date !== undefined) expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date)
      expect(isJsonMediaType(accept)).toBeTypeOf('boolean')
    }),
    { numRuns: 1000 },
  )
})

test.each([
  'application/json',
  'APPLICATION/JSON;charset=x',
  'application/json\t',
  'application/vnd.atlas.2023-01-01+json',
])('a body called %j is read', (type) => {
  expect(isJsonMediaType(type)).toBe(true)
})

test.each([
  undefined,
  '',
  'json',
  'text/json',
  'application/json\ta',
  'application/jsonx',
  'application/vnd.atlas.1+json',
])('a body called %j is not', (type) => {
  expect(isJsonMediaType(type)).toBe(false)
})
