// The second section of the start page: requests to run from the browser, each with what came back.
import { type Html, html } from '../../platform/html.ts'
import type { Sample } from './samples.ts'

/** `canAsk` says whether there is a service account to ask with. */
export const samplesSection = (
  samples: readonly Sample[],
  canAsk: boolean,
): Html => html`<section id="try" aria-labelledby="try-title">
<h2 id="try-title">Try it</h2>
<p class="soft">${
  canAsk
    ? 'Sent by this page as the service account above, with a bearer token. Run them from top to bottom, and watch the mail arrive.'
    : 'The first organization has no service account, with which this page could ask. Use the lines above instead.'
}</p>
<ol class="samples">${samples.map((sample) => card(sample, canAsk))}</ol>
</section>`

const card = (sample: Sample, canAsk: boolean): Html => {
  const { id, title, says, method, path, accept, isFirst } = sample
  return html`<li class="card" data-method="${method}" data-path="${path}" data-accept="${accept}"${
    isFirst ? html` data-first` : undefined
  }>
<h3>${title}</h3>
<p class="soft">${says}</p>
<p class="path"><b>${method}</b> <code>${path}</code></p>
${path.includes('{invitationId}') ? invitationField(id) : undefined}
${sample.body ? bodyField(id, sample.body) : undefined}
<p class="actions"><button type="button" class="run" aria-label="Run: ${title}"${
    canAsk ? undefined : html` disabled`
  }>Run</button><span class="outcome" role="status"></span></p>
<div class="answer" hidden><dl class="headers"></dl><pre tabindex="0" role="region" aria-label="Answer: ${title}"></pre></div>
</li>
`
}

const invitationField = (id: string): Html => html`<p><label for="invitation-${id}">Invitation</label>
<input id="invitation-${id}" name="invitationId" autocomplete="off" spellcheck="false" placeholder="the id that the first request answers"></p>`

function bodyField(id: string, body: object): Html {
  const text = written(body)
  return html`<p><label for="body-${id}">Body</label>
<textarea id="body-${id}" name="body" rows="${text.split('\n').length}" spellcheck="false">${text}</textarea></p>`
}

const WIDTH = 56

/** JSON as people would write it: in one line what fits there. */
function written(value: unknown, indent = ''): string {
  const flat = JSON.stringify(value)
  if (typeof value !== 'object' || value === null || (indent !== '' && indent.length + flat.length <= WIDTH))
    return flat
  const within = `${indent}  `
  const lines = Array.isArray(value)
    ? value.map((each) => within + written(each, within))
    : Object.entries(value).map(([key, each]) => `${within}${JSON.stringify(key)}: ${written(each, within)}`)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`
}
