// bin/atrium.mjs, as it behaves before there is a program to run.
import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'

const entry = join(import.meta.dirname, '../../bin/atrium.mjs')
const folders: string[] = []

afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })))
})

/** The entry alone in a folder, with the built program that the text stands for, if any. */
async function installed(program?: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'atrium-entry-'))
  folders.push(folder)
  const copy = join(folder, 'bin/atrium.mjs')
  await mkdir(dirname(copy))
  await copyFile(entry, copy)
  if (program !== undefined) {
    await mkdir(join(folder, 'dist'))
    await writeFile(join(folder, 'dist/atrium.mjs'), program)
  }
  return copy
}

/** A module to run first, after which Node takes itself for another version. */
const pretend = (version: string): string =>
  `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'${version}'}})`

function run(args: readonly string[]): Promise<{ code: unknown; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, args, (error, stdout, stderr) => resolve({ code: error?.code ?? 0, stdout, stderr }))
  })
}

const PROGRAM = 'console.log("running", ...process.argv.slice(2))'

test.each(['18.20.8', '20.20.2', '22.12.0', '23.11.1'])('Node %s is told in one line what to do', async (version) => {
  const outcome = await run(['--import', pretend(version), await installed(PROGRAM), 'dev'])
  expect(outcome).toMatchObject({ code: 1, stdout: '' })
  expect(outcome.stderr).toMatch(/^Atrium needs Node 24 or newer, this is [^\n]+npm start[^\n]+install Node 24\.\n$/)
  expect(outcome.stderr).toContain(version)
})

test.each(['24.0.0', '26.10.0', '100.0.0'])('Node %s runs the program with its arguments', async (version) => {
  const outcome = await run(['--import', pretend(version), await installed(PROGRAM), 'dev', '--port', '1'])
  expect(outcome).toEqual({ code: 0, stdout: 'running dev --port 1\n', stderr: '' })
})

test('a checkout that is not built yet is told to build, in one line', async () => {
  const outcome = await run([await installed()])
  expect(outcome).toMatchObject({ code: 1, stdout: '' })
  expect(outcome.stderr).toMatch(/^[^\n]+`npm run build`[^\n]+\n$/)
})

test('what is wrong inside the program is not mistaken for a missing build', async () => {
  const outcome = await run([await installed("import './chunks/gone.mjs'")])
  expect(outcome.code).toBe(1)
  expect(outcome.stderr).toContain('gone.mjs')
  expect(outcome.stderr).not.toContain('npm run build')
})
