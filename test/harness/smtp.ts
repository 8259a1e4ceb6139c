// A real SMTP server on loopback that records every connection and misbehaves on demand.
import type { Socket } from 'node:net'
import { setTimeout } from 'node:timers'
import { setTimeout as sleep } from 'node:timers/promises'
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server'
import { onTestFinished } from 'vitest'
import { systemAmbient } from '../../src/platform/ambient.ts'
import { localCertificate } from '../../src/sandbox/local-authority.ts'
import { type Message, parseMessage } from './mime.ts'
import { scratchFolder } from './scratch.ts'
import { type Recording, record, type Transcript } from './smtp-transcript.ts'

/** A mail that the server has answered 250 for. */
export interface Mail extends Message {
  /** The envelope's. */
  readonly from: string
  readonly to: readonly string[]
  readonly raw: Buffer
}

type Step = 'greeting' | 'sender' | 'recipient' | 'message'

/** What the server does other than accept. */
export type Misbehaviour =
  /** Answers `code`, such as 550 or 451; the first `times` times, always unless given. */
  | { readonly kind: 'refuse'; readonly at: Step; readonly code: number; readonly times?: number }
  /** Says nothing for so long, and then goes on as if nothing had been. */
  | { readonly kind: 'hang'; readonly at: Step; readonly milliseconds: number }
  /** Breaks the connection; at 'message' when it has all of it. */
  | { readonly kind: 'drop'; readonly at: Step; readonly times?: number }

export interface SmtpOptions {
  /** Plain unless given; the certificate is of an authority that nobody trusts (`caFile`). */
  readonly tls?: 'offered' | 'from-the-start' | undefined
  /** If given, no mail is taken without it. */
  readonly login?: { readonly user: string; readonly password: string } | undefined
}

export interface SmtpRecorder extends AsyncDisposable {
  /** smtp://127.0.0.1:port, or smtps://; with the login if there is one. */
  readonly url: string
  readonly port: number
  /** What a client has to trust; empty without TLS. */
  readonly caFile: string
  /** Accepted ones, in the order of their answers. */
  readonly mails: readonly Mail[]
  /** One for each connection, in order. */
  readonly transcripts: readonly Transcript[]
  /** How many connections are open. */
  open(): number
  /** What it does from now on; without an argument it accepts everything again. */
  behave(misbehaviour?: Misbehaviour): void
  /** Resolves when so many mails are accepted; throws after ten seconds, or the time given. */
  received(count: number, milliseconds?: number): Promise<readonly Mail[]>
}

class SmtpError extends Error {
  readonly responseCode: number

  constructor(code: number) {
    super('as the test wants it')
    this.responseCode = code
  }
}

type Answer = (error?: Error | null) => void

interface Connection {
  readonly socket: Socket
  readonly recording: Recording
}

/** Starts it on a free port; closed after the test, or by disposing of it. */
export async function startSmtp(options: SmtpOptions = {}): Promise<SmtpRecorder> {
  const { tls } = options
  const certificate = tls ? await localCertificate(scratchFolder(), [], systemAmbient(Date.now)) : undefined
  const mails: Mail[] = []
  const transcripts: Transcript[] = []
  const connections = new Map<number, Connection>()
  const conduct = createConduct(({ remotePort }) => connections.get(remotePort)?.socket.destroy())

  class Recorder extends SMTPServer {
    override connect(socket: Socket): void {
      const recording = record()
      const { remotePort = 0 } = socket
      transcripts.push(recording.transcript)
      connections.set(remotePort, { socket, recording })
      socket.once('close', () => connections.delete(remotePort))
      recording.tap(socket)
      super.connect(socket)
    }
  }

  const keep = (session: SMTPServerSession, raw: Buffer): void => {
    if (connections.has(session.remotePort)) mails.push(mailOf(session, raw))
  }
  const server = new Recorder({
    ...certificate,
    ...settingsOf(options),
    ...handlersOf(conduct.at, keep),
    onSecure: (socket, session, answer) => {
      // A connection that is secure from the start has been recorded since.
      if (tls === 'offered') connections.get(session.remotePort)?.recording.tap(socket)
      answer()
    },
  })
  // A client that breaks off is what some tests want.
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0

  let closed: Promise<void> | undefined
  const close = async (): Promise<void> => {
    conduct.end()
    for (const { socket } of connections.values()) socket.destroy()
    await new Promise<void>((resolve) => server.close(resolve))
  }
  const dispose = (): Promise<void> => {
    closed ??= close()
    return closed
  }
  onTestFinished(dispose)
  return {
    url: urlOf(port, options),
    port,
    caFile: certificate?.caFile ?? '',
    mails,
    transcripts,
    open: () => connections.size,
    behave: conduct.behave,
    received: (count, milliseconds = 10_000) => until(mails, count, milliseconds),
    [Symbol.asyncDispose]: dispose,
  }
}

