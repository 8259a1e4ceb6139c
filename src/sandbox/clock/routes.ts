// The clock over HTTP: GET /_atrium/clock says where it stands.
import type { FastifyInstance } from 'fastify'
import { instant } from '../../api/wire/time.ts'
import { sendJson } from '../send.ts'
import type { Clock } from './clock.ts'

export interface ClockDeps {
  readonly clock: Clock
}

/** Adds what is asked of the clock. */
export function registerClock(scope: FastifyInstance, { clock }: ClockDeps): void {
  scope.get('/_atrium/clock', async (_request, reply) =>
    sendJson(reply, 200, { frozen: clock.frozenAt() !== undefined, now: instant(clock.now()) }),
  )
}
