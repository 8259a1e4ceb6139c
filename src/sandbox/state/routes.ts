// The state of a world over HTTP: POST /_atrium/reset, and snapshots under /_atrium/snapshots.
import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import { toPattern } from '../../api/pattern.ts'
import { bodyOf } from '../../api/schemas/body.ts'
import type { Json } from '../../api/wire/json.ts'
import { instant } from '../../api/wire/time.ts'
import { presentClock } from '../clock/routes.ts'
import { sendJson } from '../send.ts'
import type { Snapshot, State } from './state.ts'

export interface StateRouteDeps {
  readonly state: State
}

interface Named {
  readonly Params: { readonly name: string }
}

const PATH = '/_atrium/snapshots'
const taking = bodyOf(
  Type.Object({ name: Type.String(), replace: Type.Optional(Type.Boolean()) }, { additionalProperties: false }),
)

/** Adds POST /_atrium/reset; POST, GET and DELETE of snapshots; and POST /_atrium/snapshots/{name}:restore. */
export function registerState(scope: FastifyInstance, { state }: StateRouteDeps): void {
  scope.post('/_atrium/reset', async (_request, reply) =>
    sendJson(reply, 200, { clock: presentClock(await state.reset()) }),
  )
  scope.get(PATH, async (_request, reply) => sendJson(reply, 200, (await state.snapshots()).map(presentSnapshot)))
  scope.post<{ Body: Buffer | undefined }>(PATH, async ({ body }, reply) => {
    const { name, ...options } = taking.read(body, [])
    return sendJson(reply, 201, presentSnapshot(await state.snapshot(name, options)))
  })
  scope.post<Named>(toPattern(`${PATH}/{name}:restore`), async ({ params }, reply) =>
    sendJson(reply, 200, presentSnapshot(await state.restore(params.name))),
  )
  scope.delete<Named>(toPattern(`${PATH}/{name}`), async ({ params }, reply) => {
    await state.forget(params.name)
    return reply.code(204).send()
  })
}

const presentSnapshot = ({ name, createdAt, clock }: Snapshot): Json => ({
  clock: presentClock(clock),
  createdAt: instant(createdAt),
  name,
})
