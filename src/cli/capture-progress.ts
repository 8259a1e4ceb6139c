// How far a capture has come, on standard error: one line that rewrites itself on a terminal, a few plain lines elsewhere.
import type { Progress } from '../capture/reader.ts'
import type { Retry } from '../client/main.ts'

export interface CaptureProgress extends Progress {
  waiting(retry: Pick<Retry, 'wait' | 'error'>): void
  /** Ends the line that rewrites itself. */
  close(): void
}

/** Where the lines go; `columns` is known of most terminals, and 0 of some that do not say. */
export interface Lines {
  readonly isTTY?: boolean
  readonly columns?: number
  write(text: string): unknown
}

const PLAIN_STEPS = 10

export function captureProgress(lines: Lines): CaptureProgress {
  const isTerminal = lines.isTTY === true
  let shown = ''
  const show = (text: string): void => {
    if (text === shown) return
    shown = text
    lines.write(isTerminal ? `\r\u001b[K${text.slice(0, (lines.columns || 80) - 1)}` : `${text}\n`)
  }
  const clear = (): void => {
    if (isTerminal && shown !== '') lines.write('\r\u001b[K')
    shown = ''
  }
  return {
    reading: (what, done, total) => {
      if (done === undefined || total === undefined) show(what)
      else if (isTerminal || isStep(done, total)) show(`${what} ${done}/${total}`)
    },
    waiting: ({ wait, error }) => show(`waiting ${Math.ceil(wait / 1000)} s because ${reasonOf(error)}`),
    note: (sentence) => {
      clear()
      lines.write(`${sentence}\n`)
    },
    close: clear,
  }
}

/** Every tenth of the way, so that a log of thousands of projects stays short. */
const isStep = (done: number, total: number): boolean =>
  total > 0 && Math.floor((done * PLAIN_STEPS) / total) !== Math.floor(((done - 1) * PLAIN_STEPS) / total)

function reasonOf({ status }: Retry['error']): string {
  if (status === 429) return 'Atlas limits requests'
  return status === 0 ? 'no answer arrived' : `a request was answered ${status}`
}
