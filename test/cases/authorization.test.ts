// Who may do what: every operation times every kind of caller, against a table written from the documents, not the code.
import { afterAll, expect } from 'vitest'
import { ACME, CALLER_NAMES, type CallerName } from '../harness/case-seed.ts'
import {
  cases,
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
import { copyRoles } from '../harness/ledger.ts'
import type { Answer, Client } from '../harness/world.ts'

const { inEveryDialect } = cases()

type Name = Exclude<CallerName, 'stranger'>

/** What the outcome of a cell looks like: `2xx` without a code, anything else with its code. */
interface Row {
  readonly operation: string
  readonly allowed: readonly Name[]
  /** What everybody else of Acme is told, and what on Cloud Manager where its words differ. */
  readonly refusal: string
  readonly cloudManagerRefusal?: string
  /** What the owner of another organization is told. */
  readonly stranger: string
  /** Makes what the operation needs, and answers how to call it once. */
  readonly prepare: (given: Given) => Promise<(client: Client) => Promise<Answer>>
}

const EVERYBODY: readonly Name[] = CALLER_NAMES
const ORG_ROLE_HOLDERS = EVERYBODY.filter((name) => !['projectOwner', 'projectUserAdmin', 'nobody'].includes(name))
const OWNER: readonly Name[] = ['owner']
/** An organization owner owns every project. */
const PROJECT_OWNERS: readonly Name[] = ['owner', 'projectOwner']
/** Cloud Manager's user administrators manage their project's invitations; the role keeps its meaning in every dialect. */
const PROJECT_INVITERS: readonly Name[] = [...PROJECT_OWNERS, 'projectUserAdmin']
/** Every project role includes reading, and three organization roles read every project. */
const PROJECT_READERS: readonly Name[] = [
  ...PROJECT_INVITERS,
  ...(['accessManager', 'projectReader', 'orgReader', 'streamAdmin'] as const),
]

const UNAUTHORIZED = '401 USER_UNAUTHORIZED'
const NO_ORG = '404 ORG_NOT_FOUND'
const NO_GROUP = '404 GROUP_NOT_FOUND'

const orgInvites = {
  allowed: OWNER,
  refusal: UNAUTHORIZED,
  cloudManagerRefusal: '401 NOT_ORG_USER_ADMIN',
  stranger: NO_ORG,
}
const projectInvites = {
  allowed: PROJECT_INVITERS,
  refusal: UNAUTHORIZED,
  cloudManagerRefusal: '401 NOT_GROUP_USER_ADMIN',
  stranger: NO_GROUP,
}

const reading = (path: string) => async () => (client: Client) => client.get(path)

const TABLE: readonly Row[] = [
  { operation: 'getSystemStatus', allowed: EVERYBODY, refusal: '', stranger: '200', prepare: reading('') },
  { operation: 'listOrgs', allowed: EVERYBODY, refusal: '', stranger: '200', prepare: reading('/orgs') },
  {
    operation: 'getOrg',
    allowed: ORG_ROLE_HOLDERS,
    refusal: UNAUTHORIZED,
    stranger: NO_ORG,
    prepare: reading(`/orgs/${ACME.id}`),
  },
  { operation: 'listGroups', allowed: EVERYBODY, refusal: '', stranger: '200', prepare: reading('/groups') },
  {
    operation: 'createGroup',
    allowed: ['owner', 'groupCreator'],
    refusal: '401 NOT_ORG_GROUP_CREATOR',
    stranger: NO_ORG,
    prepare: async (given) => (client) => client.post('/groups', { name: given.name(), orgId: ACME.id }),
  },
  {
    operation: 'getGroupByName',
    allowed: PROJECT_READERS,
    refusal: UNAUTHORIZED,
    stranger: '404 GROUP_NAME_NOT_FOUND',
    prepare: reading('/groups/byName/Project%200'),
  },
  {
    operation: 'getGroup',
    allowed: PROJECT_READERS,
    refusal: UNAUTHORIZED,
    stranger: NO_GROUP,
    prepare: reading(`/groups/${ACME.project0}`),
  },
  {
    operation: 'deleteGroup',
    allowed: PROJECT_OWNERS,
    refusal: UNAUTHORIZED,
    stranger: NO_GROUP,
    prepare: async (given) => {
      const project = await newProject(given)
      await copyRoles(given.world.atrium.db, ACME.project0, project)
      return (client) => client.delete(`/groups/${project}`)
    },
  },
  { operation: 'listOrgInvites', ...orgInvites, prepare: reading(ORG_INVITES) },
  {
    operation: 'createOrgInvite',
    ...orgInvites,
    prepare: async (given) => (client) =>
      client.post(ORG_INVITES, { roles: ['ORG_MEMBER'], username: given.address() }),
  },
  {
    operation: 'updateOrgInvites',
    ...orgInvites,
    prepare: async (given) => {
      const { username } = await invitedToOrg(given)
      return (client) => client.patch(ORG_INVITES, { roles: ['ORG_OWNER'], username })
    },
  },
  {
    operation: 'getOrgInvite',
    ...orgInvites,
    prepare: async (given) => {
      const { id } = await invitedToOrg(given)
      return (client) => client.get(`${ORG_INVITES}/${id}`)
    },
  },
  {
    operation: 'updateOrgInviteById',
    ...orgInvites,
    prepare: async (given) => {
      const { id } = await invitedToOrg(given)
      return (client) => client.patch(`${ORG_INVITES}/${id}`, { roles: ['ORG_OWNER'] })
    },
  },
  {
    operation: 'deleteOrgInvite',
    ...orgInvites,
    prepare: async (given) => {
      const { id } = await invitedToOrg(given)
      return (client) => client.delete(`${ORG_INVITES}/${id}`)
    },
  },
  { operation: 'listGroupInvites', ...projectInvites, prepare: reading(PROJECT_INVITES) },
  {
    operation: 'createGroupInvite',
    ...projectInvites,
    prepare: async (given) => (client) =>
      client.post(PROJECT_INVITES, { roles: ['GROUP_READ_ONLY'], username: given.address() }),
  },
  {
    operation: 'updateGroupInvites',
    ...projectInvites,
    prepare: async (given) => {
      const { username } = await invitedToProject(given)
      return (client) => client.patch(PROJECT_INVITES, { roles: ['GROUP_DATA_ACCESS_ADMIN'], username })
    },
  },
  {
    operation: 'getGroupInvite',
    ...projectInvites,
    prepare: async (given) => {
      const { id } = await invitedToProject(given)
      return (client) => client.get(`${PROJECT_INVITES}/${id}`)
    },
  },
  {
    operation: 'updateGroupInviteById',
    ...projectInvites,
    prepare: async (given) => {
      const { id } = await invitedToProject(given)
      return (client) => client.patch(`${PROJECT_INVITES}/${id}`, { roles: ['GROUP_DATA_ACCESS_ADMIN'] })
    },
  },
  {
    operation: 'deleteGroupInvite',
    ...projectInvites,
    prepare: async (given) => {
      const { id } = await invitedToProject(given)
      return (client) => client.delete(`${PROJECT_INVITES}/${id}`)
    },
  },
  {
    operation: 'getUserByName',
    allowed: EVERYBODY,
    refusal: '',
    stranger: '404 USERNAME_NOT_FOUND',
    prepare: reading(`/users/byName/${ACME.member.username}`),
  },
]

let cells = 0

afterAll(() => {
  console.log(`Authorization: ${cells} cells (operation x caller x dialect x engine) agree with the table.`)
})

for (const row of TABLE) {
  inEveryDialect(
    `${row.operation} is for ${row.allowed.length} of ${EVERYBODY.length} kinds of callers`,
    async (given) => {
      const refusal = given.isAtlas ? row.refusal : (row.cloudManagerRefusal ?? row.refusal)
      const refused = EVERYBODY.filter((name) => !row.allowed.includes(name))
      const call = await row.prepare(given)
      await leavesNothing(given, async () => {
        for (const name of refused) {
          expect(outcome(await call(given.as(name))), name).toBe(refusal)
          cells += 1
        }
        expect(outcome(await call(given.as('stranger'))), 'the stranger').toBe(row.stranger)
        const badToken = { Authorization: 'Bearer a.b.c' }
        expect(outcome(await call(withHeaders(given.owner, badToken))), 'an unknown token').toBe('401')
        const nothing = await call(withHeaders(given.owner, { Authorization: '' }))
        expect([nothing.status, nothing.text.length], 'no credentials').toEqual([401, 142])
        cells += 3
      })
      for (const name of row.allowed) {
        const again = await row.prepare(given)
        const answer = await again(given.as(name))
        expect([name, Math.floor(answer.status / 100)]).toEqual([name, 2])
        cells += 1
      }
    },
  )
}

/** The client with headers of its own in place of its credentials. */
const withHeaders = (client: Client, headers: Record<string, string>): Client => ({
  ...client,
  get: (path) => client.get(path, headers),
  delete: (path) => client.delete(path, headers),
  post: (path, body) => client.post(path, body, headers),
  patch: (path, body) => client.patch(path, body, headers),
})

inEveryDialect('a role in one project is none in another', async (given) => {
  const refusal = given.isAtlas ? UNAUTHORIZED : '401 NOT_GROUP_USER_ADMIN'
  for (const name of ['projectOwner', 'projectUserAdmin', 'otherProjectOwner'] as const) {
    const [own, other] = name === 'otherProjectOwner' ? [ACME.apollo, ACME.project0] : [ACME.project0, ACME.apollo]
    expect((await given.as(name).get(invitesOf(own))).status).toBe(200)
    expect(outcome(await given.as(name).get(invitesOf(other)))).toBe(refusal)
    expect(outcome(await given.as(name).get(`/groups/${other}`))).toBe(UNAUTHORIZED)
  }
})

inEveryDialect('a user administrator cannot climb by inviting owners', async (given) => {
  const admin = given.as('projectUserAdmin')
  const refusal = given.isAtlas ? UNAUTHORIZED : '401 NOT_GROUP_USER_ADMIN'
  const { id, username } = await invitedToProject(given)
  await leavesNothing(given, async () => {
    for (const roles of [['GROUP_OWNER'], ['GROUP_READ_ONLY', 'GROUP_OWNER']]) {
      expect(outcome(await admin.post(PROJECT_INVITES, { roles, username: given.address() }))).toBe(refusal)
      expect(outcome(await admin.patch(`${PROJECT_INVITES}/${id}`, { roles }))).toBe(refusal)
      expect(outcome(await admin.patch(PROJECT_INVITES, { roles, username }))).toBe(refusal)
    }
  })
  expect((await given.as('projectOwner').patch(PROJECT_INVITES, { roles: ['GROUP_OWNER'], username })).status).toBe(200)
})
