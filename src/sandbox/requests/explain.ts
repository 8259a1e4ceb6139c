// Why a request was answered as it was: one sentence for people, out of what was seen of it.
import type { Seen } from '../../api/trace.ts'
import type { AccessRule } from '../../domain/access-lists.ts'
import type { Fault } from '../../domain/faults.ts'
import { isObjectId, type ProjectId } from '../../domain/ids.ts'
import { explainCredentials } from './explain-credentials.ts'
import { explainEnd, explainMethod, explainUnknownPath, explainVersion } from './explain-paths.ts'
import { explainLackingRoles, explainRoles, type NamedProject } from './explain-roles.ts'
import type { Located } from './locate.ts'
import type { Place } from './place.ts'
import { claimed, listed } from './words.ts'

export interface Decided {
  /** Null where the connection was cut instead of an answer. */
  readonly status: number | null
  readonly errorCode: string | null
  /** What the answer itself says; empty where it says nothing. */
  readonly detail: string
  readonly seen: Partial<Seen>
  readonly located: Located
  /** What the request was about, where that has been looked up. */
  readonly place: Place | undefined
}

const MOST_BLOCKS = 5

/** `401 USER_UNAUTHORIZED: needs ORG_OWNER, has ORG_MEMBER in the organization Acme`. */
export function explain(decided: Decided): string {
  const { status, errorCode, seen } = decided
  if (status === null) return `no answer: the connection was cut, a fault was injected (${seen.intervention})`
  const head = errorCode === null ? String(status) : `${status} ${errorCode}`
  const reason = seen.intervention ? `a fault was injected (${seen.intervention})` : reasonOf(decided)
  return reason === '' ? head : `${head}: ${reason}`
}

function reasonOf(decided: Decided): string {
  const { status, detail, seen, located } = decided
  if (seen.credentialFault) return explainCredentials(seen.credentialFault, located.isTokenEndpoint)
  if (status === null || status < 400) return explainSuccess(decided)
  if (seen.fault) return explainFault(seen.fault, decided) ?? detail
  switch (status) {
    case 404:
      return explainUnknownPath(located)
    case 405:
      return explainMethod(located)
    case 406:
      return explainVersion(located)
    case 410:
      return explainEnd(located)
    case 500:
      return 'something failed inside; the log has it under the id in X-Request-Id'
    default:
      return detail
  }
}

function explainSuccess({ seen: { caller, clientId }, located: { dialect, route, params } }: Decided): string {
  if (clientId !== undefined) return `the secret of ${clientId} is right`
  if (!route || !dialect) return ''
  if (route.needs === 'public') return 'open to everybody'
  if (!caller || route.needs === 'authenticated') return 'open to every credential'
  return explainRoles(route.needs, caller, dialect, projectIn(params))
}

/** Undefined where the answer says as much itself. */
function explainFault(fault: Fault, { seen: { caller }, located: { dialect, params }, place }: Decided) {
  if (!caller || !dialect) return undefined
  const { actor, organization, access } = caller
  const own = `this credential belongs to ${organization.name} (${organization.orgId})`
  switch (fault.code) {
    case 'not_allowed':
    case 'cannot_create_projects': {
      const action = fault.code === 'not_allowed' ? fault.action : 'org.projects.create'
      const project =
        place?.kind === 'project' && isObjectId<ProjectId>(place.id) ? { ...place, id: place.id } : undefined
      return explainLackingRoles(action, caller, dialect, project ?? projectIn(params))
    }
    case 'org_not_found':
    case 'group_not_found':
      return `${foundElsewhere(fault.code === 'org_not_found' ? 'organization' : 'project', fault.id, place)}; ${own}`
    case 'address_not_listed':
      return `the address ${fault.address} is not on the access list of ${actor.name}: ${blocksOf(access)}`
    case 'access_list_required':
      return `the organization ${organization.name} requires access lists, and ${actor.name} has none with ${fault.address} on it`
    default:
      return undefined
  }
}

function foundElsewhere(kind: Place['kind'], id: string, place: Place | undefined): string {
  if (place?.name === undefined) return `no ${kind} has the id ${claimed(id)}`
  const where = kind === 'project' ? ` in the organization ${place.orgName}` : ''
  return `the ${kind} ${place.name} (${id}) exists${where}`
}

function projectIn({ groupId = '' }: Located['params']): NamedProject | undefined {
  return isObjectId<ProjectId>(groupId) ? { id: groupId } : undefined
}

function blocksOf({ blocks }: AccessRule): string {
  const shown = blocks.slice(0, MOST_BLOCKS).map(({ cidr }) => cidr)
  return listed(blocks.length > MOST_BLOCKS ? [...shown, `${blocks.length - MOST_BLOCKS} more`] : shown, 'and')
}
