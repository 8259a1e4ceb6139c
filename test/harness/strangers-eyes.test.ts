// The replay of requests by another tenant notices each way in which an answer could tell it something.
import { expect, test } from 'vitest'
import { ACME, STRANGER } from './case-seed.ts'
import type { Call, Exchange } from './http-client.ts'
import { deletedRemains, ownerLearns, type Success, strangerLearns, strangerLearnsOfOne } from './strangers-eyes.ts'
import { clientOver, DIALECTS, parsed } from './world.ts'

const [, dialect] = DIALECTS

function successOf(call: Call): Success {
  if (!dialect) throw new Error('There is no v2.')
  return { operationId: 'any', dialect, call: { ...call, headers: { Accept: dialect.accept } } }
}

const team = successOf({ method: 'GET', target: `/orgs/${ACME.id}/teams/${ACME.team0}` })

/** A world in which everybody is answered by this. */
const answering = (answer: (call: Call) => Pick<Exchange, 'status' | 'text'>) => ({
  client: () => clientOver(async (call) => parsed({ headers: {}, ...answer(call) })),
})

const notFound = ({ target }: Call) => ({ status: 404, text: JSON.stringify({ detail: `No ${target}.` }) })
const found = { status: 200, text: '{}' }

test('answers that differ in nothing but what was asked for tell nothing', async () => {
  const world = answering(notFound)
  expect(await strangerLearns(world, team)).toEqual([])
  expect(await strangerLearnsOfOne(world, team)).toEqual([])
  expect(await ownerLearns(world, team, 'one')).toEqual([])
  expect(await deletedRemains(world, team)).toEqual([])
})

test('a success is noticed', async () => {
  const world = answering(() => found)
  expect(await strangerLearns(world, team)).toHaveLength(1)
  expect(await strangerLearnsOfOne(world, team)).toHaveLength(2)
  expect(await ownerLearns(world, team, 'one')).toHaveLength(2)
  expect(await ownerLearns(world, team, 'all')).toHaveLength(1)
  expect(await deletedRemains(world, team)).toHaveLength(1)
})

test('another status or another word than for what never existed is noticed', async () => {
  const namesReal = ({ target, body = '' }: Call): boolean =>
    [ACME.team0, STRANGER.team].some((id) => `${target}${String(body)}`.includes(id))
  for (const telling of [
    { status: 401, text: '{}' },
    { status: 404, text: '{"detail":"Not yours."}' },
  ]) {
    const world = answering((call) => (namesReal(call) ? telling : notFound(call)))
    expect(await strangerLearns(world, team)).toHaveLength(1)
    expect(await strangerLearnsOfOne(world, team)).toHaveLength(1)
    expect(await ownerLearns(world, team, 'one')).toHaveLength(1)
    expect(await deletedRemains(world, team)).toHaveLength(1)
  }
})

test('what is Acme’s is noticed in bodies and under addresses of the stranger’s own', async () => {
  const moving = successOf({
    method: 'POST',
    target: `/orgs/${ACME.id}/teams/${ACME.team0}:addUser`,
    body: JSON.stringify({ id: ACME.member.id }),
  })
  const careless = answering((call) => (call.target.includes(STRANGER.id) ? found : notFound(call)))
  expect(await strangerLearnsOfOne(careless, moving)).toHaveLength(2)
  const blind = answering((call) => (call.target.includes(STRANGER.team) ? found : notFound(call)))
  expect(await strangerLearnsOfOne(blind, moving)).toHaveLength(2)
})

test('words of Acme that nobody asked for are noticed where everybody is shown its own', async () => {
  const all = successOf({ method: 'GET', target: '/orgs' })
  expect(
    await strangerLearns(
      answering(() => found),
      all,
    ),
  ).toEqual([])
  const telling = answering(() => ({ status: 200, text: JSON.stringify({ name: ACME.name }) }))
  expect(await strangerLearns(telling, all)).toEqual([`GET /orgs shows the stranger ${ACME.name}`])
})
