// The log of requests over HTTP, below /_atrium/requests.
import type { FastifyInstance } from 'fastify'
import { toPattern } from '../../api/pattern.ts'
import { bodyOf } from '../../api/schemas/body.ts'
import { refuseToDrive } from '../refusal.ts'
import { sendJson } from '../send.ts'
import { presentExchange } from './exchange.ts'
import type { RequestLog } from './log.ts'
import { ExpectationBody } from './verify.ts'

export interface RequestLogRouteDeps {
  readonly requests: RequestLog
}

const PATH = '/_atrium/requests'
const expectation = bodyOf(ExpectationBody)
const PARAMETERS = ['since', 'operationId']

type Query = Readonly<Record<string, string | readonly string[]>>

/** GET lists them, POST :verify counts those of an operation, DELETE forgets them. */
export function registerRequests(scope: FastifyInstance, { requests }: RequestLogRouteDeps): void {
  scope.get<{ Querystring: Query }>(PATH, async ({ query }, reply) => {
    const found = await requests.list(wantedIn(query))
    return sendJson(reply, 200, found.map(presentExchange))
  })
  scope.post<{ Body: Buffer | undefined }>(toPattern(`${PATH}:verify`), async ({ body }, reply) => {
    const { count, verified } = await requests.verify(expectation.read(body, []))
    return sendJson(reply, 200, { count, verified })
  })
  scope.delete(PATH, async (_request, reply) => {
    await requests.clear()
    return reply.code(204).send()
  })
}

function wantedIn(query: Query) {
  const unknown = Object.keys(query).find((name) => !PARAMETERS.includes(name))
  if (unknown !== undefined) {
    refuseToDrive(
      400,
      'INVALID_QUERY_PARAMETER',
      `There are the query parameters ${PARAMETERS.join(' and ')}, no others.`,
    )
  }
  const { since, operationId } = query
  if (since !== undefined && !(typeof since === 'string' && /^\d{1,15}$/.test(since))) {
    refuseToDrive(400, 'INVALID_QUERY_PARAMETER', 'The query parameter since is the id of a request, a whole number.')
  }
  if (operationId !== undefined && typeof operationId !== 'string') {
    refuseToDrive(400, 'INVALID_QUERY_PARAMETER', 'The query parameter operationId is the name of one operation.')
  }
  return { since: since === undefined ? undefined : Number(since), operationId }
}
