// Sending an invitation again: the same invitation with a new link and a new expiry, as long as it is open.
import { expect } from 'vitest'
import { ACME, STRANGER } from '../harness/case-seed.ts'
import {
  accept,
  cases,
  decline,
  type Given,
  invitedToOrg,
  invitedToProject,
  invitesOf,
  leavesNothing,
  newProject,
  ORG_INVITES,
  outcome,
  PROJECT_INVITES,
} from '../harness/cases.ts'
import { events, expire, invitation } from '../harness/ledger.ts'
import { idAfter, NEW, ORG_USERS, shownUser } from '../harness/org-users.ts'
import { newTeam } from '../harness/preparations/makers.ts'
import { ownerInV2 } from '../harness/preparations/preparation.ts'
import { type Answer, DIALECTS } from '../harness/world.ts'

const { inEveryDialect } = cases()
const full = cases({ limits: { usersPerOrg: 30 } })

const ATLAS = DIALECTS.filter(({ isAtlas }) => isAtlas)
const V2 = DIALECTS.filter(({ name }) => name === 'v2')
const DAY = 86_400_000
const UNKNOWN = '5f0a0000000000000000ffff'
const GONE = '404 INVALID_INVITATION_ID'

const LEVELS = [
  { path: ORG_INVITES, invited: invitedToOrg, taken: '409 USER_ALREADY_IN_ORG', event: 'INVITED_TO_ORG' },
  { path: PROJECT_INVITES, invited: invitedToProject, taken: '409 USER_ALREADY_IN_GROUP', event: 'INVITED_TO_GROUP' },
] as const

const resend = ({ owner }: Given, path: string, id: string): Promise<Answer> => owner.post(`${path}/${id}:resend`)
const stored = ({ world }: Given, id: string) => invitation(world.atrium.db, id)

inEveryDialect('what is sent again keeps its id and all it says but its end, and gets a new link', async (given) => {
  for (const { path, invited, event } of LEVELS) {
    const { id, username, answer } = await invited(given)
    const before = await stored(given, id)
    given.world.atrium.advance(DAY)
    const again = await resend(given, path, id)
    expect(again.status).toBe(200)
    expect(again.body).toEqual({ ...Object(answer.body), expiresAt: again.at('expiresAt') })
    expect(Date.parse(again.at('expiresAt'))).toBe(Date.parse(answer.at('expiresAt')) + DAY)
    expect((await given.owner.get(`${path}/${id}`)).text).toBe(again.text)
    const after = await stored(given, id)
    expect(after.secretHash).toMatch(/^[0-9a-f]{64}$/)
    expect(after.secretHash).not.toBe(before.secretHash)
    const written = (await events(given.world.atrium.db)).filter(
      ({ type, details }) => type === event && Object(details).targetUsername === username,
    )
    expect(written).toHaveLength(2)
    expect((await accept(given, id)).status).toBe(200)
  }
})

inEveryDialect('what has expired is pending again, whether or not its end has been written down', async (given) => {
  for (const { path, invited } of LEVELS) {
    const { id, answer } = await invited(given)
    await expire(given.world.atrium.db, id)
    expect(outcome(await given.owner.get(`${path}/${id}`))).toBe(GONE)
    const again = await resend(given, path, id)
    expect(again.status).toBe(200)
    expect(again.at('createdAt')).toBe(answer.at('createdAt'))
    expect((await given.owner.get(`${path}/${id}`)).text).toBe(again.text)
    expect(await stored(given, id)).toMatchObject({ status: 'PENDING' })
    expect((await decline(given, id)).status).toBe(200)
  }
})

inEveryDialect('what is answered, withdrawn, unknown or of another place is not sent again', async (given) => {
  const other = await newProject(given)
  for (const { path, invited } of LEVELS) {
    const [accepted, declined, revoked] = [await invited(given), await invited(given), await invited(given)]
    await accept(given, accepted.id)
    await decline(given, declined.id)
    await given.owner.delete(`${path}/${revoked.id}`)
    const pending = await invited(given)
    const elsewhere = path === ORG_INVITES ? PROJECT_INVITES : ORG_INVITES
    await leavesNothing(given, async () => {
      for (const id of [accepted.id, declined.id, revoked.id, UNKNOWN, STRANGER.orgInvitation, 'xyz']) {
        expect(outcome(await resend(given, path, id)), id).toBe(GONE)
      }
      expect(outcome(await resend(given, elsewhere, pending.id))).toBe(GONE)
      expect(outcome(await resend(given, invitesOf(other), pending.id))).toBe(GONE)
    })
  }
})

inEveryDialect('an address that was invited anew, or has become a member, is a conflict', async (given) => {
  for (const { path, invited, taken } of LEVELS) {
    const { id, username } = await invited(given)
    await expire(given.world.atrium.db, id)
    const anew = await invited(given, { username })
    for (const _ of ['invited anew', 'a member']) {
      await leavesNothing(given, async () => {
        expect(outcome(await resend(given, path, id))).toBe(taken)
      })
      await accept(given, anew.id)
    }
  }
})

inEveryDialect('a body is not asked for, and not read', async (given) => {
  for (const { path, invited } of LEVELS) {
    const { id } = await invited(given)
    for (const body of ['{', '{"username":"x@y.example"}', '[]']) {
      const headers = { 'Content-Type': 'text/plain' }
      expect((await given.owner.post(`${path}/${id}:resend`, body, headers)).status).toBe(200)
    }
  }
})

