// A project's service accounts: made there or invited, and never a way for its owners to more than the project.
import { expect } from 'vitest'
import {
  ACCOUNTS,
  APOLLO_ACCOUNTS,
  callWith,
  DATED,
  dated,
  newAccount,
  PROJECT_ACCOUNTS,
  tokenOf,
} from '../harness/accounts.ts'
import { ACME, clientOf } from '../harness/case-seed.ts'
import { cases, type Given, leavesNothing, newProject, outcome } from '../harness/cases.ts'
import { events } from '../harness/ledger.ts'

const { inEveryDialect } = cases()

const BODY = { name: 'Robot', description: 'A machine', roles: ['GROUP_READ_ONLY'], secretExpiresAfterHours: 24 }
const PROJECT = `/groups/${ACME.project0}`
const REFUSED = '401 USER_UNAUTHORIZED'

inEveryDialect('an account made in a project has roles there and is a member of the organization', async (given) => {
  const projectOwner = dated(given.as('projectOwner'))
  const made = await projectOwner.post(PROJECT_ACCOUNTS, { ...BODY, roles: ['GROUP_READ_ONLY', 'GROUP_OWNER'] })
  expect(made.status).toBe(201)
  const clientId = made.at('clientId')
  const [{ id, secret, createdAt, expiresAt }] = Object(made.body).secrets
  expect(made.text).toBe(
    JSON.stringify({
      clientId,
      createdAt: '2026-02-18T18:51:46Z',
      description: 'A machine',
      name: 'Robot',
      roles: ['GROUP_OWNER', 'GROUP_READ_ONLY'],
      secrets: [{ createdAt, expiresAt, id, lastUsedAt: null, secret }],
    }),
  )
  const inProject = await projectOwner.get(`${PROJECT_ACCOUNTS}/${clientId}`)
  expect(inProject.body).toMatchObject({ roles: ['GROUP_OWNER', 'GROUP_READ_ONLY'] })
  expect(inProject.text).not.toContain(secret)
  const list = await projectOwner.get(PROJECT_ACCOUNTS)
  expect(Object(list.body).results).toContainEqual(inProject.body)
  const inOrganization = await dated(given.owner).get(`${ACCOUNTS}/${clientId}`)
  expect(inOrganization.body).toMatchObject({ roles: ['ORG_MEMBER'] })
  expect(outcome(await dated(given.owner).get(`${APOLLO_ACCOUNTS}/${clientId}`))).toBe('404 SERVICE_ACCOUNT_NOT_FOUND')
  const token = await tokenOf(given, { clientId, secret })
  for (const path of [PROJECT, `/orgs/${ACME.id}`]) expect((await callWith(given, token, path)).status).toBe(200)
  expect(outcome(await callWith(given, token, `/groups/${ACME.apollo}`))).toBe(REFUSED)
})

inEveryDialect('a project’s list holds its own accounts, by client id, a page at a time', async (given) => {
  const project = await newProject(given)
  const path = `/groups/${project}/serviceAccounts`
  const made = [await newAccount(given, {}, path), await newAccount(given, {}, path)]
  await newAccount(given)
  const first = await dated(given.owner).get(`${path}?itemsPerPage=1`)
  expect(first.body).toMatchObject({
    links: [{ rel: 'self' }, { rel: 'next' }],
    results: [{ clientId: made[0]?.clientId, roles: ['GROUP_READ_ONLY'] }],
    totalCount: 2,
  })
  const second = await dated(given.owner).get(`${path}?itemsPerPage=1&pageNum=2`)
  expect(second.body).toMatchObject({ results: [{ clientId: made[1]?.clientId }], totalCount: 2 })
})

inEveryDialect('roles of the wrong level are refused in a project, and unknown ones', async (given) => {
  const owner = dated(given.owner)
  const { clientId } = await newAccount(given, {}, PROJECT_ACCOUNTS)
  const invited = await newAccount(given)
  await leavesNothing(given, async () => {
    for (const [roles, expected] of [
      [['ORG_MEMBER'], '400 CANNOT_ADD_ORG_ROLE'],
      [['GROUP_JESTER'], '400 INVALID_ENUM_VALUE'],
      [[], '400 MISSING_ATTRIBUTE'],
    ] as const) {
      expect(outcome(await owner.post(PROJECT_ACCOUNTS, { ...BODY, roles }))).toBe(expected)
      expect(outcome(await owner.patch(`${PROJECT_ACCOUNTS}/${clientId}`, { roles }))).toBe(expected)
      expect(outcome(await owner.post(`${PROJECT_ACCOUNTS}/${invited.clientId}:invite`, { roles }))).toBe(expected)
    }
  })
})

