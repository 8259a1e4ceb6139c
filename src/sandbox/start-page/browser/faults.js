// The faults in the bar: says which are waiting for a request, adds them and takes them away.
import { element, part } from './dom.js'
import { drive } from './sandbox.js'

/**
 * @typedef {{ id: number, operationId: string, times: number, left: number, status: number | null, errorCode: string | null,
 *   detail: string | null, delayMs: number, cut: boolean, afterCommit: boolean }} Fault
 */

/** @type {(fault: Fault) => string} */
function effectOf({ status, cut, afterCommit, delayMs }) {
  const kind = cut ? 'cut' : (status ?? 'slow')
  return `${kind}${afterCommit ? ' after the work' : ''}${delayMs > 0 ? ` after ${delayMs / 1000} s` : ''}`
}

/** @type {(fault: Fault) => string} */
const inShort = (fault) => `${fault.operationId} ${effectOf(fault)} ×${fault.left} left`

/** @type {(active: readonly Fault[]) => string} */
function summed(active) {
  if (active.length === 0) return 'none'
  return `${active.length}: ${active.map(inShort).join(', ')}`
}

/** @type {(fault: Fault, remove: (button: HTMLButtonElement) => void) => HTMLElement} */
function item(fault, remove) {
  const made = document.createElement('li')
  const { id, operationId, times, left, errorCode, detail } = fault
  const said = element('span', '', 'said')
  said.append(element('code', operationId), ` ${effectOf(fault)} `)
  if (errorCode !== null) said.append(element('code', errorCode))
  said.append(element('span', ` · ${left === 0 ? 'over' : `${left} of ${times} left`}`, 'soft'))
  if (detail !== null) said.append(element('span', ` · ${detail}`, 'soft'))
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'small'
  button.textContent = 'Delete'
  button.setAttribute('aria-label', `Delete fault ${id} of ${operationId}`)
  button.addEventListener('click', () => remove(button))
  made.append(said, button)
  return made
}

/**
 * Makes the controls answer; what it returns shows what faults there are.
 * @type {(act: (act: import('./bar.js').Act) => Promise<void>) => (faults: readonly Fault[]) => void}
 */
export function startFaults(act) {
  const bar = part(document, '#faults', HTMLElement)
  const panel = part(bar, '.panel', HTMLElement)
  const list = part(panel, '.faults', HTMLElement)
  startForm(panel, act)
  const remove = (/** @type {number} */ id) => (/** @type {HTMLElement} */ busy) =>
    act({
      panel,
      busy,
      work: async () => {
        await drive('DELETE', `faults/${id}`)
        // The button that had the focus is about to go.
        part(panel, '#fault-operation', HTMLElement).focus()
        return `Fault ${id} is deleted.`
      },
    })
  let shown = ''
  return (faults) => {
    // A list that is made anew each second could not be used.
    const text = JSON.stringify(faults)
    if (text === shown) return
    shown = text
    const active = faults.filter(({ left }) => left > 0)
    part(bar, '.state', HTMLElement).textContent = summed(active)
    bar.classList.toggle('on', active.length > 0)
    part(panel, '.empty', HTMLElement).hidden = faults.length > 0
    list.replaceChildren(...faults.map((fault) => item(fault, remove(fault.id))))
  }
}

/** @type {(panel: HTMLElement, act: (act: import('./bar.js').Act) => Promise<void>) => void} */
function startForm(panel, act) {
  const operation = part(panel, '#fault-operation', HTMLInputElement)
  const effect = part(panel, '#fault-effect', HTMLSelectElement)
  const code = part(panel, '#fault-code', HTMLInputElement)
  const times = part(panel, '#fault-times', HTMLInputElement)
  const choose = () => {
    const isOther = effect.value === ''
    code.required = isOther
    code.parentElement?.toggleAttribute('hidden', !isOther)
  }
  effect.addEventListener('change', choose)
  choose()
  const form = part(panel, '[data-does=add-fault]', HTMLFormElement)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const does = effect.value === '' ? { errorCode: code.value.trim() } : JSON.parse(effect.value)
    const spec = { operationId: operation.value.trim(), times: Number(times.value), ...does }
    void act({
      panel,
      busy: part(form, 'button', HTMLElement),
      work: async () => `Added: ${inShort(await drive('POST', 'faults', spec))}.`,
    })
  })
}
