// Dated media types: which version of an operation a caller asks for, and what a dated version carries.

/** One published version of an operation. */
export interface OperationVersion {
  /** `YYYY-MM-DD`, as in `application/vnd.atlas.YYYY-MM-DD+json`; or `preview`, which stands after all dates. */
  readonly date: string
  /** Since when it is deprecated, `YYYY-MM-DD`. */
  readonly deprecated?: string
  /** From when on it may be gone, `YYYY-MM-DD`. */
  readonly sunset?: string
}

const PREVIEW = 'preview'
const DATED = /^application\/vnd\.atlas\.(\d{4}-\d{2}-\d{2}|preview)\+json$/

/** The date that an Accept header asks for, or `preview`; undefined when it names none that exists in the calendar. */
export function requestedDate(accept: string | undefined): string | undefined {
  for (const entry of (accept ?? '').split(',')) {
    const date = DATED.exec(essence(entry))?.[1]
    if (date !== undefined && (date === PREVIEW || isDate(date))) return date
  }
  return undefined
}

/**
 * The newest version not after the requested date, so that clients with one fixed date work on every operation
 * (docs/wire/conventions.md#versions). `versions` stand oldest first. A preview is answered only by a preview.
 */
export const resolveVersion = (versions: readonly OperationVersion[], date: string): OperationVersion | undefined =>
  versions.findLast((version) => (date === PREVIEW ? version.date === PREVIEW : version.date <= date))

/** Whether a body of this type may be read: plain JSON, any dated type or the preview's. */
export function isJsonMediaType(contentType: string | undefined): boolean {
  const type = essence(contentType ?? '')
  return type === 'application/json' || DATED.test(type)
}

/** The media type without its parameters, in lower case. */
const essence = (header: string): string => {
  const end = header.indexOf(';')
  return (end < 0 ? header : header.slice(0, end)).trim().toLowerCase()
}

function isDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
