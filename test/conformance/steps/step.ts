// One step of the story that the sandbox and the recordings both tell.
import type { Json } from '../../../src/api/wire/json.ts'
import type { Request } from '../exchanges.ts'

export interface Step extends Request {
  /** The recording to compare with; without one, the step only makes the state, and its answer is held against the document. */
  readonly of?: readonly [suite: string, step: string]
  /** The name under which `{name}` in later paths stands for the id in this answer. */
  readonly makes?: string
  /** What the id is called in this answer, `id` unless said. */
  readonly idAt?: string
}

export const ORG = 'a0123456789abcdef012345a'
/** A project of the seed. */
export const PROJECT = 'b0123456789abcdef012345b'

export const newProject = (name: string, tags?: readonly (readonly [string, string])[]): Json => ({
  name,
  orgId: ORG,
  ...(tags && { tags: tags.map(([key, value]) => ({ key, value })) }),
})
