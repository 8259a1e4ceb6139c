// The clock in the bar of the start page: where it is, and everything that moves it.
import { html } from '../../platform/html.ts'

/** Jumps that people make most, the last beyond the 30 days that an invitation lasts. */
const JUMPS = [
  { duration: 'P1D', title: '1 day' },
  { duration: 'P7D', title: '7 days' },
  { duration: 'P31D', title: '31 days' },
]

/** Written around the number that is typed. */
const UNITS = [
  { before: 'PT', after: 'M', title: 'minutes' },
  { before: 'PT', after: 'H', title: 'hours' },
  { before: 'P', after: 'D', title: 'days' },
  { before: 'P', after: 'W', title: 'weeks' },
]

const options = UNITS.map(
  ({ before, after, title }) =>
    html`<option data-before="${before}" data-after="${after}"${title === 'days' ? html` selected` : undefined}>${title}</option>`,
)

export const clockPanel = html`<p class="soft">Invitations, reminders and the ends of operations follow this clock. Moved, it stands
until it is resumed, and whatever came due on the way has happened.</p>
<div class="line" role="group" aria-label="Advance the clock">${JUMPS.map(
  ({ duration, title }) => html`<button type="button" class="small" data-advance="${duration}">+ ${title}</button>\n`,
)}</div>
<form class="line" data-does="advance"><span class="field"><label for="clock-amount">Advance by</label>
<input id="clock-amount" type="number" min="1" max="100000" step="1" value="3" required></span>
<span class="field"><label for="clock-unit">Unit</label><select id="clock-unit">${options}</select></span>
<button class="small">Advance</button></form>
<form class="line" data-does="set"><span class="field"><label for="clock-now">Set to, in UTC</label>
<input id="clock-now" type="datetime-local" min="2000-01-01T00:00" max="2099-12-31T23:59" required></span>
<button class="small">Set</button></form>
<p class="check"><input id="clock-credentials" type="checkbox">
<label for="clock-credentials">Going ahead, let access tokens and sessions age too</label></p>
<p class="line"><button type="button" class="small" data-does="resume">Resume with this machine’s clock</button></p>
<p class="outcome" role="status"></p>`
