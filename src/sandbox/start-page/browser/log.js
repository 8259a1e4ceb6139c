// The log of the start page: every request of every client as it is answered, the newest first.
import { element, part, pretty, row, showTime } from './dom.js'
import { keepLooking } from './looking.js'
import { drive } from './sandbox.js'

/** @typedef {{ headers: Record<string, string>, body: unknown }} Message */
/**
 * @typedef {{ id: number, at: string, method: string, path: string, dialect: string | null, operationId: string | null,
 *   version: string | null, caller: { kind: string, name: string } | null, status: number | null, errorCode: string | null,
 *   explanation: string, durationMs: number, request: Message, response: Message }} Exchange
 */
/** @typedef {{ exchange: Exchange, item: HTMLElement }} Shown */

const EVERY_MS = 1000
/** More would make the page slow; the sandbox itself keeps a thousand. */
const MOST = 200
const LONGEST_PATH = 160
const CALLERS = { api_key: 'API key', service_account: 'service account', user: 'person' }

const section = part(document, '#requests', HTMLElement)
const list = part(section, '.log ol', HTMLElement)
const operation = part(section, '#log-operation', HTMLInputElement)
const refusals = part(section, '#log-refusals', HTMLInputElement)
/** The oldest first. @type {Shown[]} */
let shown = []

/** @type {(exchange: Exchange) => boolean} */
const isRefused = ({ status }) => status === null || status >= 400

/** What digest clients are told before they sign a request, and is no refusal to them.
 * @type {(exchange: Exchange) => boolean} */
const isChallenge = ({ status, request, response }) =>
  status === 401 &&
  'www-authenticate' in response.headers &&
  (!('authorization' in request.headers) || /stale=true/i.test(response.headers['www-authenticate'] ?? ''))

/** The middle of an id tells nobody anything. @type {(text: string) => string} */
const shortened = (text) => text.replaceAll(/\b([0-9a-f]{4})[0-9a-f]{16}([0-9a-f]{4})\b/g, '$1…$2')

/** @type {(exchange: Exchange) => string} */
function pathOf({ path }) {
  const short = shortened(path)
  return short.length > LONGEST_PATH ? `${short.slice(0, LONGEST_PATH)}…` : short
}

/** @type {(caller: Exchange['caller']) => string} */
function callerOf(caller) {
  if (!caller) return 'nobody known'
  const kind = Object.entries(CALLERS).find(([name]) => name === caller.kind)?.[1] ?? caller.kind
  return `${kind} ${caller.name.replace(/^(mdb_sa_id_[0-9a-f]{4})[0-9a-f]+([0-9a-f]{4})$/, '$1…$2')}`
}

/** @type {(exchange: Exchange) => HTMLElement} */
function makeItem(exchange) {
  const { content } = part(section, 'template', HTMLTemplateElement)
  const item = document.importNode(part(content, 'li', HTMLElement), true)
  const { status, method, at, operationId, caller, durationMs, explanation } = exchange
  const state = part(item, '.status', HTMLElement)
  const isAmiss = isRefused(exchange) && !isChallenge(exchange)
  state.append(String(status ?? 'cut'))
  if (isAmiss) state.append(element('span', ' refused', 'visually-hidden'))
  state.classList.add(isAmiss ? 'bad' : isChallenge(exchange) ? 'asked' : 'good')
  part(item, '.method', HTMLElement).textContent = method
  part(item, '.path', HTMLElement).textContent = pathOf(exchange)
  showTime(part(item, 'time', HTMLTimeElement), at)
  part(item, '.about', HTMLElement).textContent =
    `${operationId ?? 'no operation'} · ${callerOf(caller)} · ${durationMs} ms`
  const why = part(item, '.why', HTMLElement)
  why.textContent = isRefused(exchange) ? explanation.replace(/^\d{3}:? /, '') : ''
  part(item, 'details', HTMLDetailsElement).addEventListener('toggle', () => {
    const inner = part(item, '.exchange', HTMLElement)
    if (!inner.hasChildNodes()) inner.append(...insideOf(exchange))
  })
  return item
}

