// How often one address may be written to: whoever may invite cannot fill somebody's mailbox.
import { expect } from 'vitest'
import { cases, type Given, invitedToOrg, ORG_INVITES, outcome, PROJECT_INVITES } from '../harness/cases.ts'
import { snapshotOf } from '../harness/world.ts'

const { inEveryDialect } = cases({ invitationMailsPerDay: 3 })

const HOUR = 3_600_000
const TOO_MANY = '429 MAX_INVITATION_MAILS_EXCEEDED'

const resend = async ({ owner }: Given, id: string): Promise<string> =>
  outcome(await owner.post(`${ORG_INVITES}/${id}:resend`))

inEveryDialect('an address is written to three times a day, by whatever act, and again a day later', async (given) => {
  const { owner, world } = given
  const { id, username } = await invitedToOrg(given)
  world.atrium.advance(HOUR)
  expect(await resend(given, id)).toBe('200')
  expect((await owner.delete(`${ORG_INVITES}/${id}`)).status).toBeLessThan(300)
  const again = await owner.post(ORG_INVITES, { username, roles: ['ORG_MEMBER'] })
  expect(again.status).toBeLessThan(300)
  const before = await snapshotOf(world)
  const refused = await owner.post(`${ORG_INVITES}/${again.at('id')}:resend`)
  expect(outcome(refused)).toBe(TOO_MANY)
  expect(Number(refused.headers['retry-after'])).toBe((23 * HOUR) / 1000)
  expect(outcome(await owner.post(PROJECT_INVITES, { username, roles: ['GROUP_READ_ONLY'] }))).toBe(TOO_MANY)
  expect(await snapshotOf(world)).toBe(before)
  // Somebody else is not kept waiting.
  await invitedToOrg(given)
  world.atrium.advance(23 * HOUR)
  expect(await resend(given, again.at('id'))).toBe('200')
  expect(await resend(given, again.at('id'))).toBe(TOO_MANY)
})
