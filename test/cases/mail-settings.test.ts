// In which language people are written to, and what is told of the mails about an invitation.
import { expect } from 'vitest'
import type { InvitationId, MailId, OrgId } from '../../src/domain/ids.ts'
import * as outbox from '../../src/store/outbox.ts'
import * as outgoing from '../../src/store/outgoing-mails.ts'
import { ACME, STRANGER } from '../harness/case-seed.ts'
import {
  cases,
  decline,
  type Given,
  invitedToOrg,
  invitedToProject,
  leavesNothing,
  ORG_INVITES,
  outcome,
  PROJECT_INVITES,
} from '../harness/cases.ts'
import { events, invitation } from '../harness/ledger.ts'
import { NEW, ORG_USERS, userOf } from '../harness/org-users.ts'
import { DIALECTS } from '../harness/world.ts'

const { inEveryDialect } = cases()

const ATLAS = DIALECTS.filter(({ isAtlas }) => isAtlas)
const SETTINGS = `/orgs/${ACME.id}/mailSettings`
const CHOICES = 'choose one of en, pt-BR, es, ja, ko, zh-CN.'

const changes = async ({ world }: Given): Promise<number> =>
  (await events(world.atrium.db)).filter(({ type }) => type === 'ORG_SETTINGS_UPDATED').length

inEveryDialect('an organization chooses its language, and leaves it to the server again', async (given) => {
  const { owner } = given
  expect((await owner.get(SETTINGS)).text).toBe('{"language":null}')
  const before = await changes(given)
  for (const [sent, shown] of [
    [{ language: 'ko' }, 'ko'],
    [{ language: 'PT-br' }, 'pt-BR'],
    [{}, 'pt-BR'],
    [{ language: null }, null],
  ] as const) {
    expect((await owner.patch(SETTINGS, sent)).body).toEqual({ language: shown })
    expect((await owner.get(SETTINGS)).body).toEqual({ language: shown })
  }
  expect(await changes(given)).toBe(before + 3)
  await leavesNothing(given, async () => {
    for (const language of ['tlh', '', 'korean', 'ko-KR']) {
      const refused = await owner.patch(SETTINGS, { language })
      expect(outcome(refused), language).toBe('400 INVALID_ENUM_VALUE')
      expect(refused.at('detail')).toBe(`Invalid language ${language} was specified: ${CHOICES}`)
    }
  })
})

inEveryDialect('an invitation has the language that its query names', async (given) => {
  const { owner } = given
  const languageOf = async (id: string) => (await invitation(given.world.atrium.db, id)).language
  for (const [path, roles] of [
    [ORG_INVITES, ['ORG_MEMBER']],
    [PROJECT_INVITES, ['GROUP_READ_ONLY']],
  ] as const) {
    const body = () => ({ roles, username: given.address() })
    expect(await languageOf((await owner.post(`${path}?language=zh-cn`, body())).at('id'))).toBe('zh-CN')
    expect(await languageOf((await owner.post(`${path}?language=`, body())).at('id'))).toBeNull()
    await leavesNothing(given, async () => {
      for (const query of ['language=tlh', 'language=ko&language=es']) {
        const refused = await owner.post(`${path}?${query}`, body())
        expect(outcome(refused)).toBe('400 INVALID_QUERY_PARAMETER')
      }
      expect((await owner.post(`${path}?language=tlh`, body())).at('detail')).toContain(CHOICES)
    })
  }
})

inEveryDialect(
  'so does the invitation that a new user gets',
  async (given) => {
    const { owner } = given
    const project = `/groups/${ACME.project0}`
    const roles = ['GROUP_READ_ONLY']
    for (const [path, body] of [
      [ORG_USERS, userOf(given.address())],
      [`${project}/users`, { roles, username: given.address() }],
      [`${project}/access`, { roles, username: given.address() }],
    ] as const) {
      await owner.post(`${path}?language=es`, body, NEW)
      const { db } = given.world.atrium
      const made = await db.read.q
        .selectFrom('invitations')
        .select('language')
        .where('username', '=', body.username)
        .executeTakeFirstOrThrow()
      expect([path, made.language]).toEqual([path, 'es'])
    }
  },
  ATLAS,
)

