import { expect, test } from 'vitest'
import { systemAmbient } from '../platform/ambient.ts'
import { Secret } from '../platform/secret.ts'
import {
  hashSecret,
  maskSecret,
  newApiKey,
  newClientId,
  newClientSecret,
  openHa1,
  privateKeyTail,
  sealHa1,
} from './credentials.ts'
import { ha1, REALM } from './digest.ts'
import { newKeyRing, parseKeyRing } from './key-ring.ts'

const ambient = systemAmbient()

test('an API key is eight lower-case letters and a version 4 UUID', () => {
  const minted = Array.from({ length: 500 }, () => newApiKey(ambient))
  for (const { publicKey, privateKey } of minted) {
    expect(publicKey).toMatch(/^[a-z]{8}$/)
    expect(privateKey.reveal()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  }
  expect(new Set(minted.map((key) => key.privateKey.reveal())).size).toBe(500)
  expect(new Set(minted.flatMap((key) => [...key.publicKey])).size).toBe(26)
})

test('bytes that would favour some letters are thrown away', () => {
  const served = [Buffer.alloc(8, 255), Buffer.from([234, 0, 25, 26, 233, 1, 2, 3]), Buffer.alloc(8, 27)]
  const scripted = { ...ambient, randomBytes: (count: number) => served.shift() ?? ambient.randomBytes(count) }
  expect(newApiKey(scripted).publicKey).toBe('azazbcdb')
})

test('the tail of a private key is its last twelve characters', () => {
  expect(privateKeyTail(new Secret('01234567-89ab-4cde-8f01-23456789abcd'))).toBe('23456789abcd')
})

test('HA1 opens for the key it was sealed for, and for no other', () => {
  const parsed = parseKeyRing(newKeyRing(ambient), ambient)
  if (!parsed.ok) throw new Error('no ring')
  const key = newApiKey(ambient)
  const sealed = sealHa1(parsed.keys, key)
  expect(openHa1(parsed.keys, key.id, sealed).reveal()).toBe(ha1(key.publicKey, REALM, key.privateKey.reveal()))
  expect(() => openHa1(parsed.keys, newApiKey(ambient).id, sealed)).toThrow()
})

test('a client id is 34 characters and a client secret needs no escaping', () => {
  expect(newClientId(ambient)).toMatch(/^mdb_sa_id_[0-9a-f]{24}$/)
  for (let round = 0; round < 200; round += 1) {
    expect(newClientSecret(ambient).reveal()).toMatch(/^mdb_sa_sk_[A-Za-z0-9_-]{40}$/)
  }
})

test('a secret is stored as SHA-256 and shown as its prefix and last four characters', () => {
  const secret = new Secret('mdb_sa_sk_abcdefghijklmnopqrstuvwxyz0123456789-_AB')
  expect(hashSecret(new Secret('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(maskSecret(secret)).toBe('mdb_sa_sk_****-_AB')
})
