// Turns one organization of a seed into the rows to be written: names become identifiers, what is left out is minted.
import type { OrgId, ProjectId, TeamId } from '../../domain/ids.ts'
import type { HeldRoles } from '../../domain/members.ts'
import type { Secret } from '../../platform/secret.ts'
import type { SeedInvitation, SeedOrganization, SeedProject, SeedUser } from '../../seed/seed-schema.ts'
import type { App } from '../../usecases/app.ts'
import { type Founding, founderOf } from '../../usecases/bootstrap.ts'
import { planAccessList, planApiKey, planServiceAccount } from './plan-credentials.ts'
import { type InvitationPlace, type Inviter, planInvitations } from './plan-invitation.ts'
import type { Person } from './plan-people.ts'
import { idOr, languageOf, timeOr } from './seed-values.ts'

/** The secrets behind an organization's first credentials, which the store keeps only in a form that cannot be shown. */
export interface FirstSecrets {
  readonly privateKey: Secret | undefined
  readonly clientSecret: Secret | undefined
}

interface Plan {
  readonly app: App
  readonly orgId: OrgId
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
  const { projects = [], teams = [], users = [], apiKeys = [], serviceAccounts = [] } = seed
  const plan: Plan = {
    app,
    orgId: idOr(app, seed.id),
    projects: new Map(projects.map(({ name, id }) => [name, idOr<ProjectId>(app, id)])),
    teams: new Map(teams.map(({ name, id }) => [name, idOr<TeamId>(app, id)])),
  }
  const planned = {
    users: users.map((user) => planUser(plan, user, personOf(user.username.toLowerCase()))),
    apiKeys: apiKeys.map((key) => planApiKey(app, plan.orgId, key, rolesOf(plan, key))),
    serviceAccounts: serviceAccounts.map((each) => planServiceAccount(app, plan.orgId, each, rolesOf(plan, each))),
  }
  const placeOf = (invitation: SeedInvitation) => placeIn(plan, invitation)
  const founding: Founding = {
    orgId: plan.orgId,
    name: seed.name,
    settings: seed.settings ?? {},
    language: languageOf(seed),
    createdAt: timeOr(app, seed.createdAt),
    ...planned,
    projects: projects.map((project) => planProject(plan, project)),
    teams: teams.map((team) => ({
      team: {
        orgId: plan.orgId,
        teamId: named(plan.teams, team.name),
        name: team.name,
        createdAt: timeOr(app, team.createdAt),
      },
      roles: rolesOf(plan, team),
    })),
    ...planInvitations(app, seed.invitations ?? [], inviterBy(founderOf(planned)), placeOf),
  }
  const secrets = {
    privateKey: planned.apiKeys[0]?.privateKey,
    clientSecret: planned.serviceAccounts[0]?.clientSecret,
  }
  return { founding, secrets }
}

const inviterBy = (founder: ReturnType<typeof founderOf>): Inviter | undefined =>
  founder && { inviterKind: founder.kind, inviterUsername: founder.name }

function planUser(plan: Plan, seed: SeedUser, { user }: Person): Founding['users'][number] {
  return {
    person: user,
    joinedAt: timeOr(plan.app, seed.joinedAt, user.createdAt),
    roles: rolesOf(plan, seed),
    teamIds: (seed.teams ?? []).map((team) => named(plan.teams, team)),
  }
}

function planProject(plan: Plan, seed: SeedProject): Founding['projects'][number] {
  const { name, tags, regionUsageRestrictions, withDefaultAlertsSettings = true, settings = {}, limits = {} } = seed
  return {
    project: {
      orgId: plan.orgId,
      projectId: named(plan.projects, name),
      name,
      tags,
      withDefaultAlertsSettings,
      regionUsageRestrictions,
      createdAt: timeOr(plan.app, seed.createdAt),
    },
    documents: seed.settings || seed.limits ? { settings, limits } : undefined,
    accessList: planAccessList(plan.app, seed.accessList),
  }
}

function placeIn(plan: Plan, seed: SeedInvitation): InvitationPlace {
  const { projectRoles } = rolesOf(plan, { projectRoles: seed.projectRoles ?? {} })
  return {
    orgId: plan.orgId,
    projectId: seed.project === undefined ? undefined : named(plan.projects, seed.project),
    teamIds: (seed.teams ?? []).map((team) => named(plan.teams, team)),
    groupRoleAssignments: [...projectRoles].map(([groupId, roles]) => ({ groupId, roles })),
  }
}

function rolesOf(plan: Plan, { orgRoles = [], projectRoles = {} }: SeedRoles): HeldRoles {
  const byId = Object.entries(projectRoles).map(([name, roles]) => [named(plan.projects, name), roles] as const)
  return { orgRoles, projectRoles: new Map(byId) }
}

function named<Id>(ids: ReadonlyMap<string, Id>, name: string): Id {
  const id = ids.get(name)
  if (id === undefined) throw new Error(`The seed names ${JSON.stringify(name)}, which it does not have.`)
  return id
}
