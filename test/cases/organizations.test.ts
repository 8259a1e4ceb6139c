// Organizations: made beside the caller's own, renamed, set up, and ended with everything that let anybody in.
import { expect } from 'vitest'
import { idAfter } from '../../src/domain/ids.ts'
import { askForToken, callWith, tokenOf } from '../harness/accounts.ts'
import { ACME, STRANGER } from '../harness/case-seed.ts'
import { cases, type Given, invitedToOrg, leavesNothing, outcome } from '../harness/cases.ts'
import { events } from '../harness/ledger.ts'
import { newOrganization, said } from '../harness/organizations.ts'
import { DIALECTS, snapshotOf } from '../harness/world.ts'

const { inEveryDialect } = cases()

const ATLAS = DIALECTS.filter(({ isAtlas }) => isAtlas)
const CREATED = '2026-02-18T18:51:46Z'
const SETTINGS = `/orgs/${ACME.id}/settings`
const KEY = { desc: 'First key', roles: ['ORG_OWNER', 'ORG_MEMBER'] }
const ACCOUNT = { name: 'First', description: 'Robot', roles: ['ORG_OWNER'], secretExpiresAfterHours: 24 }

const typesOf = async ({ world }: Given, orgId: string): Promise<readonly string[]> =>
  (await events(world.atrium.db)).filter((event) => event.orgId === orgId).map(({ type }) => type)

inEveryDialect(
  'a new organization is answered with its first key, which alone sees it',
  async (given) => {
    const name = `New & Co. ${given.world.next()}`
    const answer = await given.owner.post('/orgs', { name, orgOwnerId: ACME.owner.id, apiKey: KEY })
    expect(answer.status).toBe(201)
    const { organization, apiKey } = JSON.parse(answer.text)
    const self = given.href(`/orgs/${organization.id}`)
    expect(Object.keys(JSON.parse(answer.text))).toEqual([
      'apiKey',
      'orgOwnerId',
      'organization',
      'skipDefaultAlertsSettings',
    ])
    expect(apiKey).toEqual({
      desc: 'First key',
      id: expect.stringMatching(/^[0-9a-f]{24}$/),
      links: [{ href: `${self}/apiKeys/${apiKey.id}`, rel: 'self' }],
      privateKey: expect.stringMatching(/^[0-9a-f-]{36}$/),
      publicKey: expect.stringMatching(/^[a-z]{8}$/),
      roles: [
        { orgId: organization.id, roleName: 'ORG_OWNER' },
        { orgId: organization.id, roleName: 'ORG_MEMBER' },
      ],
    })
    expect(organization).toMatchObject({ isDeleted: false, name, skipDefaultAlertsSettings: false })
    expect(outcome(await given.owner.get(`/orgs/${organization.id}`))).toBe('404 ORG_NOT_FOUND')
    expect((await given.owner.get('/orgs')).body).toMatchObject({ totalCount: 1 })
    expect(await typesOf(given, organization.id)).toEqual(['ORG_CREATED', 'JOINED_ORG', 'API_KEY_CREATED'])
  },
  ATLAS,
)

inEveryDialect(
  'a new organization may begin with a service account instead, which signs in at once',
  async (given) => {
    const sent = { name: 'With account', orgOwnerId: ACME.member.id, serviceAccount: ACCOUNT }
    const answer = await given.owner.post('/orgs', sent)
    expect(answer.status).toBe(201)
    const { organization, serviceAccount, orgOwnerId } = JSON.parse(answer.text)
    const [{ secret, id }] = serviceAccount.secrets
    expect(orgOwnerId).toBe(ACME.member.id)
    expect(serviceAccount).toEqual({
      clientId: serviceAccount.clientId,
      createdAt: CREATED,
      description: 'Robot',
      name: 'First',
      roles: ['ORG_OWNER'],
      secrets: [{ createdAt: CREATED, expiresAt: '2026-02-19T18:51:46Z', id, lastUsedAt: null, secret }],
    })
    const token = await tokenOf(given, { clientId: serviceAccount.clientId, secret })
    const read = await callWith(given, token, `/orgs/${organization.id}`)
    expect(read.body).toMatchObject({ name: 'With account' })
    const users = await callWith(given, token, `/orgs/${organization.id}/users`)
    expect(users.body).toMatchObject({ results: [{ id: ACME.member.id }], totalCount: 1 })
  },
  ATLAS,
)

