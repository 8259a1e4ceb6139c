// The rows of the API against the official document: names, versions, sunsets and required roles.
import type { Needs, Route } from '../../src/api/route.ts'
import type { OfficialDocument } from './document.ts'
import { PREFIX } from './exchanges.ts'
import { officialRoutes } from './operations.ts'

type Operation = NonNullable<ReturnType<OfficialDocument['at']>>

/** What a row needs, in the words of the document. An operation that shows each caller its own requires no role there. */
const ROLES: Readonly<Partial<Record<Needs, string>>> = {
  'org.read': 'Organization Member',
  'org.update': 'Organization Owner',
  'org.delete': 'Organization Owner',
  'org.settings.update': 'Organization Owner',
  'org.invitations.manage': 'Organization Owner',
  'org.users.manage': 'Organization Owner',
  'org.teams.manage': 'Organization Owner',
  'org.apiKeys.manage': 'Organization Owner',
  'org.serviceAccounts.read': 'Organization Read Only',
  'org.serviceAccounts.manage': 'Organization Owner',
  'project.read': 'Project Read Only',
  'project.update': 'Project Owner',
  'project.delete': 'Project Owner',
  'project.migrate': 'Organization Owner',
  'project.invitations.manage': 'Project Owner',
  'project.users.add': 'Project Owner',
  'project.users.manage': 'Project Access Manager',
  'project.users.setRoles': 'Project Owner',
  'project.teams.manage': 'Project Access Manager',
  'project.apiKeys.manage': 'Project Access Manager',
  'project.apiKeys.assign': 'Project Owner',
  'project.serviceAccounts.manage': 'Project Owner',
  'project.serviceAccounts.invite': 'Organization Owner',
  'project.serviceAccounts.accessList.manage': 'Project Access Manager',
  'project.accessList.manage': 'Project Network Access Manager',
}

/** In what rows differ from the document, one sentence each. */
export const checkRows = (document: OfficialDocument): readonly string[] =>
  officialRoutes.flatMap((route) => checkRow(route, document.at(route.method, `${PREFIX}${route.path}`)))

function checkRow(route: Route, official: Operation | undefined): readonly string[] {
  const { operationId, method, path } = route
  if (!official) return [`${operationId}: the document has no ${method} ${path}`]
  const facts: readonly (readonly [string, unknown, unknown])[] = [
    ['name', operationId, official.operationId],
    ['versions', versionsOf(route), officialVersions(official)],
    ['deprecated', route.versions.at(-1)?.deprecated !== undefined, official.deprecated === true],
    ['required roles', rolesOf(route), official['x-rolesRequirements'] ?? []],
  ]
  return facts
    .map(([what, ours, theirs]) => [what, JSON.stringify(ours), JSON.stringify(theirs)])
    .filter(([, ours, theirs]) => ours !== theirs)
    .map(([what, ours, theirs]) => `${operationId}: ${what} ${theirs}, here ${ours}`)
}

/** Operations that a role anywhere suffices for, which they ask for themselves because the path names no place. */
const ROLE_ANYWHERE = ['listEventTypes']

/** Operations for which the document names no role: an API key changes its own access list, whatever its role is. */
const NO_ROLE = ['createOrgApiKeyAccessListEntry', 'deleteOrgApiKeyAccessListEntry']

function rolesOf({ operationId, needs }: Route): readonly (string | undefined)[] {
  if (NO_ROLE.includes(operationId)) return []
  if (ROLE_ANYWHERE.includes(operationId)) return [ROLES['org.read'], ROLES['project.read']]
  return needs === 'authenticated' || needs === 'public' ? [] : [ROLES[needs]]
}

const versionsOf = ({ versions }: Route) =>
  versions.map(({ date, sunset }) => `${date}, until ${sunset ?? 'further notice'}`)

function officialVersions({ responses }: Operation): readonly string[] {
  const [success] = Object.entries(responses).filter(([status]) => status.startsWith('2'))
  return Object.values(success?.[1].content ?? {})
    .map((content) => `${content['x-xgen-version']}, until ${content['x-sunset'] ?? 'further notice'}`)
    .toSorted()
}
