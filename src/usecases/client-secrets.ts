// The secrets of service accounts: made to live for so long, at most two at once, and taken away with their tokens.
import type { Caller } from '../domain/actors.ts'
import { authorOf } from '../domain/events.ts'
import { refuse } from '../domain/faults.ts'
import type { ClientId, ProjectId, SecretId } from '../domain/ids.ts'
import { readSettings } from '../domain/organizations.ts'
import {
  MOST_LIVE_SECRETS,
  overlapEnd,
  type ShownSecret,
  secretExpiry,
  secretHours,
} from '../domain/service-accounts.ts'
import * as clientSecrets from '../store/client-secrets.ts'
import type { Tx } from '../store/db.ts'
import * as organizationDetails from '../store/organization-details.ts'
import * as organizations from '../store/organizations.ts'
import * as tokens from '../store/tokens.ts'
import type { App } from './app.ts'
import { record } from './audit.ts'
import type { MintedServiceAccount } from './minting.ts'

/** Whose secret it is, and in which project it is changed, if in one. */
export interface SecretPlace {
  readonly clientId: ClientId
  readonly projectId?: ProjectId
}

/** A secret that is minted but not yet stored, and how many hours it shall live. */
export interface SecretOrder {
  readonly minted: Pick<MintedServiceAccount, 'clientSecret' | 'kept'>
  readonly hours: number
}

/** Adds the secret; the others of the account live on for a week at most. The organization is locked already. */
export async function addSecret(
  app: App,
  tx: Tx,
  by: Caller,
  { clientId, projectId }: SecretPlace,
  { minted, hours }: SecretOrder,
): Promise<ShownSecret> {
  const { orgId } = by.organization
  const settings = readSettings((await organizationDetails.find(tx, orgId))?.settings ?? {})
  const { least, most } = secretHours(settings.maxServiceAccountSecretValidityInHours)
  if (hours < least || hours > most) refuse({ code: 'invalid_secret_hours', least, most })
  const now = app.ambient.now()
  const live = await clientSecrets.hashesOf(tx, orgId, clientId, now)
  if (live.length >= MOST_LIVE_SECRETS) refuse({ code: 'too_many_client_secrets', limit: MOST_LIVE_SECRETS })
  await clientSecrets.expireBy(tx, orgId, clientId, overlapEnd(now))
  const secret = { ...minted.kept, createdAt: now, expiresAt: secretExpiry(now, hours) }
  await clientSecrets.insert(tx, orgId, clientId, secret)
  const details = { targetClientId: clientId, secretId: secret.id }
  await record(app, tx, { type: 'SERVICE_ACCOUNT_SECRET_ADDED', orgId, projectId, author: authorOf(by), details })
  const { id, masked, createdAt, expiresAt } = secret
  return { id, masked, createdAt, expiresAt, lastUsedAt: undefined, secret: minted.clientSecret }
}

/** Takes the secret away, and with it every token that it was exchanged for. */
export async function dropSecret(
  app: App,
  tx: Tx,
  by: Caller,
  { clientId, projectId }: SecretPlace,
  id: SecretId,
): Promise<void> {
  const { orgId } = by.organization
  // The secret goes first: a sign-in with it waits for its row, so that no token is stored once they are deleted.
  if (!(await clientSecrets.remove(tx, orgId, clientId, id))) refuse({ code: 'client_secret_not_found', id })
  await tokens.removeAll(tx, orgId, clientId, id)
  await organizations.raiseRevision(tx, orgId)
  const details = { targetClientId: clientId, secretId: id }
  await record(app, tx, { type: 'SERVICE_ACCOUNT_SECRET_DELETED', orgId, projectId, author: authorOf(by), details })
}
