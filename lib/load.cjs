// What every library of the package for tests does first: says in one line what is missing, or hands over to what was built.
// Plain JavaScript that Node 18 reads, since a runtime that is too old is the first thing it has to report.
const { runInThisContext } = require('node:vm')

const OLDEST_NODE = 24

/** @param {string} library what it is imported as, after `atrium/` */
function requireNode(library) {
  const current = process.versions.node
  if (Number.parseInt(current, 10) < OLDEST_NODE) {
    throw new Error(
      `atrium/${library} needs Node ${OLDEST_NODE} or newer, this is ${current}: run your tests with a newer Node, for example by \`npm install --save-dev node@${OLDEST_NODE}\` and an npm script.`,
    )
  }
}

/**
 * What the built file exports.
 * @param {string} library what it is imported as, after `atrium/`
 * @param {string} file in dist/
 */
function load(library, file) {
  requireNode(library)
  // Node's own loader, from outside of the context that a test runner may have made for this file: the runner's would
  // read the whole server again for every file of tests, and Jest's reads no modules.
  const { createRequire } = runInThisContext('process').getBuiltinModule('node:module')
  return createRequire(__filename)(`../dist/${file}`)
}

exports.requireNode = requireNode
exports.load = load
