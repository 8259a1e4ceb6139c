// Another organization's owner: whatever is named, the answer is that of something which does not exist.
import { expect } from 'vitest'
import { ACME, clientOf, STRANGER } from '../harness/case-seed.ts'
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
import type { Answer } from '../harness/world.ts'

const { inEveryDialect } = cases()

const UNKNOWN = '5f0a0000000000000000ffff'
const OWN_INVITES = `/orgs/${STRANGER.id}/invites`
const OWN_PROJECT_INVITES = invitesOf(STRANGER.project)

interface Attempt {
  readonly method: string
  readonly path: string
  readonly body?: object
}

/** A request that names `id`, which is Acme's or nobody's. */
type Naming = (id: string) => Attempt

/** Everything one can do with an organization's id, a project's and an invitation's; bodies are ones that Acme accepts. */
function attempts(given: Given): ReadonlyMap<string, readonly Naming[]> {
  const org = { roles: ['ORG_MEMBER'], username: 'someone@new.example' }
  const project = { roles: ['GROUP_READ_ONLY'], username: 'someone@new.example' }
  const sixOf = (base: (id: string) => string, invitation: string, body: object): readonly Naming[] => [
    (id) => ({ method: 'GET', path: base(id) }),
    (id) => ({ method: 'GET', path: `${base(id)}?username=someone@new.example` }),
    (id) => ({ method: 'POST', path: base(id), body }),
    (id) => ({ method: 'PATCH', path: base(id), body }),
    (id) => ({ method: 'GET', path: `${base(id)}/${invitation}` }),
    (id) => ({ method: 'PATCH', path: `${base(id)}/${invitation}`, body: {} }),
    (id) => ({ method: 'DELETE', path: `${base(id)}/${invitation}` }),
  ]
  const threeOf = (base: string): readonly Naming[] => [
    (id) => ({ method: 'GET', path: `${base}/${id}` }),
    (id) => ({ method: 'PATCH', path: `${base}/${id}`, body: {} }),
    (id) => ({ method: 'DELETE', path: `${base}/${id}` }),
  ]
  return new Map([
    [
      ACME.id,
      [
        (id) => ({ method: 'GET', path: `/orgs/${id}` }),
        ...sixOf((id) => `/orgs/${id}/invites`, UNKNOWN, org),
        (id) => ({ method: 'POST', path: '/groups', body: { name: 'Mine', orgId: id } }),
      ],
    ],
    [
      ACME.project0,
      [
        (id) => ({ method: 'GET', path: `/groups/${id}` }),
        (id) => ({ method: 'DELETE', path: `/groups/${id}` }),
        ...sixOf(invitesOf, UNKNOWN, project),
        ...(given.isAtlas
          ? [
              (id: string) => ({
                method: 'POST',
                path: OWN_INVITES,
                body: { ...org, groupRoleAssignments: [{ groupId: id, roles: ['GROUP_OWNER'] }] },
              }),
            ]
          : []),
      ],
    ],
    [ACME.team0, [(id) => ({ method: 'POST', path: OWN_INVITES, body: { ...org, teamIds: [id] } })]],
    [
      ACME.member.id,
      [
        (id) => ({
          method: 'POST',
          path: `/groups?projectOwnerId=${id}`,
          body: { name: 'Mine', orgId: STRANGER.id },
        }),
      ],
    ],
    ['invitation', [...threeOf(OWN_INVITES), ...threeOf(OWN_PROJECT_INVITES)]],
  ])
}

const perform = (given: Given, { method, path, body }: Attempt): Promise<Answer> =>
  given.as('stranger').send({
    method,
    target: path,
    headers: body ? { 'Content-Type': 'application/json' } : {},
    body: body && JSON.stringify(body),
  })

/** The whole answer with the named id taken out. */
const asText = ({ status, headers, text }: Answer, id: string): string =>
  JSON.stringify([status, { ...headers, date: '' }, text]).replaceAll(id, '{id}')

const ACMES_WORDS = [ACME.name, 'acme.example', clientOf('owner').clientId, 'Apollo', 'Team 0', 'new.example']

/** Fails unless what `real` names is answered exactly like what does not exist, without a word of Acme. */
async function expectIndistinguishable(given: Given, naming: Naming, real: string): Promise<void> {
  const [answer, unknown] = [await perform(given, naming(real)), await perform(given, naming(UNKNOWN))]
  const { method, path } = naming('{id}')
  expect(answer.status, `${method} ${path}`).toBe(404)
  expect(asText(answer, real), `${method} ${path}`).toBe(asText(unknown, UNKNOWN))
  for (const word of ACMES_WORDS) expect(answer.text).not.toContain(word)
}

inEveryDialect('what is Acme’s and what does not exist are the same to a stranger, to the byte', async (given) => {
  const { id: orgInvitation } = await invitedToOrg(given)
  const { id: projectInvitation } = await invitedToProject(given)
  const pairs = [...attempts(given)].flatMap(([subject, namings]) =>
    namings.flatMap((naming) =>
      (subject === 'invitation' ? [orgInvitation, projectInvitation] : [subject]).map((real) => ({ naming, real })),
    ),
  )
  expect(pairs.length).toBeGreaterThanOrEqual(30)
  await leavesNothing(given, async () => {
    for (const { naming, real } of pairs) await expectIndistinguishable(given, naming, real)
  })
})