inEveryDialect(
  'Cloud Manager answers with the organization itself, and makes no credentials',
  async (given) => {
    const answer = await given.owner.post('/orgs', { name: 'Plain', orgOwnerId: ACME.owner.id })
    expect(answer.status).toBe(201)
    const id = answer.at('id')
    const links = [{ href: given.href(`/orgs/${id}`), rel: 'self' }]
    expect(answer.text).toBe(JSON.stringify({ id, isDeleted: false, links, name: 'Plain' }))
    expect(await typesOf(given, id)).toEqual(['ORG_CREATED', 'JOINED_ORG'])
    const withKey = await given.owner.post('/orgs', { name: 'Plain', orgOwnerId: ACME.owner.id, apiKey: KEY })
    expect(outcome(withKey)).toBe('400 INVALID_ATTRIBUTE')
  },
  DIALECTS.filter(({ isAtlas }) => !isAtlas),
)

inEveryDialect(
  "Cloud Manager's clients name no owner: the oldest one of the caller's organization owns the new one",
  async (given) => {
    const answer = await given.owner.post('/orgs', { name: 'Unowned' })
    expect(answer.status).toBe(201)
    const written = (await events(given.world.atrium.db)).filter(({ orgId }) => orgId === answer.at('id'))
    expect(written).toMatchObject([
      { type: 'ORG_CREATED' },
      { type: 'JOINED_ORG', details: { targetUsername: ACME.owner.username } },
    ])
  },
  DIALECTS.filter(({ isAtlas }) => !isAtlas),
)

inEveryDialect(
  'an organization is not made for strangers, without an owner, or by anybody but an owner',
  async (given) => {
    const good = { name: 'Nothing', orgOwnerId: ACME.owner.id }
    const invited = await invitedToOrg(given)
    await leavesNothing(given, async () => {
      const refusals: readonly (readonly [object, string])[] = [
        [given.isAtlas ? { name: 'Nothing' } : {}, '400 MISSING_ATTRIBUTE'],
        [{ ...good, name: '' }, '400 MISSING_ATTRIBUTE'],
        [{ ...good, name: 'a/b' }, '400 INVALID_ORG_NAME'],
        [{ ...good, name: ' a' }, '400 INVALID_ORG_NAME'],
        [{ ...good, orgOwnerId: STRANGER.owner.id }, '404 USER_NOT_FOUND'],
        [{ ...good, orgOwnerId: '5f0a0000000000000000ffff' }, '404 USER_NOT_FOUND'],
        [{ ...good, orgOwnerId: 'me' }, '404 INVALID_USER_ID'],
        [{ ...good, federationSettingsId: ACME.id }, '400 INVALID_ATTRIBUTE'],
      ]
      for (const [body, expected] of refusals) {
        expect(outcome(await given.owner.post('/orgs', body)), JSON.stringify(body)).toBe(expected)
      }
      const pending = idAfter(invited.id)
      expect(outcome(await given.owner.post('/orgs', { ...good, orgOwnerId: pending }))).toBe('404 USER_NOT_FOUND')
      for (const name of ['member', 'groupCreator', 'orgReader', 'projectOwner', 'nobody'] as const) {
        expect(outcome(await given.as(name).post('/orgs', good)), name).toBe('401 USER_UNAUTHORIZED')
      }
    })
  },
)

