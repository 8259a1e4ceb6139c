// The access lists of API keys: every member of the organization may look; the key itself and owners may change them.
import type { AccessListEntry, Block } from '../domain/access-lists.ts'
import { refuse } from '../domain/faults.ts'
import type { ApiKeyId } from '../domain/ids.ts'
import { permitsOrg } from '../domain/permissions.ts'
import type { Slice } from '../store/access-lists.ts'
import * as apiKeys from '../store/api-keys.ts'
import { type AccessListTask, addEntries, getEntry, listEntries, removeEntry } from './access-lists.ts'
import type { App } from './app.ts'
import type { Allowed } from './authorize.ts'

type Reader = Allowed<'org.read'>

/** The slice's entries of the key's list, and how many there are in all. */
export const listApiKeyAccessList = (app: App, by: Reader, id: ApiKeyId, slice: Slice) =>
  listEntries(reading(app, by, id), slice)

export const getApiKeyAccessListEntry = (app: App, by: Reader, id: ApiKeyId, block: Block): Promise<AccessListEntry> =>
  getEntry(reading(app, by, id), block)

/** Adds all blocks to the key's list or none. */
export const addToApiKeyAccessList = (app: App, by: Reader, id: ApiKeyId, blocks: readonly Block[]): Promise<void> =>
  addEntries(changing(app, by, id), blocks)

/** Takes a block from the key's list. */
export const removeFromApiKeyAccessList = (app: App, by: Reader, id: ApiKeyId, block: Block): Promise<void> =>
  removeEntry(changing(app, by, id), block)

const reading = (app: App, by: Reader, id: ApiKeyId): AccessListTask => ({
  app,
  by,
  find: async (sql) => {
    const key = await apiKeys.byId(sql, by.actor.orgId, id)
    if (!key) refuse({ code: 'api_key_not_found', id })
    return {
      id,
      added: 'API_KEY_ACCESS_LIST_ENTRY_ADDED',
      removed: 'API_KEY_ACCESS_LIST_ENTRY_DELETED',
      details: { targetPublicKey: key.publicKey },
    }
  },
})

function changing(app: App, by: Reader, id: ApiKeyId): AccessListTask {
  const task = reading(app, by, id)
  return {
    ...task,
    find: async (sql) => {
      const owner = await task.find(sql)
      if (by.actor.id !== id && !permitsOrg(by.actor, 'org.apiKeys.manage')) {
        refuse({ code: 'api_key_access_list_denied' })
      }
      return owner
    },
  }
}
