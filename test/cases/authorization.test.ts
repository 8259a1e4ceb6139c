// Who may do what: every row times every kind of caller, against a table written from the documents, not the code.
import { afterAll, expect, test } from 'vitest'
import { routes } from '../../src/api/operations/all.ts'
import type { Route } from '../../src/api/route.ts'
import { badCredentials } from '../harness/bad-credentials.ts'
import { ACME, CALLER_NAMES, type CallerName, keyOf } from '../harness/case-seed.ts'
import {
  cases,
  type Given,
  invitedToProject,
  invitesOf,
  leavesNothing,
  outcome,
  PROJECT_INVITES,
} from '../harness/cases.ts'
import { exchangeWithDigest } from '../harness/digest-client.ts'
import { holdersOf, type Name, RULES, type Rule, refusalOf } from '../harness/permission-table.ts'
import { callOf, type Prepared } from '../harness/preparations/preparation.ts'
import { dialectsOf, PREPARATIONS, prepare } from '../harness/preparations.ts'
import { ownerLearns, strangerLearns, strangerLearnsOfOne } from '../harness/strangers-eyes.ts'

const { inEveryDialect } = cases()

const UNAUTHORIZED = '401 USER_UNAUTHORIZED'

let cells = 0

afterAll(() => {
  console.log(`Authorization: ${cells} cells (operation x caller x dialect x engine) agree with the table.`)
})

test('every row has its rule and its preparation, and there are no others', () => {
  const names = routes.map(({ operationId }) => operationId).toSorted()
  expect(Object.keys(RULES).toSorted()).toEqual(names)
  expect(Object.keys(PREPARATIONS).toSorted()).toEqual(names)
})

/** Each of them gets what the rule says, and leaves nothing behind. */
async function refuseOthers(given: Given, row: Route, rule: Rule, prepared: Prepared): Promise<void> {
  const call = callOf(row, given.dialect, prepared)
  const answered = async (name: CallerName): Promise<string> => outcome(await given.as(name).send(call))
  for (const name of CALLER_NAMES.filter((each) => !holdersOf(rule).includes(each))) {
    expect([name, await answered(name)]).toEqual([name, refusalOf(rule, name, given.isAtlas)])
    cells += 1
  }
  expect(['stranger', await answered('stranger')]).toEqual(['stranger', rule.stranger])
  cells += 1
  const { prefix, accept } = given.dialect
  const complete = { ...call, target: prefix + call.target, headers: { Accept: accept, ...call.headers } }
  for (const { what, send } of await badCredentials(given.world)) {
    const { status, headers } = await send(complete)
    const isChallenged = headers['www-authenticate'] !== undefined
    expect([what, status, isChallenged]).toEqual([what, ...(rule.isPublic ? [200, false] : [401, true])])
    cells += 1
  }
}

/** Nothing that the call is about can be told from what does not exist, by whoever belongs to another organization. */
async function hideFromOthers({ world, dialect }: Given, row: Route, prepared: Prepared): Promise<void> {
  const success = { operationId: row.operationId, dialect, call: callOf(row, dialect, prepared) }
  expect(await strangerLearns(world, success)).toEqual([])
  expect(await strangerLearnsOfOne(world, success)).toEqual([])
  expect(await ownerLearns(world, success, 'one')).toEqual([])
}

/** The holders succeed, one after the other in each version of the operation, and at last with an API key. */
async function letHoldersIn(given: Given, row: Route, rule: Rule): Promise<void> {
  const { world, dialect } = given
  const holders: readonly Name[] = holdersOf(rule)
  let prepared: Prepared | undefined
  const succeeded = (answer: { readonly status: number; readonly text: string }): string =>
    answer.status < 300 ? '2xx' : `${answer.status} ${Object(JSON.parse(answer.text)).errorCode}`
  const expected = rule.success ?? '2xx'
  for (const [index, name] of holders.entries()) {
    if (prepared === undefined || row.method !== 'GET') prepared = await prepare(given, row)
    const call = callOf(row, dialect, prepared, row.versions[index % row.versions.length]?.date)
    expect([name, succeeded(await given.as(name).send(call))]).toEqual([name, expected])
    cells += 1
  }
  if (rule.isPublic) return
  const call = callOf(row, dialect, await prepare(given, row))
  const headers = { Accept: dialect.accept, ...call.headers }
  const byKey = await exchangeWithDigest(world.atrium.url, keyOf('owner'), {
    ...call,
    target: dialect.prefix + call.target,
    headers,
  })
  expect(['a key of the owner', succeeded(byKey)]).toEqual(['a key of the owner', expected])
  cells += 1
}

for (const row of routes) {
  const rule = RULES[row.operationId]
  if (!rule) continue
  inEveryDialect(
    `${row.operationId} is for ${holdersOf(rule).length} of ${CALLER_NAMES.length} kinds of callers`,
    async (given) => {
      await badCredentials(given.world)
      const prepared = await prepare(given, row)
      await leavesNothing(given, async () => {
        await refuseOthers(given, row, rule, prepared)
        if (rule.stranger !== '200') await hideFromOthers(given, row, prepared)
      })
      await letHoldersIn(given, row, rule)
    },
    dialectsOf(row),
  )
}

inEveryDialect('a role in one project is none in another', async (given) => {
  const refusal = given.isAtlas ? UNAUTHORIZED : '401 NOT_GROUP_USER_ADMIN'
  for (const name of ['projectOwner', 'projectUserAdmin', 'otherProjectOwner'] as const) {
    const [own, other] = name === 'otherProjectOwner' ? [ACME.apollo, ACME.project0] : [ACME.project0, ACME.apollo]
    expect((await given.as(name).get(invitesOf(own))).status).toBe(200)
    expect(outcome(await given.as(name).get(invitesOf(other)))).toBe(refusal)
    expect(outcome(await given.as(name).get(`/groups/${other}`))).toBe(UNAUTHORIZED)
  }
})

inEveryDialect('a user administrator cannot climb by inviting owners', async (given) => {
  const admin = given.as('projectUserAdmin')
  const refusal = given.isAtlas ? UNAUTHORIZED : '401 NOT_GROUP_USER_ADMIN'
  const { id, username } = await invitedToProject(given)
  await leavesNothing(given, async () => {
    for (const roles of [['GROUP_OWNER'], ['GROUP_READ_ONLY', 'GROUP_OWNER']]) {
      expect(outcome(await admin.post(PROJECT_INVITES, { roles, username: given.address() }))).toBe(refusal)
      expect(outcome(await admin.patch(`${PROJECT_INVITES}/${id}`, { roles }))).toBe(refusal)
      expect(outcome(await admin.patch(PROJECT_INVITES, { roles, username }))).toBe(refusal)
    }
  })
  expect((await given.as('projectOwner').patch(PROJECT_INVITES, { roles: ['GROUP_OWNER'], username })).status).toBe(200)
})
