// The beginning of an organization: its people and credentials written at once, before anybody could ask for it.
import type { Author } from '../domain/events.ts'
import type { OrgId, PrincipalId, TeamId } from '../domain/ids.ts'
import type { HeldRoles } from '../domain/members.ts'
import type { Project } from '../domain/projects.ts'
import type { ServiceAccount } from '../domain/service-accounts.ts'
import type { Team } from '../domain/teams.ts'
import * as apiKeys from '../store/api-keys.ts'
import * as clientSecrets from '../store/client-secrets.ts'
import type { Tx } from '../store/db.ts'
import * as directory from '../store/directory.ts'
import * as members from '../store/members.ts'
import * as organizations from '../store/organizations.ts'
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
    readonly roles: HeldRoles
    readonly teamIds: readonly TeamId[]
  }[]
  readonly projects: readonly Project[]
  readonly teams: readonly { readonly team: Team; readonly roles: HeldRoles }[]
  readonly apiKeys: readonly { readonly key: apiKeys.ApiKey; readonly roles: HeldRoles }[]
  readonly serviceAccounts: readonly {
    readonly account: ServiceAccount
    readonly secret: clientSecrets.ClientSecret
    readonly roles: HeldRoles
  }[]
  readonly invitations: readonly FreshInvitation[]
}

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
  for (const project of founding.projects) await projects.insert(tx, project)
  for (const { team, roles } of founding.teams) {
    await teams.insert(tx, team)
    await grant(tx, orgId, team.teamId, roles)
  }
  for (const user of founding.users) await join(tx, orgId, user)
  for (const { key, roles } of founding.apiKeys) {
    await apiKeys.insert(tx, key)
    await directory.insert(tx, `key:${key.publicKey}`, orgId)
    await grant(tx, orgId, key.id, roles)
  }
  for (const { account, secret, roles } of founding.serviceAccounts) {
    await serviceAccounts.insert(tx, account)
    await clientSecrets.insert(tx, orgId, account.clientId, secret)
    await directory.insert(tx, `sa:${account.clientId}`, orgId)
    await grant(tx, orgId, account.clientId, roles)
  }
  for (const invitation of founding.invitations) await insertAndSend(app, tx, invitation)
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

async function join(tx: Tx, orgId: OrgId, { person, roles, teamIds }: Founding['users'][number]): Promise<void> {
  await users.insertIfNew(tx, person)
  await members.insert(tx, orgId, person.userId, person.createdAt)
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
