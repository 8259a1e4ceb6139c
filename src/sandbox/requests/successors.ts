// What takes the place of versions that end: a newer one of the same operation, or another operation.
import { routes } from '../../api/operations/all.ts'
import type { Route } from '../../api/route.ts'
import type { OperationVersion } from '../../api/wire/versions.ts'

/** In the words of the migration guides: the organization's and the project's users replace invitations. */
const SUCCESSORS: Readonly<Record<string, string>> = {
  listOrgInvites: 'listOrgUsers',
  createOrgInvite: 'createOrgUser',
  updateOrgInvites: 'updateOrgUser',
  getOrgInvite: 'getOrgUser',
  updateOrgInviteById: 'updateOrgUser',
  deleteOrgInvite: 'removeOrgUser',
  listGroupInvites: 'listGroupUsers',
  createGroupInvite: 'addGroupUsers',
  updateGroupInvites: 'addGroupUserRole',
  getGroupInvite: 'getGroupUser',
  updateGroupInviteById: 'addGroupUserRole',
  deleteGroupInvite: 'removeGroupUser',
  addGroupAccessUser: 'addGroupUsers',
  updateGroupUserRoles: 'addGroupUserRole',
  updateOrgUserRoles: 'updateOrgUser',
  addOrgTeamUsers: 'addOrgTeamUser',
  removeOrgTeamUserFromTeam: 'removeOrgTeamUser',
  createUser: 'createOrgUser',
  getUser: 'getOrgUser',
  getUserByName: 'listOrgUsers',
}

export interface Successor {
  readonly operationId: string
  /** The date of the version. */
  readonly version: string
}

/** Whether a version is announced to end, or deprecated at least. */
export const isEnding = ({ deprecated, sunset }: OperationVersion): boolean =>
  deprecated !== undefined || sunset !== undefined

/** What follows the versions of an operation that end; undefined where nothing does. */
export function successorOf({ operationId, versions }: Pick<Route, 'operationId' | 'versions'>): Successor | undefined {
  const next = versions.find((version) => !isEnding(version))
  if (next) return { operationId, version: next.date }
  const other = routes.find((each) => each.operationId === SUCCESSORS[operationId])
  const date = other?.versions.at(-1)?.date
  return other && date !== undefined ? { operationId: other.operationId, version: date } : undefined
}
