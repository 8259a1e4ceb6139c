// The secrets of service accounts: replaced without a gap, dead with their tokens when deleted, expired by the clock.
import { expect } from 'vitest'
import {
  ACCOUNTS,
  askForToken,
  callWith,
  dated,
  type MadeAccount,
  newAccount,
  PROJECT_ACCOUNTS,
  tokenOf,
} from '../harness/accounts.ts'
import { ACME, CASE_SEED } from '../harness/case-seed.ts'
import { cases, type Given, leavesNothing, outcome } from '../harness/cases.ts'

const { inEveryDialect } = cases()
const { inEveryDialect: whereADayIsTheMost } = cases({
  seed: {
    ...CASE_SEED,
    organizations: CASE_SEED.organizations.map((organization) => ({
      ...organization,
      settings: { maxServiceAccountSecretValidityInHours: 24 },
    })),
  },
})

const HOUR = 3_600_000
const ORG = `/orgs/${ACME.id}`
const UNKNOWN = '0123456789abcdef01234567'

const secretsOf = ({ clientId }: Pick<MadeAccount, 'clientId'>): string => `${ACCOUNTS}/${clientId}/secrets`

/** Another secret of the account, for as many hours. */
async function newSecret(given: Given, { clientId }: MadeAccount, hours = 24) {
  const answer = await dated(given.owner).post(secretsOf({ clientId }), { secretExpiresAfterHours: hours })
  return { clientId, secretId: answer.at('id'), secret: answer.at('secret'), answer }
}

async function shownSecrets(given: Given, { clientId }: Pick<MadeAccount, 'clientId'>) {
  const { body } = await dated(given.owner).get(`${ACCOUNTS}/${clientId}`)
  const secrets: readonly Readonly<Record<string, string>>[] = Object(body).secrets
  return secrets
}

inEveryDialect('a secret is replaced without a gap: both work, then the new one alone', async (given) => {
  const old = await newAccount(given)
  const oldToken = await tokenOf(given, old)
  const fresh = await newSecret(given, old)
  expect([fresh.answer.status, fresh.answer.body]).toEqual([
    201,
    {
      createdAt: expect.any(String),
      expiresAt: expect.any(String),
      id: fresh.secretId,
      lastUsedAt: null,
      secret: expect.stringMatching(/^mdb_sa_sk_/),
    },
  ])
  const newToken = await tokenOf(given, fresh)
  const laterOldToken = await tokenOf(given, old)
  for (const token of [oldToken, newToken, laterOldToken]) {
    expect((await callWith(given, token, ORG)).status).toBe(200)
  }

  expect((await dated(given.owner).delete(`${secretsOf(old)}/${old.secretId}`)).status).toBe(204)
  for (const token of [oldToken, laterOldToken]) {
    const refused = await callWith(given, token, ORG)
    expect([refused.status, refused.text]).toEqual([401, ''])
  }
  expect((await askForToken(given, old)).status).toBe(401)
  expect((await callWith(given, newToken, ORG)).status).toBe(200)
  expect((await askForToken(given, fresh)).status).toBe(200)
  expect((await shownSecrets(given, old)).map(({ id }) => id)).toEqual([fresh.secretId])
})

inEveryDialect('an account may replace its own secret, and loses what the old one gave', async (given) => {
  const old = await newAccount(given, { roles: ['ORG_OWNER'] })
  const token = await tokenOf(given, old)
  const made = await callWith(given, token, secretsOf(old), 'POST', { secretExpiresAfterHours: 8 })
  expect(made.status).toBe(201)
  expect((await callWith(given, token, `${secretsOf(old)}/${old.secretId}`, 'DELETE')).status).toBe(204)
  expect((await callWith(given, token, ORG)).status).toBe(401)
  const next = await tokenOf(given, { clientId: old.clientId, secret: made.at('secret') })
  expect((await callWith(given, next, ORG)).status).toBe(200)
})

inEveryDialect('two secrets live at once and no third; one that has expired makes room', async (given) => {
  const account = await newAccount(given, { secretExpiresAfterHours: 8 })
  await newSecret(given, account)
  const third = () => dated(given.owner).post(secretsOf(account), { secretExpiresAfterHours: 24 })
  await leavesNothing(given, async () => {
    expect(outcome(await third())).toBe('400 MAX_SERVICE_ACCOUNT_SECRETS_EXCEEDED')
  })
  given.world.atrium.advance(8 * HOUR)
  expect((await third()).status).toBe(201)
  expect(await shownSecrets(given, account)).toHaveLength(3)
})

inEveryDialect('of many that ask for a second secret at once exactly one gets it', async (given) => {
  const account = await newAccount(given)
  const owner = dated(given.owner)
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => owner.post(secretsOf(account), { secretExpiresAfterHours: 24 })),
  )
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 400, 400, 400, 400, 400])
  expect(await shownSecrets(given, account)).toHaveLength(2)
})

