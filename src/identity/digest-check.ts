// Checks a digest header against the stored API keys; every wrong one costs the same and earns the same challenge.
import type { AccessRule } from '../domain/access-lists.ts'
import type { Actor } from '../domain/actors.ts'
import type { OrgId } from '../domain/ids.ts'
import type { Secret } from '../platform/secret.ts'
import * as accessLists from '../store/access-lists.ts'
import * as apiKeys from '../store/api-keys.ts'
import type { Db } from '../store/db.ts'
import * as directory from '../store/directory.ts'
import * as roleAssignments from '../store/role-assignments.ts'
import { actorCache, type Found } from './actor-cache.ts'
import type { DigestFields } from './authorization.ts'
import { openHa1 } from './credentials.ts'
import { NOBODY, REALM, responseMatches, uriMatches } from './digest.ts'
import type { KeyRing } from './key-ring.ts'
import type { NonceWindow } from './nonce-window.ts'
import type { Nonces } from './nonces.ts'
import { recognized } from './recognized.ts'
import type { Claim, CredentialFault, Verdict } from './verdict.ts'

interface DigestDeps {
  readonly db: Db
  readonly keys: KeyRing
  readonly nonces: Nonces
  readonly window: NonceWindow
  readonly pathPrefix: string
}

interface KnownKey {
  readonly actor: Actor
  readonly access: AccessRule
  readonly ha1: Secret
}

/** What a digest is checked against. */
type Request = Pick<Claim, 'method' | 'target' | 'address'>

type WrongKey = 'unknown_public_key' | 'wrong_private_key'

/** No public key: the parser lets no empty one through. */
const ABSENT = ''

type DigestCheck = (fields: DigestFields, request: Request) => Promise<Verdict>

/** Only a right digest learns that its nonce is stale; only a right digest on a good nonce uses up a counter. */
export function digestCheck({ db, keys, nonces, window, pathPrefix }: DigestDeps): DigestCheck {
  const cache = actorCache<{ orgId: OrgId }, KnownKey>(db, {
    locate: async (publicKey) => {
      const orgId = await directory.orgOf(db.read, `key:${publicKey}`)
      return orgId && { orgId }
    },
    load: async ({ orgId }, publicKey) => {
      const key = await apiKeys.credentialOf(db.read, orgId, publicKey)
      if (key === undefined) return undefined
      const roles = await roleAssignments.of(db.read, orgId, key.id)
      const actor: Actor = { kind: 'api_key', id: key.id, name: publicKey, orgId, ...roles }
      const access = await accessLists.ruleOf(db.read, orgId, key.id)
      return { actor, access, ha1: openHa1(keys, key.id, key.sealedHa1) }
    },
  })
  let present = ABSENT
  const find = async (publicKey: string): Promise<Found<KnownKey> | undefined> => {
    const found = await cache.find(publicKey)
    if (found !== undefined) present = publicKey
    return found
  }
  const ownerOf = async (fields: DigestFields, method: string): Promise<Found<KnownKey> | WrongKey> => {
    const found = await find(fields.username)
    const right = responseMatches(found?.known.ha1.reveal() ?? NOBODY, method, fields)
    if (found !== undefined && right) return found
    // Finding a key takes longer than finding none. Every refusal does both, so that its time tells nothing.
    await find(found === undefined ? present : ABSENT)
    return found === undefined ? 'unknown_public_key' : 'wrong_private_key'
  }
  return async (fields, { method, target, address }) => {
    const { uri, username: name } = fields
    if (fields.realm !== REALM) return challenge(false, { code: 'foreign_realm', name })
    if (!uriMatches(uri, target, pathPrefix)) return challenge(false, { code: 'foreign_uri', name, uri })
    const owner = await ownerOf(fields, method)
    if (typeof owner === 'string') return challenge(false, { code: owner, name })
    if (nonces.check(fields.nonce) !== 'good') return challenge(true, { code: 'old_nonce', name })
    const use = await window.use(fields.nonce, fields.count)
    if (use === 'forgotten') return challenge(true, { code: 'old_nonce', name })
    if (use === 'repeated') return challenge(false, { code: 'used_counter', name })
    const again = async () => (await find(name)) ?? challenge(false, { code: 'unknown_public_key', name })
    return recognized(owner, address, again)
  }
}

const challenge = (stale: boolean, why: CredentialFault): Verdict => ({ kind: 'challenge', stale, why })
