// `npm run conformance`: compares what Atrium answers with what the live service was recorded to answer, and with the
// official document. Both lie outside of the project, and so does this check outside of `npm test`.
// With --write, the page of reviewed differences is written anew. With --answers <file>, the answers that `npm test`
// kept in that file (ATRIUM_ANSWERS) are held against the document too.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const root = join(import.meta.dirname, '../..')
const contract = join(root, '../shared/contract')

if (existsSync(contract)) {
  const { checkConformance } = await import('./conformance.ts')
  const { values } = parseArgs({ options: { write: { type: 'boolean', default: false }, answers: { type: 'string' } } })
  process.exitCode = await checkConformance(root, contract, values)
} else {
  console.log('conformance: skipped, since the recordings and the official document are not on this machine')
}
