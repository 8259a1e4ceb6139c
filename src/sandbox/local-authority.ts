// A certificate authority of this machine's own, for clients that insist on https: made once, kept, trusted by choice.
import { generateKeyPairSync, X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import { join } from 'node:path'
import type { pki } from 'node-forge'
import type { Ambient } from '../platform/ambient.ts'
import { makePrivateFolder, readFileIfAny, writePrivateFile } from '../platform/files.ts'

export interface LocalCertificate {
  /** The file that a client has to trust. */
  readonly caFile: string
  /** PEM. */
  readonly key: string
  /** PEM. */
  readonly cert: string
}

type Forge = typeof import('node-forge')

interface Pair {
  readonly key: string
  readonly cert: string
}

interface Wanted {
  readonly forge: Forge
  readonly ambient: Ambient
}

const DAY = 86_400_000
const AUTHORITY_DAYS = 3650
/** What browsers still take from a certificate, and a start may renew. */
const SERVER_DAYS = 397
const LEAST_DAYS_LEFT = 30
const KEY_BITS = 2048
const NAMES = ['localhost', '127.0.0.1', '::1']
const DNS = 2
const IP = 7

/**
 * A certificate for localhost, 127.0.0.1, ::1 and `hosts`, signed by the authority kept in `folder`; what is there and
 * lasts for another month is used again, so that a client's trust outlives restarts.
 */
export async function localCertificate(
  folder: string,
  hosts: readonly string[],
  ambient: Ambient,
): Promise<LocalCertificate> {
  const { default: forge } = await import('node-forge')
  const wanted = { forge, ambient }
  makePrivateFolder(folder)
  const authority = kept(folder, 'ca', ambient) ?? keep(folder, 'ca', newAuthority(wanted))
  const names = [...new Set([...NAMES, ...hosts])]
  const known = kept(folder, 'server', ambient)
  const isGood = known && isFor(known, authority, names)
  const server = isGood ? known : keep(folder, 'server', newServer(authority, names, wanted))
  return { caFile: join(folder, 'ca.pem'), ...server }
}

const fileOf = (folder: string, name: string) => ({
  key: join(folder, `${name}.key`),
  cert: join(folder, `${name}.pem`),
})

function kept(folder: string, name: string, ambient: Ambient): Pair | undefined {
  const files = fileOf(folder, name)
  const [key, cert] = [readFileIfAny(files.key), readFileIfAny(files.cert)]
  if (key === undefined || cert === undefined) return undefined
  const left = Date.parse(new X509Certificate(cert).validTo) - ambient.wall()
  return left > LEAST_DAYS_LEFT * DAY ? { key, cert } : undefined
}

/** The key first: a certificate without its key would be of no use, and a key without its certificate is replaced. */
function keep(folder: string, name: string, pair: Pair): Pair {
  const files = fileOf(folder, name)
  writePrivateFile(files.key, pair.key)
  writePrivateFile(files.cert, pair.cert)
  return pair
}

function isFor(server: Pair, authority: Pair, names: readonly string[]): boolean {
  const certificate = new X509Certificate(server.cert)
  const isSigned = certificate.verify(new X509Certificate(authority.cert).publicKey)
  return isSigned && names.every((name) => (isIP(name) ? certificate.checkIP(name) : certificate.checkHost(name)))
}

function newAuthority(wanted: Wanted): Pair {
  const { certificate, key } = draft(wanted, AUTHORITY_DAYS)
  const subject = [{ name: 'commonName', value: 'Atrium local authority' }]
  certificate.setSubject(subject)
  certificate.setIssuer(subject)
  certificate.setExtensions([
    { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
    { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    { name: 'subjectKeyIdentifier' },
  ])
  return signed(wanted, certificate, key, key)
}

function newServer(authority: Pair, names: readonly string[], wanted: Wanted): Pair {
  const { certificate, key } = draft(wanted, SERVER_DAYS)
  const issuer = wanted.forge.pki.certificateFromPem(authority.cert)
  certificate.setSubject([{ name: 'commonName', value: 'localhost' }])
  certificate.setIssuer(issuer.subject.attributes)
  const altNames = names.map((name) => (isIP(name) ? { type: IP, ip: name } : { type: DNS, value: name }))
  certificate.setExtensions([
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
    { name: 'extKeyUsage', serverAuth: true },
    { name: 'subjectAltName', altNames },
    { name: 'authorityKeyIdentifier', keyIdentifier: issuer.generateSubjectKeyIdentifier().getBytes() },
  ])
  return signed(wanted, certificate, key, authority.key)
}

function draft({ forge, ambient }: Wanted, days: number): { certificate: pki.Certificate; key: string } {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: KEY_BITS,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey)
  // Positive and without superfluous zeros in front, as DER wants a number: readers refuse any other.
  certificate.serialNumber = `01${ambient.randomBytes(16).toString('hex')}`
  certificate.validity.notBefore = new Date(ambient.wall() - DAY)
  certificate.validity.notAfter = new Date(ambient.wall() + days * DAY)
  return { certificate, key: privateKey }
}

function signed({ forge }: Wanted, certificate: pki.Certificate, key: string, signingKey: string): Pair {
  certificate.sign(forge.pki.privateKeyFromPem(signingKey), forge.md.sha256.create())
  return { key, cert: forge.pki.certificateToPem(certificate) }
}
