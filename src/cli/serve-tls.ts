// The certificate of `atrium serve`: read at the start, and again on SIGHUP, so that a renewed one needs no restart.
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Server as TlsServer } from 'node:tls'
import type { FastifyInstance } from 'fastify'
import { Complaint, messageOf } from '../assembly/complaint.ts'
import type { TlsPair } from '../http/server.ts'
import type { Config } from '../platform/config.ts'

type TlsFiles = Pick<Config, 'tlsCertFile' | 'tlsKeyFile'>

/** The configured key and certificate, undefined for plain http; complains unless both are there and belong together. */
export function readTlsPair({ tlsCertFile, tlsKeyFile }: TlsFiles): TlsPair | undefined {
  if (tlsCertFile === '' && tlsKeyFile === '') return undefined
  if (tlsCertFile === '' || tlsKeyFile === '') {
    throw new Complaint('TLS_CERT_FILE and TLS_KEY_FILE go together: set both or neither.')
  }
  const pair = { key: contentOf('TLS_KEY_FILE', tlsKeyFile), cert: contentOf('TLS_CERT_FILE', tlsCertFile) }
  if (!belongTogether(pair)) throw new Complaint('TLS_KEY_FILE is not the key of the certificate in TLS_CERT_FILE.')
  return pair
}

function contentOf(setting: string, file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new Complaint(`${setting} cannot be read: ${messageOf(error)}.`)
  }
}

function belongTogether({ key, cert }: TlsPair): boolean {
  try {
    return new X509Certificate(cert).checkPrivateKey(createPrivateKey(key))
  } catch (error) {
    throw new Complaint(`TLS_CERT_FILE or TLS_KEY_FILE is not in PEM form: ${messageOf(error)}.`)
  }
}

/** From now on SIGHUP reads the files again; when they are no good the old certificate stays, and the log says why. */
export function renewOnHangup(server: FastifyInstance, files: TlsFiles): Disposable {
  const renew = () => {
    try {
      const pair = readTlsPair(files)
      if (pair && server.server instanceof TlsServer) server.server.setSecureContext(pair)
      server.log.info('the certificate was read again')
    } catch (error) {
      server.log.error({ err: error }, 'the certificate could not be read again; the old one stays')
    }
  }
  process.on('SIGHUP', renew)
  return { [Symbol.dispose]: () => process.off('SIGHUP', renew) }
}
