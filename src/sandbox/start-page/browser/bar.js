// The bar of the start page: looks at the clock and the faults every second, and opens and closes its panels.
import { startClock } from './clock.js'
import { messageOf, part } from './dom.js'
import { startFaults } from './faults.js'
import { keepLooking } from './looking.js'
import { drive } from './sandbox.js'
import { startState } from './state.js'

const EVERY_MS = 1000

/**
 * @typedef {{ panel: HTMLElement, busy: HTMLElement, work: () => Promise<string> }} Act
 * An act of a panel: `work` answers in words what has happened, which are shown in the panel as a refusal's are.
 */

/**
 * Starts the bar; `changed` is told whenever something that the page shows may be another. What it returns looks at once.
 * @type {(changed: () => void) => () => Promise<void>}
 */
export function startBar(changed) {
  /** @type {(act: Act) => Promise<void>} */
  const act = async ({ panel, busy, work }) => {
    if (busy.getAttribute('aria-busy') === 'true') return
    const outcome = part(panel, '.outcome', HTMLElement)
    busy.setAttribute('aria-busy', 'true')
    try {
      outcome.textContent = await work()
      outcome.classList.remove('bad')
    } catch (error) {
      outcome.textContent = messageOf(error)
      outcome.classList.add('bad')
    } finally {
      busy.removeAttribute('aria-busy')
    }
    await look()
    changed()
  }
  const showClock = startClock(act)
  const showFaults = startFaults(act)
  startState(act)
  const look = keepLooking({
    every: EVERY_MS,
    read: () => Promise.all([drive('GET', 'clock'), drive('GET', 'faults')]),
    show: ([clock, faults]) => {
      showClock(clock)
      showFaults(faults)
      reveal()
    },
    fail: showSilence,
  })
  startPanels()
  return look
}

const reveal = () => part(document, '.bar', HTMLElement).classList.remove('waiting')

/** @type {(reason: string) => void} */
function showSilence(reason) {
  if (reason === '') return
  part(document, '#clock .state', HTMLElement).textContent = 'no answer, trying again'
  reveal()
}

/** Escape closes the open panel and goes back to what opened it; so does a click elsewhere, staying where it was made. */
function startPanels() {
  const opened = () => part(document, '.bar', HTMLElement).querySelector('details[open]')
  document.addEventListener('keydown', (event) => {
    const panel = opened()
    if (event.key !== 'Escape' || !panel || document.querySelector('dialog[open]')) return
    panel.removeAttribute('open')
    part(panel, 'summary', HTMLElement).focus()
  })
  document.addEventListener('click', ({ target }) => {
    const panel = opened()
    const isInside = target instanceof Node && (!target.isConnected || panel?.contains(target))
    const isQuestion = target instanceof Element && target.closest('dialog') !== null
    if (panel && !isInside && !isQuestion) panel.removeAttribute('open')
  })
}
