#!/usr/bin/env node
// The command `atrium`: says in one line what is missing, or hands over to the built program.
// Plain JavaScript that Node 18 reads, since a runtime that is too old is the first thing it has to report.
import { existsSync } from 'node:fs'
import module from 'node:module'

const OLDEST_NODE = 24
const program = new URL('../dist/atrium.mjs', import.meta.url)

/** What stands between this machine and a running program, in one line; undefined when nothing does. */
function obstacle() {
  const current = process.versions.node
  if (Number.parseInt(current, 10) < OLDEST_NODE) {
    return `Atrium needs Node ${OLDEST_NODE} or newer, this is ${current}: use the npm scripts, which bring their own (npm start, npm run atrium -- <command>), or install Node ${OLDEST_NODE}.`
  }
  if (!existsSync(program)) return 'Atrium is not built yet: run `npm run build` first.'
  return undefined
}

const problem = obstacle()
if (problem === undefined) {
  // Compiled once, then read from the system's temporary folder: a start takes a fifth less.
  module.enableCompileCache()
  await import(program.href)
} else {
  console.error(problem)
  process.exitCode = 1
}