inEveryDialect('no token outlives its secret’s deletion, however many are asked for meanwhile', async (given) => {
  const account = await newAccount(given)
  const asked = Array.from({ length: 12 }, () => askForToken(given, account))
  const deleted = dated(given.owner).delete(`${secretsOf(account)}/${account.secretId}`)
  const answers = await Promise.all(asked)
  expect((await deleted).status).toBe(204)
  for (const { status, text } of answers) {
    if (status !== 200) expect(status).toBe(401)
    else expect((await callWith(given, JSON.parse(text).access_token, ORG)).status).toBe(401)
  }
  const tokens = await given.world.atrium.db.read.q.selectFrom('tokens').select('secret_id').execute()
  expect(tokens.map((token) => token.secret_id)).not.toContain(account.secretId)
})

inEveryDialect('beside a new secret the old one lives for a week at most', async (given) => {
  const long = await newAccount(given, { secretExpiresAfterHours: 2160 })
  const short = await newAccount(given, { secretExpiresAfterHours: 48 })
  const [before] = await shownSecrets(given, short)
  for (const account of [long, short]) await newSecret(given, account, 2160)
  const lives = async (account: MadeAccount) =>
    (await shownSecrets(given, account)).map(
      ({ createdAt = '', expiresAt = '' }) => (Date.parse(expiresAt) - Date.parse(createdAt)) / HOUR,
    )
  expect(await lives(long)).toEqual([168, 2160])
  expect(await lives(short)).toEqual([48, 2160])
  expect((await shownSecrets(given, short))[0]).toEqual(before)
})

inEveryDialect(
  'a secret expires by the clock; it is still shown, and a token from before runs out by itself',
  async (given) => {
    const account = await newAccount(given, { secretExpiresAfterHours: 8 })
    given.world.atrium.advance(8 * HOUR - 1000)
    const token = await tokenOf(given, account)
    const [used] = await shownSecrets(given, account)
    expect(used?.['lastUsedAt']).toBe(
      new Date(Date.parse(used?.['expiresAt'] ?? '') - 1000).toISOString().replace('.000', ''),
    )
    given.world.atrium.advance(1000)
    expect((await askForToken(given, account)).status).toBe(401)
    expect((await callWith(given, token, ORG)).status).toBe(200)
    expect(await shownSecrets(given, account)).toEqual([used])
  },
)

inEveryDialect('a secret is deleted once, by its own account alone', async (given) => {
  const [one, other] = [await newAccount(given), await newAccount(given)]
  const owner = dated(given.owner)
  for (const path of [`${secretsOf(one)}/${other.secretId}`, `${secretsOf(one)}/${UNKNOWN}`]) {
    await leavesNothing(given, async () => {
      expect(outcome(await owner.delete(path))).toBe('404 SERVICE_ACCOUNT_SECRET_NOT_FOUND')
    })
  }
  expect(outcome(await owner.delete(`${secretsOf(one)}/xyz`))).toBe('404 INVALID_SECRET_ID')
  expect((await owner.delete(`${secretsOf(one)}/${one.secretId}`)).status).toBe(204)
  expect(outcome(await owner.delete(`${secretsOf(one)}/${one.secretId}`))).toBe('404 SERVICE_ACCOUNT_SECRET_NOT_FOUND')
  expect(await shownSecrets(given, other)).toHaveLength(1)
  for (const hours of [7, 8761, 0]) {
    const refused = await owner.post(secretsOf(one), { secretExpiresAfterHours: hours })
    expect(outcome(refused)).toBe('400 INVALID_ATTRIBUTE')
  }
  expect(outcome(await owner.post(secretsOf(one), {}))).toBe('400 MISSING_ATTRIBUTE')
})

whereADayIsTheMost('the organization bounds how long secrets live, for its projects too', async (given) => {
  const owner = dated(given.owner)
  const made = await newAccount(given)
  const body = { name: 'a', description: 'b', roles: ['GROUP_READ_ONLY'] }
  await leavesNothing(given, async () => {
    const answers = [
      await owner.post(ACCOUNTS, { ...body, roles: ['ORG_MEMBER'], secretExpiresAfterHours: 25 }),
      await owner.post(PROJECT_ACCOUNTS, { ...body, secretExpiresAfterHours: 25 }),
      await owner.post(secretsOf(made), { secretExpiresAfterHours: 25 }),
    ]
    for (const answer of answers) {
      expect(outcome(answer)).toBe('400 INVALID_ATTRIBUTE')
      expect(answer.at('detail')).toContain('from 8 to 24 hours')
    }
  })
  expect((await owner.post(PROJECT_ACCOUNTS, { ...body, secretExpiresAfterHours: 24 })).status).toBe(201)
})
