// Many invitations by one request: each row is decided by itself, and a repeated request does nothing again.
import { expect } from 'vitest'
import { ACME } from '../harness/case-seed.ts'
import {
  cases,
  type Given,
  invitedToOrg,
  leavesNothing,
  ORG_INVITES,
  outcome,
  PROJECT_INVITES,
} from '../harness/cases.ts'
import { invitation } from '../harness/ledger.ts'
import { NEW, ORG_USERS } from '../harness/org-users.ts'
import { type Answer, DIALECTS } from '../harness/world.ts'

const { inEveryDialect } = cases()
const full = cases({ limits: { usersPerOrg: 12 } })
const limited = cases({ limitsRates: true })

const ATLAS = DIALECTS.filter(({ isAtlas }) => isAtlas)
const V2 = DIALECTS.filter(({ name }) => name === 'v2')
const DAY = 86_400_000
const PROJECT_USERS = `/groups/${ACME.project0}/users`

interface Result {
  readonly status: number
  readonly invitation?: { readonly id: string; readonly username: string }
  readonly user?: { readonly id: string; readonly username: string; readonly orgMembershipStatus: string }
  readonly error?: { readonly errorCode: string }
}

const post = ({ owner }: Given, path: string, rows: readonly unknown[], headers = {}): Promise<Answer> =>
  owner.post(`${path}:batch`, { invitations: rows }, headers)

function resultsOf(answer: Answer): readonly Result[] {
  if (answer.status !== 200) throw new Error(`The batch was answered ${answer.status} ${answer.text.slice(0, 500)}`)
  return Object(answer.body).results
}

const spelled = ({ status, error }: Result): string => (error ? `${status} ${error.errorCode}` : String(status))

/** Rows that the single operation refuses, each for another reason. */
const badRows = (given: Given, roles: readonly string[], otherRoles: readonly string[]): readonly unknown[] => [
  { roles, username: 'no address' },
  { roles: ['KING'], username: given.address() },
  { roles: otherRoles, username: given.address() },
  { roles: [], username: given.address() },
  { roles, username: 1 },
  { username: given.address() },
  { roles, username: given.address(), king: true },
  { roles, username: `${given.address()}\u0007` },
  {},
  [],
  null,
  'somebody@new.example',
]

inEveryDialect('each row is answered as the single operation answers it', async (given) => {
  const { owner, isAtlas } = given
  for (const [path, roles, otherRoles, known] of [
    [ORG_INVITES, ['ORG_MEMBER'], ['GROUP_OWNER'], ACME.member.username],
    [PROJECT_INVITES, ['GROUP_READ_ONLY'], ['ORG_OWNER'], ACME.teammate.username],
  ] as const) {
    const bad = [...badRows(given, roles, otherRoles), { roles, username: known }]
    const singly: string[] = []
    for (const row of bad) singly.push((await owner.post(path, JSON.stringify(row))).text)
    const results = resultsOf(await post(given, path, bad))
    expect(results.map(({ error }) => error)).toEqual(singly.map((text) => JSON.parse(text)))
    expect(results.map(({ status }) => status)).toEqual(singly.map((text) => JSON.parse(text).error))
    const username = given.address()
    const [made, twice, next] = resultsOf(
      await post(given, path, [
        { roles, username },
        { roles, username: username.toUpperCase() },
        { roles, username: given.address() },
      ]),
    )
    expect([made, twice, next].map((each) => each?.status)).toEqual(isAtlas ? [200, 409, 200] : [201, 409, 201])
    expect((await owner.get(`${path}/${made?.invitation?.id}`)).body).toEqual(made?.invitation)
  }
})

inEveryDialect('what is wrong with the whole is refused as a whole, and nothing is done', async (given) => {
  const row = () => ({ roles: ['ORG_MEMBER'], username: given.address() })
  await leavesNothing(given, async () => {
    for (const [body, expected] of [
      [{}, '400 MISSING_ATTRIBUTE'],
      [{ invitations: null }, '400 MISSING_ATTRIBUTE'],
      [{ invitations: [] }, '400 MISSING_ATTRIBUTE'],
      [{ invitations: row() }, '400 INVALID_JSON_ATTRIBUTE'],
      [{ invitations: [row()], language: 'ko' }, '400 INVALID_ATTRIBUTE'],
      [[row()], '400 INVALID_JSON'],
    ] as const) {
      expect(outcome(await given.owner.post(`${ORG_INVITES}:batch`, body))).toBe(expected)
    }
    const many = await post(given, ORG_INVITES, Array.from({ length: 501 }, row))
    expect(outcome(many)).toBe('400 INVALID_ATTRIBUTE')
    expect(many.body).toMatchObject({
      detail: 'The attribute invitations may have 500 entries at most; 501 were specified. Nothing has been done.',
      parameters: ['invitations'],
    })
  })
})

