// The OAuth endpoints' decisions: the client credentials grant (RFC 6749) and revocation (RFC 7009), nothing else.
import { timingSafeEqual } from 'node:crypto'
import type { ClientId, OrgId } from '../domain/ids.ts'
import { isClientId } from '../domain/ids.ts'
import * as clientSecrets from '../store/client-secrets.ts'
import type { Tx } from '../store/db.ts'
import * as directory from '../store/directory.ts'
import { access, raiseRevision } from '../store/organizations.ts'
import * as serviceAccounts from '../store/service-accounts.ts'
import * as tokens from '../store/tokens.ts'
import type { TokenDeps } from './access-tokens.ts'
import { TOKEN_LIFETIME, tokenMint } from './access-tokens.ts'
import { parseBasic } from './basic.ts'
import { hashToken } from './bearer.ts'
import { hashSecret, newClientId } from './credentials.ts'
import { type CredentialFault, noClaim } from './verdict.ts'

export type OauthError = 'invalid_client' | 'invalid_request' | 'unsupported_grant_type' | 'access_denied'

export interface OauthDeps extends TokenDeps {
  /** How many of its tokens a client may have alive; any number unless given. */
  readonly tokensPerClient?: number | undefined
}

/** The Authorization header and the parameters of the form; a body that is no form is an empty one. */
export interface OauthRequest {
  readonly authorization: string | undefined
  readonly form: URLSearchParams
}

/** `why` is for whoever watches in the sandbox, never for the client. */
interface Refused {
  readonly kind: OauthError
  readonly why?: CredentialFault
}

export type Granted = { kind: 'token'; accessToken: string; expiresIn: number; clientId: ClientId } | Refused
export type Revoked = { kind: 'revoked'; clientId: ClientId } | Refused

export interface Oauth {
  /** Seconds in `expiresIn`; the token is valid from this answer on. */
  grant(request: OauthRequest): Promise<Granted>
  /** `revoked` for a token that is unknown or another client's, too: it tells nothing and takes nothing away. */
  revoke(request: OauthRequest): Promise<Revoked>
}

interface Client {
  readonly orgId: OrgId
  readonly clientId: ClientId
  readonly secretId: string
}

interface LookUp {
  readonly exists: boolean
  readonly client: Client | undefined
}

type Authenticate = (authorization: string | undefined) => Promise<Client | CredentialFault>

/** Access tokens live by the machine's clock, client secrets by the domain's. */
export function createOauth(deps: OauthDeps): Oauth {
  const { db } = deps
  const authenticate = clientCheck(deps)
  const mint = tokenMint(deps)
  return {
    grant: async ({ authorization, form }) => {
      const client = await authenticate(authorization)
      if ('code' in client) return { kind: 'invalid_client', why: client }
      const [grantType] = form.getAll('grant_type')
      if (!grantType || hasRepeated(form)) return { kind: 'invalid_request' }
      if (grantType !== 'client_credentials') return { kind: 'unsupported_grant_type' }
      const token = await mint(client.clientId)
      const refused = await db.write((tx) => store(deps, tx, { ...token, ...client }))
      const { clientId } = client
      return refused ?? { kind: 'token', accessToken: token.text, expiresIn: TOKEN_LIFETIME, clientId }
    },
    revoke: async ({ authorization, form }) => {
      const client = await authenticate(authorization)
      if ('code' in client) return { kind: 'invalid_client', why: client }
      const [token] = form.getAll('token')
      if (!token || hasRepeated(form)) return { kind: 'invalid_request' }
      await db.write(async (tx) => {
        if (await tokens.remove(tx, client.orgId, client.clientId, hashToken(token))) {
          await raiseRevision(tx, client.orgId)
        }
      })
      return { kind: 'revoked', clientId: client.clientId }
    },
  }
}

/** Makes the token valid, or says why it must not be: its secret went meanwhile, or the client has too many. */
async function store(
  { ambient, tokensPerClient }: OauthDeps,
  tx: Tx,
  token: tokens.Token,
): Promise<{ kind: OauthError } | undefined> {
  const { orgId, clientId, secretId } = token
  // Where tokens are counted, requests with different secrets of one client must not count at once.
  if (tokensPerClient !== undefined) await serviceAccounts.lock(tx, orgId, clientId)
  if (!(await clientSecrets.use(tx, orgId, clientId, secretId, ambient.now()))) return { kind: 'invalid_client' }
  if (tokensPerClient !== undefined) {
    const alive = await tokens.countLive(tx, orgId, clientId, ambient.wall())
    if (alive >= tokensPerClient) return { kind: 'access_denied' }
  }
  await tokens.insert(tx, token)
  return undefined
}

/** Unknown clients and wrong secrets take the same reads and comparisons. */
function clientCheck({ db, ambient }: TokenDeps): Authenticate {
  const nobody = { orgId: ambient.newId<OrgId>(), clientId: newClientId(ambient) }
  let present = nobody.clientId
  const lookUp = async (clientId: ClientId, secretHash: string): Promise<LookUp> => {
    const orgId = (await directory.orgOf(db.read, `sa:${clientId}`)) ?? nobody.orgId
    const organization = await access(db.read, orgId)
    const secrets = await clientSecrets.hashesOf(db.read, orgId, clientId, ambient.now())
    const secretId = matching(secrets, secretHash)
    if (organization === undefined) return { exists: false, client: undefined }
    present = clientId
    return { exists: true, client: secretId === undefined ? undefined : { orgId, clientId, secretId } }
  }
  return async (authorization) => {
    const basic = parseBasic(authorization)
    if (basic === undefined) return noClaim(authorization)
    const secretHash = hashSecret(basic.secret)
    const { exists, client } = await lookUp(isClientId(basic.id) ? basic.id : nobody.clientId, secretHash)
    // Finding a client takes longer than finding none. Every refusal does both, so that its time tells nothing.
    if (client === undefined) await lookUp(exists ? nobody.clientId : present, secretHash)
    return client ?? { code: exists ? 'wrong_client_secret' : 'unknown_client', name: basic.id }
  }
}

const NO_SECRET: clientSecrets.SecretHash = { id: '', hash: '-'.repeat(64) }

function matching(secrets: readonly clientSecrets.SecretHash[], hash: string): string | undefined {
  const given = Buffer.from(hash)
  const candidates = secrets.length > 0 ? secrets : [NO_SECRET]
  return candidates.filter((secret) => timingSafeEqual(Buffer.from(secret.hash), given))[0]?.id
}

// RFC 6749, section 3.2: a parameter must not come twice.
const hasRepeated = (form: URLSearchParams): boolean => new Set(form.keys()).size < form.size
