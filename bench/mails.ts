// What ten thousand waiting mails cost the API while they are sent: the same requests, with and without them.
import { DatabaseSync } from 'node:sqlite'
import { type Bench, type Requests, script } from './bench.ts'
import { startServer } from './process.ts'
import { type Line, lineOf, type Pair, progress } from './report.ts'
import { callerOf, type Installed, install, type Serving, serve } from './serving.ts'

const MAILS = 10_000
const BATCH = 500

interface Side {
  readonly installed: Installed
  readonly server: Serving
  readonly headers: Record<string, string>
  readonly path: string
}

/** Two servers with the same invitations; one of them has yet to send their mails, and the other one has none to send. */
export async function benchMails(bench: Bench): Promise<readonly Line[]> {
  await using sink = await startServer<{ port: number }>([script('smtp-sink.ts')], 'load')
  const mailing = { SMTP_URL: `smtp://127.0.0.1:${sink.started.port}`, MAIL_FROM: 'atrium@example.com' }
  const idle = await sideWith(bench, {}, mailing)
  await using _idle = idle.server
  const busy = await sideWith(bench, mailing, mailing)
  await using _busy = busy.server
  const lines = [
    await compare(bench, 'GET one, 10,000 mails waiting against none', idle, busy, ({ installed, headers, path }) => ({
      kind: 'get',
      url: installed.url + path,
      headers,
    })),
    await compare(bench, 'POST one, likewise', idle, busy, ({ installed, headers }) => ({
      kind: 'post',
      url: `${installed.url}/api/atlas/v2/orgs/${installed.orgId}/invites`,
      headers,
    })),
  ]
  return [...lines, { what: 'mails sent meanwhile', atrium: String(await sent(busy)), wanted: 'more than 0' }]
}

/** Invites ten thousand people under the first settings, and serves under the others. */
async function sideWith(
  bench: Bench,
  inviting: Record<string, string>,
  serving: Record<string, string>,
): Promise<Side> {
  const installed = await install(bench.folder())
  let path = ''
  {
    await using _server = await serve({ ...installed.env, ...inviting })
    const headers = await callerOf(installed)
    const collection = `/api/atlas/v2/orgs/${installed.orgId}/invites`
    for (let start = 0; start < MAILS; start += BATCH) {
      progress(`inviting: ${start} of ${MAILS}`)
      path ||= `${collection}/${await inviteMany(installed.url + collection, headers, start)}`
    }
  }
  const server = await serve({ ...installed.env, ...serving })
  return { installed, server, headers: await callerOf(installed), path }
}

/** Answers the id of the first. */
async function inviteMany(collection: string, headers: Record<string, string>, start: number): Promise<string> {
  const invitations = Array.from({ length: BATCH }, (_, index) => ({
    username: `person-${start + index}@example.com`,
    roles: ['ORG_MEMBER'],
  }))
  const answer = await fetch(`${collection}:batch`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ invitations }),
  })
  const { results } = JSON.parse(await answer.text())
  return results[0].invitation.id
}

/** In turns, and only one of the servers runs at a time: what one does must not cost the other. */
async function compare(
  bench: Bench,
  what: string,
  idle: Side,
  busy: Side,
  requestsTo: (side: Side) => Requests,
): Promise<Line> {
  const burst = async (running: Side, resting: Side) => {
    process.kill(resting.server.pid, 'SIGSTOP')
    const measured = await bench.burst(requestsTo(running))
    process.kill(resting.server.pid, 'SIGCONT')
    return measured
  }
  await burst(idle, busy)
  await burst(busy, idle)
  const pairs: Pair[] = []
  for (let pair = 0; pair < bench.pairs; pair += 1) {
    progress(`${what}: pair ${pair + 1} of ${bench.pairs}`)
    const yardstick = (await burst(idle, busy)).perSecond
    pairs.push({ yardstick, ours: await burst(busy, idle), cpu: Number.NaN })
  }
  const { processor: _, ...line } = lineOf(what, '≥ 0.90', '/s', pairs)
  return line
}

/** Read once the server has gone, which has its store to itself. */
async function sent({ installed, server }: Side): Promise<number> {
  await server[Symbol.asyncDispose]()
  using db = new DatabaseSync(installed.file)
  return Number(db.prepare("select count(*) as count from outbox where status = 'sent'").get()?.['count'])
}
