// `atrium/testing`
const { load } = require('./load.cjs')

const built = load('testing', 'testing.mjs')

exports.startAtrium = built.startAtrium
exports.AtriumError = built.AtriumError
