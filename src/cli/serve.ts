// `atrium serve`: the server as it runs in production, configured by the environment. Never loads the sandbox.

import { houseStyleOf } from '../assembly/house-style.ts'
import { listen } from '../assembly/listen.ts'
import { mintingWith } from '../assembly/minting.ts'
import { leaveSoon, PATIENCE, stopServer, stopSignal } from '../assembly/stop.ts'
import { buildServer } from '../http/server.ts'
import { type OidcProvider, oidcProvider } from '../identity/oidc.ts'
import { startHousekeeping } from '../jobs/housekeeping.ts'
import { type Ambient, systemAmbient } from '../platform/ambient.ts'
import type { Config } from '../platform/config.ts'
import { createLogger } from '../platform/logger.ts'
import { keptOf } from '../store/kept.ts'
import { createAccessListUsage } from '../usecases/access-list-usage.ts'
import type { App } from '../usecases/app.ts'
import { sweep } from '../usecases/sweep.ts'
import { openStore, readInstallation, requireMigrated } from './installation.ts'
import { quantityLimitsOf } from './quantity-limits.ts'
import { startServeMail } from './serve-mail.ts'
import { readTlsPair, renewOnHangup } from './serve-tls.ts'

export interface ServeOptions {
  readonly config?: string
}

function providerOf(config: Config, ambient: Ambient): OidcProvider | undefined {
  const { oidcIssuer: issuer, oidcClientId: clientId, oidcClientSecret: clientSecret } = config
  return issuer === false ? undefined : oidcProvider({ issuer, clientId, clientSecret }, ambient)
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
  await using mail = startServeMail(config, { db, ambient, keys, log: logger })
  const app: App = {
    db,
    ambient,
    settings: {
      invitationDays: config.invitationDays,
      invitationMailsPerDay: config.invitationMails,
      limits: quantityLimitsOf(config.quantityLimits),
      eventRetentionDays: config.eventRetentionDays,
    },
    minting: mintingWith(keys, ambient),
    kept: keptOf(db),
    usage: createAccessListUsage(),
    outbox: mail.outbox,
  }
  await using _housekeeping = startHousekeeping(app, logger, [{ complaint: 'a sweep failed', run: () => sweep(app) }])
  const server = buildServer({
    app,
    keys,
    logger,
    publicUrl: () => publicUrl,
    pathPrefix: new URL(publicUrl).pathname.replace(/\/$/, ''),
    digest: config.digest,
    enforcesSunsets: () => config.sunsets === 'enforce',
    strictTransport: publicUrl.startsWith('https:') ? 'always' : 'where-harmless',
    limitsRates: config.rateLimits === 'atlas',
    trustedProxies: config.trustedProxies,
    oidc: providerOf(config, ambient),
    style: houseStyleOf(config),
    defaultLanguage: config.defaultLanguage,
    tls,
  })
  using _renewal = tls && renewOnHangup(server, config)
  const stopped = stopSignal()
  const listening = await listen(server, config.host, config.port, 'choose another one with PORT')
  logger.info({ host: config.host, port: listening.port, publicUrl }, 'listening')
  await stopped
  logger.info('stopping')
  leaveSoon()
  // Both at once, because a process has little time to stop in.
  await Promise.all([stopServer(server, listening, PATIENCE), mail[Symbol.asyncDispose]()])
}
