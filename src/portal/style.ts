// How pages look: one column, neutral greys and the operator's accent, light and dark as the system is.
import type { HouseStyle } from '../platform/house-style.ts'
import { FONTS, pageLook } from '../platform/page-look.ts'

/** For what Inter cannot write. */
const KOREAN = `Inter, 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans KR', 'Noto Sans CJK KR', system-ui, sans-serif`
const JAPANESE = `Inter, 'Hiragino Sans', 'Yu Gothic UI', 'Noto Sans JP', 'Noto Sans CJK JP', system-ui, sans-serif`
const CHINESE = `Inter, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', system-ui, sans-serif`

/** What no operator changes. */
const LAYOUT = `body { margin: 0; min-height: 100vh; min-height: 100dvh; display: flex; flex-direction: column; align-items: center;
  gap: 24px; padding: 40px 16px 24px; background: var(--ground); color: var(--ink); }
main { width: 100%; max-width: 480px; background: var(--card); border: 1px solid var(--line); border-radius: 8px;
  padding: 32px; box-shadow: 0 1px 3px rgb(0 0 0 / 0.06); }
main.wide { max-width: 720px; }
header { text-align: center; font-weight: 600; }
header img { display: block; margin: 0 auto; max-height: 40px; max-width: 220px; }
header span { display: inline-flex; align-items: center; gap: 8px; }
h1 { font-size: 24px; line-height: 1.3; margin: 0 0 8px; font-weight: 650; text-wrap: balance; overflow-wrap: anywhere; }
h2 { font-size: 16px; line-height: 1.4; margin: 32px 0 8px; font-weight: 650; }
p { margin: 0 0 16px; overflow-wrap: anywhere; }
ul { margin: 0 0 16px; padding-left: 20px; }
li { margin: 4px 0; overflow-wrap: anywhere; }
time { display: inline-block; }
main > :last-child { margin-bottom: 0; }
a { color: var(--accent); text-underline-offset: 2px; }
.soft { color: var(--soft); font-size: 14px; }
.address { white-space: nowrap; }
@media (max-width: 420px) { .address { white-space: normal; overflow-wrap: anywhere; } }
form { margin: 0; }
.fields { display: grid; gap: 16px; margin: 16px 0; }
.names { display: grid; gap: 16px; grid-template-columns: 1fr 1fr; }
@media (max-width: 420px) { .names { grid-template-columns: 1fr; } main { padding: 24px 20px; } body { padding-top: 24px; } }
label { display: block; font-size: 14px; font-weight: 550; margin-bottom: 4px; }
input, select { width: 100%; font: inherit; color: inherit; background: var(--field); border: 1px solid var(--edge);
  border-radius: 8px; padding: 8px 12px; min-height: 44px; }
input[readonly] { background: var(--quiet); color: var(--soft); }
input[aria-invalid='true'] { border-color: var(--bad); }
.problem { color: var(--bad); font-size: 14px; margin: 4px 0 0; }
.hint { color: var(--soft); font-size: 14px; margin: 4px 0 0; }
.notice { border: 1px solid var(--line); border-left: 4px solid var(--accent); border-radius: 8px; padding: 12px 16px;
  margin: 0 0 16px; background: var(--quiet); }
.notice.bad { border-left-color: var(--bad); }
.notice.good { border-left-color: var(--good); }
.notice p:last-child { margin: 0; }
.before-list { margin: 0 0 4px; }
.after { margin-top: 24px; padding-top: 16px; border-top: 1px solid var(--line); }
.after form { display: inline; }
.actions { display: flex; flex-wrap: wrap; gap: 12px; align-items: center; margin-top: 24px; }
.actions > * { max-width: 100%; }
button, .button { font: inherit; font-weight: 600; min-height: 44px; padding: 8px 20px; border-radius: 8px; cursor: pointer;
  border: 1px solid transparent; background: var(--button); color: var(--on-button); text-decoration: none;
  display: inline-flex; align-items: center; justify-content: center; max-width: 100%; text-align: center;
  overflow-wrap: anywhere; }
button:hover, .button:hover { filter: brightness(1.08); }
button.quiet, .button.quiet { background: transparent; color: var(--ink); border-color: var(--edge); font-weight: 550; }
button.quiet:hover, .button.quiet:hover { background: var(--quiet); filter: none; }
button.bad { background: var(--bad); color: var(--card); }
button.plain { background: none; border: 0; padding: 0; min-height: 0; color: var(--accent); font-weight: 550;
  text-decoration: underline; text-underline-offset: 2px; }
button[aria-busy='true'] { opacity: 0.7; cursor: progress; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.password { position: relative; }
.password input { padding-right: 96px; }
.password button { position: absolute; right: 4px; top: 4px; min-height: 36px; padding: 4px 12px; font-size: 14px;
  background: none; color: var(--accent); border: 0; }
footer { width: 100%; max-width: 480px; display: flex; flex-wrap: wrap; gap: 8px 16px; justify-content: center;
  font-size: 14px; color: var(--soft); }
footer form { display: flex; gap: 8px; align-items: center; }
footer label { margin: 0; font-weight: 400; }
footer select { min-height: 36px; padding: 4px 8px; width: auto; font-size: 14px; }
footer button { min-height: 36px; padding: 4px 12px; font-size: 14px; }
.or { margin: 24px 0 16px; text-align: center; color: var(--soft); font-size: 14px; }
section { border-top: 1px solid var(--line); margin-top: 32px; padding-top: 24px; }
section > h2:first-child { margin-top: 0; }
section .fields { max-width: 420px; }
section .actions { margin-top: 16px; }
section > .rows > li:first-child { border-top: 0; padding-top: 4px; }
.rows p:last-child, .rows ul:last-child { margin-bottom: 0; }
.top { display: flex; flex-wrap: wrap; gap: 8px 16px; justify-content: space-between; align-items: flex-start;
  margin-bottom: 16px; }
.top p { margin: 0; }
table { width: 100%; border-collapse: collapse; font-size: 14px; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: 8px 12px 8px 0; border-top: 1px solid var(--line); vertical-align: top;
  font-weight: 400; overflow-wrap: anywhere; }
td:last-child { text-align: right; padding-right: 0; }
.rows { list-style: none; margin: 0; padding: 0; }
.rows > li { display: flex; flex-wrap: wrap; gap: 4px 16px; justify-content: space-between; align-items: center;
  padding: 12px 0; margin: 0; border-top: 1px solid var(--line); }
.rows > li > div:first-child { flex: 1 1 240px; min-width: 0; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
[hidden] { display: none !important; }
@media (prefers-reduced-motion: no-preference) { button, .button { transition: filter 0.1s, background 0.1s; } }
@media (forced-colors: active) { button, .button { border-color: ButtonText; } }
`

/** The style sheet; `fontPath` is where the browser finds Inter. */
export function styleSheet({ accent }: HouseStyle, fontPath: string): string {
  return `${pageLook(accent, fontPath)}* { box-sizing: border-box; }
html { font: 16px/1.5 ${FONTS}; -webkit-text-size-adjust: 100%; }
:lang(ko) { font-family: ${KOREAN}; word-break: keep-all; overflow-wrap: anywhere; }
:lang(ja) { font-family: ${JAPANESE}; line-break: strict; word-break: auto-phrase; }
:lang(zh) { font-family: ${CHINESE}; }
:lang(zh) h1 { word-break: keep-all; }
${LAYOUT}`
}
