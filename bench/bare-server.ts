// The yardstick for reads: node:http alone, answering every request with the bytes it was started with.
import { createServer } from 'node:http'

interface Recorded {
  readonly status: number
  readonly headers: Record<string, string>
  readonly body: string
}

const recorded: Recorded = JSON.parse(process.argv[2] ?? '')
const body = Buffer.from(recorded.body)

const server = createServer((_request, response) => {
  response.writeHead(recorded.status, recorded.headers)
  response.end(body)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`${JSON.stringify({ port: typeof address === 'object' ? address?.port : undefined })}\n`)
})
