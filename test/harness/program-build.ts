// Builds the program as tests want it: from the sources as they are now, or with a fault put in on purpose.
import { globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BuildContext, context, type Plugin } from 'esbuild'

/** Replaces one passage of the sources, wherever it stands. */
export interface Patch {
  /** Has to stand in the sources exactly once. */
  readonly find: string
  readonly replace: string
}

export interface Program extends AsyncDisposable {
  /** What Node has to run. */
  readonly entry: string
}

const root = join(import.meta.dirname, '../..')

// CommonJS packages expect `require`, which ES modules lack.
const REQUIRE = `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)`

const NONE: readonly Patch[] = []

/** One file in a folder of its own, removed on disposal. Throws when a patch no longer fits the sources. */
export async function buildProgram(patches = NONE): Promise<Program> {
  const text = await bundle(patches)
  const folder = mkdtempSync(join(tmpdir(), 'atrium-program-'))
  const entry = join(folder, 'atrium.mjs')
  writeFileSync(entry, text)
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  return { entry, [Symbol.asyncDispose]: async () => rmSync(folder, { recursive: true, force: true }) }
}

let changed: ReadonlyMap<string, string> = new Map()
let bundler: Promise<BuildContext<{ write: false }>> | undefined
let building: Promise<unknown> = Promise.resolve()
const bundles = new Map<readonly Patch[], Promise<string>>()

/** Builds each program once, and one after another: the bundler remembers what it has read, but makes one at a time. */
function bundle(patches: readonly Patch[]): Promise<string> {
  const known = bundles.get(patches)
  if (known !== undefined) return known
  const built = building.then(() => rebuild(patches))
  building = built.catch(() => undefined)
  bundles.set(patches, built)
  return built
}

async function rebuild(patches: readonly Patch[]): Promise<string> {
  changed = patches.length > 0 ? patched(readSources(), patches) : new Map()
  bundler ??= context({
    entryPoints: [join(root, 'src/cli/main.ts')],
    outfile: 'atrium.mjs',
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    external: ['pg'],
    plugins: [patching],
    banner: { js: REQUIRE },
    logLevel: 'silent',
    absWorkingDir: root,
    write: false,
  })
  const { outputFiles } = await (await bundler).rebuild()
  return outputFiles[0]?.text ?? ''
}

const patching: Plugin = {
  name: 'patches',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const contents = changed.get(path)
      return contents === undefined ? undefined : { contents, loader: 'ts' }
    })
  },
}

/** The files that the patches change, each with its text after them. Throws unless each finds its passage once. */
export function patched(sources: ReadonlyMap<string, string>, patches: readonly Patch[]): ReadonlyMap<string, string> {
  const results = new Map<string, string>()
  for (const { find, replace } of patches) {
    const current = [...sources].map(([path, text]) => [path, results.get(path) ?? text] as const)
    const places = current.flatMap(([path, text]) =>
      text
        .split(find)
        .slice(1)
        .map(() => path),
    )
    const [place = ''] = places
    if (places.length !== 1) throw new Error(`A patch finds its passage ${places.length} times, not once:\n${find}`)
    results.set(
      place,
      (results.get(place) ?? sources.get(place) ?? '').replace(find, () => replace),
    )
  }
  return results
}

function readSources(): ReadonlyMap<string, string> {
  const paths = globSync('src/**/*.ts', { cwd: root }).filter((path) => !path.endsWith('.test.ts'))
  return new Map(paths.map((path) => [join(root, path), readFileSync(join(root, path), 'utf8')]))
}
