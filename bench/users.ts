// Users, projects and teams: an organization of 500 people and 100 projects, by itself and beside a million memberships.
import { join } from 'node:path'
import { type Bench, bearerHeaders, CONNECTIONS, compareSizes, type Requests, script, startAtrium } from './bench.ts'
import type { Filled } from './fill-users.ts'
import type { Change } from './load.ts'
import { residentMiB, runJson } from './process.ts'
import { type Line, progress, rounded } from './report.ts'

const BASE = '/api/atlas/v2'
/** Of 499 people each. */
const MANY_ORGANIZATIONS = 2005

interface Place extends AsyncDisposable, Filled {
  readonly data: string
  readonly orgId: string
  readonly server: Awaited<ReturnType<typeof startAtrium>>
  get(path: string): Requests
  change(changesOf: (connection: number) => readonly Change[]): Requests
}

async function placeWith(bench: Bench, otherOrganizations: number): Promise<Place> {
  const data = bench.folder()
  {
    await using _first = await startAtrium(data)
  }
  progress(`filling a store with ${rounded(otherOrganizations + 1)} organizations`)
  const fill = [script('fill-users.ts'), join(data, 'atrium.db'), String(otherOrganizations)]
  const filled = await runJson<Filled>('server', fill)
  const server = await startAtrium(data)
  const { url, orgId } = server.started
  const headers = await bearerHeaders(server.started)
  return {
    ...filled,
    data,
    orgId,
    server,
    get: (path) => ({ kind: 'get', url: url + BASE + path, headers }),
    change: (changesOf) => {
      const changes = Array.from({ length: CONNECTIONS }, (_, connection) =>
        changesOf(connection).map((change) => ({ ...change, path: BASE + change.path })),
      )
      return { kind: 'change', url, headers, changes }
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

const usersOf = ({ orgId }: Place): string => `/orgs/${orgId}/users?itemsPerPage=100`
const userOf = ({ orgId, userIds }: Place): string => `/orgs/${orgId}/users/${userIds[0]}`
const teamOf = ({ orgId, teamIds }: Place): string => `/orgs/${orgId}/teams/${teamIds[0]}`

export async function benchUsers(bench: Bench): Promise<readonly Line[]> {
  await using place = await placeWith(bench, 0)
  const { data, server, projectIds } = place
  const read = (what: string, wanted: string, path: string): Promise<Line> =>
    bench.reads(what, wanted, server, place.get(path))
  const write = (what: string, changesOf: (connection: number) => readonly Change[]): Promise<Line> =>
    bench.writes(what, '≥ 0.35', server, data, place.change(changesOf))
  return [
    await read('GET 100 of 500 users', '≥ 0.12', usersOf(place)),
    await read('GET 100 projects', '≥ 0.12', '/groups?itemsPerPage=100'),
    await read('GET the organizations', '≥ 0.25', '/orgs'),
    await read('GET one user', '≥ 0.25', userOf(place)),
    await read('GET one project', '≥ 0.25', `/groups/${projectIds[0]}`),
    await read('GET one team', '≥ 0.25', teamOf(place)),
    await write('POST :addRole, :removeRole', (connection) => roleChanges(place, connection)),
    await write('POST :addUser, :removeUser', (connection) => teamChanges(place, connection)),
    await write('PATCH the roles of a team', (connection) => teamRoleChanges(place, connection)),
    { what: 'resident after all of these', atrium: `${rounded(residentMiB(server.pid))} MiB`, wanted: '≤ 120 MB' },
  ]
}

/** Each connection changes a user of its own, so that every request changes something. */
function roleChanges({ orgId, userIds }: Place, connection: number): readonly Change[] {
  const path = `/orgs/${orgId}/users/${userIds[connection]}`
  const body = { orgRole: 'ORG_READ_ONLY' }
  return [
    { method: 'POST', path: `${path}:addRole`, body },
    { method: 'POST', path: `${path}:removeRole`, body },
  ]
}

function teamChanges({ orgId, teamIds, userIds }: Place, connection: number): readonly Change[] {
  // Whoever has this number is in another team already.
  const path = `/orgs/${orgId}/teams/${teamIds[(connection + 1) % teamIds.length]}`
  const body = { id: userIds[connection] }
  return [
    { method: 'POST', path: `${path}:addUser`, body },
    { method: 'POST', path: `${path}:removeUser`, body },
  ]
}

function teamRoleChanges({ projectIds, teamIds }: Place, connection: number): readonly Change[] {
  const index = connection % teamIds.length
  const path = `/groups/${projectIds[index]}/teams/${teamIds[index]}`
  const to = (role: string): Change => ({ method: 'PATCH', path, body: { roleNames: [role] } })
  return [to('GROUP_OWNER'), to('GROUP_READ_ONLY')]
}

export async function benchManyUsers(bench: Bench): Promise<readonly Line[]> {
  await using small = await placeWith(bench, 0)
  await using large = await placeWith(bench, MANY_ORGANIZATIONS)
  const compare = (what: string, requestsTo: (place: Place) => Requests): Promise<Line> =>
    compareSizes(
      bench,
      what,
      () => bench.burst(requestsTo(small)),
      () => bench.burst(requestsTo(large)),
    )
  return [
    await compare('GET 100 of 500 users, 1,000,000 memberships stored against 500', (place) =>
      place.get(usersOf(place)),
    ),
    await compare('GET 100 projects, likewise', (place) => place.get('/groups?itemsPerPage=100')),
    await compare('GET one user, likewise', (place) => place.get(userOf(place))),
    await compare('POST :addRole, :removeRole, likewise', (place) =>
      place.change((connection) => roleChanges(place, connection)),
    ),
  ]
}
