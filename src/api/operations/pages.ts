// Paged answers of an operation, with links in the caller's dialect.
import type { Context, Needs, Reply } from '../route.ts'
import { type PageRequest, type PageSource, page } from '../wire/paging.ts'

interface Paged<Item> extends Pick<PageSource<Item>, 'items' | 'own' | 'present' | 'request' | 'total'> {
  /** The list's path below the dialect's prefix. */
  readonly path: string
}

export const pageOf = <Item>(
  { dialect, links, query }: Pick<Context<string, Needs, unknown>, 'dialect' | 'links' | 'query'>,
  { path, ...paged }: Paged<Item>,
): Reply => ({ kind: 'page', body: page({ ...paged, href: links.href(path), links: dialect.pageLinks, query }) })

/** The first page, as operations answer that change a list and have no parameters for paging. */
export const FIRST_PAGE: PageRequest = { pageNum: 1, itemsPerPage: 100, includeCount: undefined }