inEveryDialect('an account of the organization is invited into a project once', async (given) => {
  const owner = dated(given.owner)
  const account = await newAccount(given, { roles: ['ORG_MEMBER'] })
  const token = await tokenOf(given, account)
  expect(outcome(await callWith(given, token, PROJECT))).toBe(REFUSED)
  const path = `${PROJECT_ACCOUNTS}/${account.clientId}:invite`
  const invited = await owner.post(path, { roles: ['GROUP_READ_ONLY'] })
  expect(invited.status).toBe(200)
  expect(invited.text).toBe((await owner.get(`${PROJECT_ACCOUNTS}/${account.clientId}`)).text)
  expect(invited.body).toMatchObject({ clientId: account.clientId, roles: ['GROUP_READ_ONLY'] })
  expect((await callWith(given, token, PROJECT)).status).toBe(200)
  await leavesNothing(given, async () => {
    const again = await owner.post(path, { roles: ['GROUP_OWNER'] })
    expect(outcome(again)).toBe('400 INVALID_ROLE_ASSIGNMENT')
    expect(again.at('detail')).toContain('SERVICE_ACCOUNT_ALREADY_IN_GROUP')
    expect(again.body).toMatchObject({ parameters: ['SERVICE_ACCOUNT_ALREADY_IN_GROUP'] })
  })
})

inEveryDialect('only the organization’s owners invite its accounts', async (given) => {
  const { clientId } = await newAccount(given)
  await leavesNothing(given, async () => {
    for (const name of ['projectOwner', 'accessManager', 'member', 'orgReader'] as const) {
      const answer = await dated(given.as(name)).post(`${PROJECT_ACCOUNTS}/${clientId}:invite`, { roles: BODY.roles })
      expect(outcome(answer), name).toBe(REFUSED)
    }
  })
})

inEveryDialect('a project replaces its own roles and keeps those of others', async (given) => {
  const owner = dated(given.owner)
  const { clientId } = await newAccount(given, { roles: ['ORG_BILLING_ADMIN'] })
  for (const path of [PROJECT_ACCOUNTS, APOLLO_ACCOUNTS]) {
    await owner.post(`${path}/${clientId}:invite`, { roles: ['GROUP_READ_ONLY'] })
  }
  const changed = await owner.patch(`${PROJECT_ACCOUNTS}/${clientId}`, { roles: ['GROUP_DATA_ACCESS_ADMIN'] })
  expect(changed.body).toMatchObject({ name: 'Robot', roles: ['GROUP_DATA_ACCESS_ADMIN'] })
  expect((await owner.get(`${APOLLO_ACCOUNTS}/${clientId}`)).body).toMatchObject({ roles: ['GROUP_READ_ONLY'] })
  expect((await owner.get(`${ACCOUNTS}/${clientId}`)).body).toMatchObject({ roles: ['ORG_BILLING_ADMIN'] })
})

inEveryDialect('an account taken out of a project stays in the organization and keeps its tokens', async (given) => {
  const projectOwner = dated(given.as('projectOwner'))
  const account = await newAccount(given, {}, PROJECT_ACCOUNTS)
  const token = await tokenOf(given, account)
  const path = `${PROJECT_ACCOUNTS}/${account.clientId}`
  const removed = await projectOwner.delete(path)
  expect([removed.status, removed.text]).toEqual([204, ''])
  expect(outcome(await callWith(given, token, PROJECT))).toBe(REFUSED)
  expect((await callWith(given, token, `/orgs/${ACME.id}`)).status).toBe(200)
  expect(outcome(await projectOwner.get(path))).toBe('404 SERVICE_ACCOUNT_NOT_FOUND')
  expect(outcome(await projectOwner.delete(path))).toBe('404 SERVICE_ACCOUNT_NOT_FOUND')
  expect((await dated(given.owner).get(`${ACCOUNTS}/${account.clientId}`)).body).toMatchObject({
    roles: ['ORG_MEMBER'],
    secrets: [{ id: account.secretId }],
  })
})

inEveryDialect('a project’s owners manage the accounts that are the project’s alone', async (given) => {
  const projectOwner = dated(given.as('projectOwner'))
  const account = await newAccount(given, {}, PROJECT_ACCOUNTS)
  const path = `${PROJECT_ACCOUNTS}/${account.clientId}`
  const renamed = await projectOwner.patch(path, { name: 'Renamed', description: 'Other' })
  expect(renamed.body).toMatchObject({ name: 'Renamed', description: 'Other', roles: ['GROUP_READ_ONLY'] })
  const fresh = await projectOwner.post(`${path}/secrets`, { secretExpiresAfterHours: 24 })
  expect(fresh.status).toBe(201)
  const token = await tokenOf(given, account)
  expect((await projectOwner.delete(`${path}/secrets/${account.secretId}`)).status).toBe(204)
  expect((await callWith(given, token, PROJECT)).status).toBe(401)
  await tokenOf(given, { clientId: account.clientId, secret: fresh.at('secret') })
  const manager = dated(given.as('accessManager'))
  expect((await manager.post(`${path}/accessList`, [{ ipAddress: '192.0.2.1' }])).body).toMatchObject({ totalCount: 1 })
  expect((await given.as('projectReader').get(`${path}/accessList`, DATED)).body).toMatchObject({ totalCount: 1 })
  expect((await manager.delete(`${path}/accessList/192.0.2.1`)).status).toBe(204)
  expect(outcome(await manager.post(`${path}/secrets`, { secretExpiresAfterHours: 24 }))).toBe(REFUSED)
})

