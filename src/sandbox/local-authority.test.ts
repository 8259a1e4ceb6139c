// Certificates whatever the random generator says: one that cannot be read again would stop a start with TLS.
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { systemAmbient } from '../platform/ambient.ts'
import { localCertificate } from './local-authority.ts'

test.each([0x00, 0x7f, 0xff])('a serial number of bytes %i makes certificates that can be read', async (byte) => {
  const folder = mkdtempSync(join(tmpdir(), 'atrium-authority-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const ambient = { ...systemAmbient(Date.now), randomBytes: (size: number) => Buffer.alloc(size, byte) }
  const { caFile, cert } = await localCertificate(folder, [], ambient)
  const authority = new X509Certificate(readFileSync(caFile))
  expect(new X509Certificate(cert).verify(authority.publicKey)).toBe(true)
  expect(authority.serialNumber).not.toMatch(/^-/)
})
