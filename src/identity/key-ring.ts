// The installation's own keys: what is stored but must be read again is sealed under them, and others derive from them.
import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import type { Ambient } from '../platform/ambient.ts'
import { Secret } from '../platform/secret.ts'

export interface KeyRing {
  /** AES-256-GCM under the first key: `<key id>.<base64url of IV, ciphertext and tag>`. `associated` is bound to it. */
  seal(plaintext: string, associated: string): string
  /** Opens what any key of the ring sealed; throws when the key is gone, the text was changed or `associated` differs. */
  open(sealed: string, associated: string): Secret
  /** 32-byte keys for one purpose, the first key's first: sign with the first, accept what any of them signed. */
  hmacKeys(purpose: string): readonly Buffer[]
}

export type KeyRingText = { ok: true; keys: KeyRing } | { ok: false; problems: readonly string[] }

interface Key {
  readonly id: string
  /** Imported once: from bytes, that would take longer than the cipher does. */
  readonly key: KeyObject
}

const KEY_BYTES = 32
const IV_BYTES = 12
const TAG_BYTES = 16
const KEY_ID = /^[A-Za-z0-9_-]{1,32}$/
const KEY_BASE64 = /^[A-Za-z0-9+/]{43}=$/
// 32 random bytes hold fewer than 16 different ones less than once in 10^15; a typed or repeated pattern always does.
const DISTINCT_BYTES = 16

/** Reads `id:base64[,id:base64…]`; the first key seals, all open. Problems are sentences without any key material. */
export function parseKeyRing(text: string, ambient: Ambient): KeyRingText {
  const entries = text.split(',').map((entry) => entry.trim())
  const problems = entries.flatMap(problemsOf)
  const keys = entries.map(toKey)
  const repeated = keys.map((key) => key.id).filter((id, index, ids) => ids.indexOf(id) !== index)
  problems.push(...repeated.map((id) => `The key id "${id}" is used more than once.`))
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, keys: keyRing(keys, ambient) }
}

/** The text of a new ring with one random key. */
export function newKeyRing(ambient: Ambient): string {
  const id = `k${ambient.randomBytes(4).toString('hex')}`
  return `${id}:${ambient.randomBytes(KEY_BYTES).toString('base64')}`
}

function problemsOf(entry: string, index: number): string[] {
  const colon = entry.indexOf(':')
  const position = `Key ${index + 1}`
  if (colon < 0) return [`${position} does not have the form id:base64.`]
  const problems: string[] = []
  const base64 = entry.slice(colon + 1)
  if (!KEY_ID.test(entry.slice(0, colon))) {
    problems.push(`${position} needs an id of 1 to 32 letters, digits, "-" or "_".`)
  }
  if (!KEY_BASE64.test(base64)) problems.push(`${position} is not 32 bytes in base64 (44 characters).`)
  else if (new Set(Buffer.from(base64, 'base64')).size < DISTINCT_BYTES) {
    problems.push(`${position} does not look random.`)
  }
  return problems
}

function toKey(entry: string): Key {
  const colon = entry.indexOf(':')
  return { id: entry.slice(0, colon), key: createSecretKey(entry.slice(colon + 1), 'base64') }
}

function keyRing(keys: readonly Key[], ambient: Ambient): KeyRing {
  const [sealing] = keys
  if (sealing === undefined) throw new Error('A key ring needs a key.')
  const byId = new Map(keys.map(({ id, key }) => [id, key]))
  return {
    seal: (plaintext, associated) => `${sealing.id}.${encrypt(sealing.key, plaintext, associated, ambient)}`,
    open: (sealed, associated) => {
      const [id = '', encrypted = ''] = sealed.split('.')
      const key = byId.get(id)
      if (key === undefined) throw new Error('This was sealed under a key that is not in the key ring.')
      return decrypt(key, encrypted, associated)
    },
    hmacKeys: (purpose) => keys.map(({ key }) => derive(key, purpose)),
  }
}

function encrypt(key: KeyObject, plaintext: string, associated: string, ambient: Ambient): string {
  const iv = ambient.randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(associated))
  const encrypted = Buffer.concat([iv, cipher.update(plaintext, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return encrypted.toString('base64url')
}

function decrypt(key: KeyObject, encrypted: string, associated: string): Secret {
  const bytes = Buffer.from(encrypted, 'base64url')
  if (bytes.length < IV_BYTES + TAG_BYTES) throw new Error('This is not a sealed text.')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(associated))
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
  const plaintext = decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES))
  return new Secret(Buffer.concat([plaintext, decipher.final()]).toString('utf8'))
}

const derive = (key: KeyObject, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `atrium ${purpose}`, KEY_BYTES))
