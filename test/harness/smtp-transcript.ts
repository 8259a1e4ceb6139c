// Every byte of an SMTP connection, both ways, as it stood inside of TLS if there was any.
import type { Socket } from 'node:net'

export interface Transcript {
  /** What the client sent, byte for byte. */
  client(): Buffer
  /** What the server answered, byte for byte. */
  server(): Buffer
  /** Both in their order, one line a line, each with `C: ` or `S: ` before it. */
  text(): string
  /** The client's lines outside of messages, as they were sent. */
  commands(): readonly string[]
  /** The messages between DATA and the lone dot, without dot stuffing; one that broke off is among them. */
  messages(): readonly Buffer[]
}

type Side = 'C' | 'S'

interface Said {
  readonly side: Side
  readonly bytes: Buffer
}

export interface Recording {
  readonly transcript: Transcript
  /** Records what passes this socket from now on. */
  tap(socket: Socket): void
}

/** Begins to record one connection. */
export function record(): Recording {
  const said: Said[] = []
  const of = (side: Side): Buffer => Buffer.concat(said.filter((one) => one.side === side).map(({ bytes }) => bytes))
  return {
    transcript: {
      client: () => of('C'),
      server: () => of('S'),
      text: () => said.map(asLines).join(''),
      commands: () => readClient(said).commands,
      messages: () => readClient(said).messages,
    },
    tap: (socket) => {
      socket.on('data', (bytes) => said.push({ side: 'C', bytes: Buffer.from(bytes) }))
      const write = socket.write
      const recorded = (chunk: string | Uint8Array, ...rest: readonly unknown[]): boolean => {
        said.push({ side: 'S', bytes: Buffer.from(chunk) })
        return Reflect.apply(write, socket, [chunk, ...rest])
      }
      Object.assign(socket, { write: recorded })
    },
  }
}

function asLines({ side, bytes }: Said): string {
  const lines = bytes.toString('latin1').replace(/\r\n$/, '').split('\r\n')
  return lines.map((line) => `${side}: ${line}\n`).join('')
}

interface Read {
  readonly commands: readonly string[]
  readonly messages: readonly Buffer[]
}

const MAY_SEND = '354 '
const END = '\r\n.\r\n'

/** The client's bytes as the protocol reads them, so that a line which a hostile name smuggles in shows as a command. */
function readClient(said: readonly Said[]): Read {
  const commands: string[] = []
  const messages: Buffer[] = []
  let isMessage = false
  let rest = ''
  const readLines = (): void => {
    const lines = rest.split('\r\n')
    rest = lines.pop() ?? ''
    commands.push(...lines)
  }
  const readMessage = (): void => {
    const end = rest.indexOf(END)
    if (end < 0) return
    messages.push(unstuffed(rest.slice(0, end)))
    rest = rest.slice(end + END.length)
    isMessage = false
    readLines()
  }
  for (const { side, bytes } of said) {
    const text = bytes.toString('latin1')
    if (side === 'C') {
      rest += text
      if (isMessage) readMessage()
      else readLines()
    } else if (text.startsWith(MAY_SEND)) {
      isMessage = true
      // The line break that ended DATA also begins the end of an empty message.
      rest = '\r\n'
    }
  }
  if (isMessage) messages.push(unstuffed(rest))
  return { commands, messages }
}

const unstuffed = (message: string): Buffer =>
  Buffer.from(`${message.replace(/^\r\n/, '').replaceAll('\r\n..', '\r\n.')}\r\n`, 'latin1')