inEveryDialect(
  'five hundred rows are done by one request',
  async (given) => {
    const rows = Array.from({ length: 500 }, () => ({ roles: ['ORG_MEMBER'], username: given.address() }))
    const started = performance.now()
    const results = resultsOf(await post(given, ORG_INVITES, rows))
    const took = performance.now() - started
    console.log(`500 rows on ${given.world.engine}: ${took.toFixed(0)} ms`)
    expect(results.map(({ invitation: made }) => made?.username)).toEqual(rows.map(({ username }) => username))
    for (const { invitation: made } of results.slice(-2)) {
      expect((await given.owner.get(`${ORG_INVITES}/${made?.id}`)).body).toEqual(made)
    }
  },
  V2,
)

inEveryDialect('a row may say in which language its person is written to', async (given) => {
  const row = (language?: unknown) => ({ roles: ['ORG_MEMBER'], username: given.address(), language })
  const results = resultsOf(await post(given, ORG_INVITES, [row('ko'), row(), row('tlh'), row(null), row(1)]))
  const made = given.isAtlas ? '200' : '201'
  expect(results.map(spelled)).toEqual([made, made, '400 INVALID_ENUM_VALUE', made, '400 INVALID_JSON_ATTRIBUTE'])
  expect(results[2]?.error).toMatchObject({
    detail: 'Invalid language tlh was specified: choose one of en, pt-BR, es, ja, ko, zh-CN.',
  })
  const { language } = await invitation(given.world.atrium.db, results[0]?.invitation?.id ?? '')
  expect(language).toBe('ko')
})

inEveryDialect(
  'users are made in many as they are one by one',
  async (given) => {
    const address = given.address()
    const orgRows = [
      { roles: { orgRoles: ['ORG_MEMBER'] }, username: address, language: 'pt-BR' },
      { roles: { orgRoles: ['ORG_MEMBER'] }, username: address },
      { roles: ['ORG_MEMBER'], username: given.address() },
    ]
    const [made, ...refused] = resultsOf(await post(given, ORG_USERS, orgRows))
    expect(made?.status).toBe(201)
    expect(made?.user).toMatchObject({ orgMembershipStatus: 'PENDING', username: address })
    expect(refused.map(spelled)).toEqual(['409 USER_ALREADY_IN_ORG', '400 INVALID_JSON_ATTRIBUTE'])
    const roles = ['GROUP_READ_ONLY']
    const groupRows = [ACME.laterOwner.username, address, given.address(), address].map((username) => ({
      roles,
      username,
    }))
    const results = resultsOf(await post(given, PROJECT_USERS, groupRows))
    expect(results.map(spelled)).toEqual(expect.arrayContaining(['201', '409 USER_ALREADY_IN_GROUP']))
    expect(results.slice(1).map(spelled)).toEqual(['201', '201', '409 USER_ALREADY_IN_GROUP'])
    expect(results[1]?.user?.id).toBe(made?.user?.id)
    if (given.dialect.name !== 'v2') return
    expect((await given.owner.get(`${PROJECT_USERS}/${made?.user?.id}`, NEW)).body).toEqual(results[1]?.user)
  },
  ATLAS,
)

inEveryDialect(
  'nobody gives in a row what they may not give',
  async (given) => {
    const rows = [['GROUP_OWNER'], ['GROUP_READ_ONLY']].map((roles) => ({ roles, username: given.address() }))
    const manager = { ...given, owner: given.as('accessManager') }
    expect(resultsOf(await post(manager, PROJECT_USERS, rows)).map(spelled)).toEqual(['401 USER_UNAUTHORIZED', '201'])
  },
  ATLAS,
)

const keyed = (key: string) => ({ 'Idempotency-Key': key })

inEveryDialect('the same request under the same key is answered the same, and does nothing', async (given) => {
  const rows = [given.address(), given.address(), 'nobody'].map((username) => ({ roles: ['ORG_MEMBER'], username }))
  const key = keyed(given.name().replaceAll(' ', '-'))
  const first = await post(given, ORG_INVITES, rows, key)
  expect(first.headers).not.toHaveProperty('idempotent-replayed')
  await leavesNothing(given, async () => {
    for (const query of ['', '?pretty=true', '?envelope=true']) {
      const again = await given.owner.post(`${ORG_INVITES}:batch${query}`, { invitations: rows }, key)
      expect([again.status, again.headers['idempotent-replayed']]).toEqual([200, 'true'])
      const { content = again.body } = Object(again.body)
      expect(content).toEqual(first.body)
    }
    const other = await post(given, ORG_INVITES, rows.slice(1), key)
    expect(outcome(other)).toBe('422 IDEMPOTENCY_KEY_REUSED')
    expect(outcome(await post(given, PROJECT_INVITES, rows, key))).toBe('422 IDEMPOTENCY_KEY_REUSED')
  })
  const taken = resultsOf(await post(given, ORG_INVITES, rows, keyed(given.name().replaceAll(' ', '-'))))
  expect(taken.map(spelled)).toEqual(['409 USER_ALREADY_IN_ORG', '409 USER_ALREADY_IN_ORG', '400 INVALID_USERNAME'])
})

