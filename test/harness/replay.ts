// Remembers one success of each operation in each dialect, so that after a file's cases it can be tried by those who
// have no business with it.
import type { CallerName } from './case-seed.ts'
import { askedBy } from './held-answers.ts'
import type { Call } from './http-client.ts'
import { deletedRemains, ownerLearns, type Success, strangerLearns } from './strangers-eyes.ts'
import type { Answer, DialectUnderTest, World } from './world.ts'

/** They unmake what they name; others that are called deletions take it out of something, or back to a default. */
const DELETIONS: ReadonlySet<string> = new Set([
  ...['deleteOrg', 'deleteGroup', 'deleteOrgInvite', 'deleteGroupInvite', 'deleteOrgTeam', 'deleteOrgApiKey'],
  ...['deleteOrgServiceAccount', 'deleteOrgServiceAccountSecret', 'deleteGroupServiceAccountSecret'],
])

/** It hands a thing of Acme to another organization, whose it is from then on. */
const HANDS_OVER = 'migrateGroup'

export interface Memory {
  /** Keeps the call if it succeeded; its target stands below the dialect's prefix. */
  remember(dialect: DialectUnderTest, name: CallerName, call: Call, answer: Answer): void
  /** The latest success of each operation in each dialect. */
  readonly successes: readonly Success[]
}

export function createMemory(): Memory {
  const successes = new Map<string, Success>()
  const handedOver: string[] = []
  return {
    remember: (dialect, name, call, { status }) => {
      const isOrdinary = call.method !== 'HEAD' && call.headers?.['Authorization'] === undefined
      if (name === 'stranger' || status >= 300 || !isOrdinary) return
      const operationId = askedBy({ ...call, target: dialect.prefix + call.target })?.route.operationId
      if (operationId === undefined) return
      if (operationId === HANDS_OVER) handedOver.push(...(call.target.match(/[0-9a-f]{24}/g) ?? []))
      successes.set(`${dialect.name} ${operationId}`, { operationId, dialect, call })
    },
    get successes() {
      return [...successes.values()].filter(({ call }) => !handedOver.some((id) => call.target.includes(id)))
    },
  }
}

/**
 * Tries every remembered success as another tenant, with another tenant's things, and, if it deleted something, again.
 * Throws when anything but "not found" can be told.
 */
export async function replay(world: World): Promise<void> {
  const leaks: string[] = []
  for (const success of world.memory.successes) {
    leaks.push(...(await strangerLearns(world, success)), ...(await ownerLearns(world, success, 'all')))
    if (DELETIONS.has(success.operationId)) leaks.push(...(await deletedRemains(world, success)))
  }
  if (leaks.length > 0) throw new Error(`${leaks.length} answers tell one tenant of another:\n${leaks.join('\n')}`)
}
