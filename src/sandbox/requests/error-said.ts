// What an answer itself says of an error.
import type { Answer } from '../../api/answer.ts'

export interface ErrorSaid {
  readonly errorCode: string | null
  readonly detail: string
}

/** The code and the detail, in the API's shape, in its envelope, or in OAuth's; empty for a success. */
export function errorOf({ status, body }: Answer): ErrorSaid {
  const said = status < 400 ? {} : recordIn(parse(body ?? ''))
  const error = 'content' in said ? recordIn(said['content']) : said
  const { errorCode, detail, error: oauthCode, error_description: description } = error
  return {
    errorCode: textOf(errorCode) ?? textOf(oauthCode) ?? null,
    detail: textOf(detail) ?? textOf(description) ?? '',
  }
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const recordIn = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