inEveryDialect('what stays of an answer is what was done, whatever has become of it since', async (given) => {
  const rows = [{ roles: ['ORG_MEMBER'], username: given.address() }]
  const key = keyed(given.name().replaceAll(' ', '-'))
  const first = await post(given, ORG_INVITES, rows, key)
  const [made] = resultsOf(first)
  await given.owner.delete(`${ORG_INVITES}/${made?.invitation?.id}`)
  expect((await post(given, ORG_INVITES, rows, key)).text).toBe(first.text)
})

inEveryDialect('a key is its caller’s own', async (given) => {
  const key = keyed(given.name().replaceAll(' ', '-'))
  const roles = ['GROUP_READ_ONLY']
  const rows = [{ roles, username: given.address() }]
  await post(given, PROJECT_INVITES, rows, key)
  const other = { ...given, owner: given.as('projectOwner') }
  const answer = await post(other, PROJECT_INVITES, rows, key)
  expect(answer.headers).not.toHaveProperty('idempotent-replayed')
  expect(resultsOf(answer).map(spelled)).toEqual(['409 USER_ALREADY_IN_GROUP'])
})

inEveryDialect('a key is 1 to 255 visible ASCII characters', async (given) => {
  const rows = () => [{ roles: ['ORG_MEMBER'], username: given.address() }]
  const unlike = `${given.world.next()}-`
  for (const key of ['!', '~', 'x'.repeat(255 - unlike.length)]) {
    expect((await post(given, ORG_INVITES, rows(), keyed(unlike + key))).status).toBe(200)
  }
  await leavesNothing(given, async () => {
    for (const key of ['', 'a b', 'é', 'x'.repeat(256), 'a\tb']) {
      expect(outcome(await post(given, ORG_INVITES, rows(), keyed(key))), key).toBe('400 INVALID_IDEMPOTENCY_KEY')
    }
  })
})

inEveryDialect('ten who send the same at once are all told what was done, once', async (given) => {
  const rows = Array.from({ length: 60 }, () => ({ roles: ['ORG_MEMBER'], username: given.address() }))
  const key = keyed(given.name().replaceAll(' ', '-'))
  const answers = await Promise.all(Array.from({ length: 10 }, () => post(given, ORG_INVITES, rows, key)))
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  const [first] = answers
  const made = given.isAtlas ? 200 : 201
  expect(first && resultsOf(first).every(({ status }) => status === made)).toBe(true)
})

inEveryDialect(
  'a key is forgotten after a day',
  async (given) => {
    const rows = [{ roles: ['ORG_MEMBER'], username: given.address() }]
    const key = keyed(given.name().replaceAll(' ', '-'))
    await post(given, ORG_INVITES, rows, key)
    given.world.atrium.wait(DAY - 60_000)
    given.world.outliveTokens()
    given.world.atrium.wait(-3_600_000)
    expect((await post(given, ORG_INVITES, rows, key)).headers['idempotent-replayed']).toBe('true')
    given.world.outliveTokens()
    const late = await post(given, ORG_INVITES, rows, key)
    expect(late.headers).not.toHaveProperty('idempotent-replayed')
    expect(resultsOf(late).map(spelled)).toEqual(['409 USER_ALREADY_IN_ORG'])
  },
  V2,
)

inEveryDialect('where there is no batch, a key is not looked at', async (given) => {
  const { username } = await invitedToOrg(given)
  const answer = await given.owner.post(ORG_INVITES, { roles: ['ORG_MEMBER'], username }, keyed('é é'))
  expect(outcome(answer)).toBe('409 USER_ALREADY_IN_ORG')
})

full.inEveryDialect(
  'a row that finds the organization full leaves nothing, and takes no other row along',
  async (given) => {
    const rows = Array.from({ length: 20 }, () => ({ roles: ['ORG_MEMBER'], username: given.address() }))
    const results = resultsOf(await post(given, ORG_INVITES, rows))
    const made = results.flatMap(({ invitation: each }) => each?.id ?? [])
    const refused = results.slice(made.length).map(spelled)
    expect(made.length).toBeGreaterThan(0)
    expect(new Set(refused)).toEqual(new Set(['400 MAX_USERS_PER_ORG_EXCEEDED']))
    const pending: readonly { id: string }[] = Object((await given.owner.get(ORG_INVITES)).body)
    expect(pending.map(({ id }) => id).toSorted()).toEqual(made.toSorted())
    for (const id of made) await given.owner.delete(`${ORG_INVITES}/${id}`)
  },
)

limited.inEveryDialect('a batch counts as one request, however many rows it has', async (given) => {
  const row = () => ({ roles: ['ORG_MEMBER'], username: given.address() })
  const left = async (count: number): Promise<number> => {
    const answer = await post(given, ORG_INVITES, Array.from({ length: count }, row))
    return Number(answer.headers['ratelimit-remaining'])
  }
  const before = await left(1)
  expect(before).toBeGreaterThan(100)
  expect(await left(40)).toBeGreaterThanOrEqual(before - 1)
})
