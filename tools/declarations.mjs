// The types of the libraries that the package exports: declarations of their entries and of the files that these name.
import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import ts from 'typescript'

/** @type {import('typescript').CompilerOptions} */
const OPTIONS = { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext, stripInternal: true }

/**
 * The declarations of the entries and of what they import, by path in `folder`, without asking the type checker: every
 * export says its type. Throws for one that does not.
 * @param {readonly string[]} entries
 * @param {string} folder
 * @returns {ReadonlyMap<string, string>}
 */
export function declarations(entries, folder) {
  /** @type {Map<string, string>} */
  const found = new Map()
  const waiting = [...entries]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const name = relative(folder, path).replace(/\.ts$/, '.d.ts')
    if (found.has(name)) continue
    const { text, imported } = declarationOf(path)
    found.set(name, text)
    for (const other of imported) waiting.push(join(dirname(path), other))
  }
  return found
}

/** @param {string} path */
function declarationOf(path) {
  const source = readFileSync(path, 'utf8')
  const { outputText, diagnostics = [] } = ts.transpileDeclaration(source, { compilerOptions: OPTIONS, fileName: path })
  if (diagnostics.length > 0) {
    const problems = diagnostics.map(({ start = 0, messageText }) => {
      const line = source.slice(0, start).split('\n').length
      return `${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
    })
    throw new Error(`${path} has no declarations:\n${problems.join('\n')}`)
  }
  /** @type {string[]} */
  const imported = []
  // What the declarations say `from`, not what the source does: the rest is nobody's concern.
  const text = outputText.replaceAll(/(?<=\bfrom ')(\.\.?\/[^']+)\.ts(?=')/g, (_all, module) => {
    imported.push(`${module}.ts`)
    return `${module}.js`
  })
  return { text, imported }
}
