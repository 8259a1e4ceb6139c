// Bundles the server into dist/: the entry, and chunks for whatever is imported on first use.
import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { isBuiltin } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { build } from 'esbuild'
import { declarations } from './declarations.mjs'

const root = realpathSync(join(import.meta.dirname, '..'))
/** What is built: the program, and the libraries that `exports` of package.json names, all over the same chunks. */
const entries = {
  atrium: join(root, 'src/cli/main.ts'),
  testing: join(root, 'src/testing/testing.ts'),
  'testing-node': join(root, 'src/testing/node.ts'),
  'testing-jest': join(root, 'src/testing/jest.ts'),
  'testing-vitest': join(root, 'src/testing/vitest.ts'),
  client: join(root, 'src/client/main.ts'),
}
const outdir = join(root, 'dist')
const UNKNOWN_COMMIT = '0'.repeat(40)

// CommonJS packages expect these names, which ES modules lack.
const commonJsNames = `
import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
const __filename = import.meta.filename
const __dirname = import.meta.dirname
`.trim()

/** @param {string[]} words */
function git(...words) {
  // The checkout may belong to another user than the one who builds, which git refuses without this word.
  const options = ['-c', `safe.directory=${root}`, '-C', root]
  return execFileSync('git', [...options, ...words], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
}

/** The commit of this checkout; zeros outside of one, also when the folder merely lies inside another repository. */
function commit() {
  try {
    return git('rev-parse', '--show-toplevel') === root ? git('rev-parse', '--verify', 'HEAD') : UNKNOWN_COMMIT
  } catch {
    return UNKNOWN_COMMIT
  }
}

/**
 * Gives `await import('a-package')` the same names in the bundle as in Node: in chunks of their own, esbuild leaves
 * CommonJS packages with nothing but `default`. The detour is a module that writes out each name.
 * @type {import('esbuild').Plugin}
 */
const namesOfPackages = {
  name: 'names-of-packages',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[^./]/ }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import' || isBuiltin(path)) return undefined
      // By this ending esbuild knows that `default` is to be what Node says it is.
      return { path: `${path}.mjs`, namespace: 'names', pluginData: { path, resolveDir } }
    })
    onLoad({ filter: /.*/, namespace: 'names' }, async ({ pluginData: { path, resolveDir } }) => {
      const names = Object.keys(await import(path)).filter((name) => name !== 'module.exports')
      const lines = names.map((name, index) => `const name${index} = all.${name}; export { name${index} as ${name} }`)
      return { contents: [`import * as all from '${path}'`, ...lines].join('\n'), resolveDir }
    })
  },
}

/** @param {string} version */
function bundle(version) {
  return build({
    entryPoints: entries,
    outdir,
    chunkNames: 'chunks/[name]-[hash]',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    external: ['pg-native', 'vitest'],
    plugins: [namesOfPackages],
    banner: { js: commonJsNames },
    define: { __ATRIUM_VERSION__: JSON.stringify(version), __ATRIUM_GIT_HASH__: JSON.stringify(commit()) },
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    write: false,
    logLevel: 'warning',
    absWorkingDir: root,
  })
}

/**
 * Puts the files in place one by one, the entry last, and then drops what earlier builds left: whoever starts or tests
 * the server meanwhile finds either build whole.
 * @param {readonly import('esbuild').OutputFile[]} files
 */
function install(files) {
  const byDepth = files.toSorted((a, b) => b.path.split('/').length - a.path.split('/').length)
  for (const file of byDepth) {
    mkdirSync(dirname(file.path), { recursive: true })
    const draft = `${file.path}.${process.pid}`
    writeFileSync(draft, file.contents)
    renameSync(draft, file.path)
  }
  const current = new Set(files.map((file) => file.path))
  for (const path of globSync(join(outdir, '**/*.mjs'))) {
    if (!current.has(path)) rmSync(path, { force: true })
  }
}

/** Puts the typeface of the pages beside the program, with its licence. */
function copyTypeface() {
  const folder = join(root, 'node_modules/@fontsource-variable/inter')
  mkdirSync(join(outdir, 'assets'), { recursive: true })
  copyFileSync(
    join(folder, 'files/inter-latin-wght-normal.woff2'),
    join(outdir, 'assets/inter-latin-wght-normal.woff2'),
  )
  copyFileSync(join(folder, 'LICENSE'), join(outdir, 'assets/inter-LICENSE.txt'))
}

/** Puts what pages load beside the program. */
function copyScripts() {
  const folder = join(outdir, 'assets/start-page')
  mkdirSync(folder, { recursive: true })
  for (const path of globSync(join(root, 'src/sandbox/start-page/browser/*.js'))) {
    copyFileSync(path, join(folder, basename(path)))
  }
}

/** For `import`, and for `require` in a folder of their own: TypeScript tells them apart by the package.json above. */
function writeTypes() {
  const { atrium: _program, client, 'testing-vitest': vitest, ...others } = entries
  const forRequire = join(outdir, 'types-for-require')
  writeDeclarations([client, vitest, ...Object.values(others)], join(outdir, 'types'))
  writeDeclarations(Object.values(others), forRequire)
  writeFileSync(join(forRequire, 'package.json'), '{ "type": "commonjs" }\n')
}

/** @type {(libraries: readonly string[], folder: string) => void} */
function writeDeclarations(libraries, folder) {
  rmSync(folder, { recursive: true, force: true })
  for (const [name, text] of declarations(libraries, join(root, 'src'))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}

async function main() {
  const started = performance.now()
  if (!existsSync(entries.atrium)) throw new Error(`There is nothing to build: ${entries.atrium} is missing.`)
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const { outputFiles } = await bundle(version)
  copyTypeface()
  copyScripts()
  writeTypes()
  install(outputFiles)
  const kilobytes = (/** @type {typeof outputFiles} */ files) =>
    `${Math.round(files.reduce((sum, file) => sum + file.contents.length, 0) / 1000)} kB`
  const first = outputFiles.filter((file) => basename(file.path) === 'atrium.mjs')
  const chunks = outputFiles.length - first.length
  const took = Math.round(performance.now() - started)
  console.log(`dist/atrium.mjs ${kilobytes(first)}, with its ${chunks} chunks ${kilobytes(outputFiles)}, in ${took} ms`)
}

await main()
