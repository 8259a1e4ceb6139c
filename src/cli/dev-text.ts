// What `atrium dev` prints for people: the credentials, and lines that work as pasted.
import type { DevCredentials } from '../sandbox/dev-state.ts'

export interface DevStart {
  readonly url: string
  readonly version: string
  /** The data folder, `:memory:` or what else to call the place; never with a password in it. */
  readonly data: string
  readonly credentials: DevCredentials
}

/** The whole start text, with a line end. */
export function startText(start: DevStart): string {
  const parts = [
    heading(start),
    ...digestLines(start),
    ...bearerLines(start),
    ...cliLines(start),
    ...terraformLines(start),
  ]
  return `${parts.flat().join('\n')}\n`
}

/** The one line of --json, with a line end. */
export const startLine = (
  url: string,
  { orgId, groupId, teamId, apiKey, serviceAccount, owner }: DevCredentials,
): string => `${JSON.stringify({ url, orgId, groupId, teamId, apiKey, serviceAccount, owner })}\n`

function heading({ url, version, data, credentials }: DevStart): readonly string[] {
  const { orgId, groupId, teamId, owner, apiKey, serviceAccount } = credentials
  const rows: readonly (readonly [string, string | null | undefined])[] = [
    ['organization', orgId],
    ['project', groupId],
    ['team', teamId],
    ['owner', owner && `${owner.id}  ${owner.username}  ${owner.password}`],
    ['API key', apiKey && `${apiKey.publicKey}  ${apiKey.privateKey}`],
    ['service account', serviceAccount && `${serviceAccount.clientId}  ${serviceAccount.clientSecret}`],
  ]
  const lines = rows.map(([label, value]) => `  ${label.padEnd(17)}${value ?? 'none'}`)
  return [`Atrium ${version} on ${url}, data in ${data}`, '', ...lines]
}

function digestLines({ url, credentials: { orgId, apiKey } }: DevStart): readonly string[] {
  if (!apiKey) return []
  const user = quoted(`${apiKey.publicKey}:${apiKey.privateKey}`)
  return ['', 'curl, digest:', `  curl --digest -u ${user} '${url}/api/public/v1.0/orgs/${orgId}/invites?pretty=true'`]
}

function bearerLines({ url, credentials: { orgId, serviceAccount } }: DevStart): readonly string[] {
  if (!serviceAccount) return []
  const user = quoted(`${serviceAccount.clientId}:${serviceAccount.clientSecret}`)
  const cut = `sed -n 's/.*"access_token":"\\([^"]*\\)".*/\\1/p'`
  const accept = "-H 'Accept: application/vnd.atlas.2025-03-12+json'"
  return [
    '',
    'curl, bearer:',
    `  TOKEN=$(curl -s -u ${user} -d grant_type=client_credentials ${url}/api/oauth/token | ${cut})`,
    `  curl -H "Authorization: Bearer $TOKEN" ${accept} '${url}/api/atlas/v2/orgs/${orgId}/invites?pretty=true'`,
  ]
}

function cliLines({ url, credentials: { orgId, groupId, apiKey } }: DevStart): readonly string[] {
  if (!apiKey) return []
  const project = groupId === null ? '' : ` MONGODB_ATLAS_PROJECT_ID=${groupId}`
  return [
    '',
    'Atlas CLI:',
    `  export MONGODB_ATLAS_OPS_MANAGER_URL=${url}/ MONGODB_ATLAS_ORG_ID=${orgId}${project} DO_NOT_TRACK=1`,
    `  export ${keyVariables(apiKey)}`,
    '  atlas organizations invitations list',
  ]
}

function terraformLines({ url, credentials: { apiKey } }: DevStart): readonly string[] {
  if (!apiKey) return []
  return ['', 'Terraform:', `  export MONGODB_ATLAS_BASE_URL=${url} ${keyVariables(apiKey)}`, '  terraform plan']
}

const keyVariables = ({ publicKey, privateKey }: NonNullable<DevCredentials['apiKey']>): string =>
  `MONGODB_ATLAS_PUBLIC_API_KEY=${quoted(publicKey)} MONGODB_ATLAS_PRIVATE_API_KEY=${quoted(privateKey)}`

/** One word for a POSIX shell; seeds may give secrets that need quotes. */
const quoted = (word: string): string =>
  /^[A-Za-z0-9_@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
