// How many of a thing there may be.

export interface QuantityLimits {
  /** Members and pending invitations of an organization together. */
  readonly usersPerOrg: number
  /** People with a role in a project and its pending invitations together. */
  readonly usersPerProject: number
  readonly projectsPerOrg: number
  readonly apiKeysPerOrg: number
  readonly teamsPerOrg: number
  readonly teamsPerProject: number
  /** People in a team and pending invitations to it together. */
  readonly usersPerTeam: number
  readonly teamsPerUser: number
  /** Organizations that a person is a member of. */
  readonly orgsPerUser: number
  /** Projects, of all organizations, in which a person has a role of their own. */
  readonly projectsPerUser: number
  /** Access tokens of a service account that have not expired. */
  readonly tokensPerServiceAccount: number
}

/** What Atlas documents. */
export const ATLAS_LIMITS: QuantityLimits = {
  usersPerOrg: 500,
  usersPerProject: 500,
  projectsPerOrg: 250,
  apiKeysPerOrg: 500,
  teamsPerOrg: 250,
  teamsPerProject: 100,
  usersPerTeam: 250,
  orgsPerUser: 250,
  projectsPerUser: 250,
  teamsPerUser: 100,
  tokensPerServiceAccount: 100,
}
