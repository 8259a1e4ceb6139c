// The start page as a whole, and what a browser may do with it.
import { hash } from 'node:crypto'
import { type Html, html } from '../../platform/html.ts'
import type { FirstSteps } from '../first-steps.ts'
import { outboxSection } from './outbox-section.ts'
import { requestsSection } from './requests-section.ts'
import type { Sample } from './samples.ts'
import { type Names, stepsSection } from './steps-section.ts'
import { STYLE } from './style.ts'

export interface StartPage {
  readonly version: string
  readonly steps: FirstSteps
  readonly names: Names
  readonly samples: readonly Sample[]
}

/** Below `/_atrium/`. */
export const SCRIPT_NAME = 'start-page.js'

export const startPage = ({ version, steps, names, samples }: StartPage): Html => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Atrium on ${new URL(steps.url).host}</title>
<style>${STYLE}</style>
<script type="module" src="${SCRIPT_NAME}"></script>
</head>
<body>
<header>
<h1>Atrium <span class="soft">${version}</span></h1>
<nav aria-label="On this page"><a href="#first-steps">First steps</a> <a href="#requests">Requests</a>
<a href="#outbox">Outbox</a> <a href="openapi">API reference</a></nav>
</header>
<main>
<noscript><p class="card">This page copies, asks and fetches mails by a script, which this browser does not run.</p></noscript>
${stepsSection(steps, names)}
<div class="columns watch">
${requestsSection(samples, steps.credentials.serviceAccount !== null)}
${outboxSection}
</div>
</main>
<p class="visually-hidden" id="said" role="status"></p>
</body>
</html>
`

/** Our style by its hash, our script, our typeface and calls to us; frames hold mails, which have a policy of their own. */
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
