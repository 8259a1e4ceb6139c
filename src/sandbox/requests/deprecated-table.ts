// The table of deprecated operations that a program used.
import { routes } from '../../api/operations/all.ts'
import { successorOf } from './successors.ts'
import type { CountedUse } from './uses.ts'

const HEADINGS = ['operation', 'version', 'ends', 'count', 'client', 'credential', 'followed by']
const CREDENTIALS: Readonly<Record<string, string>> = { api_key: 'API key', service_account: 'service account' }

/** Lines for a terminal, without a line end. */
export function deprecatedTable(uses: readonly CountedUse[]): string {
  const rows = [HEADINGS, ...uses.map(cellsOf)]
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)))
  const lines = rows.map((cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
  return ['atrium: deprecated operations were used:', '', ...lines.map((line) => `  ${line.trimEnd()}`), ''].join('\n')
}

function cellsOf({ operationId, version, count, client, caller }: CountedUse): readonly string[] {
  const route = routes.find((each) => each.operationId === operationId)
  const ends = route?.versions.find(({ date }) => date === version)?.sunset
  const next = route && successorOf(route)
  return [
    operationId,
    version,
    ends ?? '-',
    String(count),
    client || '-',
    caller ? `${CREDENTIALS[caller.kind] ?? caller.kind} ${caller.name}` : '-',
    next ? `${next.operationId} of ${next.version}` : '-',
  ]
}
