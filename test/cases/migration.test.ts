// A project moves to another organization: only if both want it, with what may follow and without what may not.
import { expect } from 'vitest'
import { ACME, keyOf, STRANGER } from '../harness/case-seed.ts'
import {
  cases,
  type Given,
  invitedToOrg,
  invitedToProject,
  leavesNothing,
  newProject,
  outcome,
} from '../harness/cases.ts'
import { events, rolesIn } from '../harness/ledger.ts'
import { callerWith, type MadeOrganization, newOrganization } from '../harness/organizations.ts'
import { DIALECTS } from '../harness/world.ts'

const { inEveryDialect } = cases()

const ATLAS = DIALECTS.filter(({ isAtlas }) => isAtlas)
const DATED = { Accept: 'application/vnd.atlas.2024-05-30+json' }

const USERS = { Accept: 'application/vnd.atlas.2025-02-19+json' }

const bodyFor = ({ id, key }: Pick<MadeOrganization, 'id' | 'key'>) => ({
  destinationOrgId: id,
  destinationOrgPrivateApiKey: key.privateKey,
  destinationOrgPublicApiKey: key.publicKey,
})

const migrate = ({ owner }: Pick<Given, 'owner'>, id: string, body: object) =>
  owner.post(`/groups/${id}:migrate`, body, DATED)

inEveryDialect(
  'a project moves to the organization whose owner’s key is given, and is gone from the old one',
  async (given) => {
    const name = given.name()
    const id = await newProject(given, name)
    const made = await newOrganization(given)
    await given.owner.patch(`/groups/${id}`, { tags: [{ key: 'a', value: 'b' }] })
    await given.owner.patch(`/groups/${id}/settings`, { isDataExplorerEnabled: false })
    const answer = await migrate(given, id, bodyFor(made))
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({ id, name, orgId: made.id, tags: [{ key: 'a', value: 'b' }] })
    expect(outcome(await given.owner.get(`/groups/${id}`))).toBe('404 GROUP_NOT_FOUND')
    expect(JSON.parse((await made.call('GET', `/groups/${id}`)).text)).toEqual(answer.body)
    const settings = JSON.parse((await made.call('GET', `/groups/${id}/settings`)).text)
    expect(settings).toMatchObject({ isDataExplorerEnabled: false })
    expect(JSON.parse((await made.call('GET', `/orgs/${made.id}/groups`)).text)).toMatchObject({ totalCount: 1 })
    const told = (await events(given.world.atrium.db))
      .filter((event) => event.projectId === id && event.type.startsWith('GROUP_MOVED'))
      .map(({ type, orgId, actor }) => [type, orgId, actor])
    expect(told).toEqual([
      ['GROUP_MOVED_FROM_ORG', ACME.id, expect.stringMatching(/^mdb_sa_id_/)],
      ['GROUP_MOVED', made.id, made.key.publicKey],
    ])
    expect(await newProject(given, name)).not.toBe(id)
  },
  ATLAS,
)

inEveryDialect(
  'people of both organizations keep their roles; everybody else’s, and what was promised, stays behind',
  async (given) => {
    // The project's owner is the oldest owner of Acme, who owns the new organization too.
    const id = await newProject(given)
    const made = await newOrganization(given)
    const own = await invitedToProject(given, {}, id)
    const promised = await invitedToOrg(given, {
      groupRoleAssignments: [{ groupId: id, roles: ['GROUP_READ_ONLY'] }],
    })
    const added = { username: ACME.member.username, roles: ['GROUP_READ_ONLY'] }
    expect((await given.owner.post(`/groups/${id}/users`, added, USERS)).status).toBe(201)
    const team = [{ teamId: ACME.team0, roleNames: ['GROUP_READ_ONLY'] }]
    expect((await given.owner.post(`/groups/${id}/teams`, team)).status).toBe(200)
    const rows = () => rolesIn(given.world.atrium.db, id)
    expect(await rows()).toHaveLength(3)
    expect((await migrate(given, id, bodyFor(made))).status).toBe(200)
    expect(await rows()).toEqual([{ orgId: made.id, principalId: ACME.owner.id, role: 'GROUP_OWNER' }])
    const invitation = await given.owner.get(`/orgs/${ACME.id}/invites/${promised.id}`)
    expect(invitation.body).toMatchObject({ groupRoleAssignments: [] })
    expect(outcome(await given.owner.get(`/orgs/${ACME.id}/invites/${own.id}`))).toBe('404 INVALID_INVITATION_ID')
  },
  ATLAS,
)

