// `atrium serve`: the server as it runs in production, configured by the environment. Never loads the sandbox.
import { buildServer } from '../http/server.ts'
import { startHousekeeping } from '../jobs/housekeeping.ts'
import { systemAmbient } from '../platform/ambient.ts'
import { createLogger } from '../platform/logger.ts'
import { keptOf } from '../store/kept.ts'
import { createAccessListUsage } from '../usecases/access-list-usage.ts'
import type { App } from '../usecases/app.ts'
import { openStore, readInstallation, requireMigrated } from './installation.ts'
import { listen } from './listen.ts'
import { mintingWith } from './minting.ts'
import { quantityLimitsOf } from './quantity-limits.ts'
import { readTlsPair, renewOnHangup } from './serve-tls.ts'
import { stopServer, stopSignal } from './stop.ts'

export interface ServeOptions {
  readonly config?: string
}

/** Runs until SIGTERM or SIGINT. Migrations are not applied here, so that several machines can start at once. */
export async function runServe(options: ServeOptions): Promise<void> {
  const ambient = systemAmbient()
  const { config, keys } = readInstallation(options.config, ambient)
  await using db = await openStore(config)
  await requireMigrated(db)
  const { publicUrl } = config
  const tls = readTlsPair(config)
  const logger = createLogger(config.logLevel)
  const app: App = {
    db,
    ambient,
    settings: {
      invitationDays: config.invitationDays,
      limits: quantityLimitsOf(config.quantityLimits),
      eventRetentionDays: config.eventRetentionDays,
    },
    minting: mintingWith(keys, ambient),
    kept: keptOf(db),
    usage: createAccessListUsage(),
  }
  await using _housekeeping = startHousekeeping(app, logger)
  const server = buildServer({
    app,
    keys,
    logger,
    publicUrl: () => publicUrl,
    pathPrefix: new URL(publicUrl).pathname.replace(/\/$/, ''),
    digest: config.digest,
    enforcesSunsets: config.sunsets === 'enforce',
    strictTransport: publicUrl.startsWith('https:') ? 'always' : 'where-harmless',
    limitsRates: config.rateLimits === 'atlas',
    trustedProxies: config.trustedProxies,
    tls,
  })
  using _renewal = tls && renewOnHangup(server, config)
  const stopped = stopSignal()
  const listening = await listen(server, config.host, config.port, 'choose another one with PORT')
  logger.info({ host: config.host, port: listening.port, publicUrl }, 'listening')
  await stopped
  logger.info('stopping')
  await stopServer(server, listening)
}
