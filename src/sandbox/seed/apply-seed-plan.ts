// Turns one organization of a seed into the rows to be written: names become identifiers, what is left out is minted.
import {
  type ClientId,
  idAfter,
  isObjectId,
  type ObjectId,
  type OrgId,
  type ProjectId,
  type TeamId,
  type UserId,
} from '../../domain/ids.ts'
import { expiryOf, type Invitation } from '../../domain/invitations.ts'
import { type Language, parseLanguage } from '../../domain/languages.ts'
import type { HeldRoles } from '../../domain/members.ts'
import { parseUsername } from '../../domain/usernames.ts'
import type { Secret } from '../../platform/secret.ts'
import type { App } from '../../usecases/app.ts'
import { type Founding, founderOf } from '../../usecases/bootstrap.ts'
import type { FreshInvitation } from '../../usecases/new-invitation.ts'
import type { SeedApiKey, SeedInvitation, SeedOrganization, SeedServiceAccount, SeedUser } from './seed-schema.ts'

const TEN_YEARS = 3652 * 86_400_000

/** The secrets behind an organization's first credentials, which the store keeps only in a form that cannot be shown. */
export interface FirstSecrets {
  readonly privateKey: Secret | undefined
  readonly clientSecret: Secret | undefined
}

/** A person of the seed, once for all organizations. */
export interface Person {
  readonly userId: UserId
  readonly password: Secret | undefined
  readonly passwordHash: string | undefined
}

interface Plan {
  readonly app: App
  readonly orgId: OrgId
  readonly now: number
  readonly projects: ReadonlyMap<string, ProjectId>
  readonly teams: ReadonlyMap<string, TeamId>
}

interface SeedRoles {
  readonly orgRoles?: readonly string[]
  readonly projectRoles?: Readonly<Record<string, readonly string[]>>
}

/** The rows of an organization whose seed has been checked; `personOf` knows everybody in it by address. */
export function planOrganization(
  app: App,
  seed: SeedOrganization,
  personOf: (username: string) => Person,
): { founding: Founding; secrets: FirstSecrets } {
  const { projects = [], teams = [], users = [] } = seed
  const plan: Plan = {
    app,
    orgId: idOr(app, seed.id),
    now: app.ambient.now(),
    projects: new Map(projects.map(({ name, id }) => [name, idOr<ProjectId>(app, id)])),
    teams: new Map(teams.map(({ name, id }) => [name, idOr<TeamId>(app, id)])),
  }
  const apiKeys = (seed.apiKeys ?? []).map((apiKey) => planApiKey(plan, apiKey))
  const serviceAccounts = (seed.serviceAccounts ?? []).map((account) => planServiceAccount(plan, account))
  const planned = {
    users: users.map((user) => planUser(plan, user, personOf(user.username.toLowerCase()))),
    apiKeys,
    serviceAccounts,
  }
  const founder = founderOf(planned)
  const founding: Founding = {
    orgId: plan.orgId,
    name: seed.name,
    settings: seed.settings ?? {},
    language: languageOf(seed),
    createdAt: plan.now,
    ...planned,
    projects: projects.map(({ name, tags }) => ({
      orgId: plan.orgId,
      projectId: named(plan.projects, name),
      name,
      tags,
      withDefaultAlertsSettings: true,
      createdAt: plan.now,
    })),
    teams: teams.map((team) => ({
      team: { orgId: plan.orgId, teamId: named(plan.teams, team.name), name: team.name, createdAt: plan.now },
      roles: rolesOf(plan, team),
    })),
    invitations: (seed.invitations ?? []).map((invitation) => planInvitation(plan, invitation, founder)),
  }
  return {
    founding,
    secrets: { privateKey: apiKeys[0]?.privateKey, clientSecret: serviceAccounts[0]?.clientSecret },
  }
}

function planUser(plan: Plan, user: SeedUser, { userId, passwordHash }: Person): Founding['users'][number] {
  return {
    person: {
      userId,
      username: addressOf(user.username),
      firstName: user.firstName ?? '',
      lastName: user.lastName ?? '',
      country: user.country ?? 'US',
      createdAt: plan.now,
      lastAuthAt: undefined,
      verifiedAt: plan.now,
      passwordHash,
      language: languageOf(user),
    },
    roles: rolesOf(plan, user),
    teamIds: (user.teams ?? []).map((team) => named(plan.teams, team)),
  }
}

