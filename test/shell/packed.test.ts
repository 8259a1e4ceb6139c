// The package as it is published: its commands, its libraries and their types, with nothing of this checkout around it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runDev } from '../harness/dev-process.ts'
import { type Consumer, installPacked } from '../harness/packed.ts'

let consumer: Consumer
beforeAll(async () => {
  consumer = await installPacked()
})
afterAll(() => consumer[Symbol.asyncDispose]())

/** The first program that a page shows. */
function programIn(page: string): string {
  const text = readFileSync(join(import.meta.dirname, '../..', page), 'utf8')
  return text.split(/^```(?:[jt]s)?\n/m)[1] ?? ''
}

const INVITE = `const invite = (atrium) => atrium.fetch('/api/atlas/v2/orgs/' + atrium.orgId + '/invites', {
  method: 'POST', body: JSON.stringify({ username: 'ann@example.com', roles: ['ORG_MEMBER'] }),
})`

test('node --test runs it from modules and from CommonJS, and its fixture begins anew with each test', async () => {
  consumer.write({
    'node/module.test.mjs': `import assert from 'node:assert'
import { test } from 'node:test'
import { AtriumError, startAtrium } from 'atrium/testing'
import { AtlasClient } from 'atrium/client'
${INVITE}
test('starts', async () => {
  await using atrium = await startAtrium()
  assert.equal((await invite(atrium)).status, 200)
  await assert.rejects(() => atrium.clock.advance('soon'), AtriumError)
  const atlas = new AtlasClient({ baseUrl: atrium.url, ...atrium.apiKey })
  assert.equal((await atlas.listOrgInvites({ orgId: atrium.orgId })).length, 1)
})`,
    'node/page.test.mjs': programIn('docs/double/testing.md'),
    'node/common.test.cjs': `const assert = require('node:assert')
const { test } = require('node:test')
const { useAtrium } = require('atrium/testing/node')
${INVITE}
const atrium = useAtrium()
assert.throws(() => atrium(), /ask for it inside a test/)
test('first', async () => assert.equal((await invite(atrium())).status, 200))
test('second', async () => assert.equal((await invite(atrium())).status, 200))`,
  })
  const { code, stdout, stderr } = await consumer.node(['--test', '--test-reporter=tap', 'node/*.test.*'])
  expect([code, stdout.match(/^# (pass|fail) \d+$/gm), stderr]).toEqual([0, ['# pass 4', '# fail 0'], ''])
})

test('Vitest runs the guide’s ten lines, and one Atrium a file', async () => {
  const program = programIn('docs/guides/vitest.md')
  consumer.write({
    'vitest/guide.test.ts': program,
    'vitest/file.test.ts': `import { expect } from 'vitest'
import { atriumTest } from 'atrium/testing/vitest'
${INVITE}
const test = atriumTest({ per: 'file' })
const urls = new Set()
test.for([1, 2, 3])('time %s', async (_, { atrium }) => {
  urls.add(atrium.url)
  expect([(await invite(atrium)).status, urls.size]).toEqual([200, 1])
})`,
  })
  expect(program.split('\n').filter((line) => line !== '')).toHaveLength(10)
  const { code, stdout } = await consumer.tool('vitest/vitest.mjs', ['run', '--root', join(consumer.folder, 'vitest')])
  expect([code, /Tests +(.+)/.exec(stdout)?.[1]]).toEqual([0, '4 passed (4)'])
})

test('its types stand by themselves, for import, for require and for bundlers', async () => {
  const options = {
    target: 'es2024',
    lib: ['es2025', 'esnext.disposable'],
    types: ['node'],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    noEmit: true,
  }
  consumer.write({
    'types/module.mts': `import { type Atrium, AtriumError, type AtriumSeed, startAtrium } from 'atrium/testing'
import { useAtrium } from 'atrium/testing/node'
import { useAtrium as useInJest } from 'atrium/testing/jest'
import { atriumTest } from 'atrium/testing/vitest'
import { AtlasClient } from 'atrium/client'
const seed: AtriumSeed = { organizations: [{ name: 'Acme', users: [{ username: 'ann@example.com' }] }] }
const atrium: Atrium = await startAtrium({ seed, now: new Date() })
const name: string | undefined = (await new AtlasClient({ baseUrl: atrium.url, ...atrium.apiKey }).getOrg({ orgId: '' })).name
atriumTest({ per: 'file' })('a test', ({ atrium: { url } }) => url.length)
export const all = [name, useAtrium().name, useInJest().name, new AtriumError(400, '', '').errorCode]
// @ts-expect-error There is no such option.
await startAtrium({ seeds: {} })`,
    'types/common.cts': `import { startAtrium } from 'atrium/testing'
import { useAtrium } from 'atrium/testing/node'
export const url: () => Promise<string> = async () => (await startAtrium()).url + useAtrium()().url`,
    'types/tsconfig.json': JSON.stringify({ compilerOptions: { ...options, module: 'nodenext' } }),
    'bundled/module.mts': `import { startAtrium } from 'atrium/testing'
export const url: string = (await startAtrium()).url
// @ts-expect-error It is a text.
export const wrong: number = (await startAtrium()).url`,
    'bundled/tsconfig.json': JSON.stringify({
      compilerOptions: { ...options, module: 'esnext', moduleResolution: 'bundler' },
    }),
  })
  const outcomes = await Promise.all(
    ['types', 'bundled'].map((project) => consumer.tool('typescript/bin/tsc', ['-p', project])),
  )
  expect(outcomes.map(({ code, stdout }) => [code, stdout])).toEqual([
    [0, ''],
    [0, ''],
  ])
})

test.each(['testing', 'testing/node', 'testing/jest', 'testing/vitest'])(
  'a Node that is too old is told so by atrium/%s in one line',
  async (library) => {
    const old = `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.20.2'}})`
    const said = `import('atrium/${library}').catch((error) => console.log(error.message))`
    const { stdout } = await consumer.node(['--import', old, '--input-type=module', '--eval', said])
    expect(stdout).toMatch(new RegExp(`^atrium/${library} needs Node 24 or newer, this is 20\\.20\\.2: [^\\n]+\\n$`))
  },
)

test('outside of Jest, its fixture says what it needs', async () => {
  const said = `import('atrium/testing/jest').then(({ useAtrium }) => useAtrium()).catch((error) => console.log(error.message))`
  const { stdout } = await consumer.node(['--input-type=module', '--eval', said])
  expect(stdout).toMatch(/^useAtrium of atrium\/testing\/jest found no beforeAll, beforeEach and afterAll: call it in /)
})

test('its command starts, with everything that it serves', async () => {
  const running = runDev(join(consumer.folder, 'node_modules/atrium/bin/atrium.mjs'), ':memory:')
  const { url } = await running.line
  const page = await fetch(`${url}/_atrium/`, { headers: { Accept: 'text/html' } })
  expect(page.status).toBe(200)
  running.signal('SIGTERM')
  expect(await running.ended).toMatchObject({ code: 0, stderr: '' })
})
