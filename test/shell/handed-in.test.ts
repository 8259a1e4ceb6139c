// Time, randomness and the environment are read in src/platform and handed in. The linter sees imports and process.env;
// this sees the calls as well.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const FORBIDDEN = [
  /\bDate\s*\.\s*now\b/,
  /\bnew\s+Date\s*(\(\s*\)|(?![\s(\w]))/,
  /(?<![\w.]|new\s)Date\s*\(/,
  /\bMath\s*\.\s*random\b/,
  /(?<!ambient\.)\b(randomBytes|randomUUID|randomInt|randomFill|randomFillSync|getRandomValues)\b/,
  /\bprocess\s*\.\s*env\b/,
]

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')

const offences = (text: string): string[] =>
  withoutComments(text)
    .split('\n')
    .filter((line) => FORBIDDEN.some((pattern) => pattern.test(line)))

test.each([
  'const at = Date.now()',
  'const clock = Date.now',
  'const at = new Date()',
  'const at = new Date',
  'const text = Date()',
  'const dice = Math.random()',
  "import { randomBytes } from 'node:crypto'",
  'crypto.randomUUID()',
  "const home = process.env['HOME']",
])('the search finds %s', (line) => {
  expect(offences(line)).toEqual([line])
})

test.each([
  'new Date(ambient.now()).toISOString()',
  'ambient.randomBytes(32)',
  'type Made = Date',
  '// Date.now is for src/platform',
])('the search lets pass %s', (line) => {
  expect(offences(line)).toEqual([])
})

test('nothing outside src/platform reads a clock, rolls dice or looks at the environment', () => {
  const paths = globSync('src/**/*.ts', { cwd: root }).filter(
    (path) => !path.startsWith('src/platform/') && !path.endsWith('.test.ts'),
  )
  expect(paths.length).toBeGreaterThan(20)
  const found = paths.flatMap((path) =>
    offences(readFileSync(join(root, path), 'utf8')).map((line) => `${path}: ${line.trim()}`),
  )
  expect(found).toEqual([])
})
