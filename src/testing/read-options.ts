// The options of a start, from what a test writes to what a world takes. What is wrong with them is said at once.
import { inspect } from 'node:util'
import { isDate } from 'node:util/types'
import { Complaint } from '../assembly/complaint.ts'
import { readSeedFile } from '../assembly/read-seed.ts'
import { isInRange, parseInstant } from '../sandbox/clock/instants.ts'
import type { Seed } from '../seed/seed-schema.ts'
import { judgeSeed, sentenceOf } from '../seed/seed-value.ts'
import { AtriumError } from './atrium-error.ts'
import { instantText } from './controls.ts'
import type { AtriumOptions } from './types.ts'

interface Form {
  fits(value: unknown): boolean
  /** What fits, to be read after "must be". */
  readonly form: string
}

const isText = (value: unknown): boolean => typeof value === 'string' && value !== ''

const FORMS: Readonly<Record<keyof AtriumOptions, Form>> = {
  // What is wrong with a seed is told by its reader.
  seed: { fits: () => true, form: 'an object or the path of a seed file' },
  now: { fits: (value) => isText(value) || isDate(value), form: 'a text such as "2027-07-02T00:00:00Z" or a Date' },
  limits: { fits: (value) => value === 'atlas', form: '"atlas"' },
  port: {
    fits: (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 65_535,
    form: 'a whole number from 0 to 65535',
  },
  host: { fits: isText, form: 'a host name or an address' },
  tls: { fits: isText, form: 'the path of a folder' },
  server: { fits: isHttpUrl, form: 'the url of a running `atrium dev`, such as "http://localhost:8080"' },
  log: { fits: (value) => typeof value === 'function', form: 'a function' },
}

/** Refuses options that there are not, which else would be left out without a word, and values of another form. */
export function checkOptions(options: AtriumOptions): void {
  const given: unknown = options
  if (typeof given !== 'object' || given === null) cannotStart('The options must be an object.')
  const names = Object.keys(FORMS)
  const unknown = Object.keys(given).filter((name) => !names.includes(name))
  if (unknown.length > 0) cannotStart(`There is no option ${unknown.join(', ')}; there are ${names.join(', ')}.`)
  const values = new Map<string, unknown>(Object.entries(given))
  for (const [name, { fits, form }] of Object.entries(FORMS)) {
    const value = values.get(name)
    if (value !== undefined && !fits(value)) cannotStart(`The option ${name} must be ${form}, not ${inspect(value)}.`)
  }
}

function isHttpUrl(value: unknown): boolean {
  return typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value)
}

/** The default seed where none is given. Problems are told one a line: of a file by path and line, else by path. */
export async function readSeedOption(seed: AtriumOptions['seed']): Promise<Seed> {
  if (seed === undefined || typeof seed === 'string') return readSeedFile(seed).catch(refuseSeed)
  const judged = judgeSeed(seed)
  return judged.seed ?? refuseSeed(new Complaint(judged.problems.map((each) => sentenceOf(seed, each)).join('\n')))
}

function refuseSeed(error: unknown): never {
  throw error instanceof Complaint ? new AtriumError(400, 'INVALID_SEED', error.message) : error
}

/** Milliseconds since the epoch. */
export function readNow(now: string | Date): number {
  const text = instantText(now)
  const at = parseInstant(text)
  if (at !== undefined && isInRange(at)) return at
  return cannotStart(
    `"${text}" is no time at which a clock can stand: give one of this century such as 2027-07-02T00:00:00Z, or a Date.`,
  )
}

export function cannotStart(sentence: string): never {
  throw new AtriumError(400, 'CANNOT_START', sentence)
}
