// What a fault is asked for with, and everything that can be wrong with that.
import Type, { type Static } from 'typebox'
import { bodyOf } from '../../api/schemas/body.ts'
import { closed } from '../../api/schemas/vocabulary.ts'
import type { Json } from '../../api/wire/json.ts'
import { Refusal } from '../../domain/faults.ts'
import { nearest } from '../nearest.ts'
import { requireOperation } from '../operation-names.ts'
import { refuseToDrive } from '../refusal.ts'

/** Names every operation but the token endpoints', which clients call when they please. */
export const EVERY_OPERATION = '*'

const DAY = 86_400
const LONGEST_DELAY = 600_000
const MOST_TIMES = 1_000_000

const FaultBody = closed({
  operationId: Type.String({ minLength: 1 }),
  times: Type.Optional(Type.Integer({ minimum: 1, maximum: MOST_TIMES })),
  status: Type.Optional(Type.Integer({ minimum: 400, maximum: 599 })),
  errorCode: Type.Optional(Type.String({ pattern: '^[A-Za-z][A-Za-z0-9_]{0,99}$' })),
  detail: Type.Optional(Type.String({ minLength: 1, maxLength: 1000 })),
  retryAfter: Type.Optional(Type.Integer({ minimum: 0, maximum: DAY })),
  delayMs: Type.Optional(Type.Integer({ minimum: 0, maximum: LONGEST_DELAY })),
  cut: Type.Optional(Type.Boolean()),
  afterCommit: Type.Optional(Type.Boolean()),
})

/**
 * `times` is how many requests it meets, 1 unless said; `delayMs` milliseconds, `retryAfter` seconds; `cut` ends the
 * connection without an answer; `afterCommit` lets the operation do its work first.
 */
export type FaultSpec = Static<typeof FaultBody>

/** What each attribute may be, for whoever sent another value. */
const MEANINGS: Readonly<Record<keyof FaultSpec, string>> = {
  operationId: `the name of an operation such as createOrgInvite, or ${EVERY_OPERATION} for every one`,
  times: `a whole number from 1 to ${MOST_TIMES}`,
  status: 'the status of an error, from 400 to 599',
  errorCode: 'a code such as RATE_LIMITED_TOKEN_BUCKET: letters, digits and underscores',
  detail: 'a text of 1 to 1000 printable characters',
  retryAfter: `a whole number of seconds from 0 to ${DAY}`,
  delayMs: `a whole number of milliseconds from 0 to ${LONGEST_DELAY}`,
  cut: 'true or false',
  afterCommit: 'true or false',
}

const meaningOf = (attribute: string): string | undefined =>
  Object.entries(MEANINGS).find(([name]) => name === attribute)?.[1]

const body = bodyOf(FaultBody)

/** The spec in a body of JSON; refuses what is none. */
export const parseSpec = (bytes: Uint8Array | undefined): FaultSpec => explaining(() => body.read(bytes, []))

/** The value as a spec that can be carried out; refuses any other, saying what would be right. */
export function checkSpec(value: unknown): FaultSpec {
  const spec = explaining(() => body.readValue(value, []))
  if (spec.operationId !== EVERY_OPERATION) requireOperation(spec.operationId)
  const contradiction = contradictionIn(spec)
  if (contradiction !== undefined) refuseToDrive(400, 'CONTRADICTORY_FAULT', contradiction)
  return spec
}

function explaining<Value>(read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    if (error instanceof Refusal && 'attribute' in error.fault) throw explained(error, error.fault.attribute)
    throw error
  }
}

/** The refusal in words that name the choices; itself where the attribute is not one value's. */
function explained(refusal: Refusal, attribute: string): Refusal {
  const parameters: readonly Json[] = [attribute]
  const names = Object.keys(MEANINGS)
  const meaning = meaningOf(attribute)
  if (refusal.fault.code === 'missing_attribute') {
    refuseToDrive(400, 'MISSING_ATTRIBUTE', `A fault needs ${attribute}: ${meaning ?? 'a value'}.`, parameters)
  }
  if (meaning !== undefined) refuseToDrive(400, 'INVALID_ATTRIBUTE', `${attribute} must be ${meaning}.`, parameters)
  const shown = attribute.slice(0, 100)
  return refuseToDrive(
    400,
    'INVALID_ATTRIBUTE',
    `A fault has no attribute ${shown}, perhaps ${nearest(shown, names, 1).join()} was meant. There are ${names.join(', ')}.`,
    [shown],
  )
}

function contradictionIn({ status, errorCode, detail, retryAfter, delayMs, cut, afterCommit }: FaultSpec) {
  const fails = status !== undefined || errorCode !== undefined
  if (!fails && !cut && !delayMs) {
    return 'A fault needs an effect: errorCode, status, "cut": true, or a delayMs above 0.'
  }
  if (cut && fails)
    return 'A connection that is cut carries no error: leave out cut, or leave out errorCode and status.'
  if (!fails && (detail !== undefined || retryAfter !== undefined)) {
    return 'detail and retryAfter belong to an error: add an errorCode or a status, or leave them out.'
  }
  if (afterCommit && !fails && !cut) {
    return 'afterCommit says when the answer is lost: add "cut": true, an errorCode or a status to say how.'
  }
  return undefined
}
