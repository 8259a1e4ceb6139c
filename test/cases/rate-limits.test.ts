// The rate limits as they are read, and the preview that they were published as.
import { expect } from 'vitest'
import { atlasV2 } from '../../src/api/dialects/atlas-v2.ts'
import { routes } from '../../src/api/operations/all.ts'
import { ENDPOINT_SETS } from '../../src/api/rate-limits.ts'
import { ACME, STRANGER } from '../harness/case-seed.ts'
import { cases, type Given, outcome } from '../harness/cases.ts'
import { type Answer, DIALECTS } from '../harness/world.ts'

const { inEveryDialect } = cases()
const ended = cases({ enforcesSunsets: true, now: Date.UTC(2026, 3, 21) })

const ATLAS = DIALECTS.filter(({ isAtlas }) => isAtlas)
const V2 = DIALECTS.filter(({ name }) => name === 'v2')
const typeOf = (version: string): string => `application/vnd.atlas.${version}+json`
const LATEST = { Accept: typeOf('2025-03-12') }

interface Set {
  readonly endpointSetId: string
  readonly scope: string
  readonly endpoints: readonly { readonly method: string; readonly path: string }[]
}

const get = (given: Given, path: string) => given.owner.get(path, LATEST)
const setsIn = ({ body }: Answer): readonly Set[] => Object(body).results
const idsIn = (answer: Answer): readonly string[] => setsIn(answer).map(({ endpointSetId }) => endpointSetId)

inEveryDialect(
  'a set says what a bucket holds, how it refills, whose it is and what counts against it',
  async (given) => {
    const one = (value: number) => ({ defaultValue: value, value })
    expect((await get(given, '/rateLimits/projectEvents')).body).toEqual({
      capacity: one(300),
      endpointSetId: 'projectEvents',
      endpointSetName: 'Events of a project',
      endpoints: ['', '/{eventId}'].map((rest) => ({
        method: 'GET',
        path: `${given.dialect.prefix}/groups/{groupId}/events${rest}`,
      })),
      refillDurationSeconds: one(60),
      refillRate: one(100),
      scope: 'GROUP',
    })
    expect(outcome(await get(given, '/rateLimits/nothing'))).toBe('404 RESOURCE_NOT_FOUND')
    expect(outcome(await get(given, '/rateLimits/toString'))).toBe('404 RESOURCE_NOT_FOUND')
  },
  ATLAS,
)

inEveryDialect(
  'every operation counts against exactly one of the sets',
  async (given) => {
    const answer = await get(given, '/rateLimits')
    const listed = setsIn(answer).flatMap(({ endpoints }) => endpoints.map(({ method, path }) => `${method} ${path}`))
    const served = routes.filter(({ operationId }) => atlasV2.serves(operationId))
    expect(listed.toSorted()).toEqual(
      served.map(({ method, path }) => `${method} ${given.dialect.prefix}${path}`).toSorted(),
    )
    expect(Object.keys(ENDPOINT_SETS)).toEqual(expect.arrayContaining([...idsIn(answer)]))
    const second = await get(given, '/rateLimits?itemsPerPage=2&pageNum=2')
    expect(idsIn(second)).toEqual(idsIn(answer).slice(2, 4))
    expect(Object(second.body).links[0].href).toBe(given.href('/rateLimits?pageNum=2&itemsPerPage=2'))
  },
  ATLAS,
)

inEveryDialect(
  'sets are found by whom they are counted for, by name and by path',
  async (given) => {
    const scopes = async (query: string) => [
      ...new Set(setsIn(await get(given, `/rateLimits?${query}`)).map(({ scope }) => scope)),
    ]
    expect(await scopes(`groupId=${ACME.project0}`)).toEqual(['GROUP'])
    expect(await scopes(`orgId=${ACME.id}`)).toEqual(['ORGANIZATION'])
    expect(await scopes('userId=somebody')).toEqual(['USER'])
    expect((await scopes(`groupId=${ACME.project0}&orgId=${ACME.id}`)).toSorted()).toEqual(['GROUP', 'ORGANIZATION'])
    const found = async (query: string) => idsIn(await get(given, `/rateLimits?${query}`))
    expect(await found('name=events%20of%20a%20project')).toEqual(['projectEvents'])
    expect(await found('name=nothing')).toEqual([])
    const { prefix } = given.dialect
    expect(await found(`endpointPath=${prefix}/orgs/${ACME.id}/events`)).toEqual(['orgEvents'])
    expect(await found(`endpointPath=${prefix}/orgs/{orgId}/events`)).toEqual(['orgEvents'])
    expect(await found('endpointPath=/nowhere')).toEqual([])
    expect((await get(given, `/rateLimits/projectEvents?groupId=${ACME.project0}`)).status).toBe(200)
    expect(outcome(await get(given, `/rateLimits/projectEvents?orgId=${ACME.id}`))).toBe('404 RESOURCE_NOT_FOUND')
  },
  ATLAS,
)

inEveryDialect(
  'nobody learns of organizations and projects that are not theirs',
  async (given) => {
    for (const [query, refusal] of [
      [`orgId=${STRANGER.id}`, '404 ORG_NOT_FOUND'],
      ['orgId=5f0a0000000000000000ffff', '404 ORG_NOT_FOUND'],
      [`groupId=${STRANGER.project}`, '404 GROUP_NOT_FOUND'],
      ['groupId=xyz', '404 INVALID_GROUP_ID'],
      ['ipAddress=nowhere', '400 INVALID_QUERY_PARAMETER'],
    ] as const) {
      for (const path of ['/rateLimits', '/rateLimits/root']) {
        expect(outcome(await get(given, `${path}?${query}`)), query).toBe(refusal)
      }
    }
    const member = await given.as('member').get(`/rateLimits?groupId=${ACME.project0}`, LATEST)
    expect(outcome(member)).toBe('401 USER_UNAUTHORIZED')
  },
  ATLAS,
)

inEveryDialect(
  'a preview is answered as what it is, and only where there is one',
  async (given) => {
    const ask = (path: string, version: string) => given.owner.get(path, { Accept: typeOf(version) })
    const preview = await ask('/rateLimits', 'preview')
    expect(preview.status).toBe(200)
    expect(preview.headers).toMatchObject({
      'content-type': `${typeOf('preview')};charset=utf-8`,
      sunset: 'Tue, 21 Apr 2026 00:00:00 GMT',
    })
    const published = await ask('/rateLimits', '2999-01-01')
    expect(published.headers['content-type']).toBe(`${typeOf('2025-03-12')};charset=utf-8`)
    expect(published.headers).not.toHaveProperty('sunset')
    expect(outcome(await ask('/rateLimits', '2025-03-11'))).toBe('406 INVALID_VERSION_DATE')
    expect(outcome(await ask('/orgs', 'preview'))).toBe('406 INVALID_VERSION_DATE')
    for (const path of ['/rateLimits', '/orgs']) {
      expect(outcome(await ask(path, '2025-03-12.upcoming'))).toBe('406 INVALID_VERSION_DATE')
    }
  },
  V2,
)

ended.inEveryDialect(
  'the preview ends before everything else',
  async (given) => {
    const gone = await given.owner.get('/rateLimits/root', { Accept: typeOf('preview') })
    expect(outcome(gone)).toBe('410 VERSION_GONE')
    expect(Object(gone.body).parameters).toEqual(['preview', 'api/atlas/v2/rateLimits/{endpointSetId}'])
    expect((await get(given, '/rateLimits/root')).status).toBe(200)
  },
  V2,
)
