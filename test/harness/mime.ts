// A small reader of messages, good enough for what a mailer writes: multipart, quoted-printable, base64, encoded words.

export interface Header {
  /** As it was written. */
  readonly name: string
  /** Unfolded, with its encoded words decoded. */
  readonly value: string
  /** Unfolded, and otherwise as it was written. */
  readonly raw: string
}

export interface Message {
  /** Every header of the message itself, in order, repeated ones too. */
  readonly headers: readonly Header[]
  /** The value of the only header of this name; throws when there are several, answers undefined when there is none. */
  header(name: string): string | undefined
  /** The first part of each kind; empty when there is none. */
  readonly text: string
  readonly html: string
}

interface Part {
  readonly headers: readonly Header[]
  readonly body: Buffer
}

interface Leaf {
  readonly type: string
  readonly text: string
}

/** Reads a message as it stood in DATA, without dot stuffing. */
export function parseMessage(raw: Buffer): Message {
  const part = split(raw)
  const leaves = leavesOf(part)
  const textOf = (type: string): string => leaves.find((leaf) => leaf.type === type)?.text ?? ''
  return {
    headers: part.headers,
    header: (name) => only(part.headers, name),
    text: textOf('text/plain'),
    html: textOf('text/html'),
  }
}

function split(raw: Buffer): Part {
  const end = raw.indexOf('\r\n\r\n')
  const head = (end < 0 ? raw : raw.subarray(0, end)).toString('utf8')
  const lines = head.replaceAll(/\r\n(?=[ \t])/g, '').split('\r\n')
  const headers = lines.flatMap((line) => {
    const colon = line.indexOf(':')
    const text = line.slice(colon + 1).trim()
    return colon < 0 ? [] : [{ name: line.slice(0, colon), value: decodeWords(text), raw: text }]
  })
  return { headers, body: end < 0 ? Buffer.alloc(0) : raw.subarray(end + 4) }
}

function only(headers: readonly Header[], name: string): string | undefined {
  const found = headers.filter((header) => header.name.toLowerCase() === name.toLowerCase())
  if (found.length > 1) throw new Error(`There are ${found.length} headers named ${name}.`)
  return found[0]?.value
}

function leavesOf({ headers, body }: Part): readonly Leaf[] {
  const type = only(headers, 'Content-Type') ?? 'text/plain'
  const boundary = parameter(type, 'boundary')
  if (boundary === undefined) return [{ type: typeName(type), text: decoded(body, headers, type) }]
  const parts = `\r\n${body.toString('latin1')}`.split(`\r\n--${boundary}`).slice(1)
  const inner = parts.filter((part) => !part.startsWith('--')).map((part) => part.replace(/^[ \t]*\r\n/, ''))
  return inner.flatMap((part) => leavesOf(split(Buffer.from(part, 'latin1'))))
}

const typeName = (type: string): string => type.split(';')[0]?.trim().toLowerCase() ?? ''

const parameter = (value: string, name: string): string | undefined => {
  const [, quoted, bare] = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^;\\s]*))`, 'i').exec(value) ?? []
  return quoted ?? bare
}

function decoded(body: Buffer, headers: readonly Header[], type: string): string {
  const encoding = (only(headers, 'Content-Transfer-Encoding') ?? '7bit').toLowerCase()
  const charset = parameter(type, 'charset') ?? 'utf-8'
  return new TextDecoder(charset).decode(bytesOf(body, encoding)).replaceAll('\r\n', '\n')
}

function bytesOf(body: Buffer, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(body.toString('latin1'), 'base64')
  if (encoding === 'quoted-printable') return unquote(body.toString('latin1').replaceAll(/=[ \t]*\r\n/g, ''))
  return body
}

const unquote = (text: string): Buffer =>
  Buffer.from(
    text.replaceAll(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )

/** RFC 2047: the space between two encoded words is none, and a character may begin in one and end in the next. */
function decodeWords(value: string): string {
  const joined = value.replaceAll(/\?=[ \t]+=\?/g, '?==?')
  return joined.replaceAll(/(?:=\?[^?\s]+\?[BQ]\?[^?\s]*\?=)+/gi, (run) => {
    const words = [...run.matchAll(/=\?([^?\s]+)\?([BQ])\?([^?\s]*)\?=/gi)]
    const bytes = words.map(([, , encoding = '', text = '']) =>
      encoding.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : unquote(text.replaceAll('_', ' ')),
    )
    return new TextDecoder(words[0]?.[1] ?? 'utf-8').decode(Buffer.concat(bytes))
  })
}
