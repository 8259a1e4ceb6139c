// Pages that say one thing: a heading that tells the state, a sentence, and what one can do about it.
import { Html, html } from '../../platform/html.ts'
import { submit } from '../fields.ts'
import { framed } from '../frame.ts'
import { type PortalAnswer, type PortalContext, shown } from '../route.ts'

export interface Said {
  readonly title: string
  readonly text?: string | undefined
}

export interface Beside {
  readonly status?: number
  /** What follows the sentence. */
  readonly more?: Html | undefined
  readonly actions?: readonly (Html | undefined)[]
}

/** The page that says so. */
export function saying(context: PortalContext, { title, text }: Said, beside: Beside = {}): PortalAnswer {
  const { status = 200, more, actions = [] } = beside
  const page = framed(
    { ...context, title },
    html`<h1>${title}</h1>
${
  text === undefined
    ? undefined
    : html`<p>${text}</p>
`
}${more}${actionsRow(actions)}`,
  )
  return shown(page, status)
}

/** Buttons and links in a row; nothing where there are none. */
export function actionsRow(actions: readonly (Html | undefined)[]): Html | undefined {
  const given = actions.filter((action) => action !== undefined)
  return given.length === 0
    ? undefined
    : html`<div class="actions">${given}</div>
`
}

/** A button that does something; `path` lies below the public url. */
export const act = (
  { language, pathPrefix }: PortalContext,
  path: string,
  label: string,
  kind?: 'quiet' | 'bad' | 'plain',
): Html => html`<form method="post" action="${pathPrefix}${path}">${submit(language, label, kind)}</form>`

/** A button that only leads to a page, such as one that asks first. */
export const leadTo = ({ pathPrefix }: PortalContext, path: string, label: string): Html =>
  html`<form method="get" action="${pathPrefix}${path}"><button class="quiet">${label}</button></form>`

/** A link that looks like a button. */
export const linkTo = (href: string, label: string, kind?: 'quiet'): Html =>
  html`<a class="button${new Html(kind ? ` ${kind}` : '')}" href="${href}">${label}</a>`
