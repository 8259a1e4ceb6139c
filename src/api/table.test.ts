import { expect, test } from 'vitest'
import { atlasV2 } from './dialects/atlas-v2.ts'
import { cloudManager } from './dialects/cloud-manager.ts'
import { routes } from './operations/all.ts'
import { nothing, type Route, route, showsNothing } from './route.ts'
import { createTable } from './table.ts'

const VERSIONS = [{ date: '2023-01-01', deprecated: '2024-03-05', sunset: '2027-07-01' }, { date: '2025-02-19' }]

const row = (changes: Partial<Route> = {}): Route => ({
  ...route({
    operationId: 'getThing',
    method: 'GET',
    path: '/orgs/{orgId}/things/{thingId}',
    needs: 'org.read',
    limit: 'organizations',
    versions: VERSIONS,
    answer: showsNothing,
    run: async () => nothing,
  }),
  ...changes,
})

const table = createTable(atlasV2, [row(), row({ operationId: 'deleteThing', method: 'DELETE' })], { 'X-Common': '1' })

test('a row is found by method and path, HEAD like GET, with or without a slash at the end', () => {
  for (const method of ['GET', 'HEAD']) {
    const found = table.find(method, '/orgs/1/things/a%20b/')
    expect(found?.served.route.operationId).toBe('getThing')
    expect(found?.params).toEqual({ orgId: '1', thingId: 'a b' })
  }
  expect(table.find('PUT', '/orgs/1/things/2')).toBeUndefined()
  expect(table.find('BREW', '/orgs/1/things/2')).toBeUndefined()
  expect(table.find('GET', '/orgs/1/things/%zz')).toBeUndefined()
})

test('a path knows its methods, and an unknown path none', () => {
  expect(table.allowed('/orgs/1/things/2')).toEqual(['GET', 'HEAD', 'DELETE'])
  expect(table.allowed('/orgs/1')).toEqual([])
})

test('the edition is the newest not after the date, with that version’s headers', () => {
  const served = table.find('GET', '/orgs/1/things/2')?.served
  if (!served) throw new Error('The row was not found.')
  const edition = (date: string) => table.edition(served, `application/vnd.atlas.${date}+json`)
  expect(edition('2022-12-31')).toBeUndefined()
  expect(table.edition(served, undefined)).toBeUndefined()
  expect(edition('2025-02-18')?.successHeaders).toEqual({
    'Content-Type': 'application/vnd.atlas.2023-01-01+json;charset=utf-8',
    'X-Common': '1',
    Deprecation: 'Tue, 5 Mar 2024 00:00:00 GMT',
    Sunset: 'Thu, 1 Jul 2027 00:00:00 GMT',
  })
  expect(edition('2025-02-19')?.successHeaders).toEqual({
    'Content-Type': 'application/vnd.atlas.2025-02-19+json;charset=utf-8',
    'X-Common': '1',
  })
})

test('a dialect without versions serves the first one and announces no sunset', () => {
  const undated = createTable({ ...cloudManager, serves: () => true }, [row()], {})
  const served = undated.find('GET', '/orgs/1/things/2')?.served
  expect(served && undated.edition(served, 'text/html')?.successHeaders).toEqual({ 'Content-Type': 'application/json' })
})

test('strange Accept headers do not push out what is remembered', () => {
  const served = table.find('GET', '/orgs/1/things/2')?.served
  if (!served) throw new Error('The row was not found.')
  for (let index = 0; index < 300; index += 1) {
    const accept = `application/vnd.atlas.2025-03-12+json;x=${index}`
    expect(table.edition(served, accept)?.version.date).toBe('2025-02-19')
    expect(table.edition(served, `text/x${index}`)).toBeUndefined()
  }
})

test.each([
  ['an operation in two rows', [row(), row()], /stands in two rows/],
  ['a need of the organization on a path without one', [row({ path: '/things' })], /has no \{orgId\}/],
  ['a need of a project on a path without one', [row({ needs: 'project.read' })], /has no \{groupId\}/],
  ['no version', [row({ versions: [] })], /has no version/],
])('%s does not start', (_what, rows, message) => {
  expect(() => createTable(atlasV2, rows, {})).toThrow(message)
})

test('the rows that are served start in every dialect', () => {
  expect(routes.length).toBeGreaterThanOrEqual(21)
  for (const dialect of [atlasV2, cloudManager]) {
    expect(createTable(dialect, routes, {}).find('GET', '/orgs')?.served.route.operationId).toBe('listOrgs')
  }
})
