// What a refused request was about, looked up over all organizations: the sandbox may say what the API must not.
import type { Seen } from '../../api/trace.ts'
import { isObjectId, type OrgId, type ProjectId } from '../../domain/ids.ts'
import type { Db } from '../../store/db.ts'
import { orgOf } from '../../store/directory.ts'
import { access } from '../../store/organizations.ts'
import { byId as projectById } from '../../store/projects.ts'
import type { Located } from './locate.ts'

export interface Place {
  readonly kind: 'organization' | 'project'
  readonly id: string
  /** Undefined where there is none with this id. */
  readonly name: string | undefined
  /** What the organization is called that it belongs to. */
  readonly orgName: string | undefined
}

/** Undefined where the refusal is about neither a project nor an organization. */
export async function placeOf(
  { read }: Pick<Db, 'read'>,
  { fault }: Partial<Seen>,
  { params }: Located,
): Promise<Place | undefined> {
  switch (fault?.code) {
    case 'org_not_found': {
      const name = isObjectId<OrgId>(fault.id) ? (await access(read, fault.id))?.name : undefined
      return { kind: 'organization', id: fault.id, name, orgName: name }
    }
    case 'group_not_found':
      return projectAt(read, fault.id)
    case 'not_allowed':
      return params['groupId'] === undefined ? undefined : projectAt(read, params['groupId'])
    default:
      return undefined
  }
}

async function projectAt(read: Db['read'], id: string): Promise<Place> {
  const none = { kind: 'project', id, name: undefined, orgName: undefined } as const
  const orgId = isObjectId<ProjectId>(id) ? await orgOf(read, `project:${id}`) : undefined
  if (orgId === undefined || !isObjectId<ProjectId>(id)) return none
  const name = (await projectById(read, orgId, id))?.name
  return { ...none, name, orgName: (await access(read, orgId))?.name }
}
