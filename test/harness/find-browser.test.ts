// Where a browser is looked for, and what is said when there is none.
import { chmodSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { findBrowser } from './find-browser.ts'
import { scratchFolder } from './scratch.ts'

function program(name: string): string {
  const file = join(scratchFolder(), name)
  writeFileSync(file, '')
  chmodSync(file, 0o755)
  return file
}

test('the file that CHROME_PATH names is taken before any other', () => {
  const file = program('my-browser')
  expect(findBrowser({ CHROME_PATH: file, PATH: process.env['PATH'] })).toEqual({ file })
})

test('a wrong CHROME_PATH is told and not passed over', () => {
  const none = 'CHROME_PATH names /nowhere/chrome, which cannot be run'
  expect(findBrowser({ CHROME_PATH: '/nowhere/chrome', PATH: process.env['PATH'] })).toEqual({ none })
})

test('PATH is searched after the usual places', () => {
  const file = program('google-chrome.exe')
  const PATH = ['/nowhere', '', dirname(file)].join(delimiter)
  expect(findBrowser({ PATH, PROGRAMFILES: '/nowhere' }, 'win32')).toEqual({ file })
})

test('where there is none, the reason names what helps', () => {
  const none = 'no Chromium, Chrome or Edge was found; CHROME_PATH may name one'
  expect(findBrowser({ PATH: '/nowhere' }, 'win32')).toEqual({ none })
})
