// What is answered under /_atrium/ where nothing is, or nothing by that method: the addresses that may have been meant.
import type { FastifyInstance, FastifyReply } from 'fastify'
import { methodNotAllowed, unknownPath, type WireError } from '../api/wire/errors.ts'
import { nearest } from './nearest.ts'
import { claimed, listed } from './requests/words.ts'

const PREFIX = '/_atrium'
/** What the start page fetches for itself. */
const SCRIPT = '.js'

interface Address {
  /** As documents write it: `/_atrium/invitations/{invitationId}:accept`. */
  readonly path: string
  readonly methods: Set<string>
}

export interface Addresses {
  /** By their paths; complete once the server is ready. */
  readonly known: ReadonlyMap<string, Address>
}

/** Notes every address under /_atrium/ that is added to the server from now on. */
export function noteAddresses(server: FastifyInstance): Addresses {
  const known = new Map<string, Address>()
  server.addHook('onRoute', ({ method, url }) => {
    if (!url.startsWith(PREFIX)) return
    const path = written(url)
    const address = known.get(path) ?? { path, methods: new Set() }
    known.set(path, address)
    for (const each of [method].flat()) address.methods.add(each)
  })
  return { known }
}

/** Answers 405 with `Allow` where another method would do, else 404; `send` answers with an error. */
export function answerUnknown(
  scope: FastifyInstance,
  { known }: Addresses,
  send: (reply: FastifyReply, error: WireError) => FastifyReply,
): void {
  scope.register(
    (missing, _options, done) => {
      missing.setNotFoundHandler(({ method, url }, reply) => {
        const [path = ''] = url.split('?')
        const methods = [...known.values()].filter((each) => isAt(each, path)).flatMap((each) => [...each.methods])
        if (methods.length === 0) return send(reply, unknown(path, [...known.values()]))
        return send(reply.header('Allow', methods.toSorted().join(', ')), notAllowed(method, methods))
      })
      done()
    },
    // Apart from the sandbox's own routes, which say the whole of their addresses.
    { prefix: PREFIX },
  )
}

/** The server writes a parameter as `:name` or `:name(expression)`, and a colon as two. */
const written = (url: string): string =>
  url.replaceAll(/::|:(\w+)(?:\([^)]*\))?/g, (found, name: string) => (found === '::' ? ':' : `{${name}}`))

/** What stands for a parameter has no verb behind it, which would be another address. */
function isAt({ path }: Address, asked: string): boolean {
  const expression = path.replaceAll(/\{\w+\}|[^\w/]/g, (found) => (found.length > 1 ? '[^:/]+' : `\\${found}`))
  return new RegExp(`^${expression}$`).test(asked)
}

function unknown(path: string, known: readonly Address[]): WireError {
  const error = unknownPath(claimed(path))
  const names = known.map((each) => each.path).filter((each) => !each.endsWith(SCRIPT))
  const paths = nearest(claimed(path), names, 3)
  return { ...error, detail: `${error.detail} The nearest are ${listed(paths, 'and')}.` }
}

const notAllowed = (method: string, methods: readonly string[]): WireError => ({
  ...methodNotAllowed(method),
  detail: `The method ${method} is not supported here: send ${listed(methods.filter(isTold), 'or')}.`,
})

/** It comes with every GET. */
const isTold = (method: string): boolean => method !== 'HEAD'
