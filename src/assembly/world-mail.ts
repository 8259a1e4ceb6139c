// What a world does with mails: keeps them to be read, and sends them as well when it is told where to.
import type { Language } from '../domain/languages.ts'
import type { KeyRing } from '../identity/key-ring.ts'
import { startDelivery } from '../jobs/deliver-mail.ts'
import { type Passage, runDueWork } from '../jobs/due-work.ts'
import { type KeptOutboxDeps, keptOutbox } from '../jobs/kept-outbox.ts'
import type { Log } from '../jobs/take-mails.ts'
import { writtenMail } from '../jobs/write-mail.ts'
import { openTransport } from '../mail/transport.ts'
import type { Ambient } from '../platform/ambient.ts'
import { type Environment, readAppearance } from '../platform/config.ts'
import type { HouseStyle } from '../platform/house-style.ts'
import type { SmtpServer } from '../platform/mail-values.ts'
import type { WriteLetter } from '../sandbox/outbox.ts'
import type { Db } from '../store/db.ts'
import type { Outbox } from '../usecases/outbox.ts'
import { Complaint } from './complaint.ts'
import { houseStyleOf } from './house-style.ts'

export interface WorldMailDeps {
  readonly db: Db
  readonly ambient: Ambient
  readonly keys: KeyRing
  /** Empty until the port is known. */
  readonly publicUrl: () => string
}

export interface WorldMail {
  /** How mails and pages look and what they speak, by the environment. */
  readonly style: HouseStyle
  readonly defaultLanguage: Language
  readonly outbox: Outbox
  /** Puts a letter that is kept into words. */
  readonly write: WriteLetter
  /** Prepares the mails that have become due by then, and lets the invitations expire that have: `runDueWork`. */
  runDue(until: number, passage?: Passage): Promise<void>
  /** Sends what is written, if there is a server for it. */
  startSending(log: Log): AsyncDisposable | undefined
}

/** Of a name that no mail can be answered to. */
const DEFAULT_SENDER = { name: 'Atrium', address: 'atrium@localhost.localdomain' }

/** Complains about the settings of mails that are not well-formed. */
export function worldMail(deps: WorldMailDeps, env: Environment, smtp: SmtpServer | undefined): WorldMail {
  const { config, problems } = readAppearance(env)
  if (!config) throw new Complaint(problems.join('\n'))
  const style = houseStyleOf(config)
  const kept: KeptOutboxDeps = {
    ...deps,
    defaultLanguage: config.defaultLanguage,
    sends: smtp !== undefined,
    keepsLetters: true,
  }
  return {
    style,
    defaultLanguage: kept.defaultLanguage,
    outbox: keptOutbox(kept),
    write: (letter) => writtenMail(letter, style),
    runDue: (until, passage) => runDueWork(kept, until, passage),
    startSending: (log) =>
      smtp &&
      startDelivery({
        ...kept,
        log,
        style,
        transport: openTransport(smtp, config.mailFrom || DEFAULT_SENDER),
      }),
  }
}
