// Runs one program in the place of this process: with its terminal, its signals and its exit code.
import { type ChildProcess, spawn } from 'node:child_process'
import { constants } from 'node:os'
import { isatty } from 'node:tty'
import { messageOf, systemCode } from '../assembly/complaint.ts'
import type { Environment } from '../platform/config.ts'
import { NOT_FOUND, NOT_RUN } from './exec-codes.ts'

export interface Started {
  readonly program: string
  readonly args: readonly string[]
  readonly env: Environment
  readonly umask: number
}

export interface Ended {
  /** As shells have it: 128 and the signal's number for who was ended by one, 127 and 126 for what could not be run. */
  readonly code: number
  /** Why it was not run, in a sentence. */
  readonly problem?: string
}

/** Passes signals on to whoever is there to take them. */
export interface Signals {
  /** The first one that came so far. */
  readonly first: () => NodeJS.Signals | undefined
  /** All later ones go to this process. */
  readonly passTo: (child: ChildProcess) => void
}

const OUR_STREAMS = [0, 1, 2]

/** From now on SIGTERM, SIGINT and SIGHUP end no more than the program that is run. */
export function relaySignals(): Signals {
  let first: NodeJS.Signals | undefined
  let child: ChildProcess | undefined
  // A terminal gives these two to the program as well, and a second interrupt makes programs drop everything.
  const isOnTerminal = OUR_STREAMS.some((stream) => isatty(stream))
  const listen = (signal: NodeJS.Signals, isPassed: boolean): void => {
    process.on(signal, () => {
      first ??= signal
      if (isPassed) child?.kill(signal)
    })
  }
  listen('SIGTERM', true)
  listen('SIGINT', !isOnTerminal)
  listen('SIGHUP', !isOnTerminal)
  return {
    first: () => first,
    passTo: (running) => {
      child = running
    },
  }
}

/** Resolves when it has ended; what it has left running is not waited for. Not run if a signal came before. */
export async function runProgram(started: Started, signals: Signals): Promise<Ended> {
  const stopped = signals.first()
  if (stopped !== undefined) return { code: codeOf(stopped) }
  try {
    return { code: await endOf(started, signals) }
  } catch (error) {
    return unrunnable(started.program, error)
  }
}

function endOf({ program, args, env, umask }: Started, signals: Signals): Promise<number> {
  process.umask(umask)
  const child = spawn(program, args, { env, stdio: 'inherit' })
  signals.passTo(child)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? codeOf(signal)))
  })
}

const codeOf = (signal: NodeJS.Signals | null): number => 128 + (signal === null ? 0 : constants.signals[signal])

function unrunnable(program: string, error: unknown): Ended {
  switch (systemCode(error)) {
    case 'ENOENT':
      return { code: NOT_FOUND, problem: `${program} was not found: is it installed, and its folder in PATH?` }
    case 'EACCES':
      return { code: NOT_RUN, problem: `${program} is not executable by this user.` }
    default:
      return { code: NOT_RUN, problem: `${program} could not be run: ${messageOf(error)}.` }
  }
}
