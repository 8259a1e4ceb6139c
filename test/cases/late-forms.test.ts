// Forms that are under way while what they were shown for changes: their passwords wait in the queue of hashes meanwhile.
import { expect } from 'vitest'
import { cases, type Given, invitedToOrg, invitedToProject, newProject, ORG_INVITES } from '../harness/cases.ts'
import * as ledger from '../harness/ledger.ts'
import { BO, linkTo, person } from '../harness/links.ts'
import { DIALECTS } from '../harness/world.ts'

const { inEveryDialect } = cases({ trustedProxies: ['127.0.0.1'] })
const V2 = DIALECTS.filter(({ name }) => name === 'v2')

const onEveryEngine = (sentence: string, run: (given: Given) => Promise<void>): void =>
  inEveryDialect(sentence, run, V2)

/** People who sign in in vain, behind whom everybody waits for some hundred milliseconds. */
const crowd = ({ world }: Given): readonly Promise<unknown>[] =>
  Array.from({ length: 40 }, (_, index) =>
    person(world).send(
      '/sign-in',
      { email: `${index}@crowd.example`, password: BO.password },
      { Origin: world.atrium.url },
    ),
  )

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

onEveryEngine('a form that waits while its invitation is sent again finds its link dead', async (given) => {
  const { world, owner } = given
  const { id, username } = await invitedToOrg(given)
  const { path } = await linkTo(world, username)
  const waiting = crowd(given)
  await pause(20)
  const accepting = person(world).send(`${path}/accept`, BO)
  await pause(20)
  expect((await owner.post(`${ORG_INVITES}/${id}:resend`)).status).toBe(200)
  expect((await accepting).status).toBe(404)
  expect((await ledger.invitation(world.atrium.db, id)).status).toBe('PENDING')
  await Promise.all(waiting)
})

onEveryEngine(
  'of two who take one address by two links at once, one has it and the other changes nothing',
  async (given) => {
    const { world } = given
    const { username } = await invitedToProject(given)
    const first = await linkTo(world, username)
    await invitedToProject(given, { username }, await newProject(given))
    const second = await linkTo(world, username)
    const waiting = crowd(given)
    await pause(20)
    const passwords = ['Tausend-Kraniche-7', 'Neunzehn-Falken-8']
    const answers = await Promise.all(
      [first, second].map(({ path }, index) =>
        person(world).send(`${path}/accept`, { ...BO, password: passwords[index] ?? '' }),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
    await Promise.all(waiting)
    for (const [index, password] of passwords.entries()) {
      const later = person(world)
      await later.send('/sign-in', { email: username, password }, { Origin: world.atrium.url })
      expect(later.isSignedIn(), password).toBe(answers[index]?.status === 303)
    }
  },
)

onEveryEngine('whoever sends the same form twice at once is in once, and signed in by either answer', async (given) => {
  const { world } = given
  const { username } = await invitedToOrg(given)
  const { path } = await linkTo(world, username)
  const waiting = crowd(given)
  await pause(20)
  const presses = [person(world), person(world)]
  const answers = await Promise.all(presses.map((each) => each.send(`${path}/accept`, BO)))
  expect(answers.map(({ status }) => status)).toEqual([303, 303])
  expect(presses.map((each) => each.isSignedIn())).toEqual([true, true])
  const joined = (await ledger.events(world.atrium.db)).filter(
    ({ type, details }) => type === 'JOINED_ORG' && Object(details).targetUsername === username,
  )
  expect(joined).toHaveLength(1)
  await Promise.all(waiting)
})
