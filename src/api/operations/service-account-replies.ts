// What the organization's and the projects' service account operations answer alike.
import Type from 'typebox'
import type { Block } from '../../domain/access-lists.ts'
import type { ServiceAccountPage } from '../../domain/service-accounts.ts'
import { type AccessListTask, addEntries, listEntries } from '../../usecases/access-lists.ts'
import type { Context, Needs, Reply } from '../route.ts'
import { PAGE_QUERY } from '../schemas/vocabulary.ts'
import { pageRequest, sliceOf } from '../wire/paging.ts'
import { flag } from '../wire/query.ts'
import { pageOf } from './pages.ts'

type Asked = Pick<Context<string, Needs, unknown>, 'dialect' | 'links' | 'query'>

const { itemsPerPage, pageNum } = PAGE_QUERY

/** These lists always count. */
export const ACCOUNTS_QUERY = { includeSystemManaged: Type.Boolean({ default: false }), itemsPerPage, pageNum }
export const ACCOUNT_PROJECTS_QUERY = { itemsPerPage, pageNum }

/** The page that was asked for, in a list that always counts. */
export const countedPage = ({ query }: Asked) => ({ ...pageRequest(query), includeCount: undefined })

/** A page of accounts. No account is managed by the service itself, so that those change nothing when they are asked for. */
export async function accountsPage(
  asked: Asked,
  path: string,
  list: (slice: { readonly offset: number; readonly limit: number }) => Promise<ServiceAccountPage>,
): Promise<Reply> {
  const own = { includeSystemManaged: String(flag(asked.query, 'includeSystemManaged', false)) }
  const request = countedPage(asked)
  const { accounts, total } = await list(sliceOf(request))
  const present = asked.dialect.present.serviceAccount
  return pageOf(asked, { path, own, request, items: accounts, total, present: (account) => present(account) })
}

/** A page of an account's access list. */
export async function accessListPage(asked: Asked, path: string, task: AccessListTask): Promise<Reply> {
  const request = pageRequest(asked.query)
  const { entries, total } = await listEntries(task, sliceOf(request))
  const present = asked.dialect.present.serviceAccountAddress
  return pageOf(asked, { path, own: {}, request, items: entries, total, present: (entry) => present(entry) })
}

/** The same, once the blocks are in it. */
export async function extendedAccessListPage(
  asked: Asked,
  path: string,
  task: AccessListTask,
  blocks: readonly Block[],
): Promise<Reply> {
  await addEntries(task, blocks)
  return accessListPage(asked, path, task)
}
