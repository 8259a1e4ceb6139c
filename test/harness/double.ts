// A whole double in this process, as `dev` starts it: a store of either engine, a clock that is moved through the sandbox.
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import { startWorld, type World } from '../../src/assembly/world.ts'
import type { Seed } from '../../src/seed/seed-schema.ts'
import { type Answer, answerOf, type Client, connect, tokenOf } from './client.ts'
import { exchange } from './http-client.ts'
import type { TestEngine } from './stores.ts'

export interface Double {
  readonly world: World
  /** Asks the sandbox: `PUT`, `/clock`. */
  sandbox(method: string, path: string, body?: unknown): Promise<Answer>
  /** A client that holds an access token of the first service account. */
  client(): Promise<Client>
}

export interface DoubleOptions {
  readonly seed: Seed
  /** Where its clock stands at first, in milliseconds; it runs unless given. */
  readonly now?: number
  /** Told of every refused request in one line. */
  readonly refused?: (line: string) => void
}

/** A place of its own: memory on SQLite. */
export const placeOn = async (engine: TestEngine): Promise<string> => {
  if (engine.name === 'sqlite') return ':memory:'
  const { target } = await engine.place('blank')
  return target.engine === 'postgres' ? target.url : ':memory:'
}

/** Runs until the test is over, or it is stopped. */
export async function startDouble(data: string, { seed, now, refused }: DoubleOptions): Promise<Double> {
  const world = await startWorld({
    host: '127.0.0.1',
    port: 0,
    hostName: '127.0.0.1',
    data,
    seed: async () => seed,
    now,
    refused,
    environment: {},
    logger: pino({ level: 'silent' }),
  })
  onTestFinished(() => world.stop(1000))
  const { serviceAccount } = world.firstSteps.credentials
  if (!serviceAccount) throw new Error('The seed has no service account.')
  return {
    world,
    sandbox: async (method, path, body) => {
      const sent = body === undefined ? undefined : JSON.stringify(body)
      const { status, text } = await exchange(world.url, { method, target: `/_atrium${path}`, body: sent })
      return answerOf(status, text)
    },
    client: async () => connect(world.url, await tokenOf(world.url, serviceAccount)),
  }
}
