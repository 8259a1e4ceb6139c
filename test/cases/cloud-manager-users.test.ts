// What only Cloud Manager does with users: giving existing ones their roles in a project, many at once.
import { expect } from 'vitest'
import { ACME, GUEST } from '../harness/case-seed.ts'
import { cases, leavesNothing, newProject, outcome } from '../harness/cases.ts'
import * as ledger from '../harness/ledger.ts'
import { type Answer, DIALECTS } from '../harness/world.ts'

const { inEveryDialect } = cases()

const CLOUD_MANAGER = DIALECTS.filter(({ isAtlas }) => !isAtlas)

interface Listed {
  readonly username: string
  readonly roles: readonly { readonly groupId?: string; readonly roleName: string }[]
}

/** Who is in the project with which roles there. */
const rolesIn = (project: string, { text }: Answer): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    JSON.parse(text).results.map(({ username, roles }: Listed) => [
      username,
      roles.filter(({ groupId }) => groupId === project).map(({ roleName }) => roleName),
    ]),
  )

const entry = (id: string, ...names: readonly string[]) => ({ id, roles: names.map((roleName) => ({ roleName })) })

inEveryDialect(
  'members of the organization get roles in the project; those they had there are replaced',
  async (given) => {
    const project = await newProject(given)
    const path = `/groups/${project}/users`
    const answer = await given.owner.post(path, [
      entry(ACME.member.id, 'GROUP_OWNER', 'GROUP_READ_ONLY'),
      entry(ACME.owner.id, 'GROUP_READ_ONLY'),
    ])
    expect(answer.status).toBe(200)
    const expected = {
      [ACME.member.username]: ['GROUP_OWNER', 'GROUP_READ_ONLY'],
      [ACME.owner.username]: ['GROUP_READ_ONLY'],
    }
    expect(rolesIn(project, answer)).toEqual(expected)
    expect(answer.body).toMatchObject({
      links: [{ href: given.href(`${path}?pageNum=1&itemsPerPage=100`), rel: 'self' }],
      totalCount: 2,
    })
    expect(rolesIn(project, await given.owner.get(path))).toEqual(expected)
    const events = await ledger.events(given.world.atrium.db)
    const types = events.filter(({ projectId }) => projectId === project).map(({ type }) => type)
    expect(types).toEqual(['GROUP_CREATED', 'JOINED_GROUP', 'USER_ROLES_CHANGED_AUDIT'])
  },
  CLOUD_MANAGER,
)

inEveryDialect(
  'one who is not a member keeps all from their roles',
  async (given) => {
    const project = await newProject(given)
    for (const id of [GUEST.id, 'abcdefabcdefabcdefabcdef']) {
      await leavesNothing(given, async () => {
        const refused = await given.owner.post(`/groups/${project}/users`, [
          entry(ACME.member.id, 'GROUP_OWNER'),
          entry(id, 'GROUP_READ_ONLY'),
        ])
        expect(outcome(refused)).toBe('404 USER_NOT_FOUND')
      })
    }
  },
  CLOUD_MANAGER,
)

inEveryDialect(
  'a user administrator of the project gives roles, but no ownership',
  async (given) => {
    const admin = given.as('projectUserAdmin')
    const path = `/groups/${ACME.project0}/users`
    expect(outcome(await admin.post(path, [entry(ACME.laterOwner.id, 'GROUP_OWNER')]))).toBe('401 USER_UNAUTHORIZED')
    expect((await admin.post(path, [entry(ACME.laterOwner.id, 'GROUP_READ_ONLY')])).status).toBe(200)
    expect(outcome(await given.as('projectReader').post(path, [entry(ACME.member.id, 'GROUP_READ_ONLY')]))).toBe(
      '401 USER_UNAUTHORIZED',
    )
  },
  CLOUD_MANAGER,
)

inEveryDialect(
  'a body that names nobody, somebody twice, or no role is refused',
  async (given) => {
    await leavesNothing(given, async () => {
      for (const [body, expected] of [
        [{ roles: ['GROUP_OWNER'], username: ACME.member.username }, '400 INVALID_JSON'],
        [[], '400 MISSING_ATTRIBUTE'],
        [[entry(ACME.member.id)], '400 MISSING_ATTRIBUTE'],
        [[entry(ACME.member.id, 'GROUP_ALERTS_MANAGER')], '400 INVALID_ENUM_VALUE'],
        [[entry(ACME.member.id, 'ORG_OWNER')], '400 CANNOT_ADD_ORG_ROLE'],
        [[entry('me', 'GROUP_OWNER')], '404 INVALID_USER_ID'],
        [[entry(ACME.member.id, 'GROUP_OWNER'), entry(ACME.member.id, 'GROUP_OWNER')], '400 INVALID_ATTRIBUTE'],
      ] as const) {
        const refused = await given.owner.post(`/groups/${ACME.project0}/users`, body)
        expect(outcome(refused), JSON.stringify(body)).toBe(expected)
      }
    })
  },
  CLOUD_MANAGER,
)
