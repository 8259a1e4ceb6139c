// The bar of the start page, which stays in sight: the clock, the faults and the state, each with a panel that changes it.
import { type Html, html } from '../../platform/html.ts'
import { clockPanel } from './clock-panel.ts'
import { faultsPanel } from './faults-panel.ts'

const statePanel = html`<p class="soft">A snapshot keeps everything there is, its mails and its clock too, and can be restored
any number of times.</p>
<form class="line" data-does="snapshot"><span class="field wide"><label for="snapshot-name">Name of a snapshot</label>
<input id="snapshot-name" maxlength="64" autocomplete="off" spellcheck="false" placeholder="before-the-move" required></span>
<button class="small">Take it</button></form>
<p class="empty">No snapshot yet.</p>
<ol class="snapshots"></ol>
<p class="line apart"><button type="button" class="small" data-does="reset">Reset …</button>
<span class="soft">Back to how it began. Snapshots stay.</span></p>
<p class="outcome" role="status"></p>`

/** One is open at a time. The bar is shown once the script knows what to say in it, so that nothing moves. */
const control = (id: string, title: string, panel: Html): Html =>
  html`<details name="bar" id="${id}"><summary><span class="mark" aria-hidden="true"></span><span class="title">${title}</span>
<span class="state"></span></summary>
<div class="panel" role="group" aria-label="${title}">${panel}</div></details>
`

const QUESTION = html`<dialog id="question" aria-labelledby="question-title" aria-describedby="question-text">
<form method="dialog"><h2 id="question-title"></h2><p id="question-text"></p>
<p class="line"><button value="yes" class="yes"></button> <button value="no" class="small" autofocus>Cancel</button></p></form>
</dialog>`

export const barSection = html`<section class="bar waiting" aria-label="Clock, faults and state">
${control('clock', 'Clock', clockPanel)}${control('faults', 'Faults', faultsPanel)}${control('state', 'State', statePanel)}
</section>
${QUESTION}`
