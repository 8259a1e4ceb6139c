// The API keys of an organization, and what an Organization Owner does with them.
import type { Caller } from '../domain/actors.ts'
import type { ApiKeyDetails } from '../domain/api-keys.ts'
import { authorOf, type EventType } from '../domain/events.ts'
import { refuse } from '../domain/faults.ts'
import type { ApiKeyId, ProjectId } from '../domain/ids.ts'
import type { HeldRoles } from '../domain/members.ts'
import type { Secret } from '../platform/secret.ts'
import * as accessLists from '../store/access-lists.ts'
import * as apiKeys from '../store/api-keys.ts'
import type { Tx } from '../store/db.ts'
import * as directory from '../store/directory.ts'
import * as organizations from '../store/organizations.ts'
import * as roleAssignments from '../store/role-assignments.ts'
import type { App } from './app.ts'
import { record } from './audit.ts'
import type { Allowed } from './authorize.ts'
import { refuseManyApiKeys } from './limits.ts'
import type { MintedApiKey } from './minting.ts'

type Manager = Allowed<'org.apiKeys.manage'>

/** A key and what it signs in with, which is known this once. */
export interface CreatedApiKey {
  readonly key: ApiKeyDetails
  readonly privateKey: Secret
}

/** The slice's keys, by public key, and how many there are in all. */
export const listApiKeys = (app: App, by: Allowed<'org.read'>, slice: accessLists.Slice) =>
  apiKeys.list(app.db.read, { orgId: by.actor.orgId, ...slice })

export const getApiKey = async (app: App, by: Allowed<'org.read'>, id: ApiKeyId): Promise<ApiKeyDetails> =>
  (await apiKeys.byId(app.db.read, by.actor.orgId, id)) ?? refuse({ code: 'api_key_not_found', id })

/** Makes a key with roles in the organization. */
export async function createApiKey(
  app: App,
  by: Manager,
  { description, roles }: { description: string; roles: readonly string[] },
): Promise<CreatedApiKey> {
  const minted = app.minting.apiKey({}, app.ambient.newId<ApiKeyId>())
  const held: HeldRoles = { orgRoles: roles, projectRoles: new Map() }
  const key = await app.db.write(async (tx) => {
    await lockOrganization(tx, by)
    return insertApiKey(app, tx, by, { minted, description, held })
  })
  return { key, privateKey: minted.privateKey }
}

export interface ApiKeyChange {
  readonly description?: string | undefined
  /** The roles in the organization, replacing those held; the ones in projects stay. */
  readonly roles?: readonly string[] | undefined
}

/** Changes what is given and keeps the rest. */
export const updateApiKey = (app: App, by: Manager, id: ApiKeyId, change: ApiKeyChange): Promise<ApiKeyDetails> =>
  app.db.write(async (tx) => {
    await lockOrganization(tx, by)
    const key = await lockedApiKey(tx, by, id)
    const { description = key.description, roles = key.orgRoles } = change
    await describeApiKey(app, tx, by, key, description)
    if (await replaceRoles(tx, key, '', roles)) await tell(app, tx, by, 'API_KEY_ROLES_CHANGED', key)
    return lockedApiKey(tx, by, id)
  })

/** Deletes the key and all that hangs on it: the next request that is signed with it is a stranger's. */
export const deleteApiKey = (app: App, by: Manager, id: ApiKeyId): Promise<void> =>
  app.db.write(async (tx) => {
    await lockOrganization(tx, by)
    const { orgId } = by.actor
    const key = await lockedApiKey(tx, by, id)
    await apiKeys.remove(tx, orgId, id)
    await roleAssignments.revokeAll(tx, orgId, id)
    await accessLists.removeAll(tx, orgId, id)
    await directory.remove(tx, `key:${key.publicKey}`)
    await organizations.raiseRevision(tx, orgId)
    await tell(app, tx, by, 'API_KEY_DELETED', key)
  })

/** Holds the caller's organization alone until the transaction ends; refused when it is gone. */
export async function lockOrganization(tx: Tx, { actor: { orgId } }: Caller): Promise<void> {
  if (!(await organizations.lock(tx, orgId))) refuse({ code: 'org_not_found', id: orgId })
}

/** The key of the caller's organization, which has been locked. */
export const lockedApiKey = async (tx: Tx, by: Caller, id: ApiKeyId): Promise<ApiKeyDetails> =>
  (await apiKeys.byId(tx, by.actor.orgId, id)) ?? refuse({ code: 'api_key_not_found', id })

/** Writes a new key with its roles in the caller's organization, which has been locked. */
export async function insertApiKey(
  app: App,
  tx: Tx,
  by: Caller,
  { minted, description, held }: { minted: MintedApiKey; description: string; held: HeldRoles },
): Promise<ApiKeyDetails> {
  const { orgId } = by.actor
  const { id, publicKey, sealedHa1, privateKeyTail } = minted
  const createdAt = app.ambient.now()
  await apiKeys.insert(tx, { orgId, id, publicKey, description, sealedHa1, privateKeyTail, createdAt })
  await directory.insert(tx, `key:${publicKey}`, orgId)
  await roleAssignments.grant(tx, orgId, id, '', held.orgRoles)
  for (const [projectId, roles] of held.projectRoles) await roleAssignments.grant(tx, orgId, id, projectId, roles)
  await refuseManyApiKeys(app, tx, by.organization)
  await organizations.raiseRevision(tx, orgId)
  const key = { ...held, orgId, id, publicKey, description, privateKeyTail }
  await tell(app, tx, by, 'API_KEY_CREATED', key)
  return key
}

/** Gives the key another description, where it is another. */
export async function describeApiKey(app: App, tx: Tx, by: Caller, key: ApiKeyDetails, text: string): Promise<void> {
  if (text === key.description) return
  await apiKeys.describe(tx, key.orgId, key.id, text)
  await tell(app, tx, by, 'API_KEY_DESCRIPTION_CHANGED', key)
}

/** Makes `roles` the only ones at this level, the organization's when the project is empty; whether that changed any. */
export async function replaceRoles(
  tx: Tx,
  { orgId, id, orgRoles, projectRoles }: ApiKeyDetails,
  projectId: ProjectId | '',
  roles: readonly string[],
): Promise<boolean> {
  const held = projectId === '' ? orgRoles : (projectRoles.get(projectId) ?? [])
  const dropped = held.filter((role) => !roles.includes(role))
  const revoked = await roleAssignments.revoke(tx, orgId, id, projectId, dropped)
  const granted = await roleAssignments.grant(tx, orgId, id, projectId, roles)
  if (revoked + granted === 0) return false
  await organizations.raiseRevision(tx, orgId)
  return true
}

/** Writes down what was done to a key, in a project where one is named. */
export const tell = (
  app: App,
  tx: Tx,
  by: Caller,
  type: EventType,
  { orgId, publicKey }: Pick<ApiKeyDetails, 'orgId' | 'publicKey'>,
  projectId?: ProjectId,
): Promise<void> =>
  record(app, tx, { type, orgId, projectId, author: authorOf(by), details: { targetPublicKey: publicKey } })
