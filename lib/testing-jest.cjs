// `atrium/testing/jest`
const { load } = require('./load.cjs')

const built = load('testing/jest', 'testing-jest.mjs')

/**
 * Jest gives each file of tests globals of its own, which what Node has loaded does not see.
 * @param {unknown} options
 * @param {unknown} hooks
 */
exports.useAtrium = (options, hooks = globalThis) => built.useAtrium(options, hooks)
