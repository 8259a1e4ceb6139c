// For each operation, what has to be there before it can be called once: what the cases over all rows are made of.
import { routes } from '../../src/api/operations/all.ts'
import type { Route } from '../../src/api/route.ts'
import type { Given } from './cases.ts'
import { dialectOf } from './held-answers.ts'
import { accessLists, apiKeys, serviceAccounts } from './preparations/credentials.ts'
import { extensions } from './preparations/extensions.ts'
import { organizations, projects } from './preparations/organizations.ts'
import { teams, users } from './preparations/people.ts'
import type { Preparations, Prepared } from './preparations/preparation.ts'
import { DIALECTS, type DialectUnderTest } from './world.ts'

export const PREPARATIONS: Preparations = {
  ...organizations,
  ...projects,
  ...users,
  ...teams,
  ...apiKeys,
  ...serviceAccounts,
  ...accessLists,
  ...extensions,
}

/** Makes what one call of the operation needs. Throws when nobody has said what that is. */
export async function prepare(given: Given, { operationId }: Pick<Route, 'operationId'>): Promise<Prepared> {
  const preparation = PREPARATIONS[operationId]
  if (!preparation) throw new Error(`Nothing in test/harness/preparations says what ${operationId} needs.`)
  return preparation(given)
}

/** The dialects that have the operation. */
export const dialectsOf = ({ operationId }: Pick<Route, 'operationId'>): readonly DialectUnderTest[] =>
  DIALECTS.filter(({ prefix }) => dialectOf(prefix)?.serves(operationId))

/** The rows of a dialect. */
export const routesOf = ({ prefix }: DialectUnderTest): readonly Route[] =>
  routes.filter(({ operationId }) => dialectOf(prefix)?.serves(operationId))
