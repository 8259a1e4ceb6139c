// The start page as a whole, and what a browser may do with it.
import { hash } from 'node:crypto'
import { type Html, html } from '../../platform/html.ts'
import type { FirstSteps } from '../first-steps.ts'
import { barSection } from './bar-section.ts'
import { logSection } from './log-section.ts'
import { outboxSection } from './outbox-section.ts'
import type { Sample } from './samples.ts'
import { samplesSection } from './samples-section.ts'
import { type Names, stepsSection } from './steps-section.ts'
import { STYLE } from './style.ts'

export interface StartPage {
  readonly version: string
  readonly steps: FirstSteps
  readonly names: Names
  readonly samples: readonly Sample[]
  /** Whether other machines can reach it. */
  readonly isExposed: boolean
}

/** Below `/_atrium/`, the first loading the others. */
export const SCRIPTS = [
  'start-page.js',
  'bar.js',
  'clock.js',
  'copying.js',
  'dom.js',
  'faults.js',
  'log.js',
  'looking.js',
  'outbox.js',
  'samples.js',
  'sandbox.js',
  'state.js',
] as const

/** For everybody who opens it, because whoever started it may not be the one who reads. */
const EXPOSURE = html`<p class="card" role="note"><strong>Other machines can reach this sandbox.</strong> Whoever does can act as
anybody in it, read its mails and start worlds. Start it without <code>--host</code> to keep it to this machine.</p>`

export const startPage = ({ version, steps, names, samples, isExposed }: StartPage): Html => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Atrium on ${new URL(steps.url).host}</title>
<style>${STYLE}</style>
<script type="module" src="${SCRIPTS[0]}"></script>
</head>
<body>
<header>
<h1>Atrium <span class="soft">${version}</span></h1>
<nav aria-label="On this page"><a href="#first-steps">First steps</a> <a href="#try">Try it</a>
<a href="#requests">Requests</a> <a href="#outbox">Outbox</a> <a href="openapi">API reference</a></nav>
</header>
${barSection}
<main>
<noscript><p class="card">This page copies, asks, shows and moves everything by a script, which this browser does not run.</p></noscript>
${isExposed ? EXPOSURE : ''}
${stepsSection(steps, names)}
<div class="columns watch">
${samplesSection(samples, steps.credentials.serviceAccount !== null)}
<div class="monitor">
${logSection}
${outboxSection}
</div>
</div>
</main>
<p class="visually-hidden" id="said" role="status"></p>
</body>
</html>
`

/** Our style by its hash, our scripts, our typeface and calls to us; frames hold mails, which have a policy of their own. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${hash('sha256', STYLE.text, 'base64')}'`,
  "script-src 'self'",
  "connect-src 'self'",
  "font-src 'self'",
  "frame-src 'self'",
  "require-trusted-types-for 'script'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')
