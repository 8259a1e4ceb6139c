// The pieces that sections of the start page are made of: buttons that copy, and tabs.
import { type Html, html } from '../../platform/html.ts'

/** A button that copies the text of the element with this id; `what` says to those who cannot see it what that is. */
export const copyButton = (id: string, what: string): Html =>
  html`<button type="button" class="small" data-copies="${id}" aria-label="Copy ${what}">Copy</button>`

/** A value in one line, with its button. */
export const copyable = (id: string, what: string, value: string): Html =>
  html`<code id="${id}">${value}</code>${copyButton(id, what)}`

export interface Tab {
  readonly id: string
  readonly title: string
  readonly content: Html
}

/** Tabs by the pattern of the ARIA authoring practices; the script makes them answer. */
export const tabs = (
  label: string,
  all: readonly Tab[],
): Html => html`<div class="tabs" role="tablist" aria-label="${label}">${all.map(
  ({ id, title }, index) =>
    html`<button type="button" role="tab" id="tab-${id}" aria-controls="panel-${id}" aria-selected="${
      index === 0 ? 'true' : 'false'
    }" tabindex="${index === 0 ? 0 : -1}">${title}</button>`,
)}</div>
${all.map(
  ({ id, content }, index) => html`<div role="tabpanel" id="panel-${id}" aria-labelledby="tab-${id}"${
    index === 0 ? undefined : html` hidden`
  }>${content}</div>
`,
)}`
