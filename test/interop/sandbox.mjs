// A sandbox as a child process, and what its clients need to begin.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const HERE = import.meta.dirname

/**
 * Starts one in this folder with this seed file; `ready` is the line that it prints.
 *
 * @param {string} folder
 * @param {string} seed
 */
export async function startSandbox(folder, seed) {
  const args = ['dev', '--json', '--port', '0', '--data', join(folder, 'data'), '--seed', seed]
  const server = spawn(
    process.execPath,
    ['--import', join(HERE, 'clock.mjs'), join(HERE, '../../bin/atrium.mjs'), ...args],
    {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    },
  )
  const stopped = once(server, 'exit')
  const [line] = await Promise.race([once(createInterface(server.stdout), 'line'), stopped])
  if (server.exitCode !== null) throw new Error('The server did not start.')
  const advance = async (minutes) => {
    const moved = once(server, 'message')
    server.send(minutes * 60_000)
    await moved
  }
  const stop = async () => {
    server.kill('SIGTERM')
    const [code] = await stopped
    if (code !== 0) throw new Error(`The server ended with ${code}.`)
  }
  return { ready: JSON.parse(line), advance, stop }
}

/** An access token of the service account that the sandbox printed. */
export async function tokenOf({ url, serviceAccount: { clientId, clientSecret } }) {
  const answer = await fetch(`${url}/api/oauth/token`, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  })
  return (await answer.json()).access_token
}