/** Accounts that are in the project and can do more than the project: what each has beyond it. */
const reaching = async (given: Given) => {
  const inOrganization = await newAccount(given, { roles: ['ORG_OWNER'] })
  const reader = await newAccount(given, { roles: ['ORG_READ_ONLY'] })
  const elsewhere = await newAccount(given, { roles: ['ORG_MEMBER'] })
  await dated(given.owner).post(`${APOLLO_ACCOUNTS}/${elsewhere.clientId}:invite`, { roles: ['GROUP_READ_ONLY'] })
  const all = [inOrganization, reader, elsewhere]
  for (const { clientId } of all) {
    await dated(given.owner).post(`${PROJECT_ACCOUNTS}/${clientId}:invite`, { roles: ['GROUP_READ_ONLY'] })
  }
  return all
}

inEveryDialect('no project’s owner gets at an account that reaches beyond the project', async (given) => {
  for (const { clientId, secretId } of await reaching(given)) {
    const path = `${PROJECT_ACCOUNTS}/${clientId}`
    await leavesNothing(given, async () => {
      const attempts = [
        await dated(given.as('projectOwner')).post(`${path}/secrets`, { secretExpiresAfterHours: 24 }),
        await dated(given.as('projectOwner')).delete(`${path}/secrets/${secretId}`),
        await dated(given.as('projectOwner')).patch(path, { name: 'Mine' }),
        await dated(given.as('projectOwner')).patch(path, { description: 'Mine', roles: ['GROUP_OWNER'] }),
        await dated(given.as('projectOwner')).post(`${path}/accessList`, [{ ipAddress: '127.0.0.1' }]),
        await dated(given.as('accessManager')).post(`${path}/accessList`, [{ ipAddress: '127.0.0.1' }]),
        await dated(given.as('accessManager')).delete(`${path}/accessList/127.0.0.1`),
      ]
      for (const [index, answer] of attempts.entries()) expect(outcome(answer), String(index)).toBe(REFUSED)
    })
    const roles = await dated(given.as('projectOwner')).patch(path, {
      name: 'Robot',
      description: 'A machine',
      roles: ['GROUP_OWNER'],
    })
    expect(roles.body).toMatchObject({ roles: ['GROUP_OWNER'] })
    const owner = dated(given.owner)
    expect((await owner.post(`${path}/secrets`, { secretExpiresAfterHours: 24 })).status).toBe(201)
    expect((await owner.patch(path, { name: 'Ours' })).body).toMatchObject({ name: 'Ours' })
    expect((await dated(given.as('projectOwner')).delete(path)).status).toBe(204)
  }
})

inEveryDialect('an account in another project is not the caller’s to touch', async (given) => {
  const { clientId, secretId } = await newAccount(given, {}, APOLLO_ACCOUNTS)
  const projectOwner = dated(given.as('projectOwner'))
  const path = `${PROJECT_ACCOUNTS}/${clientId}`
  await leavesNothing(given, async () => {
    for (const answer of [
      await projectOwner.get(path),
      await projectOwner.patch(path, { roles: ['GROUP_OWNER'] }),
      await projectOwner.delete(path),
      await projectOwner.post(`${path}/secrets`, { secretExpiresAfterHours: 24 }),
      await projectOwner.delete(`${path}/secrets/${secretId}`),
      await projectOwner.get(`${path}/accessList`),
      await projectOwner.post(`${path}/accessList`, [{ ipAddress: '127.0.0.1' }]),
      await projectOwner.delete(`${path}/accessList/127.0.0.1`),
    ]) {
      expect(outcome(answer)).toBe('404 SERVICE_ACCOUNT_NOT_FOUND')
    }
    expect(outcome(await projectOwner.get(APOLLO_ACCOUNTS))).toBe(REFUSED)
    expect(outcome(await projectOwner.get(`${ACCOUNTS}/${clientId}`))).toBe(REFUSED)
  })
})

inEveryDialect('what happens to an account in a project is in the project’s record', async (given) => {
  const owner = dated(given.owner)
  const { clientId, secretId } = await newAccount(given, {}, PROJECT_ACCOUNTS)
  const path = `${PROJECT_ACCOUNTS}/${clientId}`
  await owner.patch(path, { roles: ['GROUP_OWNER'] })
  await owner.delete(`${path}/secrets/${secretId}`)
  await owner.delete(path)
  await owner.post(`${path}:invite`, { roles: ['GROUP_READ_ONLY'] })
  const told = (await events(given.world.atrium.db)).filter(
    ({ details }) => Object(details).targetClientId === clientId,
  )
  expect(told.map(({ type, projectId }) => [type.replace('SERVICE_ACCOUNT_', ''), projectId])).toEqual([
    ['CREATED', ''],
    ['SECRET_ADDED', ACME.project0],
    ['ADDED_TO_GROUP', ACME.project0],
    ['ROLES_CHANGED', ACME.project0],
    ['SECRET_DELETED', ACME.project0],
    ['REMOVED_FROM_GROUP', ACME.project0],
    ['ADDED_TO_GROUP', ACME.project0],
  ])
  expect(new Set(told.map(({ actor }) => actor))).toEqual(new Set([clientOf('owner').clientId]))
})
