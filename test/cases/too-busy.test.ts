// More passwords than can be hashed soon: what fits into the queue is done, the rest is told when to come back.
import { expect } from 'vitest'
import { cases, type Given, outcome } from '../harness/cases.ts'

const { inEveryDialect } = cases({ hashing: { atOnce: 1, waiting: 1 } })

const AT_ONCE = 12

const newAccount = (given: Given) => ({
  country: 'IE',
  firstName: 'Nora',
  lastName: 'New',
  password: 'a password that somebody else chose',
  roles: [],
  username: given.address(),
})

inEveryDialect(
  'accounts past what can be hashed soon are refused with 503, and nothing of them is kept',
  async (given) => {
    const { owner, world } = given
    const wanted = Array.from({ length: AT_ONCE }, () => newAccount(given))
    const answers = await Promise.all(wanted.map((account) => owner.post('/users', account)))
    const made = wanted.filter((_, index) => answers[index]?.status === 201)
    const refused = answers.filter(({ status }) => status !== 201)
    expect(made.length).toBeGreaterThanOrEqual(2)
    expect(refused.length).toBeGreaterThan(0)
    expect(new Set(refused.map(outcome))).toEqual(new Set(['503 SERVICE_UNAVAILABLE']))
    for (const { headers, body } of refused) {
      expect(headers['retry-after']).toBe('5')
      expect(body).toEqual({
        detail: 'Too much is waiting to be done. Please retry after 5 seconds.',
        error: 503,
        errorCode: 'SERVICE_UNAVAILABLE',
        parameters: [],
        reason: 'Service Unavailable',
      })
    }
    const kept = await world.atrium.db.read.q
      .selectFrom('usernames')
      .select('username')
      .where(
        'username',
        'in',
        wanted.map(({ username }) => username),
      )
      .execute()
    expect(kept.map(({ username }) => username).toSorted()).toEqual(made.map(({ username }) => username).toSorted())
    const again = wanted.find((account) => !made.includes(account))
    expect((await owner.post('/users', again)).status).toBe(201)
  },
)
