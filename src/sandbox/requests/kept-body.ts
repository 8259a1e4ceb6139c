// What is kept of a body: without secrets, and no more of it than somebody would read.
import type { Json } from '../../api/wire/json.ts'
import { redactJson, redactText } from './redact.ts'

/** As text, since that takes the least memory. */
export interface KeptBody {
  readonly text: string
  readonly isJson: boolean
}

/** In characters. */
export const LONGEST = 64 * 1024

/** Undefined where there is nothing. */
export function keepBody(body: Uint8Array | string | undefined): KeptBody | undefined {
  const text = typeof body === 'string' ? body : Buffer.from(body ?? []).toString()
  if (text === '') return undefined
  const value = parse(text)
  if (value === undefined) return { text: cutTo(redactText(text.slice(0, LONGEST)), text.length), isJson: false }
  const redacted = JSON.stringify(redactJson(value))
  return redacted.length <= LONGEST
    ? { text: redacted, isJson: true }
    : { text: cutTo(redacted.slice(0, LONGEST), redacted.length), isJson: false }
}

/** A value where it is whole JSON, else text; null where there is nothing. */
export function showBody(kept: KeptBody | undefined): Json {
  if (!kept) return null
  return kept.isJson ? (parse(kept.text) ?? null) : kept.text
}

const cutTo = (text: string, whole: number): string =>
  whole > LONGEST ? `${text} [cut here: the whole body has ${whole} characters]` : text

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
