// What an error looks like, wherever one is described.
import Type from 'typebox'
import { closed } from './vocabulary.ts'

export const ApiError = closed({
  badRequestDetail: Type.Optional(Type.Unknown()),
  detail: Type.String(),
  error: Type.Integer({ minimum: 400, maximum: 599 }),
  errorCode: Type.String(),
  parameters: Type.Optional(Type.Union([Type.Array(Type.Unknown()), Type.Null()])),
  reason: Type.String(),
})
