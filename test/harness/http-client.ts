// One HTTP exchange with every part of the request in the test's hands: nothing is normalised, followed or retried.
import { Agent, type IncomingHttpHeaders, request } from 'node:http'

export interface Call {
  readonly method: string
  /** The request target as it goes on the request line. */
  readonly target: string
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
  readonly body?: string | Uint8Array | undefined
}

export interface Exchange {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 })

/** Sends the call and reads the whole answer. An answer that arrives while the body is still being sent counts. */
export const exchange = (url: string, { method, target, headers = {}, body }: Call): Promise<Exchange> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url)
    const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }
    const all = {
      ...length,
      ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, mutable(value)])),
    }
    const sent = request({ agent, hostname, port, method, path: target, headers: all }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const { statusCode = 0 } = response
        resolve({ status: statusCode, headers: response.headers, text: Buffer.concat(chunks).toString() })
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })

const mutable = (value: string | readonly string[]): string | string[] =>
  typeof value === 'string' ? value : [...value]
