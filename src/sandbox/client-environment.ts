// The environment that points clients at a world: for a program that is started with it, and for tests.
import type { FirstSteps } from './first-steps.ts'

type Variables = Readonly<Record<string, string>>

/**
 * Variables of the Atlas CLI, Terraform's provider and MongoDB's MCP server, and Atrium's own for everything else. The
 * clients' are given the API key, or the service account where there is no key: a client that is given both has to choose,
 * and each chooses otherwise.
 */
export function clientEnvironment(steps: FirstSteps): Variables {
  const { url, caFile, credentials } = steps
  const { orgId, groupId, apiKey, serviceAccount } = credentials
  return {
    ...plainVariables(steps),
    MONGODB_ATLAS_BASE_URL: url,
    // The Atlas CLI appends paths that have no slash in front.
    MONGODB_ATLAS_OPS_MANAGER_URL: `${url}/`,
    MONGODB_ATLAS_ORG_ID: orgId,
    ...(groupId === null ? {} : { MONGODB_ATLAS_PROJECT_ID: groupId }),
    ...(apiKey ? keyVariables(apiKey) : named('MONGODB_ATLAS', serviceAccount)),
    // It would ask the network which release of it is the newest.
    MONGODB_ATLAS_SKIP_UPDATE_CHECK: 'yes',
    // It takes nothing else, so that it need not choose.
    ...(serviceAccount ? { MDB_MCP_API_BASE_URL: `${url}/`, ...named('MDB_MCP_API', serviceAccount) } : {}),
    MDB_MCP_TELEMETRY: 'disabled',
    DO_NOT_TRACK: '1',
    // Go reads the one, Node the other.
    ...(caFile === undefined ? {} : { SSL_CERT_FILE: caFile, NODE_EXTRA_CA_CERTS: caFile }),
  }
}

/** Those of no client, with everything that the start printed: for scripts and programs of one's own. */
function plainVariables({ url, caFile, credentials }: FirstSteps): Variables {
  const { orgId, groupId, teamId, apiKey, serviceAccount, owner } = credentials
  return {
    ATRIUM_URL: url,
    ATRIUM_ORG_ID: orgId,
    ...(groupId === null ? {} : { ATRIUM_GROUP_ID: groupId }),
    ...(teamId === null ? {} : { ATRIUM_TEAM_ID: teamId }),
    ...(apiKey ? { ATRIUM_PUBLIC_KEY: apiKey.publicKey, ATRIUM_PRIVATE_KEY: apiKey.privateKey } : {}),
    ...named('ATRIUM', serviceAccount),
    ...(owner ? { ATRIUM_OWNER_USERNAME: owner.username, ATRIUM_OWNER_PASSWORD: owner.password } : {}),
    ...(caFile === undefined ? {} : { ATRIUM_CA_FILE: caFile }),
  }
}

/** Under the names of the Atlas CLI, which Terraform's provider knows too, and under its own. */
const keyVariables = ({ publicKey, privateKey }: NonNullable<FirstSteps['credentials']['apiKey']>): Variables => ({
  MONGODB_ATLAS_PUBLIC_API_KEY: publicKey,
  MONGODB_ATLAS_PRIVATE_API_KEY: privateKey,
  MONGODB_ATLAS_PUBLIC_KEY: publicKey,
  MONGODB_ATLAS_PRIVATE_KEY: privateKey,
})

const named = (prefix: string, account: FirstSteps['credentials']['serviceAccount']): Variables =>
  account ? { [`${prefix}_CLIENT_ID`]: account.clientId, [`${prefix}_CLIENT_SECRET`]: account.clientSecret } : {}
