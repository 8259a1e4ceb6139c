// The client as its users hold it: every operation of the API v2 as a method, over one credential and one base address.
import { version } from '../platform/build-info.ts'
import { sender } from './call.ts'
import type { Credentials } from './credentials.ts'
import { credentialsFor } from './credentials-for.ts'
import { exchangeOver } from './exchange.ts'
import { AtlasOperations } from './generated/operations.ts'
import { operationMaker } from './make-operations.ts'
import { type AtlasClientOptions, readOptions } from './options.ts'

/**
 * A client of the Atlas Administration API v2 as Atlas and Atrium serve it. Each method resolves with the parsed answer
 * and rejects with an `AtlasError`; lists have `each`, which follows the pages. One client is for many calls at once.
 *
 *     const atlas = new AtlasClient({ publicKey, privateKey })
 *     for await (const user of atlas.listOrgUsers.each({ orgId })) console.log(user.username)
 */
export interface AtlasClient extends AtlasOperations, AsyncDisposable {
  /** Revokes the access token that a service account was given; otherwise there is nothing to end. */
  close(): Promise<void>
}

// Apart from the interface, because the declarations of a class would name its asyncDispose twice.
/** Throws a TypeError when the options lack something or contradict each other. Connects to nothing yet. */
export const AtlasClient: new (options: AtlasClientOptions) => AtlasClient = class AtlasClient extends AtlasOperations {
  readonly #credentials: Credentials

  constructor(options: AtlasClientOptions) {
    const settings = readOptions(options)
    const exchange = exchangeOver(settings.fetch, `atrium-client/${version}`)
    const deps = { ...settings, exchange, onRetry: options.onRetry }
    const credentials = credentialsFor(deps)
    super(operationMaker(sender(deps, credentials, options.onDeprecated)))
    this.#credentials = credentials
    const shown = `AtlasClient { ${credentials.name} at ${settings.baseUrl} }`
    // Not as a method, so that listing the client's own names shows operations and nothing else.
    Object.defineProperty(this, Symbol.for('nodejs.util.inspect.custom'), { value: () => shown })
  }

  async close(): Promise<void> {
    await this.#credentials.end()
  }

  /** That a token could not be revoked is no reason to fail, since it ends by itself. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.close().catch(() => undefined)
  }
}
