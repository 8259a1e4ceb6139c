// What a batch is answered: for each row what the single operation would have been answered.
import Type, { type TSchema } from 'typebox'
import { ApiError } from '../schemas/errors.ts'
import { closed } from '../schemas/vocabulary.ts'
import type { Json } from '../wire/json.ts'
import { type Shape, shape } from './shape.ts'

/** The answers to rows that say `name` of what they made; they are kept as they are when a request is repeated. */
const batchOf = (name: 'invitation' | 'user', item: TSchema): Shape<[results: readonly Json[]]> => {
  const status = Type.Integer()
  const results = Type.Array(Type.Union([closed({ [name]: item, status }), closed({ error: ApiError, status })]))
  return shape(closed({ results }), (rows: readonly Json[]) => ({ results: rows }))
}

export interface BatchPresenters {
  readonly orgInvitationBatch: Shape<[results: readonly Json[]]>
  readonly projectInvitationBatch: Shape<[results: readonly Json[]]>
  readonly orgUserBatch: Shape<[results: readonly Json[]]>
  readonly groupUserBatch: Shape<[results: readonly Json[]]>
}

/** The shapes of a dialect's batches, from those of what the rows make. */
export const batchPresenters = (
  of: Readonly<Record<'orgInvitation' | 'projectInvitation' | 'orgUser' | 'groupUser', { readonly schema: TSchema }>>,
): BatchPresenters => ({
  orgInvitationBatch: batchOf('invitation', of.orgInvitation.schema),
  projectInvitationBatch: batchOf('invitation', of.projectInvitation.schema),
  orgUserBatch: batchOf('user', of.orgUser.schema),
  groupUserBatch: batchOf('user', of.groupUser.schema),
})
