// The Dockerfile: what it promises, and its commands run as it says, since the image itself takes more than npm to build.
import { execFile, execFileSync, spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { scratchFolder } from '../harness/scratch.ts'

const root = join(import.meta.dirname, '../..')
const UID = 1234

/** Its instructions in order, each as the word and what stands behind it. */
const instructions = readFileSync(join(root, 'Dockerfile'), 'utf8')
  .replaceAll(/^#.*\n/gm, '')
  .replaceAll(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => line !== '')
  .map((line): readonly [string, string] => {
    const [word = ''] = line.split(' ')
    return [word, line.slice(word.length + 1)]
  })

const all = (word: string): readonly string[] => instructions.flatMap(([each, rest]) => (each === word ? [rest] : []))
const the = (word: string): string => {
  const [only, ...more] = all(word)
  if (only === undefined || more.length > 0) throw new Error(`There are ${all(word).length} of ${word}.`)
  return only
}
const words = (text: string): readonly string[] => JSON.parse(text.replace(/^.*CMD (?=\[)/, ''))
/** What the second stage takes from the first, and where to. */
const taken = all('COPY').flatMap((line) => {
  const [, sources = '', target = ''] = /^--from=build (.+) (\S+)$/.exec(line) ?? []
  return sources === '' ? [] : sources.split(' ').map((source) => [source.replace('/build/', ''), target] as const)
})
const environment = Object.fromEntries(
  the('ENV')
    .split(/ +/)
    .map((pair) => pair.split('=')),
)

test('the image runs as a user without rights over its files, with a volume that is that user’s', () => {
  expect(all('FROM')).toEqual(['node:24-slim AS build', 'node:24-slim'])
  expect(the('USER')).toBe('node')
  expect(the('VOLUME')).toBe('/data')
  expect(all('COPY').filter((line) => line.includes('--chown'))).toEqual([])
  const lines = instructions.map(([word, rest]) => `${word} ${rest}`)
  const order = ['RUN mkdir /data && chown node:node /data', 'VOLUME /data', 'USER node'].map((line) =>
    lines.indexOf(line),
  )
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  expect(order).not.toContain(-1)
})

test('it is built by the commands of package.json, and says whether it serves', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  expect(all('RUN')[0]).toMatch(/^npm ci/)
  expect(scripts.prepare).toBe('node tools/build.mjs')
  expect(the('HEALTHCHECK')).toContain('CMD ["node", "-e", ')
  expect(words(the('CMD'))).toEqual(['dev', '--host', '0.0.0.0', '--data', '/data'])
})

/** The tree of the image in a folder: built from what .dockerignore lets through, and nothing else of this checkout. */
function assembled(): string {
  const folder = scratchFolder()
  const context = join(folder, 'build')
  const image = join(folder, 'atrium')
  for (const path of [context, image]) mkdirSync(path)
  const names = readFileSync(join(root, '.dockerignore'), 'utf8').matchAll(/^!(.+)$/gm)
  const listed = execFileSync('sh', ['-c', `echo ${[...names].map(([, name]) => name).join(' ')}`], { cwd: root })
  for (const name of String(listed).trim().split(' '))
    cpSync(join(root, name), join(context, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(context, 'node_modules'))
  execFileSync(process.execPath, ['tools/build.mjs'], { cwd: context })
  for (const [source, target] of taken) {
    cpSync(join(context, source), target === './' ? join(image, source) : join(image, target), { recursive: true })
  }
  return folder
}

const SEPARATE = ['--mount', '--propagation', 'private']
const canMount =
  process.getuid?.() === 0 && spawnSync('unshare', [...SEPARATE, 'mount', '-o', 'remount,bind,ro', '/']).status === 0

test.skipIf(!canMount)(
  'its commands run on a read-only root as another user, and write to the volume alone',
  async () => {
    const folder = assembled()
    const data = join(folder, 'data')
    mkdirSync(data)
    chownSync(data, UID, UID)
    chmodSync(folder, 0o755)
    const [, ...entry] = words(the('ENTRYPOINT'))
    const inPlace = (word: string): string => word.replace('/atrium/', `${folder}/atrium/`).replace('/data', data)
    const command = [...entry, ...words(the('CMD')), '--port', '0', '--json'].map(inPlace)
    const run = `mount --bind ${data} ${data} && mount -o remount,bind,ro / && touch ${folder}/x 2>/dev/null && exit 9
exec setpriv --reuid ${UID} --regid ${UID} --clear-groups "$@"`
    const shell = [...SEPARATE, 'sh', '-c', run, 'sh', process.execPath, ...command]
    const child = spawn('unshare', shell, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
    onTestFinished(() => void child.kill('SIGKILL'))
    const started = Promise.withResolvers<string>()
    let logged = ''
    child.stdout.setEncoding('utf8').once('data', started.resolve)
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      logged += text
    })
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
    void ended.then((code) => started.reject(new Error(`It ended with ${code}: ${logged}`)))

    const { port } = new URL(JSON.parse(await started.promise).url)
    const [, ...check] = words(the('HEALTHCHECK'))
    expect(await codeOf(check, port)).toBe(0)
    expect(logged).toContain('WARNING: --host 0.0.0.0 lets other machines in.')
    expect(existsSync(join(data, 'atrium.db'))).toBe(true)
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(await codeOf(check, port)).toBe(1)
  },
)

const codeOf = (args: readonly string[], port: string): Promise<unknown> =>
  new Promise((resolve) => {
    execFile(process.execPath, [...args], { env: { PORT: port } }, (error) => resolve(error ? error.code : 0))
  })
