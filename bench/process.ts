// Child processes of the benchmark: pinned to a core where the system can, and what they cost.
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

const SERVER_CORE = 0
const LOAD_CORE = 1

export const canPin = spawnSync('taskset', ['-c', '0', 'true']).status === 0

/** The core for a role; without taskset both share what there is. */
export type Role = 'server' | 'load'

/** A command that runs the script where the role belongs. */
export const pinned = (role: Role, args: readonly string[]): [string, string[]] =>
  canPin
    ? ['taskset', ['-c', String(role === 'server' ? SERVER_CORE : LOAD_CORE), process.execPath, ...args]]
    : [process.execPath, [...args]]

/** Runs a script to its end and returns the JSON that it printed. */
export async function runJson<Result>(role: Role, args: readonly string[]): Promise<Result> {
  const [command, all] = pinned(role, args)
  const child = spawn(command, all, { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  const line = await firstLine(child)
  await exited
  return JSON.parse(line)
}

export interface Server<Started> extends AsyncDisposable {
  readonly started: Started
  readonly pid: number
  /** Milliseconds from spawning it to its first line. */
  readonly startMs: number
}

/** Starts a server and waits for the JSON line that it prints once it listens. */
export async function startServer<Started>(args: readonly string[], role: Role = 'server'): Promise<Server<Started>> {
  const [command, all] = pinned(role, args)
  const before = performance.now()
  const child = spawn(command, all, { stdio: ['ignore', 'pipe', 'inherit'] })
  const line = await firstLine(child)
  const startMs = performance.now() - before
  return {
    started: JSON.parse(line),
    pid: child.pid ?? 0,
    startMs,
    [Symbol.asyncDispose]: async () => {
      const exited = once(child, 'exit')
      child.kill('SIGTERM')
      await exited
    },
  }
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The child has no output.')
  const lines = createInterface({ input: child.stdout })
  const [line] = await Promise.race([once(lines, 'line'), once(child, 'exit').then(() => [''])])
  if (!line) throw new Error(`The child printed nothing: ${child.spawnargs.slice(0, 4).join(' ')}`)
  return String(line)
}

const TICKS = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))

/** Seconds of processor time that a process has used so far; 0 where the system does not say. */
export function cpuSeconds(pid: number): number {
  const fields = readProc(pid, 'stat').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / TICKS
}

/** Resident memory in MiB. */
export const residentMiB = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readProc(pid, 'status'))?.[1] ?? 0) / 1024

function readProc(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return ''
  }
}
