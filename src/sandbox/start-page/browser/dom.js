// What all scripts of the start page share: finding and making elements, tabs, and how times and JSON are written. Whatever
// comes from the server is put in as text; nothing here makes HTML of it.

/**
 * The one element that the page has for this.
 * @template {Element} Kind
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
export function part(root, selector, kind) {
  const found = root.querySelector(selector)
  if (!(found instanceof kind)) throw new Error(`The page has no ${selector}.`)
  return found
}

/** @type {(tag: string, text: string, className?: string) => HTMLElement} */
export function element(tag, text, className = '') {
  const made = document.createElement(tag)
  made.textContent = text
  if (className) made.className = className
  return made
}

export const textOf = (/** @type {string} */ id) => document.getElementById(id)?.textContent ?? ''

/**
 * Makes tabs answer to clicks, arrow keys, Home and End.
 * @type {(tablist: Element) => void}
 */
export function bringToLife(tablist) {
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

/**
 * JSON in lines of its own; any other text as it is.
 * @type {(text: string) => string}
 */
export function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

/** @type {Intl.DateTimeFormatOptions} */
const MOMENT = { dateStyle: 'medium', timeStyle: 'medium' }

/**
 * Shows an instant in the reader's own time, with UTC on hovering.
 * @type {(time: HTMLTimeElement, instant: string) => void}
 */
export function showTime(time, instant) {
  time.dateTime = instant
  time.title = instant
  time.textContent = new Intl.DateTimeFormat('en-GB', MOMENT).format(new Date(instant))
}

/**
 * The words of whatever was thrown.
 * @type {(error: unknown) => string}
 */
export const messageOf = (error) => (error instanceof Error ? error.message : String(error))

/**
 * A term with its value, as a row of a list of such.
 * @type {(term: string, value: string) => HTMLElement}
 */
export function row(term, value) {
  const made = document.createElement('div')
  const content = document.createElement('dd')
  content.append(element('code', value))
  made.append(element('dt', term), content)
  return made
}
