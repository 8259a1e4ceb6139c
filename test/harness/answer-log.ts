// Keeps what the suite was answered in v2, where the run asked for it, for the check against the official document.
import { appendFileSync } from 'node:fs'
import { inject } from 'vitest'
import type { Json } from '../../src/api/wire/json.ts'
import { askedBy } from './held-answers.ts'
import type { Call, Exchange } from './http-client.ts'

/** One line of the file. */
export interface LoggedAnswer {
  readonly operation: string
  readonly method: string
  /** Below /api/atlas/v2. */
  readonly path: string
  readonly status: number
  readonly contentType: string | undefined
  readonly body: Json | undefined
}

const file = inject('answers')
const seen = new Set<string>()

/** Appends the answer to the run's file, once for each operation, status and structure. */
export function logAnswer(call: Call, answer: Exchange): void {
  if (file === '') return
  const asked = askedBy(call)
  if (asked?.dialect.name !== 'atlas-v2' || call.method === 'HEAD' || isUnusual(call, answer)) return
  const contentType = answer.headers['content-type']
  const body: Json | undefined = answer.text === '' ? undefined : JSON.parse(answer.text)
  const key = [asked.route.operationId, answer.status, contentType, structureOf(body)].join(' ')
  if (seen.has(key)) return
  seen.add(key)
  const logged: LoggedAnswer = {
    operation: asked.route.operationId,
    method: call.method,
    path: call.target.slice(asked.dialect.prefix.length),
    status: answer.status,
    contentType,
    body,
  }
  appendFileSync(file, `${JSON.stringify(logged)}\n`)
}

/** The document knows nothing of envelopes, nor of what callers without credentials are told. */
const isUnusual = ({ target }: Call, { headers }: Exchange): boolean =>
  target.includes('envelope=') || headers['www-authenticate'] !== undefined

/** The names and types in a body; of a list, those of all its items. */
function structureOf(value: Json | undefined): string {
  if (Array.isArray(value)) return `[${[...new Set(value.map(structureOf))].toSorted().join('|')}]`
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value
  const members = Object.entries(value).map(([name, item]) => `${name}:${structureOf(item)}`)
  return `{${members.join()}}`
}
