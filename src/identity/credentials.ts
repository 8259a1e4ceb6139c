// Mints credentials and turns them into what may be stored: hashes, sealed values and masks.
import { hash, timingSafeEqual } from 'node:crypto'
import type { ApiKeyId, ClientId } from '../domain/ids.ts'
import type { Ambient } from '../platform/ambient.ts'
import { Secret } from '../platform/secret.ts'
import { ha1, REALM } from './digest.ts'
import type { KeyRing } from './key-ring.ts'

export interface NewApiKey {
  readonly id: ApiKeyId
  readonly publicKey: string
  readonly privateKey: Secret
}

const PUBLIC_KEY_LENGTH = 8
const LETTERS = 26
// Bytes from here on would make the first letters likelier than the last ones.
const FAIR_BYTES = 256 - (256 % LETTERS)
const TAIL_LENGTH = 12
const SECRET_PREFIX = 'mdb_sa_sk_'
const SECRET_BYTES = 30
const SHOWN_CHARACTERS = 4

/** An API key as clients know it: eight lower-case letters and a UUID. */
export const newApiKey = (ambient: Ambient): NewApiKey => ({
  id: ambient.newId<ApiKeyId>(),
  publicKey: newPublicKey(ambient),
  privateKey: new Secret(newUuid(ambient)),
})

/** What is shown of a private key after its creation: its last twelve characters. */
export const privateKeyTail = (privateKey: Secret): string => privateKey.reveal().slice(-TAIL_LENGTH)

/** What the store keeps of an API key: its HA1, sealed, with the key's id as associated data. */
export const sealHa1 = (keys: KeyRing, { id, publicKey, privateKey }: NewApiKey): string =>
  keys.seal(ha1(publicKey, REALM, privateKey.reveal()), id)

/** Throws when it was sealed for another key or under a key ring that is gone. */
export const openHa1 = (keys: KeyRing, id: ApiKeyId, sealed: string): Secret => keys.open(sealed, id)

/** Whether the pair is that of the stored key; takes the same time for every wrong one. */
export function isPrivateKey(
  keys: KeyRing,
  stored: { readonly id: ApiKeyId; readonly sealedHa1: string },
  { publicKey, privateKey }: Pick<NewApiKey, 'publicKey' | 'privateKey'>,
): boolean {
  const expected = Buffer.from(openHa1(keys, stored.id, stored.sealedHa1).reveal())
  const given = Buffer.from(ha1(publicKey, REALM, privateKey.reveal()))
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** `mdb_sa_id_` and 24 hexadecimal characters. */
export const newClientId = (ambient: Ambient): ClientId => `mdb_sa_id_${ambient.newId<string>()}` as ClientId

/** A service account's secret: `mdb_sa_sk_` and 40 characters of letters, digits, `-` and `_`, 240 bits. */
export const newClientSecret = (ambient: Ambient): Secret =>
  new Secret(SECRET_PREFIX + ambient.randomBytes(SECRET_BYTES).toString('base64url'))

/** SHA-256 in hexadecimal: enough for secrets that were minted here, never for passwords. */
export const hashSecret = (secret: Secret): string => hash('sha256', secret.reveal(), 'hex')

/** What is shown of a client secret after its creation: the prefix and the last four characters. */
export const maskSecret = (secret: Secret): string => `${SECRET_PREFIX}****${secret.reveal().slice(-SHOWN_CHARACTERS)}`

function newPublicKey(ambient: Ambient): string {
  let letters = ''
  while (letters.length < PUBLIC_KEY_LENGTH) {
    const fair = [...ambient.randomBytes(PUBLIC_KEY_LENGTH)].filter((byte) => byte < FAIR_BYTES)
    letters += fair.map((byte) => String.fromCharCode(97 + (byte % LETTERS))).join('')
  }
  return letters.slice(0, PUBLIC_KEY_LENGTH)
}

function newUuid(ambient: Ambient): string {
  const bytes = ambient.randomBytes(16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
