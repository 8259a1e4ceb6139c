// What the start page does in the browser: tabs, copying, running requests, and showing mails as they come. Whatever comes
// from the server is put in as text; nothing here makes HTML of it.

const POLL_MS = 2000
/** Between two polls passes at least this many times what the last one took, so that a full outbox costs little. */
const POLL_SHARE = 10
const COPIED_MS = 1500
/** The headers of an answer that tell something about the API. */
const HEADERS = ['content-type', 'location', 'deprecation', 'sunset', 'x-error-code', 'retry-after', 'x-request-id']
/** What the button beside a mail is called, by the link that it opens; the first that a mail has counts. */
const LINKS = { accept: 'Accept link', renew: 'Renewal link', reset: 'Reset link' }

/**
 * @typedef {{ id: string, to: string, subject: string, text: string, createdAt: string, links: Record<string, string> }} Mail
 */

/**
 * The one element that the page has for this.
 * @template {Element} Kind
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
function part(root, selector, kind) {
  const found = root.querySelector(selector)
  if (!(found instanceof kind)) throw new Error(`The page has no ${selector}.`)
  return found
}

/** @type {(tag: string, text: string, className?: string) => HTMLElement} */
function element(tag, text, className = '') {
  const made = document.createElement(tag)
  made.textContent = text
  if (className) made.className = className
  return made
}

const textOf = (/** @type {string} */ id) => document.getElementById(id)?.textContent ?? ''

/** @type {(tablist: Element) => void} */
function bringToLife(tablist) {
  const all = [...tablist.querySelectorAll('button')]
  const choose = (/** @type {HTMLButtonElement} */ chosen) => {
    for (const tab of all) {
      tab.setAttribute('aria-selected', String(tab === chosen))
      tab.tabIndex = tab === chosen ? 0 : -1
      const panel = document.getElementById(tab.getAttribute('aria-controls') ?? '')
      if (panel) panel.hidden = tab !== chosen
    }
  }
  for (const [index, tab] of all.entries()) {
    tab.addEventListener('click', () => choose(tab))
    tab.addEventListener('keydown', (event) => {
      const targets = { ArrowRight: index + 1, ArrowLeft: index - 1 + all.length, Home: 0, End: all.length - 1 }
      const target = Object.entries(targets).find(([key]) => key === event.key)?.[1]
      const next = target === undefined ? undefined : all[target % all.length]
      if (!next) return
      event.preventDefault()
      choose(next)
      next.focus()
    })
  }
}

/** @type {(button: HTMLButtonElement) => Promise<void>} */
async function copy(button) {
  const source = document.getElementById(button.dataset['copies'] ?? '')
  if (!source) return
  // Browsers give pages under plain http no clipboard, but under the names of this machine.
  if (navigator.clipboard) await navigator.clipboard.writeText(source.textContent ?? '')
  else {
    getSelection()?.selectAllChildren(source)
    document.execCommand('copy')
  }
  button.textContent = 'Copied'
  part(document, '#said', HTMLElement).textContent = 'Copied'
  setTimeout(() => {
    button.textContent = 'Copy'
    part(document, '#said', HTMLElement).textContent = ''
  }, COPIED_MS)
}

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
    outcome.replaceChildren(element('b', 'No answer', 'bad'), `: ${error instanceof Error ? error.message : error}`)
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
    if (value === null) return []
    const row = document.createElement('div')
    const content = document.createElement('dd')
    content.append(element('code', value))
    row.append(element('dt', name), content)
    return [row]
  })
  part(card, '.headers', HTMLElement).replaceChildren(...rows)
  part(card, '.answer pre', HTMLElement).textContent = pretty(text)
  part(card, '.answer', HTMLElement).hidden = false
  if (answer.ok && 'first' in card.dataset) continueWith(text)
}

/** @type {(text: string) => string} */
function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

/** @type {(text: string) => void} */
function continueWith(text) {
  const { id } = JSON.parse(text)
  for (const input of document.querySelectorAll('input')) input.value = String(id)
}

const outbox = part(document, '#outbox', HTMLElement)
const list = part(outbox, '.mails', HTMLElement)
/** @type {Map<string, HTMLElement>} */
const shown = new Map()

