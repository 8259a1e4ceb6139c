// What a setting's text may say: each function returns the value, or nothing when the text is not of its form.
import { isIP } from 'node:net'
import { Secret } from './secret.ts'

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

export type DatabaseSetting =
  | { readonly engine: 'postgres'; readonly url: Secret }
  | { readonly engine: 'sqlite'; readonly file: string }

/** A parser for one of the given words. */
export const oneOf =
  <Word extends string>(...words: readonly Word[]) =>
  (text: string): Word | undefined =>
    words.find((word) => word === text)

export const logLevel = oneOf<LogLevel>(...LOG_LEVELS)

/** A parser for a whole number from `least` to `most`, both included. */
export const wholeNumber =
  (least: number, most: number) =>
  (text: string): number | undefined => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
    return value >= least && value <= most ? value : undefined
  }

/** A parser for `on` and `off`. */
export function onOff(text: string): boolean | undefined {
  if (text === 'on') return true
  return text === 'off' ? false : undefined
}

/** A name or an address to listen on, without a port. */
export function host(text: string): string | undefined {
  return isIP(text) !== 0 || /^[A-Za-z0-9]([A-Za-z0-9.-]{0,252}[A-Za-z0-9])?$/.test(text) ? text : undefined
}

/** An absolute http or https address without query, fragment or credentials; a trailing slash is not kept. */
export function publicUrl(text: string): string | undefined {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return undefined
  const url = new URL(text)
  const extras = url.search + url.hash + url.username + url.password
  return extras === '' && !/[?#@]/.test(text) ? `${url.origin}${url.pathname.replace(/\/+$/, '')}` : undefined
}

/** `postgres://…` or `sqlite:` and the path of a file. */
export function database(text: string): DatabaseSetting | undefined {
  if (/^postgres(ql)?:\/\/./.test(text)) {
    return URL.canParse(text) ? { engine: 'postgres', url: new Secret(text) } : undefined
  }
  const file = /^sqlite:(?:\/\/(?=\/))?(.+)$/.exec(text)?.[1]
  return file === undefined || file.startsWith('//') ? undefined : { engine: 'sqlite', file }
}

/** Addresses and CIDR ranges separated by commas. */
export function addressRanges(text: string): readonly string[] | undefined {
  const ranges = text
    .split(',')
    .map((range) => range.trim())
    .filter((range) => range !== '')
  return ranges.every(isAddressRange) ? ranges : undefined
}

function isAddressRange(range: string): boolean {
  const [address = '', prefix, ...rest] = range.split('/')
  const version = isIP(address)
  if (version === 0 || rest.length > 0) return false
  return prefix === undefined || wholeNumber(0, version === 4 ? 32 : 128)(prefix) !== undefined
}

/** The path of a file, or none. */
export const path = (text: string): string => text

/** A secret whose form is judged by whoever uses it. */
export const secret = (text: string): Secret => new Secret(text)
