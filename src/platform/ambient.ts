// Time, identifiers and randomness, handed in so that tests and the sandbox can turn them.
import { randomBytes } from 'node:crypto'

export interface Ambient {
  /** The domain's clock in milliseconds since the epoch, UTC; the sandbox may move it. */
  now(): number
  /** The machine's clock in milliseconds: access tokens, nonces and sessions live by it, because clients hold them by theirs. */
  wall(): number
  /** Bytes from the system's secure generator. */
  randomBytes(count: number): Buffer
  /** A new identifier: 24 lower-case hexadecimal characters that sort by creation. */
  newId<Id extends string>(): Id
  /** Two consecutive identifiers: the second is the first plus one. */
  newIdPair<First extends string, Second extends string>(): readonly [First, Second]
}

const COUNTER_END = 0xffffff
const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0')

/** The real clock and generator; `now` may be replaced by a clock of one's own. */
export function systemAmbient(now: () => number = Date.now): Ambient {
  const processPart = randomBytes(5).toString('hex')
  let counter = randomBytes(3).readUIntBE(0, 3) >> 1
  const mint = (seconds: number, count: number): string => hex(seconds, 8) + processPart + hex(count, 6)
  const reserve = (length: number): number => {
    if (counter + length > COUNTER_END) counter = 0
    const first = counter
    counter += length
    return first
  }
  return {
    now,
    wall: Date.now,
    randomBytes,
    newId: <Id extends string>() => mint(Math.floor(now() / 1000), reserve(1)) as Id,
    newIdPair: <First extends string, Second extends string>() => {
      const seconds = Math.floor(now() / 1000)
      const first = reserve(2)
      return [mint(seconds, first) as First, mint(seconds, first + 1) as Second] as const
    },
  }
}
