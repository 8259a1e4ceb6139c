// The faults in the bar of the start page: those there are, and a form that adds one.
import { html } from '../../platform/html.ts'
import { KNOWN_CODES } from '../faults/known-codes.ts'
import type { FaultSpec } from '../faults/spec.ts'
import { OPERATION_NAMES } from '../operation-names.ts'

interface Effect {
  readonly title: string
  readonly spec: Omit<FaultSpec, 'operationId' | 'times'>
}

const EFFECTS: readonly Effect[] = [
  { title: '429: too many requests', spec: { status: 429 } },
  { title: '400: too many invitations', spec: { errorCode: 'INVITATIONS_RATE_LIMITED_IP' } },
  { title: '404: the invitation is gone', spec: { errorCode: 'INVALID_INVITATION_ID' } },
  { title: '500: unexpected error', spec: { status: 500 } },
  { title: '503: unavailable', spec: { status: 503 } },
  { title: 'Connection cut, nothing done', spec: { cut: true } },
  { title: 'Connection cut, the work done', spec: { cut: true, afterCommit: true } },
  { title: 'Answer after 5 seconds', spec: { delayMs: 5000 } },
]

/** Both lists also serve the other fields of the page that ask for one. */
export const OPERATIONS_LIST = 'operation-names'
const CODES_LIST = 'error-codes'

/** The page's script reads what an effect asks for from its value; the one without a value takes the code beside it. */
export const faultsPanel = html`<p class="empty">No fault. Every request is answered as it deserves.</p>
<ol class="faults"></ol>
<form class="line" data-does="add-fault"><span class="field wide"><label for="fault-operation">Operation, or * for every one</label>
<input id="fault-operation" list="${OPERATIONS_LIST}" value="createOrgInvite" autocomplete="off" spellcheck="false" required></span>
<span class="field"><label for="fault-effect">Effect</label><select id="fault-effect">${EFFECTS.map(
  ({ title, spec }) => html`<option value="${JSON.stringify(spec)}">${title}</option>`,
)}<option value="">Another error code …</option></select></span>
<span class="field wide" hidden><label for="fault-code">Error code</label>
<input id="fault-code" list="${CODES_LIST}" autocomplete="off" spellcheck="false"></span>
<span class="field"><label for="fault-times">Times</label>
<input id="fault-times" type="number" min="1" max="1000000" step="1" value="1" required></span>
<button class="small">Add the fault</button></form>
<p class="outcome" role="status"></p>
<datalist id="${OPERATIONS_LIST}">${OPERATION_NAMES.map((name) => html`<option value="${name}"></option>`)}</datalist>
<datalist id="${CODES_LIST}">${[...KNOWN_CODES.keys()].map((code) => html`<option value="${code}"></option>`)}</datalist>`
