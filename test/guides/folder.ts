// A project of a reader's: Atrium installed from its folder, and a shell that has npm.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { scratchFolder } from '../harness/scratch.ts'

export interface Folder {
  write(path: string, text: string): void
  /** Runs a script to its end; all that it prints, and its exit code. What it leaves running ends with it. */
  run(script: string): Promise<{ readonly code: number | null; readonly printed: string }>
}

const root = join(import.meta.dirname, '../..')
const TERRAFORM = readFileSync(join(import.meta.dirname, 'terraform.mjs'), 'utf8')

/** As `npm install ../atrium` leaves it, with `terraform` in its PATH. `env` is what the reader has set. */
export function readersFolder(env: Readonly<Record<string, string>> = {}): Folder {
  const folder = scratchFolder()
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  write('package.json', '{ "type": "module", "private": true }')
  mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true })
  symlinkSync(root, join(folder, 'node_modules/atrium'))
  symlinkSync('../atrium/bin/atrium.mjs', join(folder, 'node_modules/.bin/atrium'))
  write('bin/terraform', '#!/bin/sh\nexec node "$(dirname "$0")/terraform.mjs" "$@"\n')
  chmodSync(join(folder, 'bin/terraform'), 0o755)
  write('bin/terraform.mjs', TERRAFORM)
  const { PATH = '' } = process.env
  const path = [join(folder, 'bin'), dirname(process.execPath), PATH].join(delimiter)
  return {
    write,
    // A home of its own, so that npm reads nobody's settings.
    run: (script) =>
      ended(script, folder, { HOME: folder, NO_COLOR: '1', npm_config_update_notifier: 'false', ...env, PATH: path }),
  }
}

/** Whether the machine has it, and a shell to run it. */
export function hasProgram(name: string): boolean {
  try {
    execFileSync('bash', ['-c', `command -v ${name}`])
    return true
  } catch {
    return false
  }
}

async function ended(script: string, cwd: string, env: Readonly<Record<string, string>>) {
  // A group of its own, so that what it leaves running can be ended.
  const shell = spawn('bash', ['-e', '-c', `exec 2>&1\n${script}`], { cwd, env, detached: true })
  onTestFinished(() => endGroup(shell.pid))
  let printed = ''
  shell.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text
  })
  await once(shell, 'close')
  return { code: shell.exitCode, printed }
}

function endGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // Nothing of it is left.
  }
}
