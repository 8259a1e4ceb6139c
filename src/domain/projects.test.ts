import { expect, test } from 'vitest'
import { isProjectName } from './projects.ts'

test.each(['a', 'Project 0', "a-_.(),:&@+'b", 'Ünïcode', '名前', '١٢', 'x'.repeat(64)])(
  '%j is a project name',
  (name) => {
    expect(isProjectName(name)).toBe(true)
  },
)

test.each([
  ...['', ' ', ' a', 'a ', 'x'.repeat(65), 'a/b', 'a"b', 'a<b', 'a\\b', 'a;b', 'a=b', 'a*b', 'a\nb', 'a\tb', 'a\0b'],
  ...['\u200b', 'a\u00a0b', '🐙', 'a\u0301\u200d', '\ud800'],
])('%j is none', (name) => {
  expect(isProjectName(name)).toBe(false)
})
