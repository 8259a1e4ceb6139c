// The buttons of the start page that copy a value.
import { part } from './dom.js'

const COPIED_MS = 1500

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

/** Makes every button that names what it copies do so. */
export function startCopying() {
  for (const button of document.querySelectorAll('button')) {
    if (button.dataset['copies'] !== undefined) button.addEventListener('click', () => copy(button))
  }
}
