// The clock in the bar: says where it is, and moves it.
import { part } from './dom.js'
import { drive } from './sandbox.js'

/** @typedef {{ now: string, frozen: boolean }} Clock */

/** @type {(instant: string) => string} */
function inWords(instant) {
  /** @type {Intl.DateTimeFormatOptions} */
  const form = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }
  return `${new Intl.DateTimeFormat('en-GB', form).format(new Date(instant))} UTC`
}

/** @type {(clock: Clock) => string} */
const said = ({ now, frozen }) => (frozen ? `stands at ${inWords(now)}` : 'running with this machine’s clock')

/**
 * Makes the controls answer; what it returns shows a reading.
 * @type {(act: (act: import('./bar.js').Act) => Promise<void>) => (clock: Clock) => void}
 */
export function startClock(act) {
  const bar = part(document, '#clock', HTMLElement)
  const panel = part(bar, '.panel', HTMLElement)
  const credentials = part(panel, '#clock-credentials', HTMLInputElement)
  const move = (/** @type {HTMLElement} */ busy, /** @type {() => Promise<Clock>} */ call) =>
    act({ panel, busy, work: async () => `The clock ${said(await call())}.` })
  const advance = (/** @type {HTMLElement} */ busy, /** @type {string} */ duration) =>
    move(busy, () => drive('POST', 'clock:advance', { duration, credentials: credentials.checked }))

  for (const button of panel.querySelectorAll('button')) {
    const { advance: duration } = button.dataset
    if (duration !== undefined) button.addEventListener('click', () => advance(button, duration))
  }
  const amount = part(panel, '#clock-amount', HTMLInputElement)
  const unit = part(panel, '#clock-unit', HTMLSelectElement)
  part(panel, '[data-does=advance]', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault()
    const { before = '', after = '' } = unit.selectedOptions[0]?.dataset ?? {}
    void advance(part(panel, '[data-does=advance] button', HTMLElement), before + Number(amount.value) + after)
  })
  const instant = part(panel, '#clock-now', HTMLInputElement)
  part(panel, '[data-does=set]', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault()
    const now = new Date(`${instant.value}Z`).toISOString()
    void move(part(panel, '[data-does=set] button', HTMLElement), () =>
      drive('PUT', 'clock', credentials.checked ? { now, credentials: true } : { now }),
    )
  })
  const resume = part(panel, '[data-does=resume]', HTMLButtonElement)
  resume.addEventListener('click', () => move(resume, () => drive('POST', 'clock:resume')))

  return (clock) => {
    const state = part(bar, '.state', HTMLElement)
    const text = said(clock)
    if (state.textContent !== text) state.textContent = text
    state.title = clock.now
    bar.classList.toggle('on', clock.frozen)
    if (instant.value === '') instant.value = clock.now.slice(0, 'yyyy-mm-ddThh:mm'.length)
  }
}
