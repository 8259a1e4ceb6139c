// The verdict on good credentials, and how it is reached again once time has passed.
import type { AccessRule } from '../domain/access-lists.ts'
import type { Actor } from '../domain/actors.ts'
import type { Found } from './actor-cache.ts'
import type { Recognized, Verdict } from './verdict.ts'

type Known = Found<{ readonly actor: Actor; readonly access: AccessRule }>

/** `again` finds what the credentials stand for at that moment, or says why they stand for nothing any more. */
export function recognized(found: Known, address: string, again: () => Promise<Known | Verdict>): Recognized {
  const { actor, access } = found.known
  const { orgId, name, revision } = found.organization
  const verdict: Recognized = {
    kind: 'caller',
    caller: { actor, organization: { orgId, name, revision }, access, address },
    renew: async () => {
      const now = await again()
      if ('kind' in now) return now
      return now.organization.revision === revision ? verdict : recognized(now, address, again)
    },
  }
  return verdict
}
