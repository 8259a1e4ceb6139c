// How the bar of the start page looks: one line that stays in sight, with panels that lie over the page and move nothing.
export const BAR_STYLE = `.bar { position: sticky; top: 0; z-index: 2; display: flex; gap: 0 8px; height: 40px; padding: 0 16px;
  background: var(--card); border-bottom: 1px solid var(--line); }
.bar.waiting > * { visibility: hidden; }
.bar details { position: relative; min-width: 0; }
#clock, #state { flex: none; }
.bar summary { display: flex; gap: 8px; align-items: center; height: 39px; padding: 0 8px; cursor: pointer; list-style: none;
  white-space: nowrap; }
.bar summary::-webkit-details-marker { display: none; }
.bar summary::after { content: '▾'; color: var(--soft); }
.bar summary:hover { background: var(--quiet); }
.bar summary:focus-visible { outline-offset: -2px; }
.bar .title { font-weight: 600; }
.bar .state { color: var(--soft); overflow: hidden; text-overflow: ellipsis; font-variant-numeric: tabular-nums; }
.bar .mark { width: 10px; text-align: center; }
#clock .mark::before { content: '▶'; font-size: 10px; color: var(--soft); }
#clock.on .mark::before { content: '■'; color: var(--accent); }
#faults .mark::before { content: '○'; color: var(--soft); }
#faults.on .mark::before { content: '▲'; color: var(--bad); }
#state .mark { display: none; }
#state { margin-left: auto; }
#state .panel { left: auto; right: 0; }
.bar .on .state { color: var(--ink); font-weight: 550; }
.panel { position: absolute; top: 40px; left: 0; width: min(560px, 100vw - 32px); max-height: calc(100vh - 64px);
  overflow-y: auto; padding: 16px; background: var(--card); border: 1px solid var(--line); border-radius: 0 0 8px 8px;
  box-shadow: 0 8px 24px rgb(0 0 0 / 0.16); }
.panel > :last-child { margin-bottom: 0; }
.panel ol { gap: 0; margin: 0 0 12px; }
.panel li { display: flex; gap: 8px; align-items: center; padding: 6px 0; border-top: 1px solid var(--line); }
.panel li:first-child { border-top: 0; }
.panel .said { flex: 1; min-width: 0; overflow-wrap: anywhere; }
#state .panel .empty { margin-bottom: 12px; }
.panel .empty { margin: 0 0 8px; }
.panel .outcome { min-height: 20px; margin: 12px 0 0; }
.panel .outcome.bad { color: var(--bad); }
.panel .apart { border-top: 1px solid var(--line); padding-top: 12px; }
.line { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; margin: 0 0 12px; }
p.line { align-items: center; }
.line .small { min-height: 32px; padding: 5px 12px; font-size: 13px; line-height: 20px; }
.field { flex: 0 1 auto; min-width: 0; }
.field.wide { flex: 1 1 200px; }
.field input, .field select { height: 32px; padding: 4px 8px; width: 100%; }
.field input[type='number'] { width: 88px; }
select { display: block; font: inherit; color: inherit; background: var(--field); border: 1px solid var(--edge); border-radius: 8px; }
.check { display: flex; gap: 8px; align-items: center; }
.check input { width: 16px; height: 16px; margin: 0; flex: none; accent-color: var(--accent); }
.check label { margin: 0; }
dialog { width: min(440px, 100vw - 32px); padding: 24px; color: inherit; background: var(--card); border: 1px solid var(--line);
  border-radius: 8px; box-shadow: 0 8px 24px rgb(0 0 0 / 0.24); }
dialog::backdrop { background: rgb(0 0 0 / 0.4); }
dialog p { margin: 8px 0 0; }
dialog .line { margin-top: 16px; }
@media (max-width: 960px) { .bar details { position: static; } .panel, #state .panel { left: 16px; right: auto; } }
@media (max-width: 760px) { .bar { display: grid; grid-template-columns: minmax(0, 1fr) auto; height: 72px; padding: 0 8px; }
  #clock { grid-column: 1 / -1; } .bar summary { height: 35px; }
  .panel, #state .panel { top: 72px; left: 8px; right: 8px; width: auto; max-height: calc(100vh - 88px); } }
`
