// `fetch` for an Atrium's url, also where the certificate is signed by an authority that only this test trusts.
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:https'
import { buffer } from 'node:stream/consumers'

export type Fetch = (url: string, init?: RequestInit) => Promise<Response>

// As it is now: a test that puts another one in its place means its own requests.
const plainFetch = globalThis.fetch

/** With `caFile`, the connections trust that authority alone, because Node's own fetch cannot be given one. */
export function fetchOver(caFile: string | undefined): Fetch {
  if (caFile === undefined) return plainFetch
  const agent = new Agent({ ca: readFileSync(caFile) })
  return async (url, init) => exchange(agent, new Request(url, init))
}

const WITHOUT_BODY = [204, 205, 304]

async function exchange(agent: Agent, asked: Request): Promise<Response> {
  const { method, url, signal } = asked
  const body = Buffer.from(await asked.arrayBuffer())
  const { promise, resolve, reject } = Promise.withResolvers<Response>()
  const headers = Object.fromEntries(asked.headers)
  const outgoing = request(url, { agent, method, headers, signal }, (incoming) => {
    const { statusCode: status = 0, statusMessage: statusText = '', rawHeaders } = incoming
    const pairs = rawHeaders.flatMap((name, index) => (index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? '']] : []))
    const answered = (bytes: Buffer): Response => {
      const content = WITHOUT_BODY.includes(status) ? null : new Uint8Array(bytes)
      return new Response(content, {
        status,
        statusText,
        headers: new Headers(pairs.map(([name = '', value = '']) => [name, value])),
      })
    }
    buffer(incoming).then((bytes) => resolve(answered(bytes)), reject)
  })
  outgoing.on('error', reject)
  outgoing.end(body)
  return promise
}
