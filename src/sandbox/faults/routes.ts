// The faults over HTTP, below /_atrium/faults.
import type { FastifyInstance } from 'fastify'
import type { Json } from '../../api/wire/json.ts'
import { refuseToDrive } from '../refusal.ts'
import { sendJson } from '../send.ts'
import type { Fault, Faults } from './faults.ts'
import { parseSpec } from './spec.ts'

export interface FaultDeps {
  readonly faults: Faults
}

const PATH = '/_atrium/faults'

/** POST adds one, GET lists them or shows one, DELETE removes one or all. */
export function registerFaults(scope: FastifyInstance, { faults }: FaultDeps): void {
  scope.post<{ Body: Buffer | undefined }>(PATH, async ({ body }, reply) =>
    sendJson(reply, 201, presentFault(await faults.add(parseSpec(body)))),
  )
  scope.get(PATH, async (_request, reply) => sendJson(reply, 200, (await faults.list()).map(presentFault)))
  scope.get<{ Params: { id: string } }>(`${PATH}/:id`, async ({ params }, reply) =>
    sendJson(reply, 200, presentFault(await faults.get(idIn(params.id)))),
  )
  scope.delete<{ Params: { id: string } }>(`${PATH}/:id`, async ({ params }, reply) => {
    await faults.remove(idIn(params.id))
    return reply.code(204).send()
  })
  scope.delete(PATH, async (_request, reply) => {
    await faults.clear()
    return reply.code(204).send()
  })
}

const idIn = (text: string): number =>
  /^[1-9]\d{0,14}$/.test(text)
    ? Number(text)
    : refuseToDrive(404, 'FAULT_NOT_FOUND', `The id of a fault is a number. GET ${PATH} lists them.`)

const presentFault = (fault: Fault): Json => ({
  id: fault.id,
  operationId: fault.operationId,
  times: fault.times,
  left: fault.left,
  status: fault.status ?? null,
  errorCode: fault.errorCode ?? null,
  detail: fault.detail ?? null,
  retryAfter: fault.retryAfter ?? null,
  delayMs: fault.delayMs,
  cut: fault.cut,
  afterCommit: fault.afterCommit,
})
