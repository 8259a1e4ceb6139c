// How the log of requests on the start page looks: two or three lines for each, in a box whose height no request changes.
export const LOG_STYLE = `.monitor { display: grid; gap: 32px; min-width: 0; }
@media (min-width: 1080px) { .monitor { position: sticky; top: 40px; max-height: calc(100vh - 40px); overflow-y: auto;
  padding: 16px 4px; margin: -16px -4px; } }
.filters { align-items: center; margin: 8px 0 0; }
.filters .field { max-width: 320px; }
.log { height: 368px; overflow-y: auto; padding: 0; margin-top: 12px; scrollbar-gutter: stable; resize: vertical; }
.log:has(details[open]) { height: 560px; }
.log .empty { margin: 16px; }
.log ol { gap: 0; margin: 0; }
.log li + li { border-top: 1px solid var(--line); }
.log summary { display: grid; grid-template-columns: 56px minmax(0, 1fr) auto; gap: 0 8px; padding: 8px 16px; cursor: pointer;
  list-style: none; }
.log summary::-webkit-details-marker { display: none; }
.log summary:hover { background: var(--quiet); }
.log summary:focus-visible { outline-offset: -2px; }
.log summary > * { overflow-wrap: anywhere; min-width: 0; }
.log .status { font-weight: 600; font-variant-numeric: tabular-nums; white-space: nowrap; }
.log .status::before { display: inline-block; width: 16px; font-size: 10px; }
.log .good { color: var(--good); } .log .good::before { content: '●'; }
.log .bad { color: var(--bad); } .log .bad::before { content: '▲'; }
.log .asked { color: var(--soft); } .log .asked::before { content: '○'; }
.log .method { font-weight: 600; }
.log .path { font-size: 12px; }
.log time { color: var(--soft); font-size: 12px; font-variant-numeric: tabular-nums; white-space: nowrap; }
.log .about, .log .why { grid-column: 2 / -1; font-size: 12px; line-height: 16px; }
.log .why { margin-top: 2px; }
.log .why:empty { display: none; }
.exchange { padding: 4px 16px 16px; }
.exchange h3 { margin: 12px 0 4px; }
.exchange .whole { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace; font-size: 12px; max-height: 96px; overflow-y: auto; }
.exchange pre { max-height: 280px; overflow: auto; }
@media (max-width: 560px) { .log summary { padding: 8px 12px; } .log time { grid-column: 2 / -1; grid-row: 3; }
  .log .call { grid-column: 2 / -1; } }
`
