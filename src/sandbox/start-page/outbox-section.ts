// The last section of the start page: the mails as they come, which the script fetches and puts in.
import { html } from '../../platform/html.ts'
import { tabs } from './parts.ts'

/** The frame may open links in windows of their own, and nothing else: no script, no form, no address of ours. */
export const FRAME_MAY = 'allow-popups allow-popups-to-escape-sandbox'

const FRAME = html`<iframe sandbox="${FRAME_MAY}" referrerpolicy="no-referrer"></iframe>`

const FORMS = [
  { id: 'rendered', title: 'As it looks', content: FRAME },
  { id: 'text', title: 'Plain text', content: html`<pre></pre>` },
]

export const outboxSection = html`<section id="outbox" aria-labelledby="outbox-title">
<div class="heading"><h2 id="outbox-title">Outbox</h2><span class="count soft"></span>
<button type="button" class="small delete" hidden>Delete all</button></div>
<p class="soft">Every mail stays here, and is here before the call that caused it answers.</p>
<p class="trouble" role="alert" hidden></p>
<p class="news visually-hidden" role="status"></p>
<p class="card empty">No mail yet. Run the first request, or invite somebody with a client of your own.</p>
<ol class="mails"></ol>
<template><li class="card">
<details><summary><span class="subject"></span><span class="soft"><span class="to"></span> · <time></time></span></summary>
${tabs('Forms of this mail', FORMS)}</details>
<a class="button small" target="_blank" rel="noopener" hidden></a>
</li></template>
</section>`