/** @type {(exchange: Exchange) => readonly Node[]} */
function insideOf(exchange) {
  const { method, path, explanation, dialect, version, at, request, response } = exchange
  const facts = document.createElement('dl')
  facts.className = 'headers'
  facts.append(row('decision', explanation), row('at', at))
  if (dialect !== null) facts.append(row('dialect', version === null ? dialect : `${dialect}, ${version}`))
  return [
    element('p', `${method} ${path}`, 'whole'),
    facts,
    ...messageParts('Request', request, `${method} ${pathOf(exchange)}`),
    ...messageParts('Response', response, `${method} ${pathOf(exchange)}`),
  ]
}

/** @type {(title: string, message: Message, of: string) => readonly Node[]} */
function messageParts(title, { headers, body }, of) {
  const list = document.createElement('dl')
  list.className = 'headers'
  list.append(...Object.entries(headers).map(([name, value]) => row(name, value)))
  if (body === null) return [element('h3', title), list, element('p', 'No body.', 'soft')]
  const text = element('pre', typeof body === 'string' ? body : pretty(JSON.stringify(body)))
  text.tabIndex = 0
  text.setAttribute('role', 'region')
  text.setAttribute('aria-label', `Body of the ${title.toLowerCase()}: ${of}`)
  return [element('h3', title), list, text]
}

/** @type {(exchange: Exchange) => boolean} */
function isAskedFor(exchange) {
  const wanted = operation.value.trim().toLowerCase()
  if (refusals.checked && (!isRefused(exchange) || isChallenge(exchange))) return false
  const { operationId, path } = exchange
  return (operationId ?? '').toLowerCase().includes(wanted) || path.toLowerCase().includes(wanted)
}

function filter() {
  let count = 0
  for (const { exchange, item } of shown) {
    item.hidden = !isAskedFor(exchange)
    if (!item.hidden) count += 1
  }
  const all = shown.length
  const isFiltered = count < all
  part(section, '.count', HTMLElement).textContent = all === 0 ? '' : isFiltered ? `${count} of ${all}` : String(all)
  const empty = part(section, '.empty', HTMLElement)
  empty.hidden = count > 0
  empty.textContent =
    all === 0 ? 'No request yet. Run one, or send one with a client of your own.' : 'None of these requests.'
  part(section, '.delete', HTMLElement).hidden = all === 0
}

function forget() {
  shown = []
  list.replaceChildren()
}

/** Whether the newest one shown is gone: the log was emptied, or it is another server's.
 * @type {(found: readonly Exchange[]) => boolean} */
function isOver(found) {
  const last = shown.at(-1)?.exchange
  return last !== undefined && !found.some(({ id, at, path }) => id === last.id && at === last.at && path === last.path)
}

/** @type {(found: readonly Exchange[]) => void} */
function show(found) {
  if (isOver(found)) forget()
  const newest = shown.at(-1)?.exchange.id ?? 0
  const fresh = found.filter(({ id }) => id > newest).slice(-MOST)
  for (const exchange of fresh) {
    const item = makeItem(exchange)
    shown.push({ exchange, item })
    list.prepend(item)
  }
  for (const { item } of shown.splice(0, Math.max(0, shown.length - MOST))) item.remove()
  filter()
}

/** The newest one is asked for again, so that its absence tells.
 * @type {() => Promise<readonly Exchange[]>} */
const read = () => drive('GET', `requests?since=${Math.max(0, (shown.at(-1)?.exchange.id ?? 0) - 1)}`)

/**
 * Keeps looking at the log; what it returns looks at once. That it cannot be read is said by the bar.
 * @type {() => () => Promise<void>}
 */
export function startLog() {
  const look = keepLooking({ every: EVERY_MS, read, show, fail: () => undefined })
  operation.addEventListener('input', filter)
  refusals.addEventListener('change', filter)
  part(section, '.delete', HTMLElement).addEventListener('click', async () => {
    await drive('DELETE', 'requests')
    await look()
  })
  return look
}