inEveryDialect('Acme’s invitations are not there either under Acme’s own addresses', async (given) => {
  const org = await invitedToOrg(given)
  const project = await invitedToProject(given)
  const stranger = given.as('stranger')
  for (const [parent, path, unknown] of [
    [ACME.id, `${ORG_INVITES}/${org.id}`, `/orgs/${UNKNOWN}/invites/${org.id}`],
    [ACME.project0, `${PROJECT_INVITES}/${project.id}`, `${invitesOf(UNKNOWN)}/${project.id}`],
  ] as const) {
    for (const method of ['GET', 'DELETE', 'HEAD']) {
      const answer = await stranger.send({ method, target: path })
      const other = await stranger.send({ method, target: unknown })
      expect(answer.status).toBe(404)
      expect(asText(answer, parent)).toBe(asText(other, UNKNOWN))
    }
  }
  expect((await given.owner.get(`${ORG_INVITES}/${org.id}`)).text).toBe(org.answer.text)
  expect((await given.owner.get(`${PROJECT_INVITES}/${project.id}`)).text).toBe(project.answer.text)
})

inEveryDialect('names and addresses of Acme find nothing', async (given) => {
  const stranger = given.as('stranger')
  for (const [real, unknown] of [
    ['/groups/byName/Apollo', '/groups/byName/Apolli'],
    [`/users/byName/${ACME.member.username}`, '/users/byName/mib@acme.example'],
  ] as const) {
    const [answer, other] = [await stranger.get(real), await stranger.get(unknown)]
    expect(answer.status).toBe(404)
    const last = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
    expect(asText(answer, last(real))).toBe(asText(other, last(unknown)))
  }
  expect((await stranger.get('/orgs?name=Acme')).body).toMatchObject({ results: [], totalCount: 0 })
  expect((await stranger.get('/groups')).body).toMatchObject({ results: [{ id: STRANGER.project }], totalCount: 1 })
})

inEveryDialect('an address that waits in Acme, or is a member there, is a new one elsewhere', async (given) => {
  const stranger = given.as('stranger')
  const { username } = await invitedToOrg(given)
  for (const address of [username, ACME.member.username]) {
    const answer = await stranger.post(OWN_INVITES, { roles: ['ORG_MEMBER'], username: address })
    expect(answer.status).toBe(given.isAtlas ? 200 : 201)
    expect(answer.body).toMatchObject({ orgId: STRANGER.id, teamIds: [], username: address })
    expect((await stranger.delete(`${OWN_INVITES}/${answer.at('id')}`)).status).toBe(204)
  }
  expect((await given.owner.get(`${ORG_INVITES}?username=${username}`)).text).not.toBe('[]')
})

inEveryDialect('two organizations may have projects of one name', async (given) => {
  const name = given.name()
  const own = await newProject(given, name)
  const answer = await given.as('stranger').post('/groups', { name, orgId: STRANGER.id })
  expect(answer.status).toBe(201)
  const found = await given.owner.get(`/groups/byName/${encodeURIComponent(name)}`)
  expect(found.at('id')).toBe(own)
})

inEveryDialect('an id under a wrong parent of the same organization is not found', async (given) => {
  const { id: orgInvitation } = await invitedToOrg(given)
  const project = await newProject(given)
  const { id: projectInvitation } = await invitedToProject(given, {}, project)
  await leavesNothing(given, async () => {
    for (const path of [
      `${PROJECT_INVITES}/${projectInvitation}`,
      `${PROJECT_INVITES}/${orgInvitation}`,
      `${invitesOf(project)}/${orgInvitation}`,
      `${ORG_INVITES}/${project}`,
      `${ORG_INVITES}/${ACME.id}`,
      `${invitesOf(project)}/${project}`,
    ]) {
      expect(outcome(await given.owner.get(path)), path).toBe('404 INVALID_INVITATION_ID')
      expect(outcome(await given.owner.patch(path, { roles: [] })), path).toBe('400 MISSING_ATTRIBUTE')
      expect(outcome(await given.owner.patch(path, {})), path).toBe('404 INVALID_INVITATION_ID')
      expect(outcome(await given.owner.delete(path)), path).toBe('404 INVALID_INVITATION_ID')
    }
    for (const path of [`/orgs/${ACME.project0}`, `/orgs/${orgInvitation}/invites`]) {
      expect(outcome(await given.owner.get(path))).toBe('404 ORG_NOT_FOUND')
    }
    for (const path of [`/groups/${ACME.id}`, `/groups/${orgInvitation}/invites`, `/groups/${ACME.team0}`]) {
      expect(outcome(await given.owner.get(path))).toBe('404 GROUP_NOT_FOUND')
    }
  })
})
