// What a case adds to the audit record of Acme.
import { expect } from 'vitest'
import { ACME } from './case-seed.ts'
import type { Given } from './cases.ts'
import * as ledger from './ledger.ts'

/** What the record gained while `run` was at work, without the organization, which is always Acme. */
export async function recorded(given: Pick<Given, 'world'>, run: () => Promise<unknown>): Promise<readonly object[]> {
  const before = await ledger.events(given.world.atrium.db)
  await run()
  const after = await ledger.events(given.world.atrium.db)
  const gained = after.slice(before.length)
  expect(gained.every(({ orgId }) => orgId === ACME.id)).toBe(true)
  return gained.map(({ type, projectId, actor, details }) => ({ type, projectId, actor, details }))
}

/** An event as `recorded` tells it; without a project it is the organization's own. */
export const event = (type: string, actor: string, details: object, projectId = ''): object => ({
  type,
  projectId,
  actor,
  details,
})
