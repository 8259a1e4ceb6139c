// What `atrium serve` does with mails: sends them, if it is told where to.

import { houseStyleOf } from '../assembly/house-style.ts'
import type { KeyRing } from '../identity/key-ring.ts'
import { startDelivery } from '../jobs/deliver-mail.ts'
import type { Log } from '../jobs/take-mails.ts'
import { openTransport } from '../mail/transport.ts'
import type { Ambient } from '../platform/ambient.ts'
import type { Config } from '../platform/config.ts'
import type { Db } from '../store/db.ts'
import * as outbox from '../store/outbox.ts'
import type { Outbox } from '../usecases/outbox.ts'

export interface ServeMail extends AsyncDisposable {
  /** Undefined when nobody is written to. */
  readonly outbox: Outbox | undefined
}

interface ServeMailDeps {
  readonly db: Db
  readonly ambient: Ambient
  readonly keys: KeyRing
  readonly log: Log & { warn(message: string): void }
}

/** Sends from now on, until it is disposed of. */
export function startServeMail(config: Config, deps: ServeMailDeps): ServeMail {
  const { smtp, mailFrom, publicUrl, defaultLanguage } = config
  if (!smtp || !mailFrom) {
    deps.log.warn('SMTP_URL is not set: nobody is written to')
    return { outbox: undefined, [Symbol.asyncDispose]: async () => {} }
  }
  const delivery = startDelivery({
    ...deps,
    publicUrl: () => publicUrl,
    style: houseStyleOf(config),
    defaultLanguage,
    keepsLetters: false,
    transport: openTransport(smtp, mailFrom),
  })
  return {
    outbox: { add: outbox.insert },
    [Symbol.asyncDispose]: () => delivery[Symbol.asyncDispose](),
  }
}
