// Runs Jest over the tests beside this file, which see the package as a dependency of theirs; one line a test.
import { spawnSync } from 'node:child_process'
import { existsSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'

const HERE = import.meta.dirname
const installed = join(HERE, 'node_modules/atrium')
if (!existsSync(installed)) symlinkSync(join(HERE, '../../..'), installed)

const jest = join(HERE, 'node_modules/jest/bin/jest.js')
const { stdout } = spawnSync(process.execPath, [jest, '--json', '--rootDir', HERE], {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'pipe'],
})
const { testResults } = JSON.parse(stdout)
for (const { assertionResults, message } of testResults) {
  if (assertionResults.length === 0) console.log(`start\tFAILED: ${message.split('\n')[0]}`)
  for (const { title, status, failureMessages } of assertionResults) {
    console.log(`${title}\t${status === 'passed' ? 'ok' : `FAILED: ${failureMessages[0]?.split('\n')[0]}`}`)
  }
}
