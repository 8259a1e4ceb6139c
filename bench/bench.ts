// What every measurement is made of: a started Atrium, a burst of load, and a yardstick that takes turns with it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Load, Measured } from './load.ts'
import { cpuSeconds, runJson, type Server, startServer } from './process.ts'
import { type Line, lineOf, type Pair, progress } from './report.ts'

/** As the package's scripts start it. */
const ATRIUM = ['--max-semi-space-size=2', join(import.meta.dirname, '../bin/atrium.mjs')]
export const CONNECTIONS = 32

export interface Started {
  readonly url: string
  readonly orgId: string
  readonly apiKey: { readonly publicKey: string; readonly privateKey: string }
  readonly serviceAccount: { readonly clientId: string; readonly clientSecret: string }
}

export type Requests = Omit<Load, 'connections' | 'seconds'>

export interface Bench extends Disposable {
  readonly pairs: number
  /** An empty folder that goes with the benchmark. */
  folder(): string
  burst(requests: Requests, seconds?: number): Promise<Measured>
  /** Reads against node:http alone, which sends the same bytes. */
  reads(what: string, wanted: string, server: Server<Started>, requests: Requests): Promise<Line>
  /** Writes against single durable commits on the disk of `data`. */
  writes(what: string, wanted: string, server: Server<Started>, data: string, requests: Requests): Promise<Line>
}

export const script = (name: string): string => join(import.meta.dirname, name)

export const startAtrium = (data: string, ...options: readonly string[]): Promise<Server<Started>> =>
  startServer<Started>([...ATRIUM, 'dev', '--json', '--port', '0', '--data', data, ...options])

export function createBench(seconds: number, pairs: number): Bench {
  const folders: string[] = []
  const burst: Bench['burst'] = (requests, duration = seconds) => {
    const load = { ...requests, seconds: duration, connections: CONNECTIONS }
    return runJson<Measured>('load', [script('load.ts'), JSON.stringify(load)])
  }
  const paired = async (
    what: string,
    server: Server<Started>,
    requests: Requests,
    yardstick: () => Promise<number>,
  ): Promise<readonly Pair[]> => {
    await burst(requests, 1)
    const measured: Pair[] = []
    for (let pair = 0; pair < pairs; pair += 1) {
      progress(`${what}: pair ${pair + 1} of ${pairs}`)
      const before = cpuSeconds(server.pid)
      const ours = await burst(requests)
      const cpu = ((cpuSeconds(server.pid) - before) / ours.requests) * 1e6
      measured.push({ ours, cpu, yardstick: await yardstick() })
    }
    return measured
  }
  return {
    pairs,
    folder: () => {
      const made = mkdtempSync(join(tmpdir(), 'atrium-bench-'))
      folders.push(made)
      return made
    },
    burst,
    reads: async (what, wanted, server, requests) => {
      await using bare = await bareServer(requests.url, await bearerHeaders(server.started))
      const load = { kind: 'get', headers: {}, url: `http://127.0.0.1:${bare.started.port}/` } as const
      const yardstick = async (): Promise<number> => (await burst(load)).perSecond
      return lineOf(what, wanted, '/s', await paired(what, server, requests, yardstick))
    },
    writes: async (what, wanted, server, data, requests) => {
      const loop = [script('commit-loop.ts'), join(data, 'yardstick.db'), String(seconds)]
      const yardstick = async (): Promise<number> => (await runJson<{ perSecond: number }>('server', loop)).perSecond
      return lineOf(what, wanted, ' commits/s', await paired(what, server, requests, yardstick))
    },
    [Symbol.dispose]: () => {
      for (const made of folders) rmSync(made, { recursive: true, force: true })
    },
  }
}

async function tokenOf({ url, serviceAccount: { clientId, clientSecret } }: Started): Promise<string> {
  const response = await fetch(`${url}/api/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  })
  const body: { access_token: string } = JSON.parse(await response.text())
  return body.access_token
}

export const bearerHeaders = async (started: Started): Promise<Record<string, string>> => ({
  authorization: `Bearer ${await tokenOf(started)}`,
  accept: 'application/vnd.atlas.2025-03-12+json',
})

/** The same bytes from node:http alone. */
async function bareServer(url: string, headers: Record<string, string>): Promise<Server<{ port: number }>> {
  const response = await fetch(url, { headers })
  const body = await response.text()
  if (!response.ok) throw new Error(`${url} answers ${response.status}: ${body}`)
  const kept = [...response.headers].filter(([name]) => !['connection', 'keep-alive', 'date'].includes(name))
  const recorded = { status: response.status, headers: Object.fromEntries(kept), body }
  return startServer([script('bare-server.ts'), JSON.stringify(recorded)])
}

/** The same requests to a small and to a large store, in turn: how much longer the large one takes. */
export async function compareSizes(
  bench: Bench,
  what: string,
  small: () => Promise<Measured>,
  large: () => Promise<Measured>,
): Promise<Line> {
  await small()
  await large()
  const measured: Pair[] = []
  for (let pair = 0; pair < bench.pairs; pair += 1) {
    progress(`${what}: pair ${pair + 1} of ${bench.pairs}`)
    const yardstick = (await small()).perSecond
    measured.push({ yardstick, ours: await large(), cpu: Number.NaN })
  }
  const { processor: _, ratio = Number.NaN, ...line } = lineOf(what, '≤ 1.2', '/s', measured)
  return { ...line, ratio: 1 / ratio }
}
