// Gives the first start and `bootstrap` what identity knows about making credentials.
import { isClientId } from '../domain/ids.ts'
import * as credentials from '../identity/credentials.ts'
import { type HashQueue, hashQueue } from '../identity/hash-queue.ts'
import type { KeyRing } from '../identity/key-ring.ts'
import { newLinkSecret, sealLinkSecret } from '../identity/link-secrets.ts'
import { createPasswords, type HashCost, newPassword } from '../identity/passwords.ts'
import type { Ambient } from '../platform/ambient.ts'
import { Secret } from '../platform/secret.ts'
import type { Minting } from '../usecases/minting.ts'

/** Credentials whose stored form is sealed by `keys`; with the one queue of this process for hashing passwords. */
export function mintingWith(
  keys: KeyRing,
  ambient: Ambient,
  queue: HashQueue = hashQueue(),
  cost: HashCost = 'full',
): Minting {
  const stranger = credentials.newApiKey(ambient)
  const nobody = { id: stranger.id, sealedHa1: credentials.sealHa1(keys, stranger) }
  return {
    apiKey: (given, id) => {
      const fresh = credentials.newApiKey(ambient)
      const publicKey = given.publicKey ?? fresh.publicKey
      const privateKey = given.privateKey === undefined ? fresh.privateKey : new Secret(given.privateKey)
      const key = { id, publicKey, privateKey }
      return {
        ...key,
        sealedHa1: credentials.sealHa1(keys, key),
        privateKeyTail: credentials.privateKeyTail(privateKey),
      }
    },
    serviceAccount: (given) => {
      const clientSecret =
        given.clientSecret === undefined ? credentials.newClientSecret(ambient) : new Secret(given.clientSecret)
      const { clientId = '' } = given
      return {
        clientId: isClientId(clientId) ? clientId : credentials.newClientId(ambient),
        clientSecret,
        kept: {
          id: ambient.newId(),
          hash: credentials.hashSecret(clientSecret),
          masked: credentials.maskSecret(clientSecret),
        },
      }
    },
    isPrivateKey: (key, given) => credentials.isPrivateKey(keys, key ?? nobody, given) && key !== undefined,
    sealHa1: (id, ha1) => keys.seal(ha1.reveal(), id),
    openHa1: ({ id, sealedHa1 }) => credentials.openHa1(keys, id, sealedHa1),
    password: () => newPassword(ambient),
    invitationLink: (id) => {
      const secret = newLinkSecret(ambient)
      return { hash: credentials.hashSecret(secret), sealed: sealLinkSecret(keys, id, secret) }
    },
    passwords: createPasswords(ambient, queue, cost),
  }
}