inEveryDialect(
  'the first credential is one at most, and of what the organization knows',
  async (given) => {
    const good = { name: 'Nothing', orgOwnerId: ACME.owner.id }
    await leavesNothing(given, async () => {
      const refusals: readonly (readonly [object, string])[] = [
        [{ apiKey: KEY, serviceAccount: ACCOUNT }, '400 INVALID_ATTRIBUTE'],
        [{ apiKey: { ...KEY, roles: [] } }, '400 MISSING_ATTRIBUTE'],
        [{ apiKey: { ...KEY, roles: ['GROUP_OWNER'] } }, '400 CANNOT_ADD_GROUP_ROLE'],
        [{ serviceAccount: { ...ACCOUNT, roles: ['ORG_KING'] } }, '400 INVALID_ENUM_VALUE'],
        [{ serviceAccount: { ...ACCOUNT, name: 'a/b' } }, '400 INVALID_ATTRIBUTE'],
        [{ serviceAccount: { ...ACCOUNT, secretExpiresAfterHours: undefined } }, '400 MISSING_ATTRIBUTE'],
      ]
      for (const [body, expected] of refusals) {
        const answer = await given.owner.post('/orgs', { ...good, ...body })
        expect(outcome(answer), JSON.stringify(body)).toBe(expected)
      }
      for (const secretExpiresAfterHours of [0, 7, 8761]) {
        const serviceAccount = { ...ACCOUNT, secretExpiresAfterHours }
        expect((await given.owner.post('/orgs', { ...good, serviceAccount })).status).toBe(400)
      }
    })
  },
  ATLAS,
)

inEveryDialect('an organization is renamed, and says so at once', async (given) => {
  const made = await newOrganization(given)
  const sent = { id: made.id, isDeleted: false, links: [], name: 'Renamed Ltd.', skipDefaultAlertsSettings: true }
  const answer = await made.call('PATCH', `/orgs/${made.id}`, sent)
  expect(answer.status).toBe(200)
  expect(JSON.parse(answer.text)).toMatchObject({
    id: made.id,
    name: 'Renamed Ltd.',
    ...(given.isAtlas ? { skipDefaultAlertsSettings: true } : {}),
  })
  expect((await made.call('GET', `/orgs/${made.id}`)).text).toBe(answer.text)
  expect((await made.call('PATCH', `/orgs/${made.id}`, { name: 'Renamed Ltd.' })).text).toBe(answer.text)
  expect(JSON.parse((await made.call('GET', '/orgs?name=renam')).text).totalCount).toBe(1)
  const renamings = (await typesOf(given, made.id)).filter((type) => type === 'ORG_RENAMED')
  expect(renamings).toEqual(['ORG_RENAMED'])
})

inEveryDialect('an organization is renamed by its owners only, and to a name', async (given) => {
  await leavesNothing(given, async () => {
    const path = `/orgs/${ACME.id}`
    expect(outcome(await given.owner.patch(path, {}))).toBe('400 MISSING_ATTRIBUTE')
    expect(outcome(await given.owner.patch(path, { name: 'a\u{1F419}' }))).toBe('400 INVALID_ORG_NAME')
    expect(outcome(await given.owner.patch(path, { name: 'a'.repeat(65) }))).toBe('400 INVALID_ATTRIBUTE')
    expect(outcome(await given.as('member').patch(path, { name: 'Mine' }))).toBe('401 USER_UNAUTHORIZED')
    expect(outcome(await given.as('stranger').patch(path, { name: 'Mine' }))).toBe('404 ORG_NOT_FOUND')
  })
})

inEveryDialect('an organization with projects stays; without them it goes with all its credentials', async (given) => {
  const made = await newOrganization(given)
  const path = `/orgs/${made.id}`
  const project = JSON.parse((await made.call('POST', '/groups', { name: 'Last', orgId: made.id })).text)
  const invite = await made.call('POST', `${path}/invites`, { roles: ['ORG_MEMBER'], username: given.address() })
  expect(said(await made.call('DELETE', path))).toBe('409 ORG_NOT_EMPTY')
  expect((await made.call('DELETE', `/groups/${project.id}`)).status).toBe(202)
  const gone = await made.call('DELETE', path)
  expect([gone.status, gone.text]).toEqual([204, ''])
  expect((await made.call('GET', path)).status).toBe(401)
  const accepted = await given.world.bare({
    method: 'POST',
    target: `/_atrium/invitations/${JSON.parse(invite.text).id}:accept`,
  })
  expect(accepted.status).toBe(404)
  expect(await typesOf(given, made.id)).toContain('ORG_INVITATION_DELETED')
  const left = (await snapshotOf(given.world)).split('\n').filter((line) => line.includes(made.id))
  const tables = new Set(left.map((line) => line.slice(0, line.indexOf(' '))))
  expect([...tables].toSorted()).toEqual(['directory', 'events', 'invitations', 'organizations'])
})

