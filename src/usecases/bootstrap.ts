// The beginning of an organization: its people and credentials written at once, before anybody could ask for it.
import type { Author } from '../domain/events.ts'
import type { OrgId, PrincipalId, TeamId } from '../domain/ids.ts'
import type { Invitation } from '../domain/invitations.ts'
import type { HeldRoles } from '../domain/members.ts'
import type { Project } from '../domain/projects.ts'
import type { ServiceAccount } from '../domain/service-accounts.ts'
import type { Team } from '../domain/teams.ts'
import * as accessLists from '../store/access-lists.ts'
import * as apiKeys from '../store/api-keys.ts'
import * as clientSecrets from '../store/client-secrets.ts'
import type { Tx } from '../store/db.ts'
import * as directory from '../store/directory.ts'
import * as invitations from '../store/invitations.ts'
import * as members from '../store/members.ts'
import * as organizations from '../store/organizations.ts'
import * as projectDocuments from '../store/project-documents.ts'
import * as projects from '../store/projects.ts'
import * as roleAssignments from '../store/role-assignments.ts'
import * as serviceAccounts from '../store/service-accounts.ts'
import * as teams from '../store/teams.ts'
import * as users from '../store/users.ts'
import type { App } from './app.ts'
import { record } from './audit.ts'
import { insertAndSend } from './mailing.ts'
import type { FreshInvitation } from './new-invitation.ts'

export interface Founding extends organizations.NewOrganization {
  readonly users: readonly {
    readonly person: users.NewUser
    /** When they became a member; when their account was made unless given. */
    readonly joinedAt?: number
    readonly roles: HeldRoles
    readonly teamIds: readonly TeamId[]
  }[]
  readonly projects: readonly {
    readonly project: Project
    readonly documents?: projectDocuments.ProjectDocuments | undefined
    readonly accessList?: AccessList
  }[]
  readonly teams: readonly { readonly team: Team; readonly roles: HeldRoles }[]
  readonly apiKeys: readonly {
    readonly key: apiKeys.ApiKey
    readonly roles: HeldRoles
    readonly accessList?: AccessList
  }[]
  readonly serviceAccounts: readonly {
    readonly account: ServiceAccount
    readonly secrets: readonly clientSecrets.ClientSecret[]
    readonly roles: HeldRoles
    readonly accessList?: AccessList
  }[]
  readonly invitations: readonly FreshInvitation[]
  /** What became of earlier invitations, and when. */
  readonly closedInvitations?: readonly { readonly invitation: Invitation; readonly closedAt: number }[]
}

type AccessList = readonly accessLists.NewEntry[]

/**
 * Writes the first organization of a store. False, and nothing written, when the store has an organization or somebody
 * with the same address: of several callers at once who name the same owner, exactly one sees `true`.
 */
export const bootstrap = (app: App, founding: Founding): Promise<boolean> =>
  app.db.write(async (tx) => {
    if (await organizations.any(tx)) return false
    // The owner's address is unique over the store, so it decides between two who both saw no organization.
    for (const { person } of founding.users) if (!(await users.insertIfNew(tx, person))) return false
    await found(app, tx, founding)
    return true
  })

/**
 * Writes an organization and everything in it. People who exist already become members as they are. Its record begins
 * with `author`, if there is anybody.
 */
export async function found(
  app: App,
  tx: Tx,
  founding: Founding,
  author: Author | undefined = founderOf(founding),
): Promise<void> {
  const { orgId } = founding
  await organizations.insert(tx, founding)
  for (const project of founding.projects) await foundProject(tx, project)
  for (const { team, roles } of founding.teams) {
    await teams.insert(tx, team)
    await grant(tx, orgId, team.teamId, roles)
  }
  for (const user of founding.users) await join(tx, orgId, user)
  for (const { key, roles, accessList } of founding.apiKeys) {
    await apiKeys.insert(tx, key)
    await directory.insert(tx, `key:${key.publicKey}`, orgId)
    await grant(tx, orgId, key.id, roles)
    await allow(tx, orgId, key.id, accessList)
  }
  for (const { account, secrets, roles, accessList } of founding.serviceAccounts) {
    await serviceAccounts.insert(tx, account)
    for (const secret of secrets) await clientSecrets.insert(tx, orgId, account.clientId, secret)
    await directory.insert(tx, `sa:${account.clientId}`, orgId)
    await grant(tx, orgId, account.clientId, roles)
    await allow(tx, orgId, account.clientId, accessList)
  }
  await foundInvitations(app, tx, founding)
  if (author) await record(app, tx, { type: 'ORG_CREATED', orgId, author })
}

/** Whom the organization's first records name: its first user, or else its first credential. */
export function founderOf({
  users,
  apiKeys,
  serviceAccounts,
}: Pick<Founding, 'users' | 'apiKeys' | 'serviceAccounts'>): Author | undefined {
  const [user] = users
  if (user) return { kind: 'user', id: user.person.userId, name: user.person.username }
  const [apiKey] = apiKeys
  if (apiKey) return { kind: 'api_key', id: apiKey.key.id, name: apiKey.key.publicKey }
  const [client] = serviceAccounts
  return client && { kind: 'service_account', id: client.account.clientId, name: client.account.clientId }
}

async function foundProject(tx: Tx, { project, documents, accessList }: Founding['projects'][number]): Promise<void> {
  const { orgId, projectId } = project
  await projects.insert(tx, project)
  if (documents) await projectDocuments.write(tx, orgId, projectId, documents)
  await allow(tx, orgId, projectId, accessList)
}

/** Only what can still be accepted is sent. */
async function foundInvitations(app: App, tx: Tx, { invitations: open, closedInvitations }: Founding): Promise<void> {
  const now = app.ambient.now()
  for (const { invitation, closedAt } of closedInvitations ?? []) {
    await invitations.insertClosed(tx, invitation, closedAt)
  }
  for (const invitation of open) {
    if (invitation.expiresAt > now) await insertAndSend(app, tx, invitation)
    else await invitations.insert(tx, invitation, invitation.link.hash)
  }
}

async function allow(tx: Tx, orgId: OrgId, ownerId: accessLists.OwnerId, list: AccessList = []): Promise<void> {
  for (const entry of list) await accessLists.add(tx, orgId, ownerId, entry)
}

async function join(
  tx: Tx,
  orgId: OrgId,
  { person, joinedAt, roles, teamIds }: Founding['users'][number],
): Promise<void> {
  await users.insertIfNew(tx, person)
  await members.insert(tx, orgId, person.userId, joinedAt ?? person.createdAt)
  await grant(tx, orgId, person.userId, roles)
  for (const teamId of teamIds) await teams.addMember(tx, orgId, teamId, person.userId)
}

async function grant(
  tx: Tx,
  orgId: OrgId,
  principal: PrincipalId,
  { orgRoles, projectRoles }: HeldRoles,
): Promise<void> {
  await roleAssignments.grant(tx, orgId, principal, '', orgRoles)
  for (const [projectId, roles] of projectRoles) await roleAssignments.grant(tx, orgId, principal, projectId, roles)
}
