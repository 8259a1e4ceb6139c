// Asking an Atrium's sandbox: JSON in and out, and what is refused is thrown.
import type { Drive } from '../assembly/drive.ts'
import { AtriumError } from './atrium-error.ts'

/** The JSON that is answered, undefined for none. Throws an AtriumError for any answer that is not a success. */
export async function ask<Answer>(
  drive: Drive,
  method: Parameters<Drive>[0],
  path: string,
  body?: object,
): Promise<Answer> {
  const { status, text } = await drive(
    method,
    `/_atrium/${path}`,
    body === undefined ? undefined : JSON.stringify(body),
  )
  if (status >= 400) throw errorOf(status, text)
  const answer = text === '' ? undefined : JSON.parse(text)
  return answer
}

/** What the answer says in the API's own shape; whatever it says, if it has another. */
export function errorOf(status: number, text: string): AtriumError {
  const { errorCode, detail } = shapeOf(text)
  return new AtriumError(status, String(errorCode ?? 'UNEXPECTED_ERROR'), String(detail ?? text))
}

function shapeOf(text: string): { readonly errorCode?: unknown; readonly detail?: unknown } {
  try {
    return Object(JSON.parse(text))
  } catch {
    return {}
  }
}

/** A path's end that says these, without what is undefined. */
export function queryOf(fields: Readonly<Record<string, string | number | undefined>>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) query.set(name, String(value))
  return query.size === 0 ? '' : `?${query}`
}
