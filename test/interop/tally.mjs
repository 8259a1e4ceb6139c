// Stands between client and server, passes everything on as it came, and knows what each answer was: how often a client
// is turned away before it succeeds or gives up shows only on the wire.
import { once } from 'node:events'
import http from 'node:http'

/**
 * Listens on a free port of the loopback. Beside what it forwards: POST /__tally/reset forgets, GET /__tally tells each
 * status since and whether a challenge was stale, POST /__tally/advance?minutes=N moves the server's clock.
 *
 * @param {string} target the server's address
 * @param {(minutes: number) => Promise<void>} advance
 */
export async function startTally(target, advance) {
  const agent = new http.Agent({ keepAlive: true })
  const { hostname, port } = new URL(target)
  let statuses = []
  let stale = []

  const forget = () => {
    statuses = []
    stale = []
  }

  const forward = (request, response) => {
    const passedOn = http.request(
      { agent, hostname, port, method: request.method, path: request.url, headers: request.rawHeaders },
      (answer) => {
        statuses.push(answer.statusCode)
        if (answer.statusCode === 401) stale.push(/stale=true/.test(answer.headers['www-authenticate'] ?? ''))
        response.writeHead(answer.statusCode ?? 502, answer.statusMessage, answer.rawHeaders)
        answer.pipe(response)
      },
    )
    passedOn.on('error', () => response.destroy())
    request.pipe(passedOn)
  }

  const control = async (url, response) => {
    if (url.pathname.endsWith('/reset')) forget()
    if (url.pathname.endsWith('/advance')) await advance(Number(url.searchParams.get('minutes')))
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ stale, statuses }))
  }

  const server = http.createServer((request, response) => {
    if (!request.url?.startsWith('/__tally')) return forward(request, response)
    return control(new URL(request.url, target), response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.close()
      server.closeAllConnections()
      agent.destroy()
    },
  }
}
