// An invitation is on the disk before it is acknowledged: seen from the kernel, write, sync and answer come in this order.
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startDev } from '../harness/dev-process.ts'
import { buildProgram, type Patch } from '../harness/program-build.ts'
import { rounds, timeoutFor } from '../harness/rounds.ts'
import { scratchFolder } from '../harness/scratch.ts'
import { readTrace, type SystemCall, tracer, whyNoTracing } from '../harness/tracing.ts'
import { startWriters } from '../harness/writers.ts'
import { NO_SYNC } from '../saboteurs/patches.ts'

const obstacle = whyNoTracing()
if (obstacle !== undefined) console.log(`Disk: the tests of what reaches it are skipped, because ${obstacle}.`)

/** A multiple of the number of writers. */
const CREATES = 8 * rounds(3)

interface Observed {
  /** How often the log was forced to disk between the first and the last answer. */
  readonly syncs: number
  readonly problems: readonly string[]
}

/** Lets writers make invitations in a traced server, and reads what it did for each. */
async function observe(writers: number, patches: readonly Patch[] = []): Promise<Observed> {
  await using program = await buildProgram(patches)
  const folder = scratchFolder()
  const output = join(folder, 'trace')
  await using server = await startDev(program.entry, join(folder, 'data'), { under: tracer(output) })
  const { acknowledged, complaints, done } = await startWriters(server.line, CREATES / writers, writers)
  await done
  expect([acknowledged.size, complaints]).toEqual([CREATES, []])
  await server.stop()
  return judge(await readTrace(output), [...acknowledged.keys()])
}

function judge(calls: readonly SystemCall[], usernames: readonly string[]): Observed {
  const spans = usernames.map((username) => spanOf(calls, username))
  const answers = spans.map(({ answered }) => answered)
  const served = calls.slice(0, Math.max(...answers)).slice(Math.min(...spans.map(({ written }) => written)))
  return {
    syncs: served.filter(isLogSync).length,
    problems: spans.flatMap(({ username, written, answered }) => {
      if (written < 0) return [`${username} was not written before the answer`]
      const unforced = calls.slice(0, answered).findLastIndex(isLogWrite)
      return calls.slice(unforced, answered).some(isLogSync) ? [] : [`${username} was answered before it was forced`]
    }),
  }
}

/** Where the log was given an invitation, for the first time, and where its acknowledgement was sent. */
function spanOf(calls: readonly SystemCall[], username: string) {
  const answer = `\\"username\\":\\"${username}\\"`
  const answered = calls.findIndex(({ target, rest }) => target.startsWith('socket:') && rest.includes(answer))
  if (answered < 0) throw new Error(`The acknowledgement of ${username} is not in the trace.`)
  const written = calls.slice(0, answered).findIndex((call) => isLogWrite(call) && call.rest.includes(username))
  return { username, written, answered }
}

const isLog = ({ target }: SystemCall): boolean => target.endsWith('/atrium.db-wal')
const isLogSync = (call: SystemCall): boolean => isLog(call) && /^f(data)?sync$/.test(call.name)
const isLogWrite = (call: SystemCall): boolean => isLog(call) && !isLogSync(call)

test.skipIf(obstacle)(
  'one writer waits for the disk once for each invitation',
  { timeout: timeoutFor(CREATES) },
  async () => {
    const { syncs, problems } = await observe(1)
    expect(problems).toEqual([])
    expect(syncs).toBeGreaterThanOrEqual(CREATES)
  },
)

test.skipIf(obstacle)(
  'eight writers who share commits all wait for the disk',
  { timeout: timeoutFor(CREATES) },
  async () => {
    const { syncs, problems } = await observe(8)
    expect(problems).toEqual([])
    expect(syncs).toBeGreaterThanOrEqual(CREATES / 8)
  },
)

test.skipIf(obstacle)(
  'answering without waiting for the disk is noticed',
  { timeout: timeoutFor(CREATES) },
  async () => {
    const { syncs, problems } = await observe(1, NO_SYNC)
    expect(syncs).toBe(0)
    expect(problems).toHaveLength(CREATES)
  },
)
