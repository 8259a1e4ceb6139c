// Every operation that takes a body, for the cases about bodies: where it stands and what it would accept.
import { ACME } from './case-seed.ts'
import { type Given, invitedToOrg, invitedToProject, ORG_INVITES, PROJECT_INVITES } from './cases.ts'

export interface Endpoint {
  readonly name: string
  readonly method: string
  readonly path: string
  /** A body that would be accepted. */
  readonly good: Readonly<Record<string, unknown>>
}

/** Every operation that takes a body, with one that it would accept. */
export async function endpoints(given: Given): Promise<readonly Endpoint[]> {
  const org = await invitedToOrg(given)
  const project = await invitedToProject(given)
  const roles = ['ORG_READ_ONLY']
  const projectRoles = ['GROUP_READ_ONLY']
  return [
    { name: 'org POST', method: 'POST', path: ORG_INVITES, good: { roles, username: given.address() } },
    { name: 'org PATCH', method: 'PATCH', path: ORG_INVITES, good: { roles, username: org.username } },
    { name: 'org PATCH by id', method: 'PATCH', path: `${ORG_INVITES}/${org.id}`, good: { roles } },
    {
      name: 'project POST',
      method: 'POST',
      path: PROJECT_INVITES,
      good: { roles: projectRoles, username: given.address() },
    },
    { name: 'project PATCH', method: 'PATCH', path: PROJECT_INVITES, good: { username: project.username } },
    { name: 'project PATCH by id', method: 'PATCH', path: `${PROJECT_INVITES}/${project.id}`, good: {} },
    { name: 'group POST', method: 'POST', path: '/groups', good: { name: given.name(), orgId: ACME.id } },
  ]
}

export type Body = string | Uint8Array | undefined

export const send = ({ owner }: Given, { method, path }: Endpoint, body: Body, headers = {}) =>
  owner.send({ method, target: path, headers: { 'Content-Type': 'application/json', ...headers }, body })
