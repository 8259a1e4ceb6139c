// The access lists of API keys, at their path of today and at the one that Cloud Manager has had from the beginning.
import type { AccessListEntry } from '../../domain/access-lists.ts'
import {
  addToApiKeyAccessList,
  getApiKeyAccessListEntry,
  listApiKeyAccessList,
  removeFromApiKeyAccessList,
} from '../../usecases/api-key-access-lists.ts'
import { type Context, nothing, type Reply, resource, route, shows, showsNothing, showsPage } from '../route.ts'
import { newApiKeyEntries, readBlock, readListedBlock } from '../schemas/access-lists.ts'
import { PAGE_QUERY } from '../schemas/vocabulary.ts'
import { pageRequest, sliceOf } from '../wire/paging.ts'
import { pageOf } from './pages.ts'
import { FIRST } from './versions.ts'

type Place = 'accessList' | 'whitelist'
type OfKey<Body> = Context<'/orgs/{orgId}/apiKeys/{apiUserId}', 'org.read', Body>

const pathOf = ({ orgId, apiUserId }: OfKey<unknown>['params'], place: Place): string =>
  `/orgs/${orgId}/apiKeys/${apiUserId}/${place}`

async function showList(context: OfKey<unknown>, place: Place): Promise<Reply> {
  const { app, allowed, dialect, links, params, query } = context
  const request = pageRequest(query)
  const { entries, total } = await listApiKeyAccessList(app, allowed, params.apiUserId, sliceOf(request))
  const path = pathOf(params, place)
  const present = (entry: AccessListEntry) => dialect.present.apiKeyAccessListEntry(entry, path, links)
  return pageOf(context, { path, own: {}, request, items: entries, total, present })
}

/** The four operations at one of the paths; `name` stands in the middle of their names. */
const rowsAt = (place: Place, name: 'AccessList' | 'Whitelist') => [
  route({
    operationId: `listOrgApiKey${name}Entries`,
    method: 'GET',
    path: `/orgs/{orgId}/apiKeys/{apiUserId}/${place}`,
    limit: 'orgApiKeys',
    needs: 'org.read',
    versions: FIRST,
    query: PAGE_QUERY,
    answer: showsPage('apiKeyAccessListEntry'),
    run: (context) => showList(context, place),
  }),
  route({
    operationId: `createOrgApiKey${name}Entry`,
    method: 'POST',
    path: `/orgs/{orgId}/apiKeys/{apiUserId}/${place}`,
    limit: 'orgApiKeys',
    // The key itself may change its list, whatever its role: the use case judges that.
    needs: 'org.read',
    versions: FIRST,
    query: PAGE_QUERY,
    body: newApiKeyEntries,
    answer: showsPage('apiKeyAccessListEntry'),
    run: async (context) => {
      const { app, allowed, body, params, query } = context
      pageRequest(query)
      await addToApiKeyAccessList(app, allowed, params.apiUserId, body.map(readBlock))
      return showList(context, place)
    },
  }),
  route({
    operationId: `getOrgApiKey${name}Entry`,
    method: 'GET',
    path: `/orgs/{orgId}/apiKeys/{apiUserId}/${place}/{ipAddress}`,
    limit: 'orgApiKeys',
    needs: 'org.read',
    versions: FIRST,
    answer: shows('apiKeyAccessListEntry'),
    run: async ({ app, allowed, dialect, links, params }) => {
      const block = readListedBlock(params.ipAddress)
      const entry = await getApiKeyAccessListEntry(app, allowed, params.apiUserId, block)
      return resource(dialect.present.apiKeyAccessListEntry(entry, pathOf(params, place), links))
    },
  }),
  route({
    operationId: `deleteOrgApiKey${name}Entry`,
    method: 'DELETE',
    path: `/orgs/{orgId}/apiKeys/{apiUserId}/${place}/{ipAddress}`,
    limit: 'orgApiKeys',
    needs: 'org.read',
    versions: FIRST,
    answer: showsNothing,
    run: async ({ app, allowed, params }) => {
      const block = readListedBlock(params.ipAddress)
      await removeFromApiKeyAccessList(app, allowed, params.apiUserId, block)
      return nothing
    },
  }),
]

export const apiKeyAccessListRoutes = [...rowsAt('accessList', 'AccessList'), ...rowsAt('whitelist', 'Whitelist')]
