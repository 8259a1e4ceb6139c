// The server of a world: the API and, beside it, the sandbox with all that can be caused there.
import type { FastifyInstance } from 'fastify'
import { buildServer } from '../http/server.ts'
import type { FaultBook } from '../sandbox/faults/faults.ts'
import type { FirstSteps } from '../sandbox/first-steps.ts'
import { registerSandbox } from '../sandbox/routes.ts'
import { namesOf } from './listen.ts'
import type { WorldControls } from './world-controls.ts'
import type { WorldCore } from './world-core.ts'
import type { WorldOptions } from './world-options.ts'

export interface WorldServerDeps {
  readonly core: WorldCore
  readonly controls: WorldControls
  readonly intervene: FaultBook['intervene']
  readonly firstSteps: () => FirstSteps
}

export function worldServer(
  { core, controls, intervene, firstSteps }: WorldServerDeps,
  options: WorldOptions,
): FastifyInstance {
  const { app, clock, mail, store } = core
  return buildServer({
    app,
    keys: store.keys,
    logger: options.logger,
    publicUrl: () => firstSteps().url,
    pathPrefix: '',
    digest: true,
    // The double outlives what it doubles: operations end only where somebody has set the clock to see them end.
    enforcesSunsets: () => clock.frozenAt() !== undefined,
    // It would stick to every port of localhost.
    strictTransport: options.certificate ? 'never' : 'where-harmless',
    tls: options.certificate,
    limitsRates: options.limits === 'atlas',
    trustedProxies: [],
    style: mail.style,
    defaultLanguage: mail.defaultLanguage,
    intervene,
    watch: controls.requests.watch,
    extend: (scope) =>
      registerSandbox(scope, {
        ...controls,
        app,
        firstSteps,
        write: mail.write,
        firstOrgId: () => core.credentials.orgId,
        ownHosts: namesOf(options.host),
      }),
  })
}