inEveryDialect(
  'a service account of an organization that is gone gets no token, and what it had opens nothing',
  async (given) => {
    const sent = { name: 'Short-lived', orgOwnerId: ACME.owner.id, serviceAccount: ACCOUNT }
    const { organization, serviceAccount } = JSON.parse((await given.owner.post('/orgs', sent)).text)
    const credentials = { clientId: serviceAccount.clientId, secret: serviceAccount.secrets[0].secret }
    const token = await tokenOf(given, credentials)
    const path = `/orgs/${organization.id}`
    expect((await callWith(given, token, path, 'DELETE')).status).toBe(204)
    expect((await callWith(given, token, path)).status).toBe(401)
    expect((await askForToken(given, credentials)).status).toBe(401)
  },
  ATLAS,
)

inEveryDialect('of several who delete an organization at once, one succeeds', async (given) => {
  const made = await newOrganization(given)
  const attempts = Array.from({ length: 4 }, () => made.call('DELETE', `/orgs/${made.id}`))
  const statuses = (await Promise.all(attempts)).map(({ status }) => status)
  expect(statuses.filter((status) => status === 204)).toHaveLength(1)
  expect(statuses.filter((status) => ![204, 401, 404].includes(status))).toEqual([])
})

inEveryDialect('only owners end an organization', async (given) => {
  await leavesNothing(given, async () => {
    expect(outcome(await given.as('member').delete(`/orgs/${ACME.id}`))).toBe('401 USER_UNAUTHORIZED')
    expect(outcome(await given.as('stranger').delete(`/orgs/${ACME.id}`))).toBe('404 ORG_NOT_FOUND')
    expect(outcome(await given.owner.delete(`/orgs/${ACME.id}`))).toBe('409 ORG_NOT_EMPTY')
  })
})

inEveryDialect(
  'the projects of an organization are listed, each caller’s own, by the beginning of their names',
  async (given) => {
    const path = `/orgs/${ACME.id}/groups`
    const reader = given.as('projectReader')
    const names = async (query: string): Promise<readonly string[]> =>
      JSON.parse((await reader.get(`${path}${query}`)).text).results.map(({ name }: { name: string }) => name)
    expect(await names('')).toEqual(['Apollo', 'Project 0'])
    expect(await names('?name=aPO')).toEqual(['Apollo'])
    expect(await names('?name=pollo')).toEqual([])
    expect(await names('?itemsPerPage=1&pageNum=2')).toEqual(['Project 0'])
    expect((await given.as('member').get(path)).body).toMatchObject({ results: [], totalCount: 0 })
    const own = given.isAtlas ? 'includeCount=true&name=&' : ''
    expect((await reader.get(path)).body).toMatchObject({
      links: [{ href: given.href(`${path}?${own}pageNum=1&itemsPerPage=100`), rel: 'self' }],
    })
  },
)

const DEFAULTS = {
  apiAccessListRequired: false,
  customSessionTimeouts: {},
  genAIFeaturesEnabled: true,
  multiFactorAuthRequired: false,
  operationsContact: null,
  restrictEmployeeAccess: false,
  streamsCrossGroupEnabled: false,
}

