// How many of a thing there may be.

export interface QuantityLimits {
  /** Members and pending invitations of an organization together. */
  readonly usersPerOrg: number
  /** People with a role in a project and its pending invitations together. */
  readonly usersPerProject: number
  readonly projectsPerOrg: number
}

/** What Atlas documents. */
export const ATLAS_LIMITS: QuantityLimits = { usersPerOrg: 500, usersPerProject: 500, projectsPerOrg: 250 }
