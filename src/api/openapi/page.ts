// The document as a page to read: no scripts, one column on a telephone, light or dark as the reader's machine is.
import { type Html, html } from '../../platform/html.ts'
import type { Dialect } from '../dialects/dialect.ts'
import { routes } from '../operations/all.ts'
import { type Route, shownBy } from '../route.ts'
import { editionsOf, schemaOf } from './components.ts'
import { type Document, TITLES } from './document.ts'
import type { Operation, Parameter } from './operation.ts'
import { STYLE } from './page-style.ts'
import { typeText } from './type-text.ts'

interface Entry {
  readonly path: string
  readonly method: string
  readonly operation: Operation
  readonly route: Route
}

/** The whole page for one dialect; `others` are the dialects that have a page too. */
export function pageOf(dialect: Dialect, document: Document, others: readonly Dialect[]): string {
  const entries = entriesOf(document)
  const sections = document.tags
    .map(({ name }) => ({ name, entries: entries.filter(({ operation }) => operation.tags.includes(name)) }))
    .filter((section) => section.entries.length > 0)
  return html`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${document.info.title}</title>
<style>${STYLE}</style>
<header>
<h1>${document.info.title}</h1>
<p>${entries.length} operations under <code>${dialect.prefix}</code>, Atrium ${document.info.version}.
<a href="/_atrium/openapi/${dialect.name}.json">OpenAPI document</a></p>
<nav aria-label="Dialects">${others.map((other) => dialectLink(other, dialect))}</nav>
</header>
<nav aria-label="Subjects">${sections.map(({ name }) => html`<a href="#${anchorOf(name)}">${name}</a> `)}</nav>
<main>
${sections.map(
  (section) => html`<section id="${anchorOf(section.name)}">
<h2>${section.name}</h2>
${section.entries.map((entry) => entryOf(dialect, entry))}
</section>
`,
)}
</main>
</html>
`.text
}

const anchorOf = (name: string): string => name.toLowerCase().replaceAll(' ', '-')

const dialectLink = (other: Dialect, shown: Dialect): Html =>
  other.name === shown.name
    ? html`<a href="/_atrium/openapi/${other.name}" aria-current="page">${TITLES[other.name]}</a> `
    : html`<a href="/_atrium/openapi/${other.name}">${TITLES[other.name]}</a> `

function entriesOf({ paths }: Document): readonly Entry[] {
  const rows = new Map(routes.map((route) => [route.operationId, route]))
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => {
      const route = rows.get(operation.operationId)
      return route ? [{ path, method: method.toUpperCase(), operation, route }] : []
    }),
  )
}

const entryOf = (dialect: Dialect, { path, method, operation, route }: Entry): Html => html`<details id="${
  operation.operationId
}">
<summary><b class="${method.toLowerCase()}">${method}</b><code>${path}${
  operation.deprecated ? html` <i>deprecated</i>` : undefined
}${route.extension ? html` <i>Atrium’s own</i>` : undefined}</code><span>${operation.operationId}</span></summary>
<p>${rolesText(route, operation)}</p>
${parametersOf(operation.parameters)}
${route.body ? html`<h3>Body</h3><pre>${typeText(route.body.schema)}</pre>` : undefined}
${answersOf(dialect, route)}
</details>
`

function rolesText({ needs }: Route, { 'x-roles': roles }: Operation): string {
  if (needs === 'public') return 'Open to everybody, without credentials.'
  if (roles.length === 0) return 'Any credentials: each caller is shown what is its own.'
  return `Needs ${roles.length > 1 ? 'one of ' : ''}${roles.join(', ')}.`
}

const parametersOf = (parameters: readonly Parameter[]): Html => html`<h3>Parameters</h3>
<table>${parameters.map(
  (each) =>
    html`<tr><th><code>${each.name}</code><td>${each.in}<td>${typeText(each.schema)}${each.required ? ', required' : ''}`,
)}</table>`

function answersOf(dialect: Dialect, route: Route): readonly Html[] {
  const several = editionsOf(dialect, route).length > 1
  return editionsOf(dialect, route).map(({ date, sunset }) => {
    const shown = shownBy(route, date)
    const status = shown.kind === 'nothing' ? 204 : (dialect.statuses[route.operationId] ?? route.status ?? 200)
    const ends = sunset !== undefined && dialect.announcesSunsets ? `, until ${sunset}` : ''
    const heading = `Answer ${status}${several || ends ? ` (version ${date}${ends})` : ''}`
    const body = shown.kind === 'nothing' ? 'Nothing.' : typeText(schemaOf(dialect, shown))
    return html`<h3>${heading}</h3><pre>${body}</pre>`
  })
}
