// Mints access tokens: ES512 JWTs for the clients' sake, who read `exp`. Nothing here ever verifies one.
import type { JWK } from 'jose'
import type { ClientId } from '../domain/ids.ts'
import type { Ambient } from '../platform/ambient.ts'
import type { Db } from '../store/db.ts'
import * as signingKeys from '../store/signing-keys.ts'
import { hashToken } from './bearer.ts'
import type { KeyRing } from './key-ring.ts'

export interface TokenDeps {
  readonly db: Db
  readonly ambient: Ambient
  readonly keys: KeyRing
  /** The public origin of this installation: the `iss` of its tokens. */
  readonly issuer: string
}

/** Times in milliseconds since the epoch, in whole seconds, by the machine's clock. */
export interface MintedToken {
  readonly text: string
  readonly hash: string
  readonly createdAt: number
  readonly expiresAt: number
}

/** Seconds from issue to expiry. */
export const TOKEN_LIFETIME = 3600

const AUDIENCE = 'api://admin'
const ALGORITHM = 'ES512'
const KEY_ID = 'access-tokens-1'
const JTI_BYTES = 16

type SigningKey = Awaited<ReturnType<typeof import('jose').importJWK>>

/** Mints tokens that become valid when their row is stored. The signing key is made or fetched on first use. */
export function tokenMint(deps: TokenDeps): (clientId: ClientId) => Promise<MintedToken> {
  let signingKey: Promise<SigningKey> | undefined
  const keyOnce = (): Promise<SigningKey> => {
    signingKey ??= loadSigningKey(deps).catch((error: unknown) => {
      signingKey = undefined
      throw error
    })
    return signingKey
  }
  return async (clientId) => {
    const { SignJWT } = await import('jose')
    const key = await keyOnce()
    const issued = Math.floor(deps.ambient.wall() / 1000)
    const text = await new SignJWT()
      .setProtectedHeader({ alg: ALGORITHM, kid: KEY_ID, typ: 'JWT' })
      .setIssuer(deps.issuer)
      .setSubject(clientId)
      .setAudience(AUDIENCE)
      .setIssuedAt(issued)
      .setExpirationTime(issued + TOKEN_LIFETIME)
      .setJti(deps.ambient.randomBytes(JTI_BYTES).toString('base64url'))
      .sign(key)
    return {
      text,
      hash: hashToken(text),
      createdAt: issued * 1000,
      expiresAt: (issued + TOKEN_LIFETIME) * 1000,
    }
  }
}

async function loadSigningKey(deps: TokenDeps): Promise<SigningKey> {
  const { importJWK } = await import('jose')
  const stored = (await signingKeys.find(deps.db.read, KEY_ID)) ?? (await offerSigningKey(deps))
  const jwk: unknown = JSON.parse(deps.keys.open(stored.sealedPrivateJwk, KEY_ID).reveal())
  if (!isJwk(jwk)) throw new Error('The stored signing key is not a JSON Web Key.')
  return importJWK(jwk, ALGORITHM)
}

/** Offers a new key to the store; answers the one that all processes use, ours or a faster one's. */
async function offerSigningKey({ db, ambient, keys }: TokenDeps): Promise<signingKeys.SigningKey> {
  const { exportJWK, generateKeyPair } = await import('jose')
  const pair = await generateKeyPair(ALGORITHM, { extractable: true })
  const offered: signingKeys.SigningKey = {
    id: KEY_ID,
    sealedPrivateJwk: keys.seal(JSON.stringify(await exportJWK(pair.privateKey)), KEY_ID),
    publicJwk: JSON.stringify(await exportJWK(pair.publicKey)),
    createdAt: ambient.wall(),
  }
  if (await db.write((tx) => signingKeys.insertOnce(tx, offered))) return offered
  const winner = await signingKeys.find(db.read, KEY_ID)
  if (winner === undefined) throw new Error('The signing key was taken away while it was made.')
  return winner
}

const isJwk = (value: unknown): value is JWK =>
  typeof value === 'object' && value !== null && 'kty' in value && typeof value.kty === 'string'
