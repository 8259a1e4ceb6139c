// Where an organization is captured from, and as whom: in the variables that the Atlas CLI and Terraform take.
import { Complaint } from '../assembly/complaint.ts'
import type { AtlasClientOptions } from '../client/main.ts'
import type { Environment } from '../platform/config.ts'

const ATLAS = 'https://cloud.mongodb.com'

/** The names of Terraform's provider and the Atlas CLI, and the shorter ones that Terraform takes too. */
const PUBLIC_KEY = ['MONGODB_ATLAS_PUBLIC_API_KEY', 'MONGODB_ATLAS_PUBLIC_KEY']
const PRIVATE_KEY = ['MONGODB_ATLAS_PRIVATE_API_KEY', 'MONGODB_ATLAS_PRIVATE_KEY']
const CLIENT_ID = ['MONGODB_ATLAS_CLIENT_ID']
const CLIENT_SECRET = ['MONGODB_ATLAS_CLIENT_SECRET']

/** The address given, or the environment's, or Atlas's own. */
export const baseUrlFrom = (given: string | undefined, environment: Environment): string =>
  given ?? (environment['MONGODB_ATLAS_BASE_URL'] || ATLAS)

/** The one API key or service account of the environment; complains of none, of both and of halves. */
export function credentialsFrom(environment: Environment): AtlasClientOptions {
  const key = pairFrom(environment, PUBLIC_KEY, PRIVATE_KEY)
  const account = pairFrom(environment, CLIENT_ID, CLIENT_SECRET)
  if (key && account) {
    throw new Complaint(
      `${key.name} and ${account.name} are both set: unset one, so that it is clear who captures the organization.`,
    )
  }
  if (key) return { publicKey: key.id, privateKey: key.secret }
  if (account) return { clientId: account.id, clientSecret: account.secret }
  const pairs = [PUBLIC_KEY, PRIVATE_KEY, CLIENT_ID, CLIENT_SECRET].map(([name]) => name)
  throw new Complaint(
    `There are no credentials: set ${pairs[0]} and ${pairs[1]}, or ${pairs[2]} and ${pairs[3]}, in the environment.`,
  )
}

function pairFrom(environment: Environment, ids: readonly string[], secrets: readonly string[]) {
  const id = firstOf(environment, ids)
  const secret = firstOf(environment, secrets)
  if (id && secret) return { name: id.name, id: id.value, secret: secret.value }
  const half = id ?? secret
  if (half) throw new Complaint(`${half.name} is set, but not ${(id ? secrets : ids)[0]}, which belongs to it.`)
  return undefined
}

function firstOf(environment: Environment, names: readonly string[]) {
  const [found] = names.flatMap((name) => {
    const value = environment[name]
    return value ? [{ name, value }] : []
  })
  return found
}
