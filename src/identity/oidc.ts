// Signing in at the deployment's OpenID Connect provider: the authorization code flow with PKCE, state and nonce.
import { hash } from 'node:crypto'
import type { Configuration } from 'openid-client'
import { keptOfPersonName } from '../domain/person-names.ts'
import { parseUsername } from '../domain/usernames.ts'
import type { Ambient } from '../platform/ambient.ts'
import type { Secret } from '../platform/secret.ts'

export interface OidcSettings {
  /** The issuer's address, from which everything else about the provider is found out. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: Secret
}

/** What a browser was sent away with, kept until it comes back. */
export interface Departure {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Somebody as the provider knows them. */
export interface ProvidedPerson {
  readonly issuer: string
  readonly subject: string
  /** The address in lower case, only if the provider has confirmed that it is theirs. */
  readonly username: string | undefined
  readonly firstName: string
  readonly lastName: string
}

export interface OidcProvider {
  /** What people know it by: the host of its address. */
  readonly name: string
  /** Where to send the browser; `hint` is the address that is expected to sign in. Throws when it cannot be reached. */
  begin(redirectUri: string, hint?: string): Promise<{ readonly url: string; readonly departure: Departure }>
  /**
   * Who came back to `currentUrl`; undefined when they did not sign in there, or when what they bring does not fit
   * what they were sent away with. Throws when the provider cannot be reached.
   */
  finish(currentUrl: URL, departure: Departure): Promise<ProvidedPerson | undefined>
}

const RANDOM_BYTES = 32
const PATIENCE_SECONDS = 10

/** Nothing is asked of the provider before somebody wants to sign in. */
export function oidcProvider(settings: OidcSettings, ambient: Ambient): OidcProvider {
  const issuer = new URL(settings.issuer)
  let known: Promise<Configuration> | undefined
  const configuration = (): Promise<Configuration> => {
    known ??= discover(settings, issuer).catch((error: unknown) => {
      // The next person asks again: a provider that was away for a moment is not away for ever.
      known = undefined
      throw error
    })
    return known
  }
  const random = (): string => ambient.randomBytes(RANDOM_BYTES).toString('base64url')
  return {
    name: issuer.host,
    begin: async (redirectUri, hint) => {
      const client = await import('openid-client')
      const departure = { state: random(), nonce: random(), verifier: random() }
      const url = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: 'openid email profile',
        state: departure.state,
        nonce: departure.nonce,
        code_challenge: hash('sha256', departure.verifier, 'base64url'),
        code_challenge_method: 'S256',
        ...(hint === undefined ? {} : { login_hint: hint }),
      })
      return { url: url.href, departure }
    },
    finish: async (currentUrl, { state, nonce, verifier }) => {
      const client = await import('openid-client')
      const found = await configuration()
      try {
        const tokens = await client.authorizationCodeGrant(found, currentUrl, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        })
        const claims = tokens.claims()
        if (!claims) return undefined
        const isTold = claims['email'] !== undefined
        const more = isTold ? {} : await client.fetchUserInfo(found, tokens.access_token, claims.sub)
        return personOf(claims.iss, claims.sub, { ...claims, ...more })
      } catch (error) {
        if (isTheirs(client, error)) return undefined
        throw error
      }
    },
  }
}

async function discover({ clientId, clientSecret }: OidcSettings, issuer: URL): Promise<Configuration> {
  const client = await import('openid-client')
  const isLocal = issuer.protocol === 'http:'
  return client.discovery(issuer, clientId, undefined, client.ClientSecretBasic(clientSecret.reveal()), {
    timeout: PATIENCE_SECONDS,
    execute: isLocal ? [client.allowInsecureRequests] : [],
  })
}

/** Refusals of the provider, and answers that do not fit: whoever brought them does not get in, and it is no failure. */
const isTheirs = (client: typeof import('openid-client'), error: unknown): boolean =>
  error instanceof client.AuthorizationResponseError ||
  error instanceof client.ResponseBodyError ||
  error instanceof client.ClientError

function personOf(issuer: string, subject: string, claims: Readonly<Record<string, unknown>>): ProvidedPerson {
  const textOf = (claim: string): string => {
    const value = claims[claim]
    return typeof value === 'string' ? value : ''
  }
  return {
    issuer,
    subject,
    username: claims['email_verified'] === true ? parseUsername(textOf('email')) : undefined,
    firstName: keptOfPersonName(textOf('given_name')),
    lastName: keptOfPersonName(textOf('family_name')),
  }
}
