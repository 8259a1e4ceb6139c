import { readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { scratchFolder } from '../../test/harness/scratch.ts'
import { makePrivateFolder, readFileIfAny, writePrivateFile } from './files.ts'

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)

test('a private file is readable by its owner only and replaced as a whole', () => {
  const folder = join(scratchFolder(), 'a', 'b')
  makePrivateFolder(folder)
  const file = join(folder, 'keys.json')
  expect(readFileIfAny(file)).toBeUndefined()
  writePrivateFile(file, 'a longer text')
  writePrivateFile(file, 'new')
  expect(readFileIfAny(file)).toBe('new')
  expect([modeOf(folder), modeOf(file)]).toEqual(['700', '600'])
  expect(readdirSync(folder)).toEqual(['keys.json'])
})

test('a folder that is there keeps its mode', () => {
  const folder = scratchFolder()
  const before = modeOf(folder)
  makePrivateFolder(folder)
  expect(modeOf(folder)).toBe(before)
})

test.skipIf(process.platform !== 'linux')('a file system that refuses new folders is an error', () => {
  expect(() => makePrivateFolder('/proc/atrium/data')).toThrow(/ENOENT/)
})

test('reading a folder as a file is an error, not an absence', () => {
  expect(() => readFileIfAny(tmpdir())).toThrow(/EISDIR/)
})
