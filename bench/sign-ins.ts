// Five hundred people who sign in at once: hashing passwords must not keep the server from everything else.
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { type Bench, script } from './bench.ts'
import { residentMiB } from './process.ts'
import { type Line, median, progress, rounded } from './report.ts'
import { type Installed, install, serve } from './serving.ts'

const PEOPLE = 500

interface Delay {
  readonly p99: number
  readonly max: number
}

interface Round {
  readonly delay: Delay
  /** How often each status was answered. */
  readonly statuses: Readonly<Record<string, number>>
}

export async function benchSignIns(bench: Bench): Promise<readonly Line[]> {
  // Each comes from a network of their own, or the server would take them for one guesser.
  const installed = await install(bench.folder(), { TRUSTED_PROXIES: '127.0.0.1' })
  await using server = await serve(installed.env, ['--import', script('loop-delay.mjs')])
  if (!server.output) throw new Error('The server has no output.')
  const figures = createInterface({ input: server.output })
  const delayOf = async (): Promise<Delay> => {
    const line = once(figures, 'line')
    process.kill(server.pid, 'SIGUSR2')
    return JSON.parse(String((await line)[0]))
  }
  await signIn(installed, 0)
  const before = residentMiB(server.pid)
  const rounds: Round[] = []
  for (let round = 0; round < bench.pairs; round += 1) {
    progress(`${PEOPLE} sign-ins at once: round ${round + 1} of ${bench.pairs}`)
    await delayOf()
    const answered = await Promise.all(Array.from({ length: PEOPLE }, (_, index) => signIn(installed, index + 1)))
    const statuses: Record<string, number> = {}
    for (const status of answered) statuses[status] = (statuses[status] ?? 0) + 1
    rounds.push({ delay: await delayOf(), statuses })
  }
  return linesOf(rounds, residentMiB(server.pid) - before)
}

function linesOf(rounds: readonly Round[], grown: number): readonly Line[] {
  const p99s = rounds.map(({ delay }) => delay.p99)
  const told = Object.entries(rounds[0]?.statuses ?? {}).map(([status, count]) => `${count} × ${status}`)
  return [
    {
      what: `delay of the event loop while ${PEOPLE} sign in at once, 99th percentile`,
      atrium: `${median(p99s).toFixed(1)} ms, at worst ${Math.max(...p99s).toFixed(1)} ms`,
      wanted: '≤ 50 ms',
    },
    { what: 'how the first of these rounds was answered', atrium: told.join(', '), wanted: 'the excess 503' },
    { what: 'memory grown since the first sign-in', atrium: `${rounded(grown)} MiB`, wanted: '≤ 200 MB' },
  ]
}

/** By an address that nobody has, which is as much work as a wrong password. Answers the status. */
async function signIn({ url }: Installed, index: number): Promise<number> {
  const answer = await fetch(`${url}/sign-in`, {
    method: 'POST',
    headers: {
      origin: url,
      'sec-fetch-site': 'same-origin',
      'x-forwarded-for': `198.18.${index >> 8}.${index & 255}`,
    },
    body: new URLSearchParams({ email: `person-${index}@example.com`, password: 'violet ladder under seven' }),
  })
  await answer.text()
  return answer.status
}
