// Fifty workers of Vitest on one server, each in a world of its own, all at the same time.
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startDev } from '../harness/dev-process.ts'
import { scratchFolder } from '../harness/scratch.ts'

const WORKERS = 50
/** In milliseconds: the workers give way to the other tests of a run, and so take long beside them. */
const PATIENCE = 240_000
const root = join(import.meta.dirname, '../..')

/** Answers nobody until all have asked. */
async function startGate(): Promise<{ readonly url: string } & AsyncDisposable> {
  const waiting: ServerResponse[] = []
  const gate = createServer((_request, response) => {
    waiting.push(response)
    if (waiting.length === WORKERS) for (const each of waiting) each.end()
  })
  gate.listen(0, '127.0.0.1')
  await once(gate, 'listening')
  const address = gate.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    [Symbol.asyncDispose]: async () => {
      gate.closeAllConnections()
      gate.close()
    },
  }
}

/** Invites the same addresses as all the others, and looks at its own world only once every world has been filled. */
const worker = (server: string, gate: string, index: number): string => `import { expect, test } from 'vitest'
const json = async (url, init) => JSON.parse(await (await fetch(url, init)).text())
const post = (url, token, body) => json(url, { method: 'POST', body: JSON.stringify(body), headers: { Accept: 'application/vnd.atlas.2023-01-01+json', Authorization: 'Bearer ' + token, 'Content-Type': 'application/json' } })
test('sees its own alone', async () => {
  const seed = { organizations: [{ name: 'Acme ${index}' }] }
  const { url, orgId, serviceAccount: { clientId, clientSecret }, id } = await json('${server}/_atrium/tenants', { method: 'POST', body: JSON.stringify({ seed }) })
  const { access_token: token } = await json(url + '/api/oauth/token', { method: 'POST', headers: { Authorization: 'Basic ' + btoa(clientId + ':' + clientSecret) }, body: new URLSearchParams({ grant_type: 'client_credentials' }) })
  const invites = url + '/api/atlas/v2/orgs/' + orgId + '/invites'
  for (const guest of ['ann', 'bob']) await post(invites, token, { username: guest + '@example.com', roles: ['ORG_MEMBER'] })
  await fetch('${gate}')
  const seen = await json(invites, { headers: { Accept: 'application/vnd.atlas.2023-01-01+json', Authorization: 'Bearer ' + token } })
  expect(seen.map(({ username, orgName }) => [username, orgName])).toEqual([['ann@example.com', 'Acme ${index}'], ['bob@example.com', 'Acme ${index}']])
  const mails = await json(url + '/_atrium/outbox')
  expect(mails.map(({ to }) => to).sort()).toEqual(['ann@example.com', 'bob@example.com'])
  expect((await json(url + '/_atrium/requests?operationId=createOrgInvite')).length).toBe(2)
  await fetch('${server}/_atrium/tenants/' + id, { method: 'DELETE' })
}, ${PATIENCE})
`

test(
  'fifty workers that invite the same people see their own invitations alone',
  async () => {
    await using server = await startDev(join(root, 'src/cli/main.ts'), ':memory:')
    await using gate = await startGate()
    const { url } = server.line
    const folder = scratchFolder()
    mkdirSync(join(folder, 'node_modules'))
    symlinkSync(join(root, 'node_modules/vitest'), join(folder, 'node_modules/vitest'))
    for (let index = 0; index < WORKERS; index += 1) {
      writeFileSync(join(folder, `worker-${index}.test.mjs`), worker(url, gate.url, index))
    }
    const vitest = join(root, 'node_modules/vitest/vitest.mjs')
    const args = [vitest, 'run', '--root', folder, '--pool', 'threads', '--maxWorkers', String(WORKERS)]
    const { code, stdout } = await new Promise<{ code: unknown; stdout: string }>((resolve) => {
      const env = { ...process.env, CI: '', NO_COLOR: '1' }
      const child = execFile(process.execPath, args, { env }, (error, out) =>
        resolve({ code: error?.code ?? 0, stdout: out }),
      )
      if (child.pid !== undefined) setPriority(child.pid, 5)
    })
    expect([code, /Tests +(.+)/.exec(stdout)?.[1], stdout]).toEqual([0, `${WORKERS} passed (${WORKERS})`, stdout])
    expect(JSON.parse(await (await fetch(`${url}/_atrium/tenants`)).text())).toEqual([])
    expect(JSON.parse(await (await fetch(`${url}/_atrium/outbox`)).text())).toEqual([])
  },
  PATIENCE,
)
