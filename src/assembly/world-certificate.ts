// The certificate that a world serves https with.
import { systemAmbient } from '../platform/ambient.ts'
import type { LocalCertificate } from '../sandbox/local-authority.ts'
import { Complaint, systemCode } from './complaint.ts'
import { namesOf } from './listen.ts'

/** Signed by the authority kept in the folder, which is made on first use; complains of a folder that cannot be used. */
export async function worldCertificate(folder: string, host: string): Promise<LocalCertificate> {
  // A package of its own reads and writes certificates; whoever serves http does not wait for it.
  const { localCertificate } = await import('../sandbox/local-authority.ts')
  try {
    return await localCertificate(folder, namesOf(host), systemAmbient())
  } catch (error) {
    const code = systemCode(error)
    if (code === undefined) throw error
    throw new Complaint(`The folder ${folder} cannot be used for the certificate authority: ${String(code)}.`)
  }
}