inEveryDialect(
  'without a right pair, an organization that exists is refused like one that does not',
  async (given) => {
    const id = await newProject(given)
    const made = await newOrganization(given)
    const { publicKey, privateKey } = made.key
    const unknown = '5f0a0000000000000000ffff'
    await leavesNothing(given, async () => {
      const bodies = [
        { destinationOrgId: STRANGER.id },
        { destinationOrgId: unknown },
        bodyFor({ id: STRANGER.id, key: made.key }),
        bodyFor({ id: unknown, key: made.key }),
        bodyFor({ id: STRANGER.id, key: { publicKey: keyOf('stranger').publicKey, privateKey } }),
        bodyFor({ id: made.id, key: { publicKey, privateKey: `${privateKey}0` } }),
        bodyFor({ id: made.id, key: keyOf('owner') }),
        { destinationOrgId: made.id },
      ]
      for (const body of bodies) {
        const answer = await migrate(given, id, body)
        expect(outcome(answer)).toBe('404 ORG_NOT_FOUND')
        expect(answer.body).toEqual({
          detail: `No organization with ID ${body.destinationOrgId} exists.`,
          error: 404,
          errorCode: 'ORG_NOT_FOUND',
          parameters: [body.destinationOrgId],
          reason: 'Not Found',
        })
      }
    })
  },
  ATLAS,
)

inEveryDialect(
  'half a pair, no destination and the project’s own organization are refused',
  async (given) => {
    const id = await newProject(given)
    await leavesNothing(given, async () => {
      const half = { destinationOrgId: STRANGER.id }
      for (const [body, expected] of [
        [{}, '400 MISSING_ATTRIBUTE'],
        [{ ...half, destinationOrgPublicApiKey: 'abcdefgh' }, '400 MISSING_ATTRIBUTE'],
        [{ ...half, destinationOrgPrivateApiKey: 'x' }, '400 MISSING_ATTRIBUTE'],
        [{ destinationOrgId: 'xyz' }, '404 INVALID_ORG_ID'],
        [bodyFor({ id: ACME.id, key: keyOf('owner') }), '400 INVALID_ATTRIBUTE'],
      ] as const) {
        expect(outcome(await migrate(given, id, body)), expected).toBe(expected)
      }
    })
  },
  ATLAS,
)

inEveryDialect(
  'neither a Project Owner here nor a mere member there can move a project',
  async (given) => {
    const weak = await newOrganization(given, { apiKey: { desc: 'Weak', roles: ['ORG_MEMBER', 'ORG_GROUP_CREATOR'] } })
    await leavesNothing(given, async () => {
      const projectOwner = { owner: given.as('projectOwner') }
      expect(outcome(await migrate(projectOwner, ACME.project0, bodyFor(weak)))).toBe('401 USER_UNAUTHORIZED')
      expect(outcome(await migrate(given, ACME.project0, bodyFor(weak)))).toBe('401 USER_UNAUTHORIZED')
      const stranger = { owner: given.as('stranger') }
      expect(outcome(await migrate(stranger, ACME.project0, bodyFor(weak)))).toBe('404 GROUP_NOT_FOUND')
    })
  },
  ATLAS,
)

inEveryDialect(
  'a key that may not be used from here proves nothing',
  async (given) => {
    const id = await newProject(given)
    const made = await newOrganization(given)
    expect((await made.call('POST', made.accessList, [{ cidrBlock: '10.0.0.0/8' }])).status).toBe(200)
    expect(outcome(await migrate(given, id, bodyFor(made)))).toBe('403 IP_ADDRESS_NOT_ON_ACCESS_LIST')
    const open = await newOrganization(given)
    expect((await open.call('PATCH', `/orgs/${open.id}/settings`, { apiAccessListRequired: true })).status).toBe(200)
    expect(outcome(await migrate(given, id, bodyFor(open)))).toBe('403 ORG_REQUIRES_ACCESS_LIST')
  },
  ATLAS,
)

inEveryDialect(
  'a name that is taken there stays here',
  async (given) => {
    const name = given.name()
    const id = await newProject(given, name)
    const made = await newOrganization(given)
    expect((await made.call('POST', '/groups', { name, orgId: made.id })).status).toBe(201)
    await leavesNothing(given, async () => {
      expect(outcome(await migrate(given, id, bodyFor(made)))).toBe('409 GROUP_ALREADY_EXISTS')
    })
  },
  ATLAS,
)

inEveryDialect(
  'two projects that change places at once both arrive',
  async (given) => {
    const made = [await newOrganization(given), await newOrganization(given)] as const
    const [first, second] = made
    const projects = await Promise.all(
      made.map(
        async ({ call, id }) => JSON.parse((await call('POST', '/groups', { name: given.name(), orgId: id })).text).id,
      ),
    )
    const move = (from: MadeOrganization, project: string, to: MadeOrganization) =>
      callerWith(
        { ...given, dialect: { ...given.dialect, ...(given.dialect.name === 'v2' ? { accept: DATED.Accept } : {}) } },
        from.key,
      )('POST', `/groups/${project}:migrate`, bodyFor(to))
    const answers = await Promise.all([move(first, projects[0], second), move(second, projects[1], first)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect((await first.call('GET', `/groups/${projects[1]}`)).status).toBe(200)
    expect((await second.call('GET', `/groups/${projects[0]}`)).status).toBe(200)
  },
  ATLAS,
)
