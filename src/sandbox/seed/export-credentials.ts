// API keys and service accounts as a seed has them, with whatever is needed for them to open the next world too.
import type {
  Draft,
  SeedApiKey,
  SeedEntry,
  SeedProject,
  SeedSecret,
  SeedServiceAccount,
} from '../../seed/seed-schema.ts'
import type { Tables } from '../../store/schema.ts'
import type { OrganizationRows } from '../../store/whole-state.ts'
import type { Minting } from '../../usecases/minting.ts'
import { type Names, someOf, timeText, timeTextIf, unlessUsual } from './export-names.ts'
import type { KnownCredentials } from './known-credentials.ts'

/** The organization's keys; those whose private key is not known carry what a digest knows of it. */
export const exportApiKeys = (
  rows: OrganizationRows,
  names: Names,
  known: KnownCredentials,
  minting: Minting,
): readonly Draft<SeedApiKey>[] =>
  rows.apiKeys.map((row) => ({
    id: row.key_id,
    desc: unlessUsual(row.description, ''),
    publicKey: row.public_key,
    ...privatePart(row, known, minting),
    createdAt: timeText(row.created_at),
    ...names.grantsOf(row.key_id),
    accessList: someOf(names.entriesOf(row.key_id).map(callerEntry)),
  }))

function privatePart(
  row: Tables['api_keys'],
  { privateKey }: KnownCredentials,
  minting: Minting,
): Pick<Draft<SeedApiKey>, 'privateKey' | 'ha1' | 'privateKeyTail'> {
  if (privateKey?.keyId === row.key_id) {
    return { privateKey: privateKey.privateKey, ha1: undefined, privateKeyTail: undefined }
  }
  const ha1 = minting.openHa1({ id: row.key_id, sealedHa1: row.sealed_ha1 }).reveal()
  return { privateKey: undefined, ha1, privateKeyTail: row.private_key_tail }
}

/** The organization's accounts with all their secrets, those that are over too. */
export function exportServiceAccounts(
  rows: OrganizationRows,
  names: Names,
  known: KnownCredentials,
): readonly Draft<SeedServiceAccount>[] {
  const secrets = Map.groupBy(rows.secrets, (row) => row.client_id)
  return rows.serviceAccounts.map((row) => ({
    clientId: row.client_id,
    clientSecret: undefined,
    name: row.name,
    description: unlessUsual(row.description, ''),
    createdAt: timeText(row.created_at),
    secrets: (secrets.get(row.client_id) ?? []).map((secret) => exportSecret(secret, known)),
    ...names.grantsOf(row.client_id),
    accessList: someOf(names.entriesOf(row.client_id).map(callerEntry)),
  }))
}

function exportSecret(row: Tables['secrets'], { clientSecret: known }: KnownCredentials): Draft<SeedSecret> {
  const isKnown = known?.clientId === row.client_id && known.secretId === row.secret_id
  return {
    id: row.secret_id,
    clientSecret: isKnown ? known.clientSecret : undefined,
    secretHash: isKnown ? undefined : row.secret_hash,
    masked: isKnown ? undefined : row.masked,
    createdAt: timeText(row.created_at),
    expiresAt: timeText(row.expires_at),
  }
}

const callerEntry = (row: Tables['access_lists']) => ({
  ipAddress: row.kind === 'ip' ? row.entry.slice(0, row.entry.indexOf('/')) : undefined,
  cidrBlock: row.kind === 'cidr' ? row.entry : undefined,
  comment: unlessUsual(row.comment, ''),
  createdAt: timeText(row.created_at),
})

/** A project's access list, which has ends and security groups beside addresses. */
export const exportNetworkList = (
  names: Names,
  id: Tables['projects']['project_id'],
): Draft<SeedProject['accessList']> => someOf(names.entriesOf(id).map(networkEntry))

const networkEntry = (row: Tables['access_lists']): Draft<SeedEntry> => ({
  ...callerEntry(row),
  awsSecurityGroup: row.kind === 'aws' ? row.entry : undefined,
  deleteAfterDate: timeTextIf(row.expires_at),
})
