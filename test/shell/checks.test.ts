// The checks themselves: what they are there to find, they find.
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

interface Outcome {
  readonly code: unknown
  readonly stdout: string
  readonly stderr: string
}

const run = (args: readonly string[]): Promise<Outcome> =>
  new Promise((resolve) => {
    const env = { ...process.env, CI: '', NO_COLOR: '1' }
    execFile(process.execPath, args, { cwd: root, env }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stdout, stderr }),
    )
  })

/** Runs `use` with a folder of these files, which goes away afterwards. */
async function withFiles(files: Record<string, string>, use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'atrium-checks-'))
  try {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), text)
    }
    await use(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

const lines = (count: number): string => '  work()\n'.repeat(count)

test('every rule about who imports whom finds the example that breaks it', async () => {
  const outcome = await run(['tools/boundaries.mjs', '--self-check'])
  expect(outcome).toMatchObject({ code: 0, stderr: '' })
  expect(outcome.stdout).toMatch(/^each of \d{2} rules finds its violation\n$/)
})

test('the budgets find what goes past them, and say where', async () => {
  const files = {
    'package.json': '{ "dependencies": {} }',
    'src/domain/long.ts': `export function long() {\n${lines(69)}}\n${lines(400)}`,
    'src/domain/loose.ts': `const x: any = 1\nexport const y = x as string, z = y as const\n// ${'TO'}DO: later\n`,
    'src/domain/other.ts': 'export const a = 1 as never as string\n',
    'src/api/operations/rows.ts': `export const a = { operationId: 'x' }\nexport const b = { operationId: 'x' }\n`,
  }
  await withFiles(files, async (folder) => {
    const { code, stderr } = await run(['tools/budgets.mjs', folder])
    expect(code).toBe(1)
    expect(stderr.split('\n').filter((line) => !line.includes('percentile'))).toEqual([
      'file: longest: src/domain/long.ts (471 lines)',
      'function: longest: src/domain/long.ts:1 (71 lines)',
      '`any`: src/domain/loose.ts:1',
      '`as` outside src/platform (1 per 1000 lines): src/domain/loose.ts:2',
      '`as` outside src/platform (1 per 1000 lines): src/domain/other.ts:1',
      '`as` outside src/platform (1 per 1000 lines): src/domain/other.ts:1',
      'unfinished marks: src/domain/loose.ts:3',
      'operations in a second row: src/api/operations/rows.ts:2 x',
      '',
    ])
  })
})

test('a test run ends with its totals, and counts a file that does not load as failed', async () => {
  const passing = `import { test } from 'vitest'\ntest('a', () => {})\ntest('b', () => {})\n`
  const files = {
    'vitest.config.ts': `import { closingLineReporter } from '${root}/test/harness/closing-line-reporter.ts'
export default { test: { reporters: ['default', closingLineReporter()] } }\n`,
    'pass.test.ts': `${passing}test.skip('c', () => {})\n`,
    'fail.test.ts': `${passing}test('d', () => { throw new Error('wanted') })\n`,
    'broken.test.ts': `throw new Error('wanted')\n`,
  }
  await withFiles(files, async (folder) => {
    const vitest = join(root, 'node_modules/vitest/vitest.mjs')
    const all = await run([vitest, 'run', '--root', folder])
    expect(all.code).toBe(1)
    expect(all.stdout.split('\n').slice(-2)).toEqual(['4 passed, 2 failed, 1 skipped', ''])
    const good = await run([vitest, 'run', '--root', folder, 'pass.test.ts'])
    expect(good).toMatchObject({ code: 0 })
    expect(good.stdout.split('\n').slice(-2)).toEqual(['2 passed, 0 failed, 1 skipped', ''])
    const empty = await run([vitest, 'run', '--root', folder, 'nothing.test.ts'])
    expect(empty.stdout.split('\n').slice(-2)).toEqual(['0 passed, 1 failed', ''])
  })
})
