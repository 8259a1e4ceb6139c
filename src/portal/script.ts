// What pages do better where scripts run; without it, everything works as well.

/**
 * Shows instants in the reader's own zone, switches the language as it is chosen, sends a form once however often its
 * button is pressed, and shows a password and how strong it is.
 */
export const SCRIPT = `
for (const time of document.querySelectorAll('time[data-local]')) {
  const instant = new Date(time.dateTime)
  time.title = time.textContent
  time.textContent = new Intl.DateTimeFormat(time.dataset.local, { day: 'numeric', month: 'long', year: 'numeric',
    hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' }).format(instant)
}
for (const form of document.querySelectorAll('form[data-switch]')) {
  form.querySelector('button').hidden = true
  form.querySelector('select').addEventListener('change', () => form.submit())
}
for (const form of document.querySelectorAll('form[method=post]')) {
  let sent = false
  form.addEventListener('submit', (event) => {
    if (sent) { event.preventDefault(); return }
    sent = true
    const button = event.submitter
    if (button) { button.setAttribute('aria-busy', 'true'); if (button.dataset.busy) button.textContent = button.dataset.busy }
  })
  addEventListener('pageshow', (event) => { if (event.persisted) location.reload() })
}
const strengthOf = (text) => {
  const different = new Set(text).size
  if (text.length < 12 || different < 6) return 'weak'
  return text.length >= 16 && different >= 9 ? 'strong' : 'fair'
}
for (const box of document.querySelectorAll('.password')) {
  const input = box.querySelector('input')
  const toggle = box.querySelector('button')
  toggle.hidden = false
  toggle.addEventListener('click', () => {
    const shows = input.type === 'password'
    input.type = shows ? 'text' : 'password'
    toggle.setAttribute('aria-pressed', String(shows))
    toggle.textContent = shows ? toggle.dataset.hide : toggle.dataset.show
  })
  const strength = document.getElementById(input.id + '-strength')
  if (strength) input.addEventListener('input', () => {
    strength.textContent = input.value === '' ? '' : strength.dataset[strengthOf(input.value)]
  })
}
`
