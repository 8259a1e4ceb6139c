// A project's IP access list: what its clusters would let in, on Atlas alone.
import { expect } from 'vitest'
import { sweep } from '../../src/usecases/sweep.ts'
import { ACME } from '../harness/case-seed.ts'
import { cases, type Given, leavesNothing, newProject, outcome } from '../harness/cases.ts'
import * as ledger from '../harness/ledger.ts'
import { type Answer, DIALECTS } from '../harness/world.ts'

const { inEveryDialect } = cases()
const ATLAS = DIALECTS.filter(({ isAtlas }) => isAtlas)

const listOf = (projectId: string): string => `/groups/${projectId}/accessList`
const PROJECT0 = listOf(ACME.project0)
const DAY = 86_400_000

const inAtlas = (sentence: string, run: (given: Given) => Promise<void>): void => inEveryDialect(sentence, run, ATLAS)

const results = ({ body }: Answer): readonly unknown[] => Object(body).results

const eventsOf = async ({ world }: Given, projectId: string) =>
  (await ledger.events(world.atrium.db))
    .filter((event) => event.projectId === projectId && event.type.startsWith('NETWORK'))
    .map(({ type, details }) => `${type.replace('NETWORK_PERMISSION_ENTRY_', '')} ${Object(details).whitelistEntry}`)

inAtlas('entries of every kind are added, shown alike alone and in the list, and removed', async (given) => {
  const project = await newProject(given)
  const list = listOf(project)
  const added = await given.owner.post(list, [
    { ipAddress: '192.0.2.1', comment: 'the office' },
    { cidrBlock: '10.0.0.0/8', deleteAfterDate: '2026-02-20T00:00:00+01:00' },
    { awsSecurityGroup: 'sg-0123456789abcdef0', groupId: project, links: [] },
  ])
  const href = (entry: string) => given.href(`${list}/${encodeURIComponent(entry)}`)
  const links = (entry: string) => [{ href: href(entry), rel: 'self' }]
  const entries = [
    { cidrBlock: '10.0.0.0/8', deleteAfterDate: '2026-02-19T23:00:00Z', groupId: project, links: links('10.0.0.0/8') },
    {
      cidrBlock: '192.0.2.1/32',
      comment: 'the office',
      groupId: project,
      ipAddress: '192.0.2.1',
      links: links('192.0.2.1/32'),
    },
    { awsSecurityGroup: 'sg-0123456789abcdef0', groupId: project, links: links('sg-0123456789abcdef0') },
  ]
  expect([added.status, JSON.stringify(results(added))]).toEqual([201, JSON.stringify(entries)])
  expect((await given.owner.get(list)).text).toBe(added.text)
  const names = ['10.0.0.0%2F8', '192.0.2.1', 'sg-0123456789abcdef0']
  for (const [index, name] of names.entries()) {
    expect((await given.owner.get(`${list}/${name}`)).text).toBe(JSON.stringify(entries[index]))
    expect((await given.owner.get(`${list}/${name}/status`)).text).toBe('{"STATUS":"ACTIVE"}')
    const removed = await given.owner.delete(`${list}/${name}`)
    expect([removed.status, removed.text]).toEqual([204, ''])
    expect(outcome(await given.owner.delete(`${list}/${name}`))).toBe('404 ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND')
  }
  expect(results(await given.owner.get(list))).toEqual([])
  expect(await eventsOf(given, project)).toEqual([
    'ADDED 192.0.2.1/32',
    'ADDED 10.0.0.0/8',
    'ADDED sg-0123456789abcdef0',
    'REMOVED 10.0.0.0/8',
    'REMOVED 192.0.2.1/32',
    'REMOVED sg-0123456789abcdef0',
  ])
})

inAtlas('posting an entry again renews its comment and its end, and the same again changes nothing', async (given) => {
  const project = await newProject(given)
  const list = listOf(project)
  const post = (entry: object) => given.owner.post(list, [{ ipAddress: '192.0.2.1', ...entry }])
  await post({ comment: 'first', deleteAfterDate: '2026-03-01T00:00:00Z' })
  expect(results(await post({ comment: 'second' }))).toEqual([
    expect.not.objectContaining({ deleteAfterDate: expect.anything() }),
  ])
  expect(results(await post({}))).toEqual([expect.objectContaining({ comment: 'second' })])
  expect(await eventsOf(given, project)).toEqual(['ADDED 192.0.2.1/32', 'UPDATED 192.0.2.1/32'])
})

