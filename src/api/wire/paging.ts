// Paged lists: which slice was asked for, and the links and count around it.
import type { Json } from './json.ts'
import { flag, type RawQuery, text, wholeNumber } from './query.ts'

export interface PageRequest {
  readonly pageNum: number
  readonly itemsPerPage: number
  /** Undefined where the operation has no such parameter: it counts, and its links do not speak of it. */
  readonly includeCount: boolean | undefined
}

const FURTHEST_PAGE = 999_999_999
const MOST_ITEMS = 500

export const pageRequest = (query: RawQuery): PageRequest => ({
  pageNum: wholeNumber(query, 'pageNum', 1, 1, FURTHEST_PAGE),
  itemsPerPage: wholeNumber(query, 'itemsPerPage', 100, 1, MOST_ITEMS),
  includeCount: flag(query, 'includeCount', true),
})

/** The operation's own parameters as links repeat them; a list stands for one that was given several times. */
type OwnParameters = Readonly<Record<string, string | readonly string[]>>

/** How a service spells a page's address; each does it in its own order. */
export interface PageLinks {
  /** The query of the page itself, given the operation's own parameters. */
  self(own: OwnParameters, page: PageRequest, query: RawQuery): URLSearchParams
  /** The query of a neighbouring page. */
  neighbour(own: OwnParameters, page: PageRequest, query: RawQuery): URLSearchParams
}

const byName = ([a]: readonly [string, string], [b]: readonly [string, string]): number => (a < b ? -1 : 1)

const sorted = (parameters: OwnParameters): [string, string][] =>
  Object.entries(parameters)
    .flatMap(([name, value]) => [value].flat().map((each): [string, string] => [name, each]))
    .sort(byName)

const pagePlace = ({ pageNum, itemsPerPage }: PageRequest): [string, string][] => [
  ['pageNum', String(pageNum)],
  ['itemsPerPage', String(itemsPerPage)],
]

const counting = ({ includeCount }: PageRequest) =>
  includeCount === undefined ? {} : { includeCount: String(includeCount) }

/** Atlas spells out every default; a neighbour's parameters stand in another order (docs/wire/conventions.md#paging). */
export const atlasPageLinks: PageLinks = {
  self: (own, page) => new URLSearchParams([...sorted({ ...own, ...counting(page) }), ...pagePlace(page)]),
  neighbour: (own, page) =>
    new URLSearchParams(sorted({ ...own, ...counting(page), ...Object.fromEntries(pagePlace(page)) })),
}

const cloudManagerQuery = (own: OwnParameters, page: PageRequest, query: RawQuery) => {
  const flags = ['pretty', 'envelope'].flatMap((name): [string, string][] => {
    const value = text(query, name)
    return value === undefined ? [] : [[name, value]]
  })
  const asked = Object.fromEntries(Object.entries(own).filter(([name]) => query[name] !== undefined))
  return new URLSearchParams([...flags, ...sorted(asked), ...pagePlace(page)])
}

/** Cloud Manager keeps the request's own flags in front, and spells out nothing that was not asked for. */
export const cloudManagerPageLinks: PageLinks = { self: cloudManagerQuery, neighbour: cloudManagerQuery }

/** Which rows of a list stand on the page. */
export const sliceOf = ({ pageNum, itemsPerPage }: PageRequest) => ({
  offset: (pageNum - 1) * itemsPerPage,
  limit: itemsPerPage,
})

export interface PageSource<Item> {
  /** The whole list; or only what stands on the page, where `total` says how many there are. */
  readonly items: readonly Item[]
  readonly total?: number
  readonly request: PageRequest
  readonly query: RawQuery
  /** The operation's own parameters, to be repeated in links; an empty one is kept. */
  readonly own: OwnParameters
  /** The list's address without a query. */
  readonly href: string
  readonly links: PageLinks
  readonly present: (item: Item) => Json
}

/** The paged envelope; `totalCount` is 0 when no count was asked for, as the live service answers. */
export function page<Item>(source: PageSource<Item>): { readonly [key: string]: Json } {
  const { items, request, own, href, links, query, total = items.length } = source
  const start = (request.pageNum - 1) * request.itemsPerPage
  const onPage = source.total === undefined ? items.slice(start, start + request.itemsPerPage) : items
  const results = onPage.map(source.present)
  const link = (rel: string, parameters: URLSearchParams) => ({ href: `${href}?${parameters}`, rel })
  const neighbour = (rel: string, pageNum: number) => link(rel, links.neighbour(own, { ...request, pageNum }, query))
  return {
    links: [
      link('self', links.self(own, request, query)),
      ...(request.pageNum > 1 ? [neighbour('previous', request.pageNum - 1)] : []),
      ...(start + request.itemsPerPage < total ? [neighbour('next', request.pageNum + 1)] : []),
    ],
    results,
    totalCount: request.includeCount === false ? 0 : total,
  }
}