/** Writes mails down as if they had gone their ways. */
async function mailsOf({ world }: Given, id: string, username: string): Promise<void> {
  const now = Date.UTC(2026, 1, 18, 12)
  const mail = { orgId: ACME.id as OrgId, invitationIds: [id as InvitationId], recipient: username, createdAt: now }
  const mailId = () => `5f0b${String(world.next()).padStart(20, '0')}` as MailId
  const bounced = { ...mail, mailId: mailId(), kind: 'invitation', sealedSecret: 'sealed secret', dueAt: now } as const
  await world.atrium.db.write(async (tx) => {
    await tx.q.deleteFrom('outbox').where('invitation_ids', '=', id).execute()
    await outbox.insert(tx, bounced)
    await outgoing.close(tx, bounced, { status: 'failed', at: now, failure: '550 no such user' })
    await outbox.insert(tx, { ...bounced, mailId: mailId(), createdAt: now + 1000 })
    await outbox.insert(tx, {
      ...bounced,
      mailId: mailId(),
      kind: 'reminder',
      createdAt: now + 2000,
      dueAt: now + 9000,
    })
    await outbox.insert(tx, { ...bounced, mailId: mailId(), kind: 'expired', createdAt: now + 3000 })
  })
}

inEveryDialect('whoever invites sees what has become of the mails, and never what stands in them', async (given) => {
  for (const [path, invited] of [
    [ORG_INVITES, invitedToOrg],
    [PROJECT_INVITES, invitedToProject],
  ] as const) {
    const { id, username } = await invited(given)
    await mailsOf(given, id, username)
    const mails = await given.owner.get(`${path}/${id}/mails`)
    const sent = { attempts: 0, id: expect.any(String), sentAt: null }
    expect(mails.body).toEqual([
      {
        ...sent,
        createdAt: '2026-02-18T12:00:00Z',
        dueAt: null,
        failure: '550 no such user',
        kind: 'INVITATION',
        status: 'FAILED',
      },
      {
        ...sent,
        createdAt: '2026-02-18T12:00:01Z',
        dueAt: '2026-02-18T12:00:00Z',
        failure: null,
        kind: 'INVITATION',
        status: 'WAITING',
      },
      {
        ...sent,
        createdAt: '2026-02-18T12:00:02Z',
        dueAt: '2026-02-18T12:00:09Z',
        failure: null,
        kind: 'REMINDER',
        status: 'WAITING',
      },
    ])
    expect(mails.text).not.toContain('sealed')
    await given.owner.post(`${path}/${id}:resend`)
    const after = await given.owner.get(`${path}/${id}/mails`)
    expect(
      Object(after.body)
        .slice(0, 3)
        .map(({ status }: { status: string }) => status),
    ).toEqual(['FAILED', 'DROPPED', 'DROPPED'])
    await decline(given, id)
    expect((await given.owner.get(`${path}/${id}/mails`)).status).toBe(200)
  }
})

inEveryDialect('mails of another place are not there', async (given) => {
  const [ofOrg, ofProject] = [await invitedToOrg(given), await invitedToProject(given)]
  expect((await given.owner.get(`${ORG_INVITES}/${ofProject.id}/mails`)).status).toBe(200)
  for (const path of [
    `${PROJECT_INVITES}/${ofOrg.id}`,
    `${ORG_INVITES}/${STRANGER.orgInvitation}`,
    `/groups/${ACME.apollo}/invites/${ofProject.id}`,
  ]) {
    expect(outcome(await given.owner.get(`${path}/mails`)), path).toBe('404 INVALID_INVITATION_ID')
  }
})
