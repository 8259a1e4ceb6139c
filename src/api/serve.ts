// Runs an admitted request's operation and answers in the caller's dialect.
import type { App } from '../usecases/app.ts'
import { type Answer, render, renderError } from './answer.ts'
import { toWireError } from './faults.ts'
import { interrupt } from './intervention.ts'
import { type Admitted, errorHeadersOf } from './judge.ts'
import type { Reply } from './route.ts'
import type { ApiSettings } from './settings.ts'
import type { WireError } from './wire/errors.ts'
import { repeatOf } from './wire/idempotency.ts'
import { checkCommonFlags } from './wire/query.ts'

const idIn = (reply: Reply): string => (reply.kind === 'resource' ? (reply.id ?? '') : '')
const headersOf = (reply: Reply) => (reply.kind === 'resource' ? reply.headers : undefined)

export function serving(app: App, settings: ApiSettings) {
  const run = async (admitted: Admitted, bytes: Uint8Array | undefined): Promise<Answer> => {
    const { request, face, edition, allowed, params, rateHeaders } = admitted
    const { route, successHeaders } = edition
    const { dialect, links } = face
    const { query } = request
    try {
      checkCommonFlags(query)
      const body = route.body?.read(bytes, dialect.refusedAttributes)
      const reply = await route.run({
        app,
        allowed,
        params,
        query,
        body,
        dialect,
        links,
        version: edition.version.date,
        build: settings.build,
        repeat: route.idempotent && repeatOf(request, bytes),
      })
      const own =
        dialect.successHeaders[route.operationId]?.(settings.baseUrl(), { params, id: idIn(reply) }) ?? headersOf(reply)
      const status = reply.kind === 'nothing' ? 204 : (dialect.statuses[route.operationId] ?? route.status ?? 200)
      const headers = own || rateHeaders ? { ...successHeaders, ...own, ...rateHeaders } : successHeaders
      return render(reply, status, headers, query)
    } catch (error) {
      return renderError(toWireError(error, dialect, request.trace), errorHeadersOf(admitted), query)
    }
  }
  const runInterrupted = async (admitted: Admitted, bytes: Uint8Array | undefined): Promise<Answer> => {
    const answer = await run(admitted, bytes)
    const { intervention, request } = admitted
    const instead = (error: WireError, headers: Readonly<Record<string, string>>): Answer =>
      renderError(error, { ...errorHeadersOf(admitted), ...headers }, request.query)
    return (await interrupt(intervention, 'after', instead, request.trace)) ?? answer
  }
  return (admitted: Admitted, bytes: Uint8Array | undefined): Promise<Answer> =>
    admitted.intervention ? runInterrupted(admitted, bytes) : run(admitted, bytes)
}
