// Turns the rows of the generated class into functions: the path filled in, the rest of the input as query and body.
import type { Method, OperationMaker, OperationRow, Page } from './operation.ts'

/** What one call comes to. */
export interface Request {
  readonly operationId: string
  readonly method: Method
  /** Below `/api/atlas/v2`, with the query. */
  readonly path: string
  readonly version: string
  readonly body?: string | undefined
  readonly idempotencyKey?: string | undefined
  readonly isPublic: boolean
  readonly signal?: AbortSignal | undefined
}

/** Sends a request and resolves with what its answer holds. */
export type Send = <Answer>(request: Request) => Promise<Answer>

type Items<Item> = AsyncGenerator<Item, void, undefined>

type Fields = ReadonlyMap<string, unknown>

interface How {
  readonly version?: string | undefined
  readonly signal?: AbortSignal | undefined
}

const MOST_ITEMS = 500

export function operationMaker(send: Send): OperationMaker {
  // Asynchronous, so that an input which makes no sense rejects like everything else.
  const call =
    (row: OperationRow) =>
    async <Answer>(input: unknown, options?: How): Promise<Answer> =>
      send<Answer>(requestOf(row, fieldsOf(input), options))
  return {
    one: call,
    list: (row) =>
      Object.assign(call(row), {
        each: <Item>(input: unknown, options?: How) => itemsOf<Item>(send, row, fieldsOf(input), options),
      }),
    paged: (row) =>
      Object.assign(call(row), {
        each: <Item>(input: unknown, options?: How) => pagesOf<Item>(send, row, fieldsOf(input), options),
      }),
  }
}

async function* itemsOf<Item>(send: Send, row: OperationRow, fields: Fields, options?: How): Items<Item> {
  yield* await send<readonly Item[]>(requestOf(row, fields, options))
}

/** Goes on while pages are full or name a next one, since either sign alone is missing somewhere. */
async function* pagesOf<Item>(send: Send, row: OperationRow, fields: Fields, options?: How): Items<Item> {
  const itemsPerPage = Number(fields.get('itemsPerPage') ?? MOST_ITEMS)
  for (let pageNum = Number(fields.get('pageNum') ?? 1); ; pageNum += 1) {
    const asked = new Map([...fields, ['itemsPerPage', itemsPerPage], ['pageNum', pageNum]])
    const { results, links = [] } = await send<Page<Item>>(requestOf(row, asked, options))
    yield* results
    const hasNext = results.length >= itemsPerPage || links.some(({ rel }) => rel === 'next')
    if (results.length === 0 || !hasNext) return
  }
}

const fieldsOf = (input: unknown): Fields =>
  new Map(typeof input === 'object' && input !== null ? Object.entries(input) : [])

function requestOf(row: OperationRow, fields: Fields, options: How = {}): Request {
  const { operationId, method, version, isPublic = false } = row
  const { body, idempotencyKey, ...query } = Object.fromEntries(fields)
  const named = new Set<string>()
  const path = row.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => {
    named.add(name)
    return segment(operationId, name, fields.get(name))
  })
  const search = queryOf(Object.entries(query).filter(([name]) => !named.has(name)))
  return {
    operationId,
    method,
    path: `${path}${search}`,
    version: options.version ?? version,
    body: body === undefined ? undefined : JSON.stringify(body),
    idempotencyKey: row.takesKey && typeof idempotencyKey === 'string' ? idempotencyKey : undefined,
    isPublic,
    signal: options.signal,
  }
}

/** A parameter as one segment of the path; what would lead to another operation's path is no value for it. */
function segment(operationId: string, name: string, value: unknown): string {
  if (typeof value !== 'string' || value === '' || value === '.' || value === '..') {
    const given = value === undefined ? 'none was given' : `${JSON.stringify(value)} cannot stand in a path`
    throw new TypeError(`${operationId} needs a text for ${name}: ${given}.`)
  }
  return encodeURIComponent(value)
}

/** `?a=1&b=2`, or nothing; a list is given as the same name several times. */
function queryOf(entries: readonly (readonly [string, unknown])[]): string {
  const pairs = entries.flatMap(([name, value]): [string, string][] =>
    (Array.isArray(value) ? value : [value]).flatMap((each) => (each === undefined ? [] : [[name, String(each)]])),
  )
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`
}
