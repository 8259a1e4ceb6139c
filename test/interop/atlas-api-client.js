// mongodb-atlas-api-client over v1.0: never throws on a refusal, but hands back the body of the error.
import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import {
  accept,
  BASE,
  flow,
  KEY,
  ORG,
  OTHER_ORG,
  PROJECT,
  PROJECT_NAME,
  resetTally,
  tally,
  WRONG_KEY,
} from './flows.js'

const connect = createRequire(import.meta.url)('mongodb-atlas-api-client')
const open = (key) => connect({ ...key, baseUrl: `${BASE}/api/atlas/v1.0`, projectId: PROJECT })
const atlas = open(KEY)

await flow('organizations', async () => {
  const all = await atlas.organization.getAll()
  assert.deepEqual(
    all.results.map(({ id }) => id),
    [ORG],
  )
  assert.equal((await atlas.organization.getById(ORG)).name, 'Lighthouse')
})

await flow('invite, accept, invite again', async () => {
  const invitation = { roles: ['ORG_READ_ONLY'], username: 'atlas-api-client@example.com' }
  const made = await atlas.organization.invite(ORG, invitation)
  assert.deepEqual([made.username, made.roles, made.orgId], [invitation.username, invitation.roles, ORG])
  await accept(made.id)
  const member = await atlas.atlasUser.getByName(invitation.username)
  assert.deepEqual(member.roles, [{ orgId: ORG, roleName: 'ORG_READ_ONLY' }])
  assert.equal((await atlas.organization.invite(ORG, invitation)).errorCode, 'USER_ALREADY_IN_ORG')
})

await flow('projects', async () => {
  const made = await atlas.project.create({ name: 'East Pier', orgId: ORG })
  assert.equal(made.name, 'East Pier')
  assert.equal((await atlas.project.getById(made.id)).id, made.id)
  assert.equal((await atlas.project.getAll({ itemsPerPage: 1, pageNum: 1 })).results.length, 1)
  await atlas.project.delete(made.id)
  assert.equal((await atlas.project.getById(made.id)).errorCode, 'GROUP_NOT_FOUND')
})

await flow('a path with %20', async () => {
  assert.equal((await atlas.project.getByName(PROJECT_NAME)).id, PROJECT)
})

await flow("another tenant's organization", async () => {
  assert.equal((await atlas.organization.getById(OTHER_ORG)).errorCode, 'ORG_NOT_FOUND')
})

await flow('wrong credentials', async () => {
  await resetTally()
  const refused = await open(WRONG_KEY).organization.getById(ORG)
  assert.deepEqual([refused.error, refused.errorCode], [401, 'UNEXPECTED_ERROR'])
  assert.deepEqual((await tally()).statuses, [401, 401])
})

await flow('three calls on one client', async () => {
  const client = open(KEY)
  await resetTally()
  for (let call = 0; call < 3; call += 1) assert.equal((await client.organization.getById(ORG)).id, ORG)
  assert.deepEqual((await tally()).statuses, [401, 200, 401, 200, 401, 200])
})