inAtlas('an entry ends with its date by the domain’s clock, swept or not', async (given) => {
  const list = listOf(await newProject(given))
  const { atrium } = given.world
  await given.owner.post(list, [
    { ipAddress: '192.0.2.1' },
    { ipAddress: '192.0.2.2', deleteAfterDate: '2026-02-19T00:00:00Z' },
  ])
  atrium.advance(DAY)
  try {
    const left = await given.owner.get(list)
    expect([results(left).length, Object(left.body).totalCount]).toEqual([1, 1])
    expect(outcome(await given.owner.get(`${list}/192.0.2.2`))).toBe('404 ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND')
    expect(outcome(await given.owner.delete(`${list}/192.0.2.2`))).toBe('404 ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND')
    const again = await given.owner.post(list, [{ ipAddress: '192.0.2.2' }])
    expect(results(again)).toHaveLength(2)
    await given.owner.post(list, [{ ipAddress: '192.0.2.3', deleteAfterDate: '2026-02-20T00:00:00Z' }])
    const due = { now: () => Date.UTC(2026, 1, 21), wall: () => 0 }
    await sweep({ db: atrium.db, settings: { invitationDays: 30 }, ambient: { ...Object(due) } })
    expect((await ledger.accessListOf(atrium.db, list.split('/')[2] ?? '')).toSorted()).toEqual([
      '192.0.2.1/32',
      '192.0.2.2/32',
    ])
  } finally {
    atrium.advance(-DAY)
  }
})

inAtlas('a bad entry leaves all of its request out', async (given) => {
  const good = { ipAddress: '192.0.2.9' }
  const bad: readonly (readonly [object, string])[] = [
    [{ ipAddress: '192.0.2.256' }, '400 INVALID_IP_ADDRESS_OR_CIDR_NOTATION'],
    [{ cidrBlock: '192.0.2.1/8' }, '400 INVALID_IP_ADDRESS_OR_CIDR_NOTATION'],
    [{ cidrBlock: '192.0.2.9/32' }, '400 DUPLICATE_ADDRESSES_IN_INPUT'],
    [{ ipAddress: '192.0.2.1', cidrBlock: '192.0.2.2/32' }, '400 BAD_ACCESS_LIST_ADD_REQUEST'],
    [{ ipAddress: '192.0.2.1', awsSecurityGroup: 'sg-1' }, '400 BAD_ACCESS_LIST_ADD_REQUEST'],
    [{ awsSecurityGroup: 'security' }, '400 INVALID_ATTRIBUTE'],
    [{ comment: 'nothing else' }, '400 MISSING_ATTRIBUTES'],
    [{ ipAddress: '192.0.2.1', comment: 'c'.repeat(81) }, '400 INVALID_ATTRIBUTE'],
    [{ ipAddress: '192.0.2.1', deleteAfterDate: 'tomorrow' }, '400 INVALID_ATTRIBUTE'],
    [{ ipAddress: '192.0.2.1', deleteAfterDate: '2026-02-30T99:00:00Z' }, '400 INVALID_ATTRIBUTE'],
    [{ ipAddress: '192.0.2.1', deleteAfterDate: '2026-02-18T18:51:46Z' }, '400 INVALID_ATTRIBUTE'],
  ]
  await leavesNothing(given, async () => {
    for (const [entry, code] of bad) {
      expect(outcome(await given.owner.post(PROJECT0, [good, entry])), JSON.stringify(entry)).toBe(code)
    }
  })
})

inAtlas('readers read the list, network managers change it, and nobody else does', async (given) => {
  const entry = `198.51.100.${given.world.next() % 250}`
  await leavesNothing(given, async () => {
    for (const name of ['projectReader', 'accessManager', 'orgReader', 'member'] as const) {
      expect(outcome(await given.as(name).post(PROJECT0, [{ ipAddress: entry }]))).toBe('401 USER_UNAUTHORIZED')
      expect(outcome(await given.as(name).delete(`${PROJECT0}/${entry}`))).toBe('401 USER_UNAUTHORIZED')
    }
    expect((await given.as('projectReader').get(PROJECT0)).status).toBe(200)
    expect(outcome(await given.as('member').get(PROJECT0))).toBe('401 USER_UNAUTHORIZED')
  })
  expect((await given.as('networkManager').post(PROJECT0, [{ ipAddress: entry }])).status).toBe(201)
  expect((await given.as('projectReader').get(`${PROJECT0}/${entry}`)).status).toBe(200)
  expect((await given.as('networkManager').delete(`${PROJECT0}/${entry}`)).status).toBe(204)
})

inAtlas('a project’s list says nothing about who may call', async (given) => {
  await given.owner.post(PROJECT0, [{ ipAddress: '203.0.113.77' }])
  expect((await given.owner.get(`/groups/${ACME.project0}`)).status).toBe(200)
  expect((await given.owner.delete(`${PROJECT0}/203.0.113.77`)).status).toBe(204)
})

inAtlas('a path that names no entry finds nothing, on either engine', async (given) => {
  for (const name of [
    '%00',
    'a%00b',
    'sg-%00',
    'sg-',
    '10.0.0.0%2F33',
    '10.1.0.0%2F8',
    '%F0%9F%90%99',
    'x'.repeat(1000),
  ]) {
    for (const answer of [
      await given.owner.get(`${PROJECT0}/${name}`),
      await given.owner.get(`${PROJECT0}/${name}/status`),
      await given.owner.delete(`${PROJECT0}/${name}`),
    ]) {
      expect(outcome(answer), name).toBe('404 ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND')
    }
  }
})
