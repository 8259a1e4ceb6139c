// digest-fetch: keeps its nonce and counts on.
import DigestClient from 'digest-fetch'
import { BASE, runFlows } from './flows.js'

const clients = new WeakMap()

function clientOf(credentials) {
  const known = clients.get(credentials) ?? new DigestClient(credentials.publicKey, credentials.privateKey)
  clients.set(credentials, known)
  return known
}

await runFlows(
  'digest-fetch',
  async (credentials, method, path, body, accept) => {
    const answer = await clientOf(credentials).fetch(`${BASE}${path}`, {
      method,
      headers: { Accept: accept, ...(body ? { 'Content-Type': accept } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const text = await answer.text()
    return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) }
  },
  { reuses: true },
)
