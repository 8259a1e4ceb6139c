// What every answer has in common: pretty printing, envelopes, query rules, HEAD, trailing slashes, headers.
import { expect, test } from 'vitest'
import { ACME } from '../harness/case-seed.ts'
import {
  cases,
  type Given,
  invitedToOrg,
  invitedToProject,
  ORG_INVITES,
  outcome,
  PROJECT_INVITES,
} from '../harness/cases.ts'
import type { Answer } from '../harness/world.ts'

const { inEveryDialect } = cases()

const UNKNOWN_ID = '5f0a0000000000000000ffff'

/** The printer of the live service, written again from its samples. */
function pretty(value: unknown, indent = ''): string {
  if (Array.isArray(value)) {
    return value.length === 0 ? '[ ]' : `[ ${value.map((item) => pretty(item, indent)).join(', ')} ]`
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const lines = Object.entries(value).map(([key, item]) => `${indent}  "${key}" : ${pretty(item, `${indent}  `)}`)
  return lines.length === 0 ? '{ }' : `{\n${lines.join(',\n')}\n${indent}}`
}

test('the printer above prints what the live service was seen to print', () => {
  const sample = {
    links: [],
    results: [
      { id: 'a', roles: [{ roleName: 'X' }] },
      { id: 'b', roles: [] },
    ],
    totalCount: 2,
  }
  expect(pretty(sample)).toBe(`{
  "links" : [ ],
  "results" : [ {
    "id" : "a",
    "roles" : [ {
      "roleName" : "X"
    } ]
  }, {
    "id" : "b",
    "roles" : [ ]
  } ],
  "totalCount" : 2
}`)
})

/** One path for each kind of answer, with what it is answered without any flag. */
async function kinds(given: Given): Promise<ReadonlyMap<string, string>> {
  const { id, username } = await invitedToOrg(given, { roles: ['ORG_OWNER', 'ORG_MEMBER'], teamIds: [ACME.team0] })
  return new Map([
    ['resource', `${ORG_INVITES}/${id}`],
    ['list', `${ORG_INVITES}?username=${username}`],
    ['empty list', `${ORG_INVITES}?username=no-address`],
    ['page', '/orgs'],
    ['empty page', '/orgs?name=nothing'],
    ['error', `${ORG_INVITES}/${UNKNOWN_ID}`],
  ])
}

const withFlag = (path: string, flag: string): string => `${path}${path.includes('?') ? '&' : '?'}${flag}`

inEveryDialect('pretty=true prints the same answer as the live service does', async (given) => {
  for (const [kind, path] of await kinds(given)) {
    const plain = await given.owner.get(path)
    const printed = await given.owner.get(withFlag(path, 'pretty=true'))
    // Cloud Manager repeats the flag in the links of a page.
    const body = JSON.parse(kind.endsWith('page') ? printed.text : plain.text)
    expect(printed.text, kind).toBe(pretty(body))
    expect(printed.status).toBe(plain.status)
    expect((await given.owner.get(withFlag(path, 'pretty=false'))).status).toBe(plain.status)
  }
})

inEveryDialect('Cloud Manager’s pages keep the caller’s flags in front', async (given) => {
  const { body } = await given.owner.get('/groups?itemsPerPage=7&envelope=false&pretty=true')
  const query = given.isAtlas
    ? 'includeCount=true&pageNum=1&itemsPerPage=7'
    : 'pretty=true&envelope=false&pageNum=1&itemsPerPage=7'
  expect(body).toMatchObject({ links: [{ href: given.href(`/groups?${query}`), rel: 'self' }] })
})

inEveryDialect('an envelope holds the status beside the content, keys in order', async (given) => {
  for (const [kind, path] of await kinds(given)) {
    const plain = await given.owner.get(path)
    const enveloped = await given.owner.get(withFlag(path, 'envelope=true'))
    expect(enveloped.status, kind).toBe(plain.status)
    expect(enveloped.headers['content-type']).toBe(plain.headers['content-type'])
    if (kind.endsWith('page')) {
      const { links, results, totalCount } = JSON.parse(enveloped.text)
      const { results: plainResults } = JSON.parse(plain.text)
      expect(enveloped.text).toBe(JSON.stringify({ links, results: plainResults, status: 200, totalCount }))
      expect(results).toEqual(plainResults)
    } else {
      expect(enveloped.text).toBe(`{"content":${plain.text},"status":${plain.status}}`)
    }
  }
})

inEveryDialect('an envelope repeats the status of whatever was made, and leaves nothing empty', async (given) => {
  const made = await given.owner.post(`${ORG_INVITES}?envelope=true`, {
    roles: ['ORG_MEMBER'],
    username: given.address(),
  })
  const status = given.isAtlas ? 200 : 201
  expect(made.status).toBe(status)
  expect(made.body).toMatchObject({ content: { orgId: ACME.id }, status })
  const { id } = await invitedToOrg(given)
  const deleted = await given.owner.delete(`${ORG_INVITES}/${id}?envelope=true&pretty=true`)
  expect([deleted.status, deleted.text]).toEqual([204, ''])
})

inEveryDialect('an envelope can be printed pretty', async (given) => {
  const { id, answer } = await invitedToProject(given)
  const read = await given.owner.get(`${PROJECT_INVITES}/${id}?pretty=true&envelope=true`)
  expect(read.text).toBe(pretty({ content: JSON.parse(answer.text), status: 200 }))
})

inEveryDialect('errors are wrapped and printed like everything else', async (given) => {
  const path = `${ORG_INVITES}/${UNKNOWN_ID}?envelope=true&pretty=true`
  const detail = `Invitation ${UNKNOWN_ID} does not exist or was already accepted.`
  const content = {
    detail,
    error: 404,
    errorCode: 'INVALID_INVITATION_ID',
    parameters: [UNKNOWN_ID],
    reason: 'Not Found',
  }
  const answer = await given.owner.get(path)
  expect([answer.status, answer.text]).toEqual([404, pretty({ content, status: 404 })])
})

inEveryDialect(
  'an error has its five keys in order, plain JSON as its type, and its code as a header',
  async (given) => {
    const answer = await given.owner.get(`${ORG_INVITES}/${UNKNOWN_ID}`)
    expect(Object.keys(JSON.parse(answer.text))).toEqual(['detail', 'error', 'errorCode', 'parameters', 'reason'])
    expect(answer.headers['content-type']).toBe('application/json')
    expect(answer.headers['x-error-code']).toBe('INVALID_INVITATION_ID')
    expect(answer.headers['deprecation']).toBe(given.isAtlas ? 'Wed, 19 Feb 2025 00:00:00 GMT' : undefined)
    expect(answer.headers['sunset']).toBe(given.isAtlas ? 'Thu, 1 Jul 2027 00:00:00 GMT' : undefined)
  },
)

inEveryDialect('unknown query names mean nothing', async (given) => {
  const { id, answer } = await invitedToOrg(given)
  for (const query of [
    'foo=1',
    'Pretty=true',
    'PRETTY=true',
    'pretty[]=true',
    'foo=1&foo=2',
    '__proto__=1',
    '=',
    '&&',
  ]) {
    const read = await given.owner.get(`${ORG_INVITES}/${id}?${query}`)
    expect([read.status, read.text], query).toEqual([200, answer.text])
  }
})

inEveryDialect('an empty value is no value', async (given) => {
  const { id, answer } = await invitedToOrg(given)
  for (const query of ['pretty=', 'envelope=', 'pretty', 'pretty=&envelope=']) {
    const read = await given.owner.get(`${ORG_INVITES}/${id}?${query}`)
    expect([read.status, read.text], query).toEqual([200, answer.text])
  }
  const page = await given.as('projectReader').get('/groups?pageNum=&itemsPerPage=&includeCount=')
  expect(page.body).toMatchObject({ totalCount: 2 })
})

inEveryDialect('a flag that is neither true nor false is refused by its name', async (given) => {
  const { id } = await invitedToOrg(given)
  for (const name of ['pretty', 'envelope']) {
    for (const value of ['1', 'yes', 'TRUE', 'True', 'true%20', 'null', '%00', 'x'.repeat(300)]) {
      const answer = await given.owner.get(`${ORG_INVITES}/${id}?${name}=${value}`)
      expect(outcome(answer), value).toBe('400 INVALID_QUERY_PARAMETER')
      expect(answer.body).toMatchObject({ parameters: [name] })
    }
  }
  expect(outcome(await given.owner.get('/groups?includeCount=maybe'))).toBe('400 INVALID_QUERY_PARAMETER')
})

inEveryDialect('a page that cannot be is refused by its name', async (given) => {
  const bad = ['0', '-1', '1.5', '1e2', 'one', '0x1', '%201', '99999999999999999999', '٣']
  for (const [name, values] of [
    ['pageNum', bad],
    ['itemsPerPage', [...bad, '501']],
  ] as const) {
    for (const value of values) {
      for (const path of ['/groups', '/orgs']) {
        const answer = await given.owner.get(`${path}?${name}=${encodeURI(value)}`)
        expect(outcome(answer), `${name}=${value}`).toBe('400 INVALID_QUERY_PARAMETER')
        expect(answer.body).toMatchObject({ parameters: [name] })
      }
    }
  }
  expect((await given.owner.get('/groups?itemsPerPage=500&pageNum=999999999')).status).toBe(200)
})

inEveryDialect('the same name twice is refused where one value is expected', async (given) => {
  for (const [path, name] of [
    [`${ORG_INVITES}?username=a@b.example&username=a@b.example`, 'username'],
    [`${PROJECT_INVITES}?username=a@b.example&username=`, 'username'],
    [`${ORG_INVITES}?pretty=true&pretty=true`, 'pretty'],
    [`${ORG_INVITES}?envelope=false&envelope=true`, 'envelope'],
    ['/groups?pageNum=1&pageNum=2', 'pageNum'],
    ['/groups?itemsPerPage=1&itemsPerPage=1', 'itemsPerPage'],
    ['/orgs?name=a&name=b', 'name'],
  ] as const) {
    const answer = await given.owner.get(path)
    expect(outcome(answer), path).toBe('400 INVALID_QUERY_PARAMETER')
    expect(answer.body).toMatchObject({ parameters: [name] })
  }
  const created = await given.owner.post('/groups?projectOwnerId=a&projectOwnerId=b', {
    name: given.name(),
    orgId: ACME.id,
  })
  expect(outcome(created)).toBe('400 INVALID_QUERY_PARAMETER')
})

inEveryDialect('HEAD is answered like GET, without the body', async (given) => {
  for (const [kind, path] of await kinds(given)) {
    const read = await given.owner.get(path)
    const head = await given.owner.head(path)
    expect([head.status, head.text], kind).toEqual([read.status, ''])
    expect(comparable(head)).toEqual(comparable(read))
  }
})

const comparable = ({ headers }: Answer) => ({ ...headers, date: undefined })

inEveryDialect('a slash at the end changes nothing', async (given) => {
  const username = given.address()
  const made = await given.owner.post(`${PROJECT_INVITES}/`, { roles: ['GROUP_OWNER'], username })
  expect(made.status).toBe(given.isAtlas ? 200 : 201)
  const read = await given.owner.get(`${PROJECT_INVITES}/${made.at('id')}/`)
  expect([read.status, read.text]).toEqual([200, made.text])
  expect((await given.owner.get(`${PROJECT_INVITES}/?username=${username}`)).text).toBe(`[${made.text}]`)
  expect((await given.owner.get('/groups/')).status).toBe(200)
})

inEveryDialect('every answer carries the version and tells browsers nothing is theirs', async (given) => {
  const answers = [
    await given.owner.get('/orgs'),
    await given.owner.get(`${ORG_INVITES}/${UNKNOWN_ID}`),
    await given.owner.get('/nothing'),
    await given.owner.send({ method: 'PUT', target: '/orgs' }),
  ]
  for (const { headers } of answers) {
    expect(headers['x-mongodb-service-version']).toMatch(/^gitHash=[0-9a-f]{40}; versionString=\S+$/)
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-frame-options']).toBe('DENY')
    expect(headers['x-permitted-cross-domain-policies']).toBe('none')
    expect(headers['strict-transport-security']).toBe(given.isAtlas ? undefined : 'max-age=300')
    expect(headers['access-control-allow-origin']).toBeUndefined()
    expect(headers['set-cookie']).toBeUndefined()
    expect(headers['x-powered-by']).toBeUndefined()
  }
})

inEveryDialect('links never follow the Host header', async (given) => {
  const { id, answer } = await invitedToOrg(given)
  const headers = { Host: 'evil.example', 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https' }
  const read = await given.owner.get(`${ORG_INVITES}/${id}`, headers)
  expect([read.status, read.text]).toEqual([200, answer.text])
  const page = await given.owner.get('/orgs', headers)
  expect([page.status, page.text.includes('evil')]).toEqual([200, false])
})
