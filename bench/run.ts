// `npm run bench [-- NAME …] [-- --seconds N] [-- --pairs N]`: a table in Markdown and one JSON document.
import { parseArgs } from 'node:util'
import { benchPages } from './accept-page.ts'
import { type Bench, createBench } from './bench.ts'
import { benchClock } from './clock.ts'
import { benchDouble } from './double.ts'
import { benchPosts, benchReads, benchScale, benchStart } from './invitations.ts'
import { benchMails } from './mails.ts'
import { type Line, report } from './report.ts'
import { benchSignIns } from './sign-ins.ts'
import { benchSnapshots } from './snapshots.ts'
import { benchManyUsers, benchUsers } from './users.ts'
import { benchWorlds } from './worlds.ts'

const PARTS: Readonly<Record<string, readonly ((bench: Bench) => Promise<readonly Line[]>)[]>> = {
  start: [benchStart],
  invitations: [benchStart, benchReads, benchPosts, benchScale],
  users: [benchUsers, benchManyUsers],
  pages: [benchPages],
  mails: [benchMails],
  'sign-ins': [benchSignIns],
  clock: [benchClock],
  snapshots: [benchSnapshots],
  double: [benchDouble],
  worlds: [benchWorlds],
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '2' }, pairs: { type: 'string', default: '5' } },
})
const seconds = Number(values.seconds)
const pairs = Number(values.pairs)
const names = positionals.length > 0 ? positionals : ['invitations', 'users']
const parts = names.flatMap((name) => {
  const part = PARTS[name]
  if (!part) throw new Error(`There is no part "${name}"; there are ${Object.keys(PARTS).join(', ')}.`)
  return part
})

const lines: Line[] = []
{
  using bench = createBench(seconds, pairs)
  for (const part of parts) lines.push(...(await part(bench)))
}
console.log(report(lines, { seconds, pairs }))
