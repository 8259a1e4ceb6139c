// The outbox of the start page: mails as they come.
import { bringToLife, part, showTime } from './dom.js'
import { keepLooking } from './looking.js'
import { drive } from './sandbox.js'

const EVERY_MS = 2000
/** What the button beside a mail is called, by the link that it opens; the first that a mail has counts. */
const LINKS = { accept: 'Accept link', renew: 'Renewal link', reset: 'Reset link' }

/**
 * @typedef {{ id: string, to: string, subject: string, text: string, createdAt: string, links: Record<string, string> }} Mail
 */

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
  showTime(part(copied, 'time', HTMLTimeElement), createdAt)
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

/**
 * Keeps looking into the outbox; what it returns looks at once.
 * @type {() => () => Promise<void>}
 */
export function startOutbox() {
  const look = keepLooking({
    every: EVERY_MS,
    read: () => drive('GET', 'outbox'),
    show: showMails,
    fail: (reason) => showTrouble(reason === '' ? '' : `The outbox cannot be read; trying again. ${reason}`),
  })
  part(outbox, '.delete', HTMLElement).addEventListener('click', async () => {
    await drive('DELETE', 'outbox')
    await look()
  })
  return look
}
