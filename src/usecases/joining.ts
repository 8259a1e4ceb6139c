// Joining an organization: being in with everything that was promised, and written down as the person's own doing.
import type { Author } from '../domain/events.ts'
import type { OrgId, ProjectId } from '../domain/ids.ts'
import type { Grants, Invitation } from '../domain/invitations.ts'
import type { Person } from '../domain/members.ts'
import type { Tx } from '../store/db.ts'
import * as members from '../store/members.ts'
import * as roleAssignments from '../store/role-assignments.ts'
import * as teams from '../store/teams.ts'
import type { App } from './app.ts'
import { record } from './audit.ts'
import { placesOf, refuseFullPlaces, refuseManyOrganizations, refuseManyPlaces } from './place-limits.ts'

/** As much of an invitation as outlasts its acceptance. */
export interface PromisedPlaces extends Grants, Pick<Invitation, 'face' | 'projectId'> {}

/** Makes the person a member who is none, and gives what was promised; refused where a place is full. The organization must be locked. */
export async function join(
  app: App,
  tx: Tx,
  orgId: OrgId,
  person: Person,
  promised: readonly PromisedPlaces[],
): Promise<void> {
  const isNew = await members.insert(tx, orgId, person.userId, app.ambient.now())
  if (isNew) await recordJoining(app, tx, orgId, person)
  for (const each of promised) await grant(app, tx, orgId, each, person, isNew)
  for (const each of promised) await refuseFullPlaces(app, tx, orgId, placesOf(each))
  await refuseManyPlaces(app, tx, orgId, person)
  if (isNew) await refuseManyOrganizations(app, tx, person.userId)
}

const authorOf = ({ userId, username }: Person) => ({ kind: 'user', id: userId, name: username }) as const

const recordJoining = (app: App, tx: Tx, orgId: OrgId, person: Person): Promise<void> =>
  record(app, tx, {
    type: 'JOINED_ORG',
    orgId,
    author: authorOf(person),
    details: { targetUsername: person.username },
  })

async function grant(
  app: App,
  tx: Tx,
  orgId: OrgId,
  promised: PromisedPlaces,
  person: Person,
  isNew: boolean,
): Promise<void> {
  const { projectId, face, roles } = promised
  const author = authorOf(person)
  const details = { targetUsername: person.username }
  const orgRoles = face === 'org' ? roles : isNew ? ['ORG_MEMBER'] : []
  const granted = await roleAssignments.grant(tx, orgId, person.userId, '', orgRoles)
  if (!isNew && granted > 0) await record(app, tx, { type: 'USER_ROLES_CHANGED_AUDIT', orgId, author, details })
  for (const teamId of promised.teamIds) {
    const joined = await teams.addMember(tx, orgId, teamId, person.userId)
    if (joined) await record(app, tx, { type: 'JOINED_TEAM', orgId, author, details: { ...details, teamId } })
  }
  const own = projectId ? [{ groupId: projectId, roles }] : []
  for (const assignment of [...own, ...promised.groupRoleAssignments]) {
    await joinProject(app, tx, orgId, assignment, author)
  }
}

async function joinProject(
  app: App,
  tx: Tx,
  orgId: OrgId,
  { groupId, roles }: { groupId: ProjectId; roles: readonly string[] },
  author: Author & { id: Person['userId'] },
): Promise<void> {
  const granted = await roleAssignments.grant(tx, orgId, author.id, groupId, roles)
  if (granted === 0) return
  const details = { targetUsername: author.name }
  await record(app, tx, { type: 'JOINED_GROUP', orgId, projectId: groupId, author, details })
}
