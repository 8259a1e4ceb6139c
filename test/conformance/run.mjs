// `npm run conformance`: compares what Atrium answers with what the live service was recorded to answer, and with the
// official document. Both lie outside of the project, and so does this check outside of `npm test`.
// With --write, the page of reviewed differences is written anew.
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const contract = join(root, '../shared/contract')

if (existsSync(contract)) {
  const { checkConformance } = await import('./conformance.ts')
  process.exitCode = await checkConformance(root, contract, process.argv.includes('--write'))
} else {
  console.log('conformance: skipped, since the recordings and the official document are not on this machine')
}
