// The sandbox obeys whoever reaches it: only on purpose, only where it was asked for, and never in `serve`.
import { join } from 'node:path'
import { build, type Metafile } from 'esbuild'
import { expect, test } from 'vitest'
import { newKeyRing } from '../../src/identity/key-ring.ts'
import { systemAmbient } from '../../src/platform/ambient.ts'
import { run, startDev, startServe, temporaryFolder } from '../cli/program.ts'
import { type Exchange, exchange } from '../harness/http-client.ts'
import { loadedModules } from '../harness/loaded-modules.ts'
import { doubleWithRoutes, type OneRoute } from '../harness/sandbox-routes.ts'

/** The addresses that `serve` has as well. */
const SERVED = /^\/_atrium\/(health$|openapi(\/|$))/

const send = (
  url: string,
  { method, target }: OneRoute,
  headers: Readonly<Record<string, string>>,
): Promise<Exchange> =>
  exchange(url, { method, target, headers, body: method === 'GET' || method === 'HEAD' ? undefined : '{' })

const named = ({ method, target }: OneRoute, { status }: Exchange): string => `${method} ${target} ${status}`

test('no page of another site drives the sandbox, by any of its routes', async () => {
  const { double, routes } = await doubleWithRoutes()
  const own = routes.filter(({ target }) => !SERVED.test(target))
  expect(own.map(({ method, target }) => `${method} ${target}`)).toEqual(
    expect.arrayContaining(['POST /_atrium/tenants', 'POST /_atrium/users', 'POST /_atrium/reset', 'GET /_atrium/']),
  )
  const { host } = new URL(double.world.url)
  for (const headers of [
    { Host: host, Origin: 'https://evil.example' },
    { Host: host, Origin: 'null' },
    { Host: host, 'Sec-Fetch-Site': 'cross-site' },
    { Host: 'evil.example' },
    { Host: `evil.example:${new URL(double.world.url).port}` },
  ]) {
    for (const route of own) {
      expect(named(route, await send(double.world.url, route, headers))).toBe(`${route.method} ${route.target} 403`)
    }
  }
  expect(double.world.tenants.list()).toEqual([])
})

test('no route of the sandbox fails for what is sent to it', async () => {
  const { double, routes } = await doubleWithRoutes()
  const deep = `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`
  for (const route of routes.filter(({ method }) => method !== 'GET' && method !== 'HEAD')) {
    for (const body of ['{', '[]', 'null', '{"a":1}', '"\\ud800"', deep]) {
      const { status } = await exchange(double.world.url, { ...route, body })
      expect([route, body.slice(0, 20), status < 500]).toEqual([route, body.slice(0, 20), true])
    }
  }
})

test('serve knows nothing of what dev serves under /_atrium/, but health and the reference, and loads none of it', async () => {
  const { routes } = await doubleWithRoutes()
  const DATABASE_URL = `sqlite:${join(temporaryFolder(), 'atrium.db')}`
  const env = { DATABASE_URL, PUBLIC_URL: 'http://localhost', ATRIUM_KEYS: newKeyRing(systemAmbient()) }
  expect((await run(['migrate'], env)).code).toBe(0)
  const modules = loadedModules()
  const server = await startServe({ ...env, ...modules.environment })
  for (const route of routes) {
    for (const [accept, type] of [
      ['application/json', 'application/json'],
      ['text/html', 'application/x-www-form-urlencoded'],
    ] as const) {
      const answer = await send(server.url, route, { Accept: accept, 'Content-Type': type })
      if (!SERVED.test(route.target)) expect(named(route, answer)).toBe(`${route.method} ${route.target} 404`)
    }
  }
  expect((await fetch(`${server.url}/_atrium/health`)).status).toBe(200)
  expect((await fetch(`${server.url}/_atrium/openapi`)).status).toBe(200)
  for (const path of ['/api/atlas/v2/orgs', '/sign-in', '/invitations', '/api/oauth/token'])
    await fetch(server.url + path)
  server.signal('SIGTERM')
  expect((await server.ended).code).toBe(0)
  const loaded = modules.read()
  expect(loaded.filter((url) => url.endsWith('/src/cli/serve.ts'))).toHaveLength(1)
  expect(loaded.filter(isOfTheDouble)).toEqual([])
}, 30_000)

test('what notes the modules of serve would have seen those of dev', async () => {
  const modules = loadedModules()
  await startDev(['--data', ':memory:'], modules.environment)
  expect(modules.read().filter(isOfTheDouble).length).toBeGreaterThan(10)
})

test('no file of the built program that serve may load holds a piece of the double', async () => {
  const { outputs } = await builtProgram()
  const reached = (entry: string): readonly string[] => {
    const names = new Set([outputOf(outputs, entry)])
    for (const name of names)
      for (const { path, external } of outputs[name]?.imports ?? []) if (!external) names.add(path)
    return [...names].flatMap((name) => Object.keys(outputs[name]?.inputs ?? {}))
  }
  expect(reached('src/cli/serve.ts')).toContain('src/http/server.ts')
  expect(reached('src/cli/serve.ts').filter((path) => isOfTheDouble(`/${path}`))).toEqual([])
  expect(reached('src/cli/dev.ts')).toContain('src/sandbox/routes.ts')
})

test('a host that others can reach is warned of where nobody overlooks it, and on the page', async () => {
  const running = await startDev(['--host', '0.0.0.0', '--data', ':memory:'])
  const page = await (await fetch(`${running.line.url}/_atrium/`)).text()
  expect(page).toContain('Other machines can reach this sandbox.')
  running.signal('SIGTERM')
  const { stderr } = await running.ended
  expect(stderr).toMatch(/\*{40}\nWARNING: --host 0\.0\.0\.0 lets other machines in\.\n[\s\S]*\n\*{40}/)
  const { double } = await doubleWithRoutes()
  expect(await (await fetch(`${double.world.url}/_atrium/`)).text()).not.toContain('Other machines')
})

const isOfTheDouble = (url: string): boolean => /\/src\/(sandbox|testing|assembly\/world)/.test(url)

/** Put together as tools/build.mjs does, without being written. */
async function builtProgram(): Promise<Metafile> {
  const { metafile } = await build({
    entryPoints: ['src/cli/main.ts'],
    outdir: 'dist',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    packages: 'external',
    absWorkingDir: join(import.meta.dirname, '../..'),
    metafile: true,
    write: false,
    logLevel: 'silent',
  })
  return metafile
}

function outputOf(outputs: Metafile['outputs'], entry: string): string {
  const found = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === entry)
  if (!found) throw new Error(`${entry} is in no file of its own.`)
  return found[0]
}
