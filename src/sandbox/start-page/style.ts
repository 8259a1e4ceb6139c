// How the start page looks: dense, in two columns where there is room, with the colours of all our pages.
import { FONT_PATH } from '../../platform/font-file.ts'
import { ATRIUM_STYLE } from '../../platform/house-style.ts'
import { Html } from '../../platform/html.ts'
import { FONTS, pageLook } from '../../platform/page-look.ts'
import { BAR_STYLE } from './bar-style.ts'
import { LOG_STYLE } from './log-style.ts'

const MONOSPACE = `ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace`

export const STYLE = new Html(`${pageLook(ATRIUM_STYLE.accent, FONT_PATH)}* { box-sizing: border-box; }
html { font: 14px/20px ${FONTS}; -webkit-text-size-adjust: 100%; scroll-padding-top: 88px; }
body { margin: 0; background: var(--ground); color: var(--ink); }
header { display: flex; flex-wrap: wrap; gap: 4px 24px; align-items: baseline; padding: 16px 24px;
  background: var(--card); border-bottom: 1px solid var(--line); }
nav { display: flex; flex-wrap: wrap; gap: 4px 16px; }
main { max-width: 1600px; margin: 0 auto; padding: 24px; display: grid; gap: 32px; }
h1 { font-size: 16px; line-height: 24px; font-weight: 650; margin: 0; }
h2 { font-size: 16px; line-height: 24px; font-weight: 650; margin: 0; }
h3 { font-size: 14px; line-height: 20px; font-weight: 600; margin: 0 0 4px; }
h1 .soft { font-weight: 400; font-size: 12px; }
p { margin: 0 0 8px; overflow-wrap: anywhere; }
section > p { margin-top: 4px; }
a { color: var(--accent); text-underline-offset: 2px; }
.soft { color: var(--soft); }
.columns { display: grid; gap: 16px 24px; grid-template-columns: minmax(0, 1fr); align-items: start; }
.watch { gap: 32px 24px; }
@media (min-width: 1080px) { .columns { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
h2 + .columns { margin-top: 12px; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 16px; min-width: 0;
  box-shadow: 0 1px 3px rgb(0 0 0 / 0.06); }
dl { margin: 0; }
dl > div { display: grid; grid-template-columns: 112px minmax(0, 1fr); gap: 0 8px; border-top: 1px solid var(--line);
  padding: 6px 0; }
dt { color: var(--soft); padding: 2px 0; }
dd { margin: 0; grid-column: 2; display: flex; gap: 0 8px; align-items: center; min-height: 28px; min-width: 0; }
dd code { flex: 1 1 auto; min-width: 0; }
.part { flex: 0 0 104px; color: var(--soft); overflow-wrap: anywhere; min-width: 0; }
@media (max-width: 560px) { main { padding: 16px; } header { padding: 12px 16px; } .part { flex-basis: 88px; }
  dl > div { grid-template-columns: minmax(0, 1fr); } dd { grid-column: 1; } }
code, pre, textarea, input { font: 13px/20px ${MONOSPACE}; }
code { overflow-wrap: anywhere; }
pre { margin: 0; padding: 12px; white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 2; background: var(--quiet);
  border-radius: 8px; }
pre + p { margin: 8px 0 0; }
label { display: block; color: var(--soft); margin-bottom: 4px; }
textarea, input { display: block; width: 100%; color: inherit; background: var(--field); border: 1px solid var(--edge);
  border-radius: 8px; padding: 6px 12px; }
textarea { resize: vertical; field-sizing: content; }
::placeholder { color: var(--soft); opacity: 1; }
button, .button { font: inherit; font-weight: 600; min-height: 32px; padding: 5px 16px; border-radius: 8px; cursor: pointer;
  border: 1px solid transparent; background: var(--button); color: var(--on-button); text-decoration: none;
  display: inline-flex; align-items: center; justify-content: center; white-space: nowrap; }
button:hover, .button:hover { filter: brightness(1.08); }
button:disabled { opacity: 0.5; cursor: not-allowed; }
button[aria-busy='true'] { cursor: progress; }
.small { font-size: 12px; line-height: 16px; font-weight: 550; min-height: 24px; padding: 3px 8px; color: var(--ink);
  background: var(--card); border-color: var(--edge); }
.small:hover { background: var(--quiet); filter: none; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 8px; }
.tabs { display: flex; flex-wrap: wrap; gap: 0 4px; margin-bottom: 12px; border-bottom: 1px solid var(--line); }
.tabs button { background: none; color: var(--soft); border: 0; border-bottom: 2px solid transparent; border-radius: 0;
  font-weight: 550; padding: 6px 8px; margin-bottom: -1px; }
.tabs button:hover { color: var(--ink); filter: none; }
.tabs button[aria-selected='true'] { color: var(--ink); border-bottom-color: var(--accent); }
ol { list-style: none; margin: 12px 0 0; padding: 0; display: grid; gap: 12px; }
.samples { counter-reset: request; }
.samples > li { counter-increment: request; }
.samples h3::before { content: counter(request) '. '; font-variant-numeric: tabular-nums; color: var(--soft); }
.path b { font-weight: 600; }
.path code { color: var(--soft); }
.actions { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; margin: 12px 0 0; }
.outcome { font-variant-numeric: tabular-nums; }
.outcome b.good { color: var(--good); } .outcome b.bad { color: var(--bad); }
.answer { margin-top: 12px; }
.answer pre { max-height: 360px; overflow: auto; }
.answer pre:empty { display: none; }
.headers { margin-bottom: 8px; font-size: 12px; }
.headers > div { grid-template-columns: 176px minmax(0, 1fr); border: 0; padding: 0; }
.headers dd { min-height: 24px; }
.headers code { font-size: 12px; }
@media (max-width: 560px) { .headers > div { grid-template-columns: minmax(0, 1fr); } }
.heading { display: flex; gap: 8px 12px; align-items: center; }
.heading .count { flex: 1; }
.trouble { color: var(--bad); }
.empty { color: var(--soft); margin: 12px 0 0; }
.mails > li { position: relative; padding: 0; }
.mails summary { cursor: pointer; list-style: none; padding: 12px 128px 12px 16px; border-radius: 8px; }
.mails summary::-webkit-details-marker { display: none; }
.mails summary:hover { background: var(--quiet); }
.mails summary span { display: block; overflow-wrap: anywhere; }
.mails summary span span { display: inline; }
.mails summary .subject { font-weight: 600; }
.mails time { font-variant-numeric: tabular-nums; white-space: nowrap; }
.mails .button { position: absolute; top: 12px; right: 16px; }
.mails .tabs { padding: 0 8px; margin-bottom: 0; }
.mails pre { background: none; padding: 16px; }
iframe { display: block; width: 100%; height: 560px; border: 0; border-radius: 0 0 8px 8px; resize: vertical; overflow: auto; }
${BAR_STYLE}${LOG_STYLE}.visually-hidden { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
[hidden] { display: none !important; }
@media (prefers-reduced-motion: no-preference) { button, .button { transition: filter 0.1s, background 0.1s; } }
@media (forced-colors: active) { button, .button { border-color: ButtonText; }
  .tabs button[aria-selected='true'] { border-bottom-color: Highlight; } }
`)
