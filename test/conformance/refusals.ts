// Every way in which an operation refuses, tried on every row, and the answers that the recordings leave out.

import type { Route } from '../../src/api/route.ts'
import type { Json } from '../../src/api/wire/json.ts'
import { textAt, tokenOf } from '../harness/client.ts'
import { READER, type Request, type Sandbox } from './exchanges.ts'
import { officialRoutes } from './operations.ts'

const ORG = 'a0123456789abcdef012345a'
const PROJECT = 'b0123456789abcdef012345b'
const NOBODY = '0123456789abcdef01234567'
/** Bytes; one megabyte is read. */
const TOO_MUCH = 2 ** 20
const ID_NAMES = ['apiUserId', 'orgId', 'groupId', 'invitationId', 'teamId', 'userId', 'secretId', 'eventId']

const known: Readonly<Record<string, string>> = {
  orgId: ORG,
  groupId: PROJECT,
  apiUserId: NOBODY,
  entryValue: '192.0.2.1',
  invitationId: NOBODY,
  clientId: 'mdb_sa_id_0123456789abcdef01234567',
  ipAddress: '192.0.2.1',
  secretId: NOBODY,
  groupName: 'nobody%20knows',
  userId: NOBODY,
  teamId: NOBODY,
  eventId: NOBODY,
  endpointSetId: 'nothing',
  limitName: 'nobody.knows',
  teamName: 'nobody%20knows',
  userName: 'nobody@example.com',
}

const BAD_BODIES: readonly (Json | string)[] = [
  '{',
  '[]',
  '{}',
  { nobodyKnows: 1 },
  { roles: 5, name: 5, username: 5, orgId: 5 },
]

/** Calls that every row refuses, or answers with nothing found. */
export async function refuseEverywhere(sandbox: Sandbox): Promise<void> {
  for (const route of officialRoutes) {
    // Where nobody is asked for credentials, nobody is challenged either.
    const unasked = route.needs === 'public' ? { key: undefined } : {}
    for (const request of refusalsOf(route)) await sandbox.call(route.operationId, { ...request, ...unasked })
  }
  await sandbox.call('none', { method: 'GET', path: '/nobody/knows' })
  await sandbox.call('none', { method: 'PUT', path: `/orgs/${ORG}/invites` })
}

function refusalsOf({ method, path, body }: Route): readonly Request[] {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const filled = (own: Readonly<Record<string, string>> = {}): string =>
    path.replaceAll(/\{(\w+)\}/g, (_, name: string) => own[name] ?? known[name] ?? '')
  const request = { method, path: filled() }
  const ids = names.filter((name) => ID_NAMES.includes(name))
  return [
    { ...request, key: undefined },
    { ...request, headers: { Accept: 'application/json' } },
    ...ids.flatMap((name) => ['xyz', NOBODY].map((id) => ({ method, path: filled({ [name]: id }) }))),
    ...(method === 'GET' && ids.length === 0 ? [] : [{ ...request, key: READER }]),
    ...(body ? BAD_BODIES.map((each) => ({ ...request, body: each })) : []),
    ...(body ? [{ ...request, body: '<a/>', headers: { 'Content-Type': 'text/xml' } }] : []),
    { method, path: `${filled()}?pretty=perhaps`, ...(body ? { body: {} } : {}) },
  ]
}

/** Conflicts, and successes that no recording shows. */
export async function answerTheRest(sandbox: Sandbox): Promise<void> {
  const { call, line, url } = sandbox
  const token = await tokenOf(url, line.serviceAccount)
  await call('getSystemStatus', { method: 'GET', path: '' })
  await call('getSystemStatus', { method: 'GET', path: '', token })
  await call('createGroup', { method: 'POST', path: '/groups', body: JSON.stringify('x'.repeat(TOO_MUCH)), token })
  await call('getGroupByName', { method: 'GET', path: '/groups/byName/Atlas%20CLI%20E2E' })
  await call('createGroup', { method: 'POST', path: '/groups', body: { name: 'Atlas CLI E2E', orgId: ORG } })
  await call('createGroup', { method: 'POST', path: '/groups', body: { name: 'Mine', orgId: ORG }, key: READER })
  const levels: readonly (readonly [string, string, string, Json])[] = [
    [
      'createOrgInvite',
      'updateOrgInvites',
      `/orgs/${ORG}/invites`,
      { roles: ['ORG_MEMBER'], username: 'twice@example.com' },
    ],
    [
      'createGroupInvite',
      'updateGroupInvites',
      `/groups/${PROJECT}/invites`,
      { roles: ['GROUP_OWNER'], username: 'twice@example.com' },
    ],
  ]
  const ids: string[] = []
  for (const [create, update, path, body] of levels) {
    ids.push(textAt((await call(create, { method: 'POST', path, body })).body, 'id'))
    await call(create, { method: 'POST', path, body })
    await call(update, { method: 'PATCH', path, body: { roles: ['ORG_JESTER'], username: 'twice@example.com' } })
    await call(update, {
      method: 'PATCH',
      path,
      body: { roles: ['GROUP_OWNER', 'ORG_OWNER'], username: 'nobody@example.com' },
    })
  }
  const [ofOrg, ofProject] = ids
  await call('listOrgInvites', { method: 'GET', path: `/orgs/${ORG}/invites?username=twice%40example.com` })
  await call('getOrgInvite', { method: 'GET', path: `/orgs/${ORG}/invites/${ofProject}` })
  await call('deleteOrgInvite', { method: 'DELETE', path: `/orgs/${ORG}/invites/${ofProject}` })
  await call('deleteGroupInvite', { method: 'DELETE', path: `/groups/${PROJECT}/invites/${ofOrg}` })
}
