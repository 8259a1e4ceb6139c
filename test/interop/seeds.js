// The command lines of the documents that Atrium was asked for with, as they stand there but for the host, the team and
// the invitation: each runs in a shell, and its answer has the documented form.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expectStatus, flow, KEY, ORG, PROJECT } from './flows.js'

const run = promisify(execFile)

const MADE = /^[0-9a-f]{24}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/
const ORG_KEYS = [
  'createdAt',
  'expiresAt',
  'groupRoleAssignments',
  'id',
  'inviterUsername',
  'links',
  'orgId',
  'orgName',
  'roles',
  'teamIds',
  'username',
]
const PROJECT_KEYS = [
  'createdAt',
  'expiresAt',
  'groupId',
  'groupName',
  'id',
  'inviterUsername',
  'links',
  'roles',
  'username',
]
const ATLAS_ONLY = ['groupRoleAssignments', 'links']
const CHALLENGE =
  /^Digest realm="MMS Public API", domain="", nonce="[A-Za-z0-9+/]{32}", algorithm=MD5, qop="auth", stale=false$/

/** What a command line prints; `$HOST` and the like are set. */
async function shell(commandLine, variables = {}) {
  const env = { ...process.env, HOST: process.env.ATRIUM_URL, ...variables }
  const { stdout } = await run(
    'bash',
    ['-c', commandLine.replace(/^curl/, 'curl --silent --show-error --max-time 20')],
    { env },
  )
  return stdout
}

/** The answers that --include prints, each with its status line, headers and, the last, its body. */
function answers(printed) {
  const blocks = printed.split(/(?=HTTP\/1\.1 \d{3} )/)
  return blocks.map((block) => {
    const end = block.indexOf('\r\n\r\n')
    const [statusLine, ...lines] = block.slice(0, end).split('\r\n')
    const headers = Object.fromEntries(
      lines.map((line) => [line.split(': ')[0].toLowerCase(), line.split(': ').slice(1).join(': ')]),
    )
    return { status: Number(statusLine.split(' ')[1]), headers, text: block.slice(end + 4) }
  })
}

function expectInvitation(made, keys, expected) {
  assert.deepEqual(Object.keys(made), keys)
  assert.match(made.id, MADE)
  assert.match(made.createdAt, INSTANT)
  assert.equal(Date.parse(made.expiresAt) - Date.parse(made.createdAt), 30 * 24 * 3_600_000)
  for (const [name, value] of Object.entries(expected)) assert.deepEqual(made[name], value, name)
}

let invitationId = ''
const team = { TEAM: process.env.ATRIUM_TEAM }
const assignments = [{ groupId: PROJECT, groupRole: 'GROUP_BACKUP_MANAGER' }]

await flow('invite to an organization (Portuguese)', async () => {
  const made = JSON.parse(
    await shell(
      String.raw`curl \
 --request POST "$HOST/api/atlas/v1.0/orgs/4888442a3354817a7320eb61/invites" \
 --header "Authorization: Bearer $ACCESS_TOKEN" \
 --header "Content-Type: application/json" \
 --data '{"groupRoleAssignments":[{"groupId":"32b6e34b3d91647abb20e7b8","roles":["GROUP_BACKUP_MANAGER"]}],"roles":["ORG_OWNER"],"teamIds":["'$TEAM'"],"username":"hello@example.com"}'`,
      team,
    ),
  )
  expectInvitation(made, ORG_KEYS, {
    groupRoleAssignments: assignments,
    links: [{ href: `${process.env.ATRIUM_SERVER}/api/atlas/v1.0/orgs/${ORG}/invites/${made.id}`, rel: 'self' }],
    orgId: ORG,
    orgName: 'Lighthouse',
    roles: ['ORG_OWNER'],
    teamIds: [process.env.ATRIUM_TEAM],
    username: 'hello@example.com',
  })
  invitationId = made.id
})

await flow('update an invitation by id (Portuguese)', async () => {
  const changed = JSON.parse(
    await shell(
      String.raw`curl \
--request PATCH "$HOST/api/atlas/v1.0/orgs/4888442a3354817a7320eb61/invites/$INVITATION" \
--header "Authorization: Bearer $ACCESS_TOKEN" \
--header "Content-Type: application/json" \
--data '{"groupRoleAssignments":[{"groupId":"32b6e34b3d91647abb20e7b8","roles":["GROUP_BACKUP_MANAGER"]}],"roles":["ORG_OWNER"],"teamIds":["'$TEAM'"]}'`,
      { ...team, INVITATION: invitationId },
    ),
  )
  expectInvitation(changed, ORG_KEYS, { groupRoleAssignments: assignments, id: invitationId, roles: ['ORG_OWNER'] })
})