inEveryDialect(
  'settings have defaults, and a change merges into them',
  async (given) => {
    const made = await newOrganization(given)
    const path = `/orgs/${made.id}/settings`
    const patch = async (body: object) => JSON.parse((await made.call('PATCH', path, body)).text)
    expect((await made.call('GET', path)).text).toBe(JSON.stringify(DEFAULTS))
    const first = await patch({
      customSessionTimeouts: { absoluteSessionTimeoutInSeconds: 7200 },
      maxServiceAccountSecretValidityInHours: 8,
      multiFactorAuthRequired: true,
      securityContact: 'Sec@Acme.example',
    })
    const expected = {
      ...DEFAULTS,
      customSessionTimeouts: { absoluteSessionTimeoutInSeconds: 7200 },
      maxServiceAccountSecretValidityInHours: 8,
      multiFactorAuthRequired: true,
      securityContact: 'sec@acme.example',
    }
    expect(first).toEqual(expected)
    const timeouts = { absoluteSessionTimeoutInSeconds: 7200, idleSessionTimeoutInSeconds: 60 }
    expect(await patch({ customSessionTimeouts: { idleSessionTimeoutInSeconds: 60 } })).toEqual({
      ...expected,
      customSessionTimeouts: timeouts,
    })
    expect(await patch({ ...first, genAIFeaturesEnabled: false, customSessionTimeouts: null })).toEqual({
      ...expected,
      customSessionTimeouts: {},
      genAIFeaturesEnabled: false,
    })
    const cleared = await patch({ maxServiceAccountSecretValidityInHours: null, securityContact: '' })
    expect(cleared).toEqual({ ...DEFAULTS, multiFactorAuthRequired: true, genAIFeaturesEnabled: false })
    expect((await made.call('GET', path)).text).toBe(JSON.stringify(cleared))
    expect((await typesOf(given, made.id)).slice(3)).toEqual([
      'ORG_TWO_FACTOR_AUTH_REQUIRED',
      'ORG_SERVICE_ACCOUNT_MAX_SECRET_VALIDITY_EDITED',
      'CUSTOM_SESSION_TIMEOUT_MODIFIED',
      'SECURITY_CONTACT_MODIFIED',
      'CUSTOM_SESSION_TIMEOUT_MODIFIED',
      'CUSTOM_SESSION_TIMEOUT_MODIFIED',
      'ORG_SERVICE_ACCOUNT_MAX_SECRET_VALIDITY_EDITED',
      'SECURITY_CONTACT_MODIFIED',
    ])
  },
  ATLAS,
)

inEveryDialect(
  'a required access list shuts out credentials without one from the next request on',
  async (given) => {
    const made = await newOrganization(given)
    const path = `/orgs/${made.id}/settings`
    expect((await made.call('PATCH', path, { apiAccessListRequired: true })).status).toBe(200)
    expect(said(await made.call('GET', path))).toBe('403 ORG_REQUIRES_ACCESS_LIST')
    expect(await typesOf(given, made.id)).toContain('ORG_PUBLIC_API_ACCESS_LIST_REQUIRED')
  },
  ATLAS,
)

inEveryDialect(
  'settings out of bounds are refused, and so is everybody but an owner',
  async (given) => {
    await leavesNothing(given, async () => {
      const refusals: readonly (readonly [object, string])[] = [
        [{ maxServiceAccountSecretValidityInHours: 7 }, '400 INVALID_ATTRIBUTE'],
        [{ maxServiceAccountSecretValidityInHours: 8761 }, '400 INVALID_ATTRIBUTE'],
        [{ maxServiceAccountSecretValidityInHours: 'long' }, '400 INVALID_JSON_ATTRIBUTE'],
        [{ securityContact: 'nobody' }, '400 INVALID_EMAIL_ADDRESS'],
        [{ operationsContact: 'a@b' }, '400 INVALID_EMAIL_ADDRESS'],
        [{ multiFactorAuthRequired: 1 }, '400 INVALID_JSON_ATTRIBUTE'],
        [{ kingdom: true }, '400 INVALID_ATTRIBUTE'],
        [
          { customSessionTimeouts: { absoluteSessionTimeoutInSeconds: 10, idleSessionTimeoutInSeconds: 11 } },
          '400 INVALID_ATTRIBUTE',
        ],
      ]
      for (const [body, expected] of refusals) {
        expect(outcome(await given.owner.patch(SETTINGS, body)), JSON.stringify(body)).toBe(expected)
      }
      expect(outcome(await given.as('orgReader').patch(SETTINGS, {}))).toBe('401 USER_UNAUTHORIZED')
    })
    expect((await given.as('member').get(SETTINGS)).status).toBe(200)
  },
  ATLAS,
)
