// A project's IP access list, which only Atlas has.
import type { AccessListEntry } from '../../domain/access-lists.ts'
import {
  getNetworkEntry,
  listNetworkEntries,
  putNetworkEntries,
  removeNetworkEntry,
} from '../../usecases/project-access-list.ts'
import { type Context, nothing, type Reply, resource, route, shows, showsNothing, showsPage } from '../route.ts'
import { newNetworkEntries, readNetworkEntry, readNetworkEntryName } from '../schemas/network-access.ts'
import { PAGE_QUERY } from '../schemas/vocabulary.ts'
import { pageRequest, sliceOf } from '../wire/paging.ts'
import { pageOf } from './pages.ts'
import { FIRST } from './versions.ts'

const COLLECTION = '/groups/{groupId}/accessList'
const ONE = '/groups/{groupId}/accessList/{entryValue}'

const shared = { limit: 'projects', versions: FIRST } as const

async function showList(
  context: Context<typeof COLLECTION, 'project.read' | 'project.accessList.manage', unknown>,
): Promise<Reply> {
  const { app, allowed, dialect, links, params, query } = context
  const request = pageRequest(query)
  const { entries, total } = await listNetworkEntries(app, allowed, sliceOf(request))
  const present = (entry: AccessListEntry) => dialect.present.networkEntry(entry, params.groupId, links)
  const path = `/groups/${params.groupId}/accessList`
  return pageOf(context, { path, own: {}, request, items: entries, total, present })
}

export const projectAccessListRoutes = [
  route({
    ...shared,
    operationId: 'listGroupAccessListEntries',
    method: 'GET',
    path: COLLECTION,
    needs: 'project.read',
    query: PAGE_QUERY,
    answer: showsPage('networkEntry'),
    run: showList,
  }),
  route({
    ...shared,
    operationId: 'createGroupAccessListEntry',
    method: 'POST',
    path: COLLECTION,
    needs: 'project.accessList.manage',
    query: PAGE_QUERY,
    body: newNetworkEntries,
    // The live service answers 201, not the documented 200 (docs/wire/access-lists.md#project).
    status: 201,
    answer: showsPage('networkEntry'),
    run: async (context) => {
      pageRequest(context.query)
      await putNetworkEntries(context.app, context.allowed, context.body.map(readNetworkEntry))
      return showList(context)
    },
  }),
  route({
    ...shared,
    operationId: 'getGroupAccessListEntry',
    method: 'GET',
    path: ONE,
    needs: 'project.read',
    answer: shows('networkEntry'),
    run: async ({ app, allowed, dialect, links, params }) => {
      const entry = await getNetworkEntry(app, allowed, readNetworkEntryName(params.entryValue, params.groupId))
      return resource(dialect.present.networkEntry(entry, params.groupId, links))
    },
  }),
  route({
    ...shared,
    operationId: 'deleteGroupAccessListEntry',
    method: 'DELETE',
    path: ONE,
    needs: 'project.accessList.manage',
    answer: showsNothing,
    run: async ({ app, allowed, params }) => {
      await removeNetworkEntry(app, allowed, readNetworkEntryName(params.entryValue, params.groupId))
      return nothing
    },
  }),
  route({
    ...shared,
    operationId: 'getGroupAccessListStatus',
    method: 'GET',
    path: '/groups/{groupId}/accessList/{entryValue}/status',
    needs: 'project.read',
    answer: shows('networkEntryStatus'),
    run: async ({ app, allowed, dialect, params }) => {
      await getNetworkEntry(app, allowed, readNetworkEntryName(params.entryValue, params.groupId))
      return resource(dialect.present.networkEntryStatus())
    },
  }),
]