/** @type {(mail: Mail) => HTMLElement} */
function mailItem({ id, to, subject, text, createdAt, links }) {
  const { content } = part(outbox, 'template', HTMLTemplateElement)
  const item = part(content, 'li', HTMLElement)
  const copied = document.importNode(item, true)
  for (const named of copied.querySelectorAll('[id]')) named.id += `-${id}`
  for (const name of ['aria-controls', 'aria-labelledby']) {
    for (const named of copied.querySelectorAll(`[${name}]`))
      named.setAttribute(name, `${named.getAttribute(name)}-${id}`)
  }
  part(copied, '.subject', HTMLElement).textContent = subject
  part(copied, '.to', HTMLElement).textContent = to
  part(copied, 'pre', HTMLElement).textContent = text
  const time = part(copied, 'time', HTMLTimeElement)
  time.dateTime = createdAt
  time.title = createdAt
  time.textContent = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' }).format(
    new Date(createdAt),
  )
  showLink(part(copied, 'a', HTMLAnchorElement), links, subject)
  const frame = part(copied, 'iframe', HTMLIFrameElement)
  frame.title = `The mail “${subject}” as it looks`
  part(copied, 'details', HTMLDetailsElement).addEventListener('toggle', () => {
    if (!frame.hasAttribute('src')) frame.src = `outbox/${encodeURIComponent(id)}/html`
  })
  bringToLife(part(copied, '.tabs', HTMLElement))
  return copied
}

/** @type {(anchor: HTMLAnchorElement, links: Record<string, string>, subject: string) => void} */
function showLink(anchor, links, subject) {
  const [kind, label] = Object.entries(LINKS).find(([name]) => name in links) ?? []
  const link = kind === undefined ? undefined : links[kind]
  if (link === undefined || !/^https?:/.test(link)) return
  anchor.href = link
  anchor.textContent = label ?? ''
  anchor.setAttribute('aria-label', `${label}: ${subject}`)
  anchor.hidden = false
}

/**
 * Only what is new is put in and only what is gone is taken out, so that an open mail stays as it is.
 * @type {(mails: readonly Mail[]) => void}
 */
function showMails(mails) {
  const present = new Set(mails.map(({ id }) => id))
  for (const [id, item] of shown) {
    if (present.has(id)) continue
    item.remove()
    shown.delete(id)
  }
  const fresh = mails.filter(({ id }) => !shown.has(id))
  for (const mail of fresh) {
    const item = mailItem(mail)
    shown.set(mail.id, item)
    list.prepend(item)
  }
  const [last] = fresh.slice(-1)
  if (last) part(outbox, '.news', HTMLElement).textContent = `New mail to ${last.to}: ${last.subject}`
  part(outbox, '.count', HTMLElement).textContent = mails.length === 0 ? '' : String(mails.length)
  part(outbox, '.empty', HTMLElement).hidden = mails.length > 0
  part(outbox, '.delete', HTMLElement).hidden = mails.length === 0
}

/** @type {(problem: string) => void} */
function showTrouble(problem) {
  const trouble = part(outbox, '.trouble', HTMLElement)
  if (trouble.textContent !== problem) trouble.textContent = problem
  trouble.hidden = problem === ''
}

/** How often the outbox was looked at or emptied: an answer that something newer has overtaken is not shown. */
let looks = 0

async function fetchMails() {
  looks += 1
  const look = looks
  try {
    const answer = await fetch('outbox')
    if (!answer.ok) throw new Error(`It answered ${answer.status}.`)
    const mails = await answer.json()
    if (look === looks) showMails(mails)
    showTrouble('')
  } catch (error) {
    showTrouble(`The outbox cannot be read; trying again. ${error instanceof Error ? error.message : error}`)
  }
}

/** One poll follows the other, and none is made while nobody looks. */
async function poll() {
  const started = performance.now()
  if (!document.hidden) await fetchMails()
  setTimeout(poll, Math.max(POLL_MS, POLL_SHARE * (performance.now() - started)))
}

async function deleteAll() {
  await fetch('outbox', { method: 'DELETE' })
  await fetchMails()
}

for (const tablist of document.querySelectorAll('main [role=tablist]')) bringToLife(tablist)
for (const button of document.querySelectorAll('button')) {
  if (button.dataset['copies'] !== undefined) button.addEventListener('click', () => copy(button))
}
for (const button of document.querySelectorAll('.run')) {
  const card = button.closest('li')
  if (card) {
    button.addEventListener('click', async () => {
      await run(card)
      await fetchMails()
    })
  }
}
part(outbox, '.delete', HTMLElement).addEventListener('click', deleteAll)
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) void fetchMails()
})
await poll()
