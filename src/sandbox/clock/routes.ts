// The clock over HTTP: where it stands, setting it, advancing it, and letting it run again.
import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import { toPattern } from '../../api/pattern.ts'
import { bodyOf } from '../../api/schemas/body.ts'
import type { Json } from '../../api/wire/json.ts'
import { instant } from '../../api/wire/time.ts'
import { refuseToDrive } from '../refusal.ts'
import { claimed } from '../requests/words.ts'
import { sendJson } from '../send.ts'
import type { ClockControl, ClockReading } from './control.ts'
import { exactly, parseDuration, parseInstant } from './instants.ts'

export interface ClockDeps {
  readonly clock: ClockControl
}

const PATH = '/_atrium/clock'
const credentials = Type.Optional(Type.Boolean())
const setting = bodyOf(Type.Object({ now: Type.String(), credentials }, { additionalProperties: false }))
const advance = bodyOf(Type.Object({ duration: Type.String(), credentials }, { additionalProperties: false }))

/** Adds GET and PUT /_atrium/clock, and POST /_atrium/clock:advance and :resume. */
export function registerClock(scope: FastifyInstance, { clock }: ClockDeps): void {
  scope.get(PATH, async (_request, reply) => sendJson(reply, 200, presentClock(clock.read())))
  scope.put<{ Body: Buffer | undefined }>(PATH, async ({ body }, reply) => {
    const { now, ...options } = setting.read(body, [])
    return sendJson(reply, 200, presentClock(await clock.set(parseInstant(now) ?? refuseInstant(now), options)))
  })
  scope.post<{ Body: Buffer | undefined }>(toPattern(`${PATH}:advance`), async ({ body }, reply) => {
    const { duration, ...options } = advance.read(body, [])
    const by = parseDuration(duration) ?? refuseDuration(duration)
    return sendJson(reply, 200, presentClock(await clock.advance(by, options)))
  })
  scope.post(toPattern(`${PATH}:resume`), async (_request, reply) =>
    sendJson(reply, 200, presentClock(await clock.resume())),
  )
}

/** Where a clock stands is told to the millisecond, so that it can be put there again; where it runs it is not. */
export const presentClock = ({ now, frozen }: ClockReading): Json => ({
  frozen,
  now: frozen ? exactly(now) : instant(now),
})

const refuseInstant = (text: string): never =>
  refuseToDrive(
    400,
    'INVALID_ATTRIBUTE',
    `"${claimed(text)}" is not an instant that exists: send one such as 2027-07-02T00:00:00Z, or a day such as 2027-07-02.`,
    ['now'],
  )

const refuseDuration = (text: string): never =>
  refuseToDrive(
    400,
    'INVALID_ATTRIBUTE',
    `"${claimed(text)}" is not a duration of weeks, days, hours, minutes and seconds: send one such as P31D, P2W or PT1H30M.`,
    ['duration'],
  )
