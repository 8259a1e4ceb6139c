// The export over HTTP: GET /_atrium/export answers with a seed file of the present state.
import type { FastifyInstance } from 'fastify'
import type { App } from '../../usecases/app.ts'
import type { FirstSteps } from '../first-steps.ts'
import { refuseToDrive } from '../refusal.ts'
import { exportText, type SeedFormat } from './export-text.ts'

export interface ExportDeps {
  readonly app: App
  readonly firstSteps: () => FirstSteps
}

const TYPES: Readonly<Record<SeedFormat, string>> = {
  yaml: 'application/yaml; charset=utf-8',
  json: 'application/json',
}

/** Adds the export, in YAML unless `format` says json. */
export function registerExport(scope: FastifyInstance, { app, firstSteps }: ExportDeps): void {
  scope.get<{ Querystring: { format?: unknown } }>('/_atrium/export', async (request, reply) => {
    const format = formatOf(request.query.format)
    const text = await exportText(app, firstSteps().credentials, format)
    return reply.headers({ 'Cache-Control': 'no-store', 'Content-Type': TYPES[format] }).send(Buffer.from(text))
  })
}

function formatOf(format: unknown = 'yaml'): SeedFormat {
  if (format === 'yaml' || format === 'json') return format
  const detail = `The format must be yaml or json, not ${JSON.stringify(format)}.`
  return refuseToDrive(400, 'INVALID_QUERY_PARAMETER', detail, ['format'])
}