function planApiKey(plan: Plan, seed: SeedApiKey): Founding['apiKeys'][number] & { privateKey: Secret } {
  const { privateKey, ...kept } = plan.app.minting.apiKey(seed, idOr(plan.app, seed.id))
  return {
    key: { ...kept, orgId: plan.orgId, description: seed.desc ?? '', createdAt: plan.now },
    roles: rolesOf(plan, seed),
    privateKey,
  }
}

function planServiceAccount(
  plan: Plan,
  seed: SeedServiceAccount,
): Founding['serviceAccounts'][number] & { clientSecret: Secret } {
  const { clientId, clientSecret, kept } = plan.app.minting.serviceAccount(seed)
  const name = seed.name ?? nameOf(clientId)
  return {
    account: { orgId: plan.orgId, clientId, name, description: '', createdAt: plan.now },
    secret: { ...kept, createdAt: plan.now, expiresAt: plan.now + TEN_YEARS },
    roles: rolesOf(plan, seed),
    clientSecret,
  }
}

const languageOf = ({ language }: { language?: string }): Language | undefined =>
  language === undefined ? undefined : parseLanguage(language)

const nameOf = (clientId: ClientId): string => `Service account ${clientId.slice(-6)}`

function planInvitation(plan: Plan, seed: SeedInvitation, founder: ReturnType<typeof founderOf>): FreshInvitation {
  if (!founder) throw new Error('An invitation needs somebody in its organization who can have sent it.')
  const createdAt = seed.createdAt === undefined ? plan.now : Date.parse(seed.createdAt)
  const { projectRoles } = rolesOf(plan, { projectRoles: seed.projectRoles ?? {} })
  const ids = invitationIds(plan.app, seed.id)
  return {
    ...ids,
    orgId: plan.orgId,
    face: seed.project === undefined ? 'org' : 'legacy-project',
    projectId: seed.project === undefined ? undefined : named(plan.projects, seed.project),
    username: addressOf(seed.username),
    roles: seed.roles,
    teamIds: (seed.teams ?? []).map((team) => named(plan.teams, team)),
    groupRoleAssignments: [...projectRoles].map(([groupId, roles]) => ({ groupId, roles })),
    inviterKind: founder.kind,
    inviterUsername: founder.name,
    status: 'PENDING',
    createdAt,
    expiresAt:
      seed.expiresAt === undefined ? expiryOf(createdAt, plan.app.settings.invitationDays) : Date.parse(seed.expiresAt),
    language: languageOf(seed),
    link: plan.app.minting.invitationLink(ids.id),
  }
}

/** A given invitation id fixes the id of the pending person, which is the next one. */
function invitationIds(app: App, given: string | undefined): Pick<Invitation, 'id' | 'viewId'> {
  const next = given === undefined ? '' : idAfter(given)
  if (given !== undefined && isObjectId<Invitation['id']>(given) && isObjectId<UserId>(next)) {
    return { id: given, viewId: next }
  }
  const [id, viewId] = app.ambient.newIdPair<Invitation['id'], UserId>()
  return { id, viewId }
}

function rolesOf(plan: Plan, { orgRoles = [], projectRoles = {} }: SeedRoles): HeldRoles {
  const byId = Object.entries(projectRoles).map(([name, roles]) => [named(plan.projects, name), roles] as const)
  return { orgRoles, projectRoles: new Map(byId) }
}

const addressOf = (text: string): string => parseUsername(text) ?? text

/** The given identifier, or a new one. */
export const idOr = <Id extends ObjectId>(app: App, given: string | undefined): Id =>
  given !== undefined && isObjectId<Id>(given) ? given : app.ambient.newId<Id>()

function named<Id>(ids: ReadonlyMap<string, Id>, name: string): Id {
  const id = ids.get(name)
  if (id === undefined) throw new Error(`The seed names ${JSON.stringify(name)}, which it does not have.`)
  return id
}
