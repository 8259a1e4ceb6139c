// `atrium/testing/vitest`: like the others, but imported, since Vitest itself is a module.
import { requireNode } from './load.cjs'

requireNode('testing/vitest')
const built = await import(new URL('../dist/testing-vitest.mjs', import.meta.url).href)
export const { atriumTest } = built
