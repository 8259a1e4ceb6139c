// What `atrium dev` prints for people: the credentials, and lines that work as pasted.
import type { DevCredentials } from '../sandbox/dev-state.ts'

export interface DevStart {
  readonly url: string
  /** Where the certificate authority lies that clients have to trust; undefined without TLS. */
  readonly caFile: string | undefined
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
    ...mcpLines(start),
  ]
  return `${parts.flat().join('\n')}\n`
}

/** The one line of --json, with a line end. */
export function startLine({ url, caFile, credentials }: Pick<DevStart, 'url' | 'caFile' | 'credentials'>): string {
  const { orgId, groupId, teamId, apiKey, serviceAccount, owner } = credentials
  return `${JSON.stringify({ url, caFile, orgId, groupId, teamId, apiKey, serviceAccount, owner })}\n`
}

function heading({ url, caFile, version, data, credentials }: DevStart): readonly string[] {
  const { orgId, groupId, teamId, owner, apiKey, serviceAccount } = credentials
  const rows: readonly (readonly [string, string | null | undefined])[] = [
    ['organization', orgId],
    ['project', groupId],
    ['team', teamId],
    ['owner', owner && `${owner.id}  ${owner.username}  ${owner.password}`],
    ['API key', apiKey && `${apiKey.publicKey}  ${apiKey.privateKey}`],
    ...(caFile === undefined ? [] : [['trust', caFile] as const]),
    ['service account', serviceAccount && `${serviceAccount.clientId}  ${serviceAccount.clientSecret}`],
  ]
  const lines = rows.map(([label, value]) => `  ${label.padEnd(17)}${value ?? 'none'}`)
  return [`Atrium ${version} on ${url}, data in ${data}`, '', ...lines]
}

function digestLines({ url, caFile, credentials: { orgId, apiKey } }: DevStart): readonly string[] {
  if (!apiKey) return []
  const user = quoted(`${apiKey.publicKey}:${apiKey.privateKey}`)
  return [
    '',
    'curl, digest:',
    `  curl${trusting(caFile)} --digest -u ${user} '${url}/api/public/v1.0/orgs/${orgId}/invites?pretty=true'`,
  ]
}

function bearerLines({ url, caFile, credentials: { orgId, serviceAccount } }: DevStart): readonly string[] {
  if (!serviceAccount) return []
  const user = quoted(`${serviceAccount.clientId}:${serviceAccount.clientSecret}`)
  const cut = `sed -n 's/.*"access_token":"\\([^"]*\\)".*/\\1/p'`
  const accept = "-H 'Accept: application/vnd.atlas.2025-03-12+json'"
  return [
    '',
    'curl, bearer:',
    `  TOKEN=$(curl -s${trusting(caFile)} -u ${user} -d grant_type=client_credentials ${url}/api/oauth/token | ${cut})`,
    `  curl${trusting(caFile)} -H "Authorization: Bearer $TOKEN" ${accept} '${url}/api/atlas/v2/orgs/${orgId}/invites?pretty=true'`,
  ]
}

function cliLines({ url, caFile, credentials: { orgId, groupId, apiKey } }: DevStart): readonly string[] {
  if (!apiKey) return []
  const project = groupId === null ? '' : ` MONGODB_ATLAS_PROJECT_ID=${groupId}`
  return [
    '',
    'Atlas CLI:',
    `  export MONGODB_ATLAS_OPS_MANAGER_URL=${url}/ MONGODB_ATLAS_ORG_ID=${orgId}${project} DO_NOT_TRACK=1${variable('SSL_CERT_FILE', caFile)}`,
    `  export ${keyVariables(apiKey)}`,
    '  atlas organizations invitations list',
  ]
}

function terraformLines({ url, caFile, credentials: { apiKey } }: DevStart): readonly string[] {
  if (!apiKey) return []
  const trust = variable('SSL_CERT_FILE', caFile)
  return [
    '',
    'Terraform:',
    `  export MONGODB_ATLAS_BASE_URL=${url} ${keyVariables(apiKey)}${trust}`,
    '  terraform plan',
  ]
}

/** The MCP server asks for a token over https only, and reads the authority under two names. */
function mcpLines({ url, caFile, credentials: { serviceAccount } }: DevStart): readonly string[] {
  if (!serviceAccount || caFile === undefined) return []
  const { clientId, clientSecret } = serviceAccount
  const trust = variable('SSL_CERT_FILE', caFile) + variable('NODE_EXTRA_CA_CERTS', caFile)
  return [
    '',
    'MongoDB MCP server:',
    `  export MDB_MCP_API_BASE_URL=${url}/${trust}`,
    `  export MDB_MCP_API_CLIENT_ID=${quoted(clientId)} MDB_MCP_API_CLIENT_SECRET=${quoted(clientSecret)}`,
    '  npx mongodb-mcp-server',
  ]
}

const trusting = (caFile: string | undefined): string => (caFile === undefined ? '' : ` --cacert ${quoted(caFile)}`)

/** One more variable of an export, with the space in front. */
const variable = (name: string, value: string | undefined): string =>
  value === undefined ? '' : ` ${name}=${quoted(value)}`

const keyVariables = ({ publicKey, privateKey }: NonNullable<DevCredentials['apiKey']>): string =>
  `MONGODB_ATLAS_PUBLIC_API_KEY=${quoted(publicKey)} MONGODB_ATLAS_PRIVATE_API_KEY=${quoted(privateKey)}`

/** One word for a POSIX shell; seeds may give secrets that need quotes. */
const quoted = (word: string): string =>
  /^[A-Za-z0-9_@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
