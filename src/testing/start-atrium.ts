// Starts an Atrium inside this process, or asks a running server for one.

import { Complaint } from '../assembly/complaint.ts'
import { startWorld } from '../assembly/world.ts'
import { worldCertificate } from '../assembly/world-certificate.ts'
import { MEMORY } from '../assembly/world-store.ts'
import { createLogger } from '../platform/logger.ts'
import { atriumOver } from './atrium-over.ts'
import { cannotStart, checkOptions, readNow, readSeedOption } from './read-options.ts'
import { startTenant } from './start-tenant.ts'
import type { Atrium, AtriumOptions } from './types.ts'

/** How long requests in flight may take when it ends, in milliseconds. */
const PATIENCE = 1000

/**
 * A fresh Atrium, listening and with its data in memory. Any number may run at once. It handles no signals and writes
 * nothing; once it is stopped, nothing of it keeps the process alive. Throws an AtriumError that says what is wrong with
 * the options, and for a broken seed where: by path, and in a file by line.
 */
export async function startAtrium(options: AtriumOptions = {}): Promise<Atrium> {
  checkOptions(options)
  return options.server === undefined ? startHere(options) : startTenant(options.server, options)
}

async function startHere({
  seed,
  now,
  limits,
  port = 0,
  host = 'localhost',
  tls,
  log,
}: AtriumOptions): Promise<Atrium> {
  try {
    const world = await startWorld({
      host,
      port,
      portRemedy: 'choose another one, or leave `port` out for any that is free',
      hostName: '127.0.0.1',
      data: MEMORY,
      seed: () => readSeedOption(seed),
      now: now === undefined ? undefined : readNow(now),
      limits,
      certificate: tls === undefined ? undefined : await worldCertificate(tls, host),
      // What a developer has set for a server of theirs does not change what a test sees.
      environment: {},
      logger: log ? createLogger('warn', { write: log }) : createLogger('silent', { write: () => {} }),
    })
    return atriumOver(world.firstSteps, world.drive, () => world.stop(PATIENCE))
  } catch (error) {
    throw error instanceof Complaint ? cannotStart(error.message) : error
  }
}
