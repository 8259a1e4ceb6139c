// The package as somebody else installs it: packed, and unpacked in a folder that is no part of this checkout.
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export interface Outcome {
  readonly code: unknown
  readonly stdout: string
  readonly stderr: string
}

export interface Consumer extends AsyncDisposable {
  readonly folder: string
  /** Writes files by their path in the folder. */
  write(files: Readonly<Record<string, string>>): void
  /** Runs Node in the folder. */
  node(args: readonly string[]): Promise<Outcome>
  /** Runs a program of this checkout's development packages in the folder, by the path of its script. */
  tool(script: string, args: readonly string[]): Promise<Outcome>
}

const root = join(import.meta.dirname, '../..')

/** A folder whose only package of ours is the packed one; Vitest and Node's types are this checkout's. */
export async function installPacked(): Promise<Consumer> {
  const folder = mkdtempSync(join(tmpdir(), 'atrium-packed-'))
  const atrium = join(folder, 'node_modules/atrium')
  mkdirSync(atrium, { recursive: true })
  // Builds it, because `prepare` runs before packing.
  const packed = await run('npm', ['pack', '--silent', '--pack-destination', folder], root)
  const tarball = packed.stdout.trim().split('\n').at(-1) ?? ''
  const unpacked = await run('tar', ['xzf', join(folder, tarball), '-C', atrium, '--strip-components', '1'], folder)
  for (const { code, stderr } of [packed, unpacked]) if (code !== 0) throw new Error(stderr)
  for (const name of ['vitest', '@types', 'undici-types']) {
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name))
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  return {
    folder,
    write: (files) => {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true })
        writeFileSync(join(folder, path), text)
      }
    },
    node: (args) => run(process.execPath, args, folder),
    tool: (script, args) => run(process.execPath, [join(root, 'node_modules', script), ...args], folder),
    [Symbol.asyncDispose]: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

const run = (program: string, args: readonly string[], cwd: string): Promise<Outcome> =>
  new Promise((resolve) => {
    // What says that a test is running is for this one, not for those that it starts.
    const { NODE_TEST_CONTEXT: _test, VITEST: _vitest, ...env } = process.env
    execFile(program, args, { cwd, env: { ...env, CI: '', NO_COLOR: '1' } }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stdout, stderr }),
    )
  })
