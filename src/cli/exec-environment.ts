// What a program that `exec` runs finds in its environment: everything that the caller has, but no other credentials.
import type { Environment } from '../platform/config.ts'
import { clientEnvironment } from '../sandbox/client-environment.ts'
import type { FirstSteps } from '../sandbox/first-steps.ts'

/** The clients' own variables and those of an `exec` around this one: what is not set here must not be found either. */
const REPLACED = /^(?:MONGODB_ATLAS|MCLI|MDB_MCP_API)_|^ATRIUM_(?!KEYS$)/
const LOOPBACK = '127.0.0.1,localhost'

export function execEnvironment(own: Environment, steps: FirstSteps): Environment {
  const kept = Object.entries(own).filter(([name]) => !REPLACED.test(name))
  return { ...Object.fromEntries(kept), ...pastProxies(own), ...clientEnvironment(steps) }
}

/** Where the caller has a proxy, which could not reach this machine's loopback. */
function pastProxies(own: Environment): Environment {
  const others = own['no_proxy'] ?? own['NO_PROXY'] ?? ''
  const direct = others === '' ? LOOPBACK : `${others},${LOOPBACK}`
  return { NO_PROXY: direct, no_proxy: direct }
}
