// What clients ask beside the API, under /api/private/: their own address, and where to send their telemetry.
import { type Answer, renderError } from '../api/answer.ts'
import { methodNotAllowed } from '../api/wire/errors.ts'

interface Endpoint {
  readonly methods: readonly string[]
  answer(address: string): Answer
}

const HEADERS = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' }
const JSON_HEADERS = { 'Content-Type': 'application/json', ...HEADERS }

/** The caller's address as an access list would hold it. */
const ipinfo: Endpoint = {
  methods: ['GET', 'HEAD'],
  answer: (address) => ({
    status: 200,
    headers: JSON_HEADERS,
    body: JSON.stringify({ currentIpv4Address: address }),
  }),
}

// 202 promises nothing, and nothing is read or kept: clients would otherwise call again elsewhere, or complain.
const telemetry: Endpoint = {
  methods: ['POST'],
  answer: () => ({ status: 202, headers: HEADERS, body: undefined }),
}

const ENDPOINTS: ReadonlyMap<string, Endpoint> = new Map([
  ['/api/private/ipinfo', ipinfo],
  ['/api/private/v1.0/telemetry/events', telemetry],
  ['/api/private/unauth/telemetry/events', telemetry],
])

/** The answer, if the path is one of these; whether it asks for credentials has been seen to. */
export function answerHelper(method: string, path: string, address: string): Answer | undefined {
  const endpoint = ENDPOINTS.get(path)
  if (!endpoint || endpoint.methods.includes(method)) return endpoint?.answer(address)
  return renderError(methodNotAllowed(method), { ...JSON_HEADERS, Allow: endpoint.methods.join(', ') }, {})
}
