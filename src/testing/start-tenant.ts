// Asks a running `atrium dev` for a world of its own: workers that test in parallel share one process that way.
import { messageOf } from '../assembly/complaint.ts'
import type { Drive } from '../assembly/drive.ts'
import type { FirstSteps } from '../sandbox/first-steps.ts'
import { ask } from './ask.ts'
import { atriumOver } from './atrium-over.ts'
import { instantText } from './controls.ts'
import { type Fetch, fetchOver } from './fetch-over.ts'
import { cannotStart, readSeedOption } from './read-options.ts'
import type { Atrium, AtriumOptions } from './types.ts'

type Line = FirstSteps['credentials'] & { readonly id: string; readonly url: string; readonly caFile?: string }

/** Throws what the server says of the seed and the rest, and for options that it cannot be told. */
export async function startTenant(server: string, { seed, now, limits, ...rest }: AtriumOptions): Promise<Atrium> {
  const settled = (['port', 'host', 'tls', 'log'] as const).filter((name) => rest[name] !== undefined)
  if (settled.length > 0) cannotStart(`With \`server\`, the server settles ${settled.join(', ')}: leave it out.`)
  const parent = driveBy(fetchTo(server), server)
  const line = await ask<Line>(parent, 'POST', 'tenants', {
    seed: typeof seed === 'string' ? await readSeedOption(seed) : seed,
    now: now === undefined ? undefined : instantText(now),
    limits,
  })
  const steps = { url: line.url, caFile: line.caFile, credentials: line }
  const end = (): Promise<void> => ask(parent, 'DELETE', `tenants/${line.id}`)
  return atriumOver(steps, driveBy(fetchOver(line.caFile), line.url), end)
}

/** Nobody there is the mistake that everybody makes once, and `fetch failed` says nothing of it. */
const fetchTo =
  (server: string): Fetch =>
  (url, init) =>
    fetchOver(undefined)(url, init).catch((error: unknown) => {
      const cause = error instanceof Error ? (error.cause ?? error) : error
      return cannotStart(`No server answers at ${server}: start one with \`atrium dev\` (${messageOf(cause)}).`)
    })

const driveBy =
  (send: Fetch, url: string): Drive =>
  async (method, path, body) => {
    const answer = await send(url.replace(/\/$/, '') + path, { method, ...(body === undefined ? {} : { body }) })
    return { status: answer.status, text: await answer.text() }
  }
