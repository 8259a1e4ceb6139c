// mongodb-atlas-api-client over v1.0: never throws on a refusal, but hands back the body of the error.
import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import {
  ACCESS_TOKEN,
  accept,
  BASE,
  flow,
  KEY,
  ORG,
  OTHER_ORG,
  PROJECT,
  PROJECT_NAME,
  resetTally,
  TEAM,
  tally,
  WRONG_KEY,
} from './flows.js'

const connect = createRequire(import.meta.url)('mongodb-atlas-api-client')
const open = (key, projectId = PROJECT) => connect({ ...key, baseUrl: `${BASE}/api/atlas/v1.0`, projectId })
const atlas = open(KEY)
const KEEPER = '4888442a3354817a7320eb70'

/** An organization of its own, which the client itself cannot make, and the key to it. */
async function newOrganization(name) {
  const answer = await fetch(`${BASE}/api/atlas/v1.0/orgs`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${ACCESS_TOKEN}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ name, orgOwnerId: KEEPER, apiKey: { desc: 'first', roles: ['ORG_OWNER'] } }),
  })
  const { apiKey, organization } = await answer.json()
  return { id: organization.id, key: { publicKey: apiKey.publicKey, privateKey: apiKey.privateKey } }
}

const idsOf = ({ results }) => results.map(({ id }) => id)

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

await flow('an organization renamed and deleted', async () => {
  const { id, key } = await newOrganization('Shoal')
  const its = open(key)
  assert.equal((await its.organization.rename(id, { name: 'Sandbank' })).name, 'Sandbank')
  assert.equal((await its.organization.getById(id)).name, 'Sandbank')
  assert.equal((await its.organization.rename(id, { name: '<Shoal>' })).errorCode, 'INVALID_ORG_NAME')
  assert.equal((await its.organization.getAllProjectsForOrganization(id)).totalCount, 0)
  assert.equal(await its.organization.delete(id), true)
  assert.equal((await its.organization.getById(id)).error, 401)
})

await flow("an organization's users and projects", async () => {
  const users = await atlas.organization.getAllUsersForOrganization(ORG, { itemsPerPage: 500 })
  const keeper = users.results.find(({ id }) => id === KEEPER)
  assert.deepEqual([keeper.username, keeper.roles], ['keeper@example.com', [{ orgId: ORG, roleName: 'ORG_OWNER' }]])
  const projects = await atlas.organization.getAllProjectsForOrganization(ORG, { itemsPerPage: 500 })
  assert.ok(idsOf(projects).includes(PROJECT))
  assert.equal((await atlas.organization.getAllUsersForOrganization(OTHER_ORG)).errorCode, 'ORG_NOT_FOUND')
})

await flow('teams and users of a project', async () => {
  const { id } = await atlas.project.create({ name: 'Mole of a client', orgId: ORG })
  const assigned = await atlas.project.assignTeams(id, [{ teamId: TEAM, roleNames: ['GROUP_READ_ONLY'] }])
  assert.deepEqual([assigned.totalCount, assigned.results[0].roleNames], [1, ['GROUP_READ_ONLY']])
  const { results } = await atlas.project.getTeamsByProjectId(id)
  assert.deepEqual([results.length, results[0].teamId], [1, TEAM])
  const again = await atlas.project.assignTeams(id, [{ teamId: TEAM, roleNames: ['GROUP_READ_ONLY'] }])
  assert.equal(again.errorCode, 'TEAM_EXISTS_IN_GROUP')
  const users = open(KEY, id).atlasUser
  // A project made by a key is given to the oldest owner.
  assert.deepEqual(idsOf(await users.getAll()), [KEEPER])
  assert.equal(await atlas.project.removeUserFromProject(id, KEEPER), true)
  assert.deepEqual(idsOf(await users.getAll()), [])
  await atlas.project.delete(id)
})

await flow('an account', async () => {
  const username = 'account-of-a-client@example.com'
  const wanted = { username, firstName: 'Ada', lastName: 'Hand', country: 'NO', password: 'correct-horse-battery' }
  const roles = [{ orgId: ORG, roleName: 'ORG_MEMBER' }]
  const made = await atlas.atlasUser.create({ ...wanted, emailAddress: username, mobileNumber: '5550100', roles })
  assert.deepEqual([made.username, made.country, made.password], [username, 'NO', undefined])
  const answer = await atlas.organization.invite(ORG, { username, roles: ['ORG_MEMBER'] })
  assert.equal(answer.errorCode, 'USER_ALREADY_IN_ORG')
  const waiting = await fetch(`${BASE}/api/atlas/v1.0/orgs/${ORG}/invites?username=${username}`, {
    headers: { Authorization: `Bearer ${ACCESS_TOKEN}` },
  })
  await accept((await waiting.json())[0].id)
  assert.deepEqual((await atlas.atlasUser.getById(made.id)).roles, roles)
  assert.equal((await atlas.atlasUser.getByName(username)).id, made.id)
  assert.equal((await atlas.atlasUser.create({ ...wanted, emailAddress: username })).errorCode, 'USER_ALREADY_EXISTS')
  // The official document has no such operation, and nobody may change another person's name.
  assert.equal((await atlas.atlasUser.update(made.id, { firstName: 'Eve' })).error, 405)
})

await flow('an IP access list', async () => {
  const { id } = await atlas.project.create({ name: 'Weir of a client', orgId: ORG })
  const { projectAccesslist } = open(KEY, id)
  const [first, second] = [{ ipAddress: '192.0.2.30', comment: 'one' }, { cidrBlock: '10.32.0.0/16' }]
  assert.equal((await projectAccesslist.create([first])).results[0].cidrBlock, '192.0.2.30/32')
  assert.equal((await projectAccesslist.update([second])).totalCount, 2)
  assert.equal((await projectAccesslist.get('192.0.2.30')).comment, 'one')
  assert.equal((await projectAccesslist.get(encodeURIComponent('10.32.0.0/16'))).groupId, id)
  assert.equal(await projectAccesslist.delete('192.0.2.30'), true)
  assert.deepEqual(
    (await projectAccesslist.getAll()).results.map(({ cidrBlock }) => cidrBlock),
    ['10.32.0.0/16'],
  )
  const gone = await projectAccesslist.get('192.0.2.30')
  assert.equal(gone.errorCode, 'ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND')
  await atlas.project.delete(id)
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
