// The pages of the double and the guides against what is there: operations, and what they link to.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { doubleWithRoutes } from '../harness/sandbox-routes.ts'
import { hasProgram, readersFolder } from './folder.ts'

const root = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** Scripts of the start page, the address without its slash, and the single documents of the reference. */
const UNLISTED = /\.js$|^\/_atrium$|^\/_atrium\/openapi\//

test('the page of the double lists every operation that it has, and no other', async () => {
  const rows = [...read('docs/double/README.md').matchAll(/^\| ([A-Z]+) \| `(\S+)` \|/gm)]
  const { routes } = await doubleWithRoutes()
  const listed = routes.filter(({ method, path }) => method !== 'HEAD' && !UNLISTED.test(path))
  expect(rows.map(([, method, path]) => `${method} ${path}`).sort()).toEqual(
    listed.map(({ method, path }) => `${method} ${path}`).sort(),
  )
})

test.skipIf(!hasProgram('curl'))('the minute with the double goes by as the first page shows it', async () => {
  const [, minute = ''] = /## A minute with the double[\s\S]*?```sh\n([\s\S]*?)```/.exec(read('README.md')) ?? []
  const { double } = await doubleWithRoutes()
  const failing = 'curl() { command curl --fail-with-body --silent --show-error "$@"; echo; }'
  const commands = minute.replace('http://localhost:8080', double.world.url)
  const { code, printed } = await readersFolder().run(`${failing}\n${commands}`)
  expect([code, printed.match(/\{"frozen":\w+/g)]).toEqual([0, ['{"frozen":true', '{"frozen":true', '{"frozen":false']])
})

test('every fault that the pages name is one that can be planned', async () => {
  const pages = ['docs/double/faults.md', 'docs/guides/what-your-tool-does-on-429.md']
  const faults = pages.flatMap((page) =>
    [...read(page).matchAll(/[`'](\{"operationId"[^}]*\})[`']/g)].map(([, body = '']) => body),
  )
  const { double } = await doubleWithRoutes()
  const refused = []
  for (const body of faults) {
    const { status } = await fetch(`${double.world.url}/_atrium/faults`, { method: 'POST', body })
    if (status !== 201) refused.push(body)
  }
  expect(faults.length).toBeGreaterThan(10)
  expect(refused).toEqual([])
})

test('every link between pages leads to a page, and to a heading of it', () => {
  const pages = globSync(['*.md', 'docs/**/*.md'], { cwd: root })
  const broken = pages.flatMap((page) =>
    linksIn(page)
      .filter(
        ({ path, heading }) => !existsSync(path) || (heading !== undefined && !headingsOf(path).includes(heading)),
      )
      .map(({ link }) => `${page}: ${link}`),
  )
  expect(broken).toEqual([])
})

interface Link {
  readonly link: string
  readonly path: string
  readonly heading: string | undefined
}

/** Those within the repository. */
const linksIn = (page: string): readonly Link[] =>
  [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = '']) => {
    if (/^\w+:/.test(link)) return []
    const [file = '', heading] = link.split('#')
    return { link, path: file === '' ? join(root, page) : join(root, dirname(page), file), heading }
  })

/** As the hosts of repositories name them in links. */
const headingsOf = (path: string): readonly string[] =>
  [...readFileSync(path, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, text = '']) =>
    text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  )