interface Conduct {
  behave(misbehaviour?: Misbehaviour): void
  /** Answers for this step, now, later or never. */
  at(step: Step, session: SMTPServerSession, answer: Answer): void
  /** Forgets whom it still owes an answer. */
  end(): void
}

function createConduct(drop: (session: SMTPServerSession) => void): Conduct {
  const timers = new Set<NodeJS.Timeout>()
  let current: Misbehaviour | undefined
  let done = 0
  return {
    behave: (misbehaviour) => {
      current = misbehaviour
      done = 0
    },
    at: (step, session, answer) => {
      const times = current?.kind === 'hang' ? undefined : current?.times
      if (current?.at !== step || done >= (times ?? Number.POSITIVE_INFINITY)) {
        answer()
        return
      }
      done += 1
      if (current.kind === 'refuse') answer(new SmtpError(current.code))
      else if (current.kind === 'drop') drop(session)
      else timers.add(setTimeout(answer, current.milliseconds))
    },
    end: () => {
      for (const timer of timers) clearTimeout(timer)
    },
  }
}

function handlersOf(
  at: Conduct['at'],
  keep: (session: SMTPServerSession, raw: Buffer) => void,
): Pick<SMTPServerOptions, 'onConnect' | 'onMailFrom' | 'onRcptTo' | 'onData'> {
  return {
    onConnect: (session, answer) => at('greeting', session, answer),
    onMailFrom: (_address, session, answer) => at('sender', session, answer),
    onRcptTo: (_address, session, answer) => at('recipient', session, answer),
    onData: (stream, session, answer) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('error', () => undefined)
      stream.on('end', () =>
        at('message', session, (error) => {
          if (!error) keep(session, Buffer.concat(chunks))
          answer(error)
        }),
      )
    },
  }
}

const settingsOf = ({ tls, login }: SmtpOptions): SMTPServerOptions => ({
  secure: tls === 'from-the-start',
  hideSTARTTLS: tls === undefined,
  authOptional: login === undefined,
  allowInsecureAuth: true,
  disableReverseLookup: true,
  closeTimeout: 1,
  logger: false,
  onAuth: ({ username, password }, _session, answer) => {
    const isRight = username === login?.user && password === login?.password
    if (isRight) answer(null, { user: username })
    else answer(new SmtpError(535))
  },
})

function mailOf({ envelope }: SMTPServerSession, raw: Buffer): Mail {
  const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
  return { ...parseMessage(raw), from, to: envelope.rcptTo.map(({ address }) => address), raw }
}

function urlOf(port: number, { tls, login }: SmtpOptions): string {
  const user = login ? `${encodeURIComponent(login.user)}:${encodeURIComponent(login.password)}@` : ''
  return `${tls === 'from-the-start' ? 'smtps' : 'smtp'}://${user}127.0.0.1:${port}`
}

async function until(mails: readonly Mail[], count: number, milliseconds: number): Promise<readonly Mail[]> {
  for (let waited = 0; mails.length < count; waited += 10) {
    if (waited > milliseconds) throw new Error(`${mails.length} mails arrived, not ${count}.`)
    await sleep(10)
  }
  return mails
}
