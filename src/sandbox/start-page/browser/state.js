// The state in the bar: snapshots, restoring them, and the reset, which asks first and says what will be lost.
import { element, messageOf, part, showTime } from './dom.js'
import { drive } from './sandbox.js'

/** @typedef {{ name: string, createdAt: string, clock: import('./clock.js').Clock }} Snapshot */
/** @typedef {{ title: string, text: string, yes: string }} Question */

/**
 * Whether the answer is yes; no by Escape too.
 * @type {(question: Question) => Promise<boolean>}
 */
function isWanted({ title, text, yes }) {
  const dialog = part(document, '#question', HTMLDialogElement)
  part(dialog, 'h2', HTMLElement).textContent = title
  part(dialog, '#question-text', HTMLElement).textContent = text
  part(dialog, '.yes', HTMLElement).textContent = yes
  dialog.returnValue = 'no'
  dialog.showModal()
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true })
  })
}

/** @type {(count: number, one: string, more: string) => string} */
const counted = (count, one, more) => `${count} ${count === 1 ? one : more}`

async function whatIsThere() {
  const [mails, requests, faults] = await Promise.all([
    drive('GET', 'outbox'),
    drive('GET', 'requests'),
    drive('GET', 'faults'),
  ])
  const things = [
    counted(mails.length, 'mail', 'mails'),
    counted(requests.length, 'logged request', 'logged requests'),
    counted(faults.length, 'fault', 'faults'),
  ]
  return `Everything made or changed since it began, with ${things.join(', ')}.`
}

/** @typedef {(act: import('./bar.js').Act) => Promise<void>} Doer */

/**
 * Makes the controls answer.
 * @type {(act: Doer) => void}
 */
export function startState(act) {
  const bar = part(document, '#state', HTMLDetailsElement)
  const panel = part(bar, '.panel', HTMLElement)
  const show = startSnapshots(panel, act)
  bar.addEventListener('toggle', async () => {
    try {
      if (bar.open) await show()
    } catch (error) {
      part(panel, '.outcome', HTMLElement).textContent = messageOf(error)
    }
  })
  const reset = part(panel, '[data-does=reset]', HTMLButtonElement)
  const work = async () => {
    if (!(await isWanted({ title: 'Reset, and lose this?', text: await whatIsThere(), yes: 'Reset' }))) return ''
    await drive('POST', 'reset')
    return 'It is as it began.'
  }
  reset.addEventListener('click', () => act({ panel, busy: reset, work }))
}

/** @type {(panel: HTMLElement, act: Doer) => () => Promise<void>} */
function startSnapshots(panel, act) {
  const field = part(panel, '#snapshot-name', HTMLInputElement)
  const show = async () => {
    /** @type {readonly Snapshot[]} */
    const snapshots = await drive('GET', 'snapshots')
    part(panel, '.empty', HTMLElement).hidden = snapshots.length > 0
    part(panel, '.snapshots', HTMLElement).replaceChildren(
      ...snapshots.map((snapshot) => item(snapshot, { restore, forget })),
    )
  }
  /** @type {OnSnapshot} */
  const restore = (name, busy) => act({ panel, busy, work: () => restored(name) })
  /** @type {OnSnapshot} */
  const forget = (name, busy) => {
    const work = async () => {
      await drive('DELETE', `snapshots/${encodeURIComponent(name)}`)
      field.focus()
      await show()
      return `Snapshot ${name} is deleted.`
    }
    return act({ panel, busy, work })
  }
  const form = part(panel, '[data-does=snapshot]', HTMLFormElement)
  const work = async () => {
    const { name } = await drive('POST', 'snapshots', { name: field.value.trim() })
    field.value = ''
    await show()
    return `Took ${name}.`
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void act({ panel, busy: part(form, 'button', HTMLElement), work })
  })
  return show
}

/** @type {(name: string) => Promise<string>} */
async function restored(name) {
  const text = 'What has been made or changed since it was taken is lost, the mails of that time too.'
  if (!(await isWanted({ title: `Restore ${name}?`, text, yes: 'Restore' }))) return ''
  await drive('POST', `snapshots/${encodeURIComponent(name)}:restore`)
  return `Restored ${name}.`
}

/**
 * @typedef {(name: string, busy: HTMLElement) => Promise<void>} OnSnapshot
 * @type {(snapshot: Snapshot, on: { restore: OnSnapshot, forget: OnSnapshot }) => HTMLElement}
 */
function item({ name, createdAt }, { restore, forget }) {
  const made = document.createElement('li')
  const said = element('span', '', 'said')
  const time = document.createElement('time')
  showTime(time, createdAt)
  time.className = 'soft'
  said.append(element('code', name), ' ', time)
  made.append(said, button('Restore', name, restore), button('Delete', name, forget))
  return made
}

/** @type {(text: string, name: string, does: OnSnapshot) => HTMLElement} */
function button(text, name, does) {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'small'
  made.textContent = text
  made.setAttribute('aria-label', `${text} snapshot ${name}`)
  made.addEventListener('click', () => does(name, made))
  return made
}
