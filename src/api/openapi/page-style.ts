// How the reference page looks, and the hash by which a browser lets this style in and no other.
import { hash } from 'node:crypto'
import { Html } from '../../platform/html.ts'

const CSS = `
:root { color-scheme: light dark; --ink: light-dark(#1c2024, #e6e8ea); --soft: light-dark(#5b636b, #a3abb3);
  --line: light-dark(#d9dde1, #343a40); --page: light-dark(#ffffff, #14171a); --card: light-dark(#f6f7f8, #1c2024);
  --accent: light-dark(#0b5cad, #7ab8f5); }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 1.5rem 1rem 4rem; background: var(--page); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 0.5rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 0.5rem; scroll-margin-top: 1rem; }
h3 { font-size: 0.85rem; margin: 1rem 0 0.25rem; color: var(--soft); font-weight: 600; }
p { margin: 0.5rem 0; }
a { color: var(--accent); }
a[aria-current] { font-weight: 600; color: var(--ink); text-decoration: none; }
nav { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; margin: 0.75rem 0; }
code, pre { font: 0.85rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
code { overflow-wrap: anywhere; }
pre { margin: 0; padding: 0.75rem; overflow-x: auto; background: var(--card); border: 1px solid var(--line);
  border-radius: 6px; }
details { border-top: 1px solid var(--line); padding: 0.5rem 0; }
details[open] { padding-bottom: 1.25rem; }
summary { cursor: pointer; padding: 0.25rem 0; list-style: none; display: grid; gap: 0 0.75rem; align-items: baseline;
  grid-template-columns: 1rem 3.6rem 1fr auto; }
summary::before { content: '\u203a'; color: var(--soft); transition: transform 0.1s; }
details[open] > summary::before { transform: rotate(90deg); }
@media (max-width: 40rem) { summary { grid-template-columns: 1rem 3.6rem 1fr; }
  summary span { grid-column: 3; overflow-wrap: anywhere; } }
@media (prefers-reduced-motion: reduce) { summary::before { transition: none; } }
summary::-webkit-details-marker { display: none; }
summary:focus-visible, a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
summary span { color: var(--soft); font-size: 0.85rem; }
summary i { color: var(--soft); }
summary b { font: 600 0.75rem/1.5 ui-monospace, monospace; }
.get { color: light-dark(#0a6847, #6fd3a8); } .post { color: light-dark(#0b5cad, #7ab8f5); }
.put, .patch { color: light-dark(#8a5a00, #e2b75a); } .delete { color: light-dark(#b3261e, #f2938c); }
table { border-collapse: collapse; width: 100%; font-size: 0.9rem; }
th, td { text-align: left; padding: 0.25rem 0.75rem 0.25rem 0; border-top: 1px solid var(--line);
  vertical-align: top; font-weight: 400; overflow-wrap: anywhere; }
`

export const STYLE = new Html(CSS)

/** What the page may load: its own style, and nothing else. */
export const CONTENT_POLICY = `default-src 'none'; style-src 'sha256-${hash('sha256', CSS, 'base64')}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`
