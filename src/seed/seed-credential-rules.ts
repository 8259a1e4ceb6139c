// Credentials and access lists that fit together: a secret in one form, and blocks of addresses that are some.
import { entryOf } from './seed-entry.ts'
import { checkExclusive, type Place, type Report } from './seed-problem.ts'
import type { SeedApiKey, SeedEntry, SeedOrganization, SeedSecret, SeedServiceAccount } from './seed-schema.ts'

/** API keys, service accounts and the access lists of both and of projects. */
export function checkCredentials(organization: SeedOrganization, at: Place, report: Report): void {
  const { projects = [], apiKeys = [], serviceAccounts = [] } = organization
  for (const [kind, holders] of Object.entries({ projects, apiKeys, serviceAccounts })) {
    for (const [index, { accessList = [] }] of holders.entries()) {
      checkAccessList(accessList, [...at, kind, index, 'accessList'], report)
    }
  }
  for (const [index, apiKey] of apiKeys.entries()) checkApiKey(apiKey, [...at, 'apiKeys', index], report)
  for (const [index, account] of serviceAccounts.entries()) {
    checkServiceAccount(account, [...at, 'serviceAccounts', index], report)
  }
}

function checkApiKey(apiKey: SeedApiKey, at: Place, report: Report): void {
  checkExclusive(apiKey, ['privateKey', 'ha1'], at, report)
  if (apiKey.ha1 !== undefined && (apiKey.publicKey === undefined || apiKey.privateKeyTail === undefined)) {
    report([...at, 'ha1'], 'needs publicKey and privateKeyTail beside it')
  }
  if (apiKey.ha1 === undefined && apiKey.privateKeyTail !== undefined) {
    report([...at, 'privateKeyTail'], 'stands only beside ha1')
  }
}

function checkServiceAccount(account: SeedServiceAccount, at: Place, report: Report): void {
  checkExclusive(account, ['clientSecret', 'secrets'], at, report)
  const ids = new Set<string>()
  for (const [index, secret] of (account.secrets ?? []).entries()) {
    const place = [...at, 'secrets', index]
    checkSecret(secret, place, report)
    if (secret.id === undefined) continue
    if (ids.has(secret.id)) report([...place, 'id'], `is used before, ${JSON.stringify(secret.id)}`)
    ids.add(secret.id)
  }
}

function checkSecret(secret: SeedSecret, at: Place, report: Report): void {
  checkExclusive(secret, ['clientSecret', 'secretHash'], at, report)
  const { secretHash, masked } = secret
  if (secretHash !== undefined && masked === undefined) report([...at, 'secretHash'], 'needs masked beside it')
}

function checkAccessList(entries: readonly SeedEntry[], at: Place, report: Report): void {
  const used = new Set<string>()
  for (const [index, given] of entries.entries()) {
    const entry = entryOf(given)?.entry
    if (entry === undefined) {
      report([...at, index], 'must name one address, block or security group, such as ipAddress: 192.0.2.1')
      continue
    }
    if (used.has(entry)) report([...at, index], `is in the list before, ${JSON.stringify(entry)}`)
    used.add(entry)
  }
}
