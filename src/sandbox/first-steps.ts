// The first calls of each kind of client, filled with the credentials of this start: lines that work as pasted.
import type { DevCredentials } from './dev-state.ts'

/** What a client has to know of this start. */
export interface FirstSteps {
  readonly url: string
  /** Where the certificate authority lies that clients have to trust; undefined without TLS. */
  readonly caFile: string | undefined
  readonly credentials: DevCredentials
}

/** What a program has to know of a start, as the one line of `--json` says it. */
export const startFacts = ({ url, caFile, credentials }: FirstSteps) => {
  const { orgId, groupId, teamId, apiKey, serviceAccount, owner } = credentials
  return { url, ...(caFile === undefined ? {} : { caFile }), orgId, groupId, teamId, apiKey, serviceAccount, owner }
}

/** How one client makes its first call. */
export interface Recipe {
  readonly client: string
  readonly lines: readonly string[]
}

/** Below the url: where the page is that shows all this, with the mails. */
export const START_PAGE_PATH = '/_atrium/'

/** The version of v2 that the lines ask for. */
export const ACCEPT = 'application/vnd.atlas.2025-03-12+json'

/** Lines for a shell, one recipe for each client that has the credentials it needs. */
export const shellRecipes = (steps: FirstSteps): readonly Recipe[] =>
  [
    { client: 'curl, digest', lines: digestLines(steps) },
    { client: 'curl, bearer', lines: bearerLines(steps) },
    { client: 'Atlas CLI', lines: cliLines(steps) },
    { client: 'Terraform', lines: terraformLines(steps) },
    { client: 'MongoDB MCP server', lines: mcpLines(steps) },
  ].filter(({ lines }) => lines.length > 0)

/** Whole programs that list the organization's invitations, none without a service account. */
export const programRecipes = (steps: FirstSteps): readonly Recipe[] =>
  [
    { client: 'Go SDK', lines: goLines(steps) },
    { client: 'TypeScript', lines: typeScriptLines(steps) },
  ].filter(({ lines }) => lines.length > 0)

function digestLines({ url, caFile, credentials: { orgId, apiKey } }: FirstSteps): readonly string[] {
  if (!apiKey) return []
  const user = quoted(`${apiKey.publicKey}:${apiKey.privateKey}`)
  return [`curl${trusting(caFile)} --digest -u ${user} '${url}/api/public/v1.0/orgs/${orgId}/invites?pretty=true'`]
}

function bearerLines({ url, caFile, credentials: { orgId, serviceAccount } }: FirstSteps): readonly string[] {
  if (!serviceAccount) return []
  const user = quoted(`${serviceAccount.clientId}:${serviceAccount.clientSecret}`)
  const cut = `sed -n 's/.*"access_token":"\\([^"]*\\)".*/\\1/p'`
  return [
    `TOKEN=$(curl -s${trusting(caFile)} -u ${user} -d grant_type=client_credentials ${url}/api/oauth/token | ${cut})`,
    `curl${trusting(caFile)} -H "Authorization: Bearer $TOKEN" -H 'Accept: ${ACCEPT}' '${url}/api/atlas/v2/orgs/${orgId}/invites?pretty=true'`,
  ]
}

function cliLines({ url, caFile, credentials: { orgId, groupId, apiKey } }: FirstSteps): readonly string[] {
  if (!apiKey) return []
  const project = groupId === null ? '' : ` MONGODB_ATLAS_PROJECT_ID=${groupId}`
  return [
    `export MONGODB_ATLAS_OPS_MANAGER_URL=${url}/ MONGODB_ATLAS_ORG_ID=${orgId}${project} DO_NOT_TRACK=1${variable('SSL_CERT_FILE', caFile)}`,
    `export ${keyVariables(apiKey)}`,
    'atlas organizations invitations list',
  ]
}

function terraformLines({ url, caFile, credentials: { apiKey } }: FirstSteps): readonly string[] {
  if (!apiKey) return []
  const trust = variable('SSL_CERT_FILE', caFile)
  return [`export MONGODB_ATLAS_BASE_URL=${url} ${keyVariables(apiKey)}${trust}`, 'terraform plan']
}

/** The MCP server asks for a token over https only, and reads the authority under two names. */
function mcpLines({ url, caFile, credentials: { serviceAccount } }: FirstSteps): readonly string[] {
  if (!serviceAccount || caFile === undefined) return []
  const { clientId, clientSecret } = serviceAccount
  const trust = variable('SSL_CERT_FILE', caFile) + variable('NODE_EXTRA_CA_CERTS', caFile)
  return [
    `export MDB_MCP_API_BASE_URL=${url}/${trust}`,
    `export MDB_MCP_API_CLIENT_ID=${quoted(clientId)} MDB_MCP_API_CLIENT_SECRET=${quoted(clientSecret)}`,
    'npx mongodb-mcp-server',
  ]
}

// JSON writes a text as Go and TypeScript do.
const literal = JSON.stringify

function goLines({ url, caFile, credentials: { orgId, serviceAccount } }: FirstSteps): readonly string[] {
  if (!serviceAccount) return []
  const { clientId, clientSecret } = serviceAccount
  return [
    `// ${caFile === undefined ? '' : `SSL_CERT_FILE=${quoted(caFile)} `}go run .`,
    'package main',
    '',
    'import (',
    '\t"context"',
    '\t"fmt"',
    '\t"log"',
    '',
    '\t"go.mongodb.org/atlas-sdk/v20250312010/admin"',
    ')',
    '',
    'func main() {',
    '\tctx := context.Background()',
    '\tclient, err := admin.NewClient(',
    `\t\tadmin.UseBaseURL(${literal(url)}),`,
    `\t\tadmin.UseOAuthAuth(ctx, ${literal(clientId)}, ${literal(clientSecret)}),`,
    '\t)',
    '\tif err != nil {',
    '\t\tlog.Fatal(err)',
    '\t}',
    `\tinvitations, _, err := client.OrganizationsApi.ListOrgInvites(ctx, ${literal(orgId)}).Execute()`,
    '\tif err != nil {',
    '\t\tlog.Fatal(err)',
    '\t}',
    '\tfor _, invitation := range invitations {',
    '\t\tfmt.Println(invitation.GetUsername(), invitation.GetRoles())',
    '\t}',
    '}',
  ]
}

function typeScriptLines({ url, caFile, credentials: { orgId, serviceAccount } }: FirstSteps): readonly string[] {
  if (!serviceAccount) return []
  const { clientId, clientSecret } = serviceAccount
  return [
    `// ${caFile === undefined ? '' : `NODE_EXTRA_CA_CERTS=${quoted(caFile)} `}node invitations.ts`,
    `const base = ${literal(url)}`,
    `const account = btoa(${literal(`${clientId}:${clientSecret}`)})`,
    '',
    "const granted = await fetch(base + '/api/oauth/token', {",
    "  method: 'POST',",
    "  headers: { Authorization: 'Basic ' + account },",
    "  body: new URLSearchParams({ grant_type: 'client_credentials' }),",
    '})',
    'const { access_token: token } = await granted.json()',
    '',
    `const answer = await fetch(base + '/api/atlas/v2/orgs/${orgId}/invites', {`,
    `  headers: { Accept: '${ACCEPT}', Authorization: 'Bearer ' + token },`,
    '})',
    'console.log(answer.status, await answer.json())',
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
