// The third section of the start page: every request of every client, which the script fetches and puts in.
import { html } from '../../platform/html.ts'
import { OPERATIONS_LIST } from './faults-panel.ts'

export const logSection = html`<section id="requests" aria-labelledby="requests-title">
<div class="heading"><h2 id="requests-title">Requests</h2><span class="count soft"></span>
<button type="button" class="small delete" hidden>Clear</button></div>
<div class="line filters"><span class="field wide"><label for="log-operation" class="visually-hidden">Operation or path</label>
<input id="log-operation" type="search" list="${OPERATIONS_LIST}" placeholder="Operation or path" autocomplete="off" spellcheck="false"></span>
<span class="check"><input id="log-refusals" type="checkbox"><label for="log-refusals">Only refusals</label></span></div>
<div class="card log">
<p class="empty">No request yet. Run one, or send one with a client of your own.</p>
<ol></ol>
</div>
<template><li><details>
<summary><span class="status"></span><span class="call"><span class="method"></span> <code class="path"></code></span>
<time></time><span class="about soft"></span><span class="why"></span></summary>
<div class="exchange"></div></details></li></template>
</section>`
