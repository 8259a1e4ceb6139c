// Writes docs/configuration.md from the table of settings; with --check, only says whether the file is current.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { settingsPage } from '../src/platform/config-docs.ts'

const file = join(import.meta.dirname, '../docs/configuration.md')

if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== settingsPage()) {
    console.error('docs/configuration.md is out of date: run `node tools/config-docs.ts`.')
    process.exitCode = 1
  }
} else {
  writeFileSync(file, settingsPage())
}
