// Bodies that nobody thought of: whatever stands in place of whatever, the answer is one of the service's own, and what
// is refused leaves nothing behind.
import fc from 'fast-check'
import { afterAll, expect } from 'vitest'
import { cases, type Given } from '../harness/cases.ts'
import { bodyWith, type Endpoint, endpoints, goodObject, send } from '../harness/endpoints.ts'
import { type Answer, countsOf } from '../harness/world.ts'

const { inEachDialectOnce } = cases()

const RUNS_EACH = 25

/** Left as they are: their settings keep the cases' own callers out, or the accounts that later cases make. */
const SPARED: ReadonlySet<string> = new Set(['apiAccessListRequired', 'maxServiceAccountSecretValidityInHours'])

const tall = fc
  .tuple(fc.integer({ min: 1, max: 3000 }), fc.constantFrom(['[', ']'], ['{"a":', '}']))
  .map(([depth, [open = '', close = '']]) => `${open.repeat(depth)}1${close.repeat(depth)}`)
const huge = fc.integer({ min: 100, max: 200_000 }).map((length) => JSON.stringify('ä'.repeat(length)))
const many = fc.integer({ min: 2, max: 5000 }).map((length) => JSON.stringify(Array.from({ length }, String)))
const text = fc.string({ unit: 'binary', maxLength: 40 }).map((value) => JSON.stringify(value))
const number = fc.constantFrom('0', '-1', '1e308', '-0', '9007199254740993', '0.1', '1e999', '2147483648')
const json = fc.oneof(
  { weight: 4, arbitrary: fc.json({ maxDepth: 3 }) },
  { weight: 3, arbitrary: text },
  { weight: 1, arbitrary: fc.oneof(tall, huge, many, number) },
)

/** A body in which some members of the good one have other values or are missing, and others were added. */
function bodiesNear(endpoint: Endpoint): fc.Arbitrary<string> {
  const names = [...new Set([...Object.keys(endpoint.fields), ...Object.keys(goodObject(endpoint))])]
  const own = names.filter((name) => !SPARED.has(name))
  const extra = fc.string({ unit: 'binary', maxLength: 12 }).filter((name) => !SPARED.has(name))
  const member = fc.tuple(
    fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...own) }, { weight: 1, arbitrary: extra }),
    json,
  )
  const near = fc
    .uniqueArray(member, { minLength: 1, maxLength: 3, selector: ([name]) => name })
    .map((members) => bodyWith(endpoint, members))
  return fc.oneof({ weight: 9, arbitrary: near }, { weight: 1, arbitrary: fc.json() })
}

let requests = 0
let successes = 0

afterAll(() => {
  console.log(`Random bodies: ${requests} requests, of which ${successes} were accepted.`)
})

const REFUSALS = [400, 403, 404, 409, 413]

/** The answer is a success or a declared refusal; the latter leaves the store as it was. */
async function judge(given: Given, answer: Answer, before: string): Promise<string> {
  requests += 1
  const after = await countsOf(given.world)
  if (answer.status < 300) {
    successes += 1
    return after
  }
  expect(REFUSALS).toContain(answer.status)
  expect(answer.headers['x-error-code']).toMatch(/^[A-Z][A-Z0-9_]+$/)
  expect(after).toBe(before)
  return after
}

inEachDialectOnce('any body is taken or refused, and never breaks anything', async (given) => {
  let before = ''
  for (const endpoint of await endpoints(given)) {
    before = await countsOf(given.world)
    const property = fc.asyncProperty(bodiesNear(endpoint), async (body) => {
      before = await judge(given, await send(given, endpoint, body), before)
    })
    await fc.assert(property, { numRuns: RUNS_EACH, endOnFailure: true }).catch((error: unknown) => {
      throw new Error(`${endpoint.name}: ${String(error)}`)
    })
  }
})
