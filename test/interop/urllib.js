// urllib: a new nonce for each call, but one counter for all of them, and no algorithm in its answer.
import { HttpClient } from 'urllib'
import { BASE, runFlows } from './flows.js'

const client = new HttpClient()

await runFlows(
  'urllib',
  async ({ publicKey, privateKey }, method, path, body, accept) => {
    const { status, data } = await client.request(`${BASE}${path}`, {
      method,
      digestAuth: `${publicKey}:${privateKey}`,
      headers: { Accept: accept, ...(body ? { 'Content-Type': accept } : {}) },
      ...(body ? { content: JSON.stringify(body) } : {}),
    })
    const text = data.toString()
    return { status, body: text === '' ? undefined : JSON.parse(text) }
  },
  { reuses: false },
)
