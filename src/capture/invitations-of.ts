// Pending invitations as a seed has them, once each: an answer on invitations and one on people show the same.
import { idAfter, idBefore, isObjectId } from '../domain/ids.ts'
import type { Draft, SeedInvitation } from '../seed/seed-schema.ts'
import { byText, instantAt, listAt, textAt, textsAt, valueAt } from './fields.ts'
import { assignmentsIn, type Names, projectRolesOf, teamsAt } from './names.ts'
import type { Answers } from './read-organization.ts'

/** Told of an address whose invitation and pending person cannot both keep their identifiers. */
type Warn = (username: string) => void

export function invitationsOf(answers: Answers, names: Names, warn: Warn): readonly Draft<SeedInvitation>[] {
  const ofProjects = projectInvitationsOf(answers)
  const projectIds = new Set(ofProjects.map(({ id }) => id))
  // A project's own invitation is shown by the organization too, under the same id.
  const own = answers.invitations.filter((invitation) => !projectIds.has(textAt(invitation, 'id')))
  const pending = answers.users.filter((user) => textAt(user, 'orgMembershipStatus') === 'PENDING')
  const views = new Map(pending.map((user) => [addressOf(user), user]))
  const invited = new Set(own.map(addressOf))
  const shown = new Set(ofProjects.map(({ id }) => idOfView(id)))
  for (const invitation of own) {
    const view = views.get(addressOf(invitation))
    if (view && idOfView(textAt(invitation, 'id')) !== textAt(view, 'id')) warn(addressOf(invitation))
  }
  const alone = pending.filter((user) => !invited.has(addressOf(user)) && !shown.has(textAt(user, 'id')))
  return [
    ...own.map((invitation) => orgInvitationOf(invitation, names)),
    ...alone.map((user) => pendingUserOf(user, names)),
    ...ofProjects,
  ].sort(byText(({ username, project = '' }) => `${username}\n${project}`))
}

const addressOf = (body: object): string => (textAt(body, 'username') ?? '').toLowerCase()

/** What the pending person of an invitation is shown under. */
const idOfView = (id = ''): string | undefined => (isObjectId(id) ? idAfter(id) : undefined)

const UNSAID = { status: undefined, closedAt: undefined, language: undefined }

const orgInvitationOf = (invitation: object, names: Names): Draft<SeedInvitation> => ({
  ...UNSAID,
  id: textAt(invitation, 'id'),
  username: textAt(invitation, 'username'),
  project: undefined,
  roles: textsAt(invitation, 'roles'),
  teams: teamsAt(invitation, names),
  projectRoles: projectRolesOf(
    listAt(invitation, 'groupRoleAssignments').map((each) => [textAt(each, 'groupId'), textsIn(each)]),
    names,
  ),
  inviter: textAt(invitation, 'inviterUsername'),
  createdAt: instantAt(invitation, 'createdAt'),
  expiresAt: instantAt(invitation, 'expiresAt'),
})

/** One role each, as the old operation answers, or several, as it is asked. */
const textsIn = (assignment: object): readonly string[] => {
  const role = textAt(assignment, 'groupRole')
  return role === undefined ? textsAt(assignment, 'roles') : [role]
}

/** Of somebody whom no answer on invitations names, since these operations end before the ones on people. */
const pendingUserOf = (user: object, names: Names): Draft<SeedInvitation> => {
  const id = textAt(user, 'id') ?? ''
  const roles = valueAt(user, 'roles')
  return {
    ...UNSAID,
    id: isObjectId(id) ? idBefore(id) : undefined,
    username: textAt(user, 'username'),
    project: undefined,
    roles: textsAt(roles, 'orgRoles'),
    teams: teamsAt(user, names),
    projectRoles: projectRolesOf(assignmentsIn(roles), names),
    inviter: textAt(user, 'inviterUsername'),
    createdAt: instantAt(user, 'invitationCreatedAt'),
    expiresAt: instantAt(user, 'invitationExpiresAt'),
  }
}

const projectInvitationsOf = ({ projects }: Answers): readonly Draft<SeedInvitation>[] =>
  projects.flatMap(({ project, invitations }) =>
    invitations.map((invitation) => ({
      ...UNSAID,
      id: textAt(invitation, 'id'),
      username: textAt(invitation, 'username'),
      project: textAt(project, 'name'),
      roles: textsAt(invitation, 'roles'),
      teams: undefined,
      projectRoles: undefined,
      inviter: textAt(invitation, 'inviterUsername'),
      createdAt: instantAt(invitation, 'createdAt'),
      expiresAt: instantAt(invitation, 'expiresAt'),
    })),
  )
