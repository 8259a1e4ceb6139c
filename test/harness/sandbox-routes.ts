// All that a double serves under /_atrium/, by what its server says of itself, so that no new route can be forgotten.
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { DEFAULT_SEED } from '../../src/seed/seed-schema-defaults.ts'
import { type Double, startDouble } from './double.ts'

export interface OneRoute {
  readonly method: string
  /** As documents write it: `/_atrium/invitations/{invitationId}:accept`. */
  readonly path: string
  /** With something in the place of each parameter. */
  readonly target: string
}

/** A double that runs until the test is over, and its routes. */
export async function doubleWithRoutes(): Promise<{ double: Double; routes: readonly OneRoute[] }> {
  const routes: OneRoute[] = []
  const listen = (message: unknown): void => {
    Object(message).fastify.addHook(
      'onRoute',
      ({ method, url }: { method: string | readonly string[]; url: string }) => {
        if (!url.startsWith('/_atrium')) return
        for (const each of [method].flat()) routes.push({ method: each, path: named(url), target: filled(url) })
      },
    )
  }
  subscribe('fastify.initialization', listen)
  try {
    return { double: await startDouble(':memory:', { seed: DEFAULT_SEED }), routes }
  } finally {
    unsubscribe('fastify.initialization', listen)
  }
}

/** The server writes a parameter as `:name` or `:name(expression)`, and a colon as two. */
const inPlace = (url: string, replace: (name: string) => string): string =>
  url.replaceAll(/::|:(\w+)(\([^)]*\))?/g, (found, name: string) => (found === '::' ? ':' : replace(name)))

const named = (url: string): string => inPlace(url, (name) => `{${name}}`)
const filled = (url: string): string => inPlace(url, () => '5f0a00000000000000000001')
