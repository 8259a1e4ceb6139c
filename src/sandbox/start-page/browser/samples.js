// Runs the requests that the start page offers, as the service account of the first organization, and shows the answers.
import { element, messageOf, part, pretty, row, textOf } from './dom.js'

/** The headers of an answer that tell something about the API. */
const HEADERS = ['content-type', 'location', 'deprecation', 'sunset', 'x-error-code', 'retry-after', 'x-request-id']

/** @type {string | undefined} */
let token

async function fetchToken() {
  const account = btoa(`${textOf('client-id')}:${textOf('client-secret')}`)
  const granted = await fetch('/api/oauth/token', {
    method: 'POST',
    headers: { Authorization: `Basic ${account}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
    credentials: 'omit',
  })
  if (!granted.ok) throw new Error(`The service account was refused a token with ${granted.status}.`)
  const { access_token: fresh } = await granted.json()
  token = String(fresh)
  return token
}

/** @type {(card: HTMLElement, path: string, authorization: string) => Promise<{ answer: Response, took: number }>} */
async function send(card, path, authorization) {
  const { method = 'GET', accept = '' } = card.dataset
  const body = card.querySelector('textarea')?.value
  const headers = { Accept: accept, Authorization: authorization }
  const started = performance.now()
  const answer = await fetch(path, {
    method,
    headers: body === undefined ? headers : { ...headers, 'Content-Type': 'application/json' },
    body: body ?? null,
    // Otherwise the browser would answer the challenge of a 401 with a dialog of its own.
    credentials: 'omit',
  })
  return { answer, took: performance.now() - started }
}

/**
 * A token may have ended, or belong to the server that ran here before: a fresh one settles it.
 * @type {(card: HTMLElement, path: string) => Promise<{ answer: Response, took: number }>}
 */
async function ask(card, path) {
  const known = token
  const first = await send(card, path, `Bearer ${known ?? (await fetchToken())}`)
  return known !== undefined && first.answer.status === 401 ? send(card, path, `Bearer ${await fetchToken()}`) : first
}

/** @type {(card: HTMLElement) => Promise<void>} */
async function run(card) {
  const outcome = part(card, '.outcome', HTMLElement)
  const invitation = card.querySelector('input')
  if (invitation?.value.trim() === '') {
    outcome.replaceChildren(element('b', 'Needs an invitation', 'bad'), ': run the first request, or paste an id.')
    invitation.focus()
    return
  }
  const button = part(card, '.run', HTMLButtonElement)
  button.setAttribute('aria-busy', 'true')
  try {
    const id = encodeURIComponent(invitation?.value.trim() ?? '')
    const { answer, took } = await ask(card, (card.dataset['path'] ?? '').replace('{invitationId}', id))
    show(card, answer, await answer.text(), took)
  } catch (error) {
    outcome.replaceChildren(element('b', 'No answer', 'bad'), `: ${messageOf(error)}`)
  } finally {
    button.removeAttribute('aria-busy')
  }
}

/** @type {(card: HTMLElement, answer: Response, text: string, took: number) => void} */
function show(card, answer, text, took) {
  const status = element('b', `${answer.status} ${answer.statusText}`, answer.ok ? 'good' : 'bad')
  const hint = answer.status === 409 ? ' · This address is invited or a member already: change it, and run again.' : ''
  part(card, '.outcome', HTMLElement).replaceChildren(status, ` · ${Math.round(took)} ms${hint}`)
  const rows = HEADERS.flatMap((name) => {
    const value = answer.headers.get(name)
    return value === null ? [] : [row(name, value)]
  })
  part(card, '.headers', HTMLElement).replaceChildren(...rows)
  part(card, '.answer pre', HTMLElement).textContent = pretty(text)
  part(card, '.answer', HTMLElement).hidden = false
  if (answer.ok && 'first' in card.dataset) continueWith(text)
}

/** @type {(text: string) => void} */
function continueWith(text) {
  const { id } = JSON.parse(text)
  for (const input of document.querySelectorAll('.samples input')) {
    if (input instanceof HTMLInputElement) input.value = String(id)
  }
}

/**
 * Makes the buttons run their requests; `changed` is told after each.
 * @type {(changed: () => void) => void}
 */
export function startSamples(changed) {
  for (const button of document.querySelectorAll('.run')) {
    const card = button.closest('li')
    if (!card) continue
    button.addEventListener('click', async () => {
      await run(card)
      changed()
    })
  }
}
