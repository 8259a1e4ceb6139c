// `atrium/testing/node`
const { load } = require('./load.cjs')

const built = load('testing/node', 'testing-node.mjs')

exports.useAtrium = built.useAtrium
