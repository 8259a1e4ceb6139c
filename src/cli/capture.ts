// `atrium capture`: reads an organization from Atlas or another Atrium and prints the seed file of it; it changes nothing.
import { Complaint } from '../assembly/complaint.ts'
import { capture } from '../capture/capture.ts'
import { Gone, NoOrganization } from '../capture/reader.ts'
import { AtlasClient, AtlasError } from '../client/main.ts'
import { isObjectId, type OrgId } from '../domain/ids.ts'
import { systemAmbient } from '../platform/ambient.ts'
import { environment } from '../platform/config.ts'
import { baseUrlFrom, credentialsFrom } from './capture-environment.ts'
import { captureProgress } from './capture-progress.ts'

export interface CaptureOptions {
  readonly org: string
  readonly baseUrl?: string
}

/** Long enough for the smallest of Atlas's rate limits to be filled again. */
const PATIENCE = 300_000
const TRIES = 12

/** Standard output carries the whole file at the end, or nothing. */
export async function runCapture({ org, baseUrl }: CaptureOptions): Promise<void> {
  if (!isObjectId<OrgId>(org)) {
    throw new Complaint(`--org must be 24 lower-case hexadecimal characters, not ${JSON.stringify(org)}.`)
  }
  const where = baseUrlFrom(baseUrl, environment())
  const progress = captureProgress(process.stderr)
  await using atlas = clientFor(where, (retry) => progress.waiting(retry))
  try {
    process.stdout.write(await capture({ atlas, orgId: org, progress, now: systemAmbient().now }))
  } catch (error) {
    throw complaintOf(error, org, where)
  } finally {
    progress.close()
  }
}

function clientFor(
  baseUrl: string,
  onRetry: NonNullable<ConstructorParameters<typeof AtlasClient>[0]['onRetry']>,
): AtlasClient {
  const credentials = credentialsFrom(environment())
  try {
    return new AtlasClient({ ...credentials, baseUrl, patience: PATIENCE, tries: TRIES, onRetry })
  } catch (error) {
    throw error instanceof TypeError ? new Complaint(`The address cannot be used: ${error.message}`) : error
  }
}

function complaintOf(error: unknown, orgId: string, where: string): unknown {
  if (error instanceof Gone) return new Complaint(`Organization ${orgId} was deleted while it was read.`)
  if (error instanceof NoOrganization)
    return new Complaint(`Nothing was captured. ${where} answers with no organization.`)
  if (!(error instanceof AtlasError)) return error
  return new Complaint(`Nothing was captured. ${sentenceOf(error, orgId, where)}`)
}

function sentenceOf(error: AtlasError, orgId: string, where: string): string {
  const { status, operationId, errorCode } = error
  if (errorCode === 'USER_UNAUTHORIZED') return `These credentials may not read organization ${orgId}.`
  if (status === 401 || (operationId === 'oauthToken' && status >= 400 && status < 429)) {
    return `${where} refused the credentials: check that they are complete, not expired and of this service.`
  }
  if (status === 404) return `${where} has no organization ${orgId} that these credentials may see.`
  if (errorCode === 'NO_ANSWER') return `${where} is out of reach. ${error.detail}`
  return error.message
}