await flow('invite to a project (Japanese)', async () => {
  const made = JSON.parse(
    await shell(
      String.raw`curl \
--request POST "$HOST/api/atlas/v1.0/groups/32b6e34b3d91647abb20e7b8/invites" \
--header "Authorization: Bearer $ACCESS_TOKEN" \
--header "Content-Type: application/json" \
--data '{"roles":["GROUP_BACKUP_MANAGER"],"username":"hello@example.com"}'`,
    ),
  )
  expectInvitation(made, PROJECT_KEYS, {
    groupId: PROJECT,
    groupName: 'North Pier',
    roles: ['GROUP_BACKUP_MANAGER'],
    username: 'hello@example.com',
  })
})

await flow('all invitations, Cloud Manager (Portuguese)', async () => {
  const printed = await shell(
    String.raw`curl --user "$ATRIUM_PUBLIC_KEY:$ATRIUM_PRIVATE_KEY" --digest --include \
 --header "Accept: application/json" \
 --request GET "$HOST/api/public/v1.0/orgs/4888442a3354817a7320eb61/invites?pretty=true"`,
  )
  const [challenge, answer] = answers(printed)
  assert.equal(challenge.status, 401)
  assert.equal(challenge.headers['content-type'], 'application/json;charset=ISO-8859-1')
  assert.match(challenge.headers['www-authenticate'], CHALLENGE)
  assert.equal(answer.status, 200)
  assert.equal(answer.headers['content-type'], 'application/json')
  assert.equal(answer.headers['vary'], 'Accept-Encoding')
  assert.equal(answer.headers['strict-transport-security'], 'max-age=300')
  assert.match(answer.headers['x-mongodb-service-version'], /^gitHash=[0-9a-f]{40}; versionString=\S+$/)
  assert.match(answer.text, /^\[ \{\n {2}"createdAt" : "/)
  const listed = JSON.parse(answer.text).filter(({ username }) => username === 'hello@example.com')
  for (const each of listed)
    expectInvitation(
      each,
      ORG_KEYS.filter((key) => !ATLAS_ONLY.includes(key)),
      { orgId: ORG },
    )
  assert.deepEqual(
    listed.map(({ roles }) => roles),
    [['ORG_OWNER'], ['GROUP_BACKUP_MANAGER']],
  )
})

const ONE = '"$HOST/api/atlas/v2/orgs/4888442a3354817a7320eb61/invites/$INVITATION?pretty=true"'

function expectOne(answer) {
  const { text, headers, status } = answer
  assert.equal(headers['content-type'], 'application/vnd.atlas.2023-01-01+json;charset=utf-8')
  assert.equal(headers['deprecation'], 'Wed, 19 Feb 2025 00:00:00 GMT')
  assert.equal(headers['sunset'], 'Thu, 1 Jul 2027 00:00:00 GMT')
  assert.match(text, /^\{\n {2}"createdAt" : "/)
  expectInvitation(expectStatus({ status, body: JSON.parse(text) }, 200), ORG_KEYS, {
    groupRoleAssignments: assignments,
    id: invitationId,
  })
}

await flow('one invitation, bearer (Korean)', async () => {
  const printed = await shell(
    String.raw`curl --include --header "Authorization: Bearer ${'$'}{ACCESS_TOKEN}" \
--header "Accept: application/vnd.atlas.2025-03-12+json" \
-X GET ${ONE}`,
    { INVITATION: invitationId },
  )
  const [answer, ...more] = answers(printed)
  assert.equal(more.length, 0)
  expectOne(answer)
})

await flow('one invitation, digest (Korean)', async () => {
  const printed = await shell(
    String.raw`curl --user "${'$'}{PUBLIC_KEY}:${'$'}{PRIVATE_KEY}" \
--digest --include \
--header "Accept: application/vnd.atlas.2025-03-12+json" \
-X GET ${ONE}`,
    { INVITATION: invitationId, PUBLIC_KEY: KEY.publicKey, PRIVATE_KEY: KEY.privateKey },
  )
  const [challenge, answer] = answers(printed)
  assert.equal(challenge.status, 401)
  assert.equal(challenge.headers['content-type'], 'application/json')
  expectOne(answer)
})
