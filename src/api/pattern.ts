// Official paths as find-my-way reads them.

/**
 * A colon that is part of the path is written twice. `/orgs/{orgId}/users/{userId}:addRole` becomes `/orgs/:orgId/users/:userId([^:/]+)::addRole`: without the expression
 * the verb would be read as part of the parameter, and a second verb on the same path would collide.
 */
export const toPattern = (path: string): string =>
  path.replaceAll(/\{(\w+)\}(:?)|:/g, (_, name: string | undefined, verb: string) => {
    if (name === undefined) return '::'
    return verb === '' ? `:${name}` : `:${name}([^:/]+)::`
  })
