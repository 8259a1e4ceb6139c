// What use cases need to know of making credentials; the knowledge itself is identity's.
import type { ApiKeyId, ClientId, InvitationId } from '../domain/ids.ts'
import type { Passwords } from '../domain/passwords.ts'
import type { Secret } from '../platform/secret.ts'
import type { ApiKey } from '../store/api-keys.ts'
import type { ClientSecret } from '../store/client-secrets.ts'

/** Makes credentials, and what the store keeps of them; whatever is given is taken, the rest is random. */
export interface Minting {
  apiKey(given: { publicKey?: string | undefined; privateKey?: string | undefined }, id: ApiKeyId): MintedApiKey
  serviceAccount(given: { clientId?: string | undefined; clientSecret?: string | undefined }): MintedServiceAccount
  /** Whether this private key belongs to the stored key; a key that is not there costs as much as a wrong one. */
  isPrivateKey(key: StoredApiKey | undefined, given: { publicKey: string; privateKey: Secret }): boolean
  /** What the store keeps of a key by its HA1, which is all that a digest needs to know. */
  sealHa1(id: ApiKeyId, ha1: Secret): string
  /** The HA1 of a stored key; throws when it was sealed under a key ring that is gone. */
  openHa1(key: StoredApiKey): Secret
  password(): Secret
  /** The secret of an invitation's link: 256 bits. */
  invitationLink(id: InvitationId): MintedLink
  readonly passwords: Passwords
}

/** A link's secret as it is kept: what the link is checked by, and what the mail is written from. */
export interface MintedLink {
  /** SHA-256, hexadecimal. */
  readonly hash: string
  readonly sealed: string
}

export type StoredApiKey = Pick<ApiKey, 'id' | 'sealedHa1'>

export interface MintedApiKey extends Pick<ApiKey, 'id' | 'publicKey' | 'sealedHa1' | 'privateKeyTail'> {
  readonly privateKey: Secret
}

export interface MintedServiceAccount {
  readonly clientId: ClientId
  readonly clientSecret: Secret
  /** What the store keeps of the secret. */
  readonly kept: Pick<ClientSecret, 'id' | 'hash' | 'masked'>
}
