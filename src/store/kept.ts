// What lists read again and again, kept between requests: the members of an organization and its projects, each good for
// as long as the organization's revision stands, which whoever asks has just read (ADR 4).
import type { OrgId, UserId } from '../domain/ids.ts'
import type { Member } from '../domain/members.ts'
import type { Project } from '../domain/projects.ts'
import { recentMap } from '../platform/recent-map.ts'
import type { Db } from './db.ts'
import { memberOf, membersOf } from './member-rows.ts'
import { idsByUsername } from './org-user-statements.ts'
import * as projects from './projects.ts'

/** An organization as it was read for this request. */
export interface AtRevision {
  readonly orgId: OrgId
  readonly revision: number
}

export interface Kept {
  /** All members by username, in the order of code points; undefined where there are too many to hold. */
  members(organization: AtRevision): Promise<readonly Member[] | undefined>
  /** One member, whether or not all of them can be held. */
  member(organization: AtRevision, userId: UserId): Promise<Member | undefined>
  /** All projects by name, in the order of code points. */
  projects(organization: AtRevision): Promise<readonly Project[]>
}

/** Members and projects of organizations larger than this are read each time. */
const MOST_OF_ONE = 1000
const MOST_ORGANIZATIONS = 32
const MOST_SINGLE_MEMBERS = 5000

interface Entry<Value> {
  readonly revision: number
  readonly value: Value
}

/** Holds what was read of `db` in this process; every change of what it holds raises the organization's revision. */
export function keptOf(db: Db): Kept {
  const members = recentMap<Entry<readonly Member[] | undefined>>(MOST_ORGANIZATIONS)
  const singles = recentMap<Entry<Member | undefined>>(MOST_SINGLE_MEMBERS)
  const projectLists = recentMap<Entry<readonly Project[]>>(MOST_ORGANIZATIONS)
  return {
    members: ({ orgId, revision }) =>
      reread(members, orgId, revision, async () => {
        const rows = await db.read.all(idsByUsername, { orgId, limit: MOST_OF_ONE + 1 })
        if (rows.length > MOST_OF_ONE) return undefined
        const ids = rows.map((row) => row.user_id)
        const found = await membersOf(db.read, orgId, ids)
        return ids.flatMap((id) => found.get(id) ?? [])
      }),
    member: ({ orgId, revision }, userId) =>
      reread(
        singles,
        `${orgId} ${userId}`,
        revision,
        () => memberOf(db.read, orgId, userId),
        (member) => member !== undefined,
      ),
    projects: ({ orgId, revision }) =>
      reread(
        projectLists,
        orgId,
        revision,
        () => projects.list(db.read, orgId),
        (list) => list.length <= MOST_OF_ONE,
      ),
  }
}

/** What was read at this revision or a later one; what is read now is no older than the revision it is kept under. */
async function reread<Value>(
  known: ReturnType<typeof recentMap<Entry<Value>>>,
  key: string,
  revision: number,
  read: () => Promise<Value>,
  isHeld: (value: Value) => boolean = () => true,
): Promise<Value> {
  const entry = known.get(key)
  if (entry && entry.revision >= revision) return entry.value
  const value = await read()
  if (isHeld(value)) known.set(key, { revision, value })
  return value
}