inEveryDialect('it is ours, and ends with nothing of the live service’s', async (given) => {
  const { id } = await invitedToOrg(given)
  const again = await resend(given, ORG_INVITES, id)
  expect(again.headers).not.toHaveProperty('sunset')
  expect(again.headers).not.toHaveProperty('deprecation')
  expect(again.headers['content-type']).toBe(given.dialect.type)
  expect(outcome(await given.owner.get(`${ORG_INVITES}/${id}:resend`))).toBe(GONE)
})

inEveryDialect('nobody offers again what they may not give', async (given) => {
  const { id } = await invitedToProject(given, { roles: ['GROUP_OWNER'] })
  const admin = given.as('projectUserAdmin')
  const refusal = given.isAtlas ? '401 USER_UNAUTHORIZED' : '401 NOT_GROUP_USER_ADMIN'
  await leavesNothing(given, async () => {
    expect(outcome(await admin.post(`${PROJECT_INVITES}/${id}:resend`))).toBe(refusal)
  })
  if (!given.isAtlas) return
  const body = { roles: ['GROUP_OWNER'], username: given.address() }
  const user = await given.owner.post(`/groups/${ACME.project0}/users`, body, NEW)
  const path = `/groups/${ACME.project0}/users/${user.at('id')}:resend`
  expect(outcome(await given.as('accessManager').post(path))).toBe('401 USER_UNAUTHORIZED')
  expect((await given.owner.post(path)).status).toBe(200)
})

inEveryDialect('what an expired one promised and has been deleted since is promised no longer', async (given) => {
  const owner = ownerInV2(given)
  const [team, project] = [await newTeam(given), await newProject(given)]
  const { id } = await invitedToOrg(given, { teamIds: [team, ACME.team1] })
  const { id: ofProject } = await invitedToProject(given, {}, project)
  for (const each of [id, ofProject]) await expire(given.world.atrium.db, each)
  expect((await owner.delete(`/orgs/${ACME.id}/teams/${team}`)).status).toBe(204)
  const again = await resend(given, ORG_INVITES, id)
  expect(again.body).toMatchObject({ teamIds: [ACME.team1] })
  expect((await given.owner.get(`${ORG_INVITES}/${id}`)).text).toBe(again.text)
  expect((await given.owner.delete(`/groups/${project}`)).status).toBeLessThan(300)
  expect(outcome(await resend(given, invitesOf(project), ofProject))).toBe('404 GROUP_NOT_FOUND')
})

inEveryDialect(
  'people who are shown as users are sent theirs again under their own id',
  async (given) => {
    for (const { path, body } of [
      { path: ORG_USERS, body: { roles: { orgRoles: ['ORG_MEMBER'] } } },
      { path: `/groups/${ACME.project0}/users`, body: { roles: ['GROUP_READ_ONLY'] } },
    ]) {
      const username = given.address()
      const user = await ownerInV2(given).post(path, { ...body, username }, NEW)
      const again = await given.owner.post(`${path}/${user.at('id')}:resend`)
      expect([again.status, again.text]).toEqual([200, user.text])
      const [id] =
        (await given.owner.get(`${ORG_INVITES}?username=${username}`)).text.match(/[0-9a-f]{24}(?=","inviter)/) ?? []
      expect(idAfter(id ?? '')).toBe(user.at('id'))
      await expire(given.world.atrium.db, id ?? '')
      expect((await given.owner.post(`${path}/${user.at('id')}:resend`)).status).toBe(200)
      expect(await shownUser({ ...given, owner: ownerInV2(given) }, username)).toMatchObject({
        orgMembershipStatus: 'PENDING',
      })
      await accept(given, id ?? '')
      const strange = path === ORG_USERS ? '404 USER_NOT_IN_ORG' : '404 USER_NOT_IN_GROUP'
      for (const userId of [user.at('id'), ACME.member.id, UNKNOWN]) {
        expect(outcome(await given.owner.post(`${path}/${userId}:resend`))).toBe(strange)
      }
    }
  },
  ATLAS,
)

inEveryDialect(
  'somebody of the organization who is promised nothing in a project is not sent theirs through it',
  async (given) => {
    const { id } = await invitedToOrg(given)
    const path = `/groups/${ACME.project0}/users/${idAfter(id)}:resend`
    expect(outcome(await given.owner.post(path))).toBe('404 USER_NOT_IN_GROUP')
  },
  V2,
)

full.inEveryDialect(
  'an expired invitation does not come back into an organization that has become full',
  async (given) => {
    const { id } = await invitedToOrg(given)
    await expire(given.world.atrium.db, id)
    let last = await given.owner.post(ORG_INVITES, { roles: ['ORG_MEMBER'], username: given.address() })
    let pending = last
    while (last.status === 200) {
      pending = last
      last = await given.owner.post(ORG_INVITES, { roles: ['ORG_MEMBER'], username: given.address() })
    }
    expect(outcome(last)).toBe('400 MAX_USERS_PER_ORG_EXCEEDED')
    await leavesNothing(given, async () => {
      expect(outcome(await resend(given, ORG_INVITES, id))).toBe('400 MAX_USERS_PER_ORG_EXCEEDED')
    })
    expect((await resend(given, ORG_INVITES, pending.at('id'))).status).toBe(200)
  },
  V2,
)
