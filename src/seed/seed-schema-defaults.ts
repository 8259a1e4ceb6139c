// What a sandbox starts with when nobody says otherwise: one of each in the first organization.
import type { Seed, SeedOrganization } from './seed-schema.ts'

/** What `atrium dev` makes of an empty store without a seed file. */
export const DEFAULT_SEED: Seed = { organizations: [{ name: 'Organization 0' }] }

/**
 * The seed with a project, a team, an owner, an API key and a service account in its first organization, each only
 * where the seed says nothing of its kind: an empty list means none. A default owner is in the first team, and owns the
 * first project as it would have if a key had made it.
 */
export function completed(seed: Seed): Seed {
  const [first, ...others] = seed.organizations
  return first === undefined ? seed : { ...seed, organizations: [completedOrganization(first), ...others] }
}

function completedOrganization(organization: SeedOrganization): SeedOrganization {
  const projects = organization.projects ?? [{ name: 'Project 0' }]
  const teams = organization.teams ?? [{ name: 'Team 0' }]
  return {
    ...organization,
    projects,
    teams,
    users: organization.users ?? [
      {
        username: 'owner@example.com',
        firstName: 'Olive',
        lastName: 'Owner',
        country: 'US',
        orgRoles: ['ORG_OWNER'],
        projectRoles: Object.fromEntries(projects.slice(0, 1).map((project) => [project.name, ['GROUP_OWNER']])),
        teams: teams.slice(0, 1).map((team) => team.name),
      },
    ],
    apiKeys: organization.apiKeys ?? [{ desc: 'Owner key', orgRoles: ['ORG_OWNER'] }],
    serviceAccounts: organization.serviceAccounts ?? [{ name: 'Owner account', orgRoles: ['ORG_OWNER'] }],
  }
}
