// `atrium dev` as a process of its own, for tests that kill it or run two of it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { onTestFinished, TestRunner } from 'vitest'

export interface DevProcess extends AsyncDisposable {
  /** What it printed: the url, and the credentials of its first organization. */
  readonly line: DevLine
  /** What it has logged so far. */
  log(): string
  /** Ends it on the spot, as a power cut would, and waits until it is gone. */
  kill(): Promise<void>
  /** Asks it to end; answers its exit code, null when a signal ended it. */
  stop(): Promise<number | null>
}

export interface DevLine {
  readonly url: string
  readonly orgId: string
  readonly serviceAccount: { readonly clientId: string; readonly clientSecret: string }
  readonly owner: { readonly id: string; readonly username: string; readonly password: string }
}

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Launch {
  /** What runs Node, such as a tracer. */
  readonly under?: readonly string[]
  readonly args?: readonly string[]
}

/** Starts the built program on any free port over `data`; throws what it wrote when it ends instead. */
export async function startDev(entry: string, data: string, launch: Launch = {}): Promise<DevProcess> {
  const running = runDev(entry, data, launch)
  const line = await Promise.race([running.line, running.ended])
  if ('code' in line) throw new Error(`atrium dev ended with code ${line.code}: ${line.stderr}`)
  const kill = async (): Promise<void> => {
    running.signal('SIGKILL')
    await running.ended
  }
  return {
    line,
    log: running.log,
    kill,
    stop: async () => {
      running.signal('SIGTERM')
      return (await running.ended).code
    },
    [Symbol.asyncDispose]: kill,
  }
}

export interface Running {
  /** Settles only if it starts. */
  readonly line: Promise<DevLine>
  readonly ended: Promise<Ended>
  log(): string
  signal(signal: NodeJS.Signals): void
}

/** Runs the built program, whether or not it manages to start; no longer than the test that asked for it. */
export function runDev(entry: string, data: string, { under = [], args = [] }: Launch = {}): Running {
  const dev = [entry, 'dev', '--data', data, '--port', '0', '--json', ...args]
  const [command = process.execPath, ...words] = [...under, process.execPath, ...dev]
  const child = spawn(command, words, { stdio: ['ignore', 'pipe', 'pipe'] })
  const { promise: line, resolve } = Promise.withResolvers<DevLine>()
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
    if (stdout.endsWith('\n')) resolve(JSON.parse(stdout))
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  if (TestRunner.getCurrentTest() !== undefined) onTestFinished(() => void child.kill('SIGKILL'))
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, stdout, stderr }))
  return { line, ended, log: () => stderr, signal: (signal) => void child.kill(signal) }
}
