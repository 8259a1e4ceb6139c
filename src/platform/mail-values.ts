// What the text of a mail setting may say: each function returns the value, or nothing when the text is not of its form.
import { oneOf } from './config-values.ts'
import { Secret } from './secret.ts'

/** A server that takes mails. */
export interface SmtpServer {
  readonly host: string
  readonly port: number
  /** Whether the connection is secure from its first byte. */
  readonly secure: boolean
  readonly login: { readonly user: string; readonly password: Secret } | undefined
}

/** Who mails are from. */
export interface Sender {
  /** Empty for none. */
  readonly name: string
  readonly address: string
}

const ADDRESS = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/
/** Characters that need no quotation marks of ours, which rules out what a header could be broken with. */
const NAME = /^[^\p{C}"<>\\]{1,100}$/u
const SUBMISSION_PORT = 587
const SECURE_PORT = 465

/** The same parser for a setting that may be empty: `false` then. */
export const orNone =
  <Value>(parse: (text: string) => Value | undefined) =>
  (text: string): Value | false | undefined =>
    text === '' ? false : parse(text)

export const language = oneOf('en', 'pt-BR', 'es', 'ja', 'ko', 'zh-CN')

/** One line of text that is not only space. */
export const brandName = (text: string): string | undefined =>
  /^[^\p{C}]{1,60}$/u.test(text) && text.trim() === text ? text : undefined

/** `#rrggbb`, in lower case. */
export const colour = (text: string): string | undefined =>
  /^#[0-9a-f]{6}$/i.test(text) ? text.toLowerCase() : undefined

/** An absolute http or https address without credentials. */
export function webAddress(text: string): string | undefined {
  if (!/^https?:\/\/[^\s"<>]+$/.test(text) || !URL.canParse(text)) return undefined
  const url = new URL(text)
  return url.username + url.password === '' ? url.href : undefined
}

/** The same, of https alone. */
export const httpsAddress = (text: string): string | undefined =>
  text.startsWith('https://') ? webAddress(text) : undefined

/** `address` or `Name <address>`, whose name may stand in quotation marks. */
export function sender(text: string): Sender | undefined {
  const [, named, inBrackets] = /^\s*(.*?)\s*<([^<>]+)>\s*$/.exec(text) ?? []
  const name = named === undefined ? '' : named.replace(/^"(.*)"$/, '$1')
  const address = inBrackets ?? text.trim()
  if (!ADDRESS.test(address) || (name !== '' && !NAME.test(name))) return undefined
  return { name, address }
}

/** `smtp://` or `smtps://`, a host, and perhaps a port and `user:password@`. */
export function smtpServer(text: string): SmtpServer | undefined {
  const [, scheme] = /^(smtps?):\/\/[^\s/?#]+\/?$/.exec(text) ?? []
  // As http, because addresses of unknown schemes are not taken apart so strictly.
  const plain = text.replace(/^smtps?:/, 'http:')
  if (scheme === undefined || !URL.canParse(plain)) return undefined
  const { hostname, username, password } = new URL(plain)
  const port = /:(\d+)\/?$/.exec(plain)?.[1]
  const [user, decoded] = [decodedPart(username), decodedPart(password)]
  if (user === undefined || decoded === undefined || (user === '') !== (decoded === '')) return undefined
  const secure = scheme === 'smtps'
  return {
    host: hostname.replace(/^\[(.+)\]$/, '$1'),
    port: port === undefined ? (secure ? SECURE_PORT : SUBMISSION_PORT) : Number(port),
    secure,
    login: user === '' ? undefined : { user, password: new Secret(decoded) },
  }
}

function decodedPart(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
