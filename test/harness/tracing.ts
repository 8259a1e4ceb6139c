// What a process asks of the kernel, as strace writes it down: which files it writes and forces to disk, what it answers.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'

export interface SystemCall {
  readonly name: string
  /** What the descriptor stands for: a path, or `socket:[…]`. */
  readonly target: string
  /** The rest of the line: what was written, escaped. */
  readonly rest: string
}

/** A page of SQLite's, in bytes; no answer is longer. */
const LONGEST_TEXT = 4096
const CALLS = 'write,writev,pwrite64,pwritev,sendto,sendmsg,fsync,fdatasync'

/** Why nothing can be traced here, as a clause; undefined when it can. */
export function whyNoTracing(): string | undefined {
  const [command = '', ...words] = [...tracer('/dev/null'), 'true']
  const { error, status, stderr } = spawnSync(command, words, { encoding: 'utf8' })
  if (error) return 'strace is not installed'
  return status === 0 && stderr === '' ? undefined : `strace may not trace: ${stderr.split('\n')[0]}`
}

/**
 * What to run a command under. The traced process stays the child of whoever starts it. Only its first thread is traced:
 * SQLite and the answers are that thread's business, so the lines are in the order of the program.
 */
export const tracer = (output: string): readonly string[] => [
  'strace',
  ...['-D', '-y', '-qq', '-e', 'signal=none', '-e', `trace=${CALLS}`, '-s', String(LONGEST_TEXT), '-o', output],
]

/** Every call, in order. Waits until the tracer, which outlives what it traces, has written the last one. */
export async function readTrace(output: string): Promise<readonly SystemCall[]> {
  for (let size = -1; ; await setTimeout(50)) {
    const text = readFileSync(output, 'utf8')
    if (text.length === size && text.endsWith('\n')) return text.split('\n').flatMap(parse)
    size = text.length
  }
}

function parse(line: string): SystemCall[] {
  const [, name, target, rest] = /^(\w+)\(\d+<([^>]*)>(.*)$/.exec(line) ?? []
  return name === undefined || target === undefined || rest === undefined ? [] : [{ name, target, rest }]
}
