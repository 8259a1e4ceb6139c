// Killed while it restores one snapshot after another, a double is in the state of before or of after, and still has both.
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { read } from '../../src/store/dev-state.ts'
import { API, type Client, connect, textAt, tokenOf } from '../harness/client.ts'
import { integrityOf, newCrashData } from '../harness/crash-data.ts'
import { type DevLine, startDev } from '../harness/dev-process.ts'
import { buildProgram } from '../harness/program-build.ts'
import { rounds, timeoutFor } from '../harness/rounds.ts'
import { engines } from '../harness/stores.ts'
import { inspect } from '../harness/writers.ts'

const CYCLES = rounds(4)
const LONGEST_DELAY = 80
const STATES = [
  { name: 'few', invited: 20, now: '2026-12-25T00:00:00Z' },
  { name: 'many', invited: 400, now: '2027-01-25T00:00:00Z' },
] as const

/** Makes both states of a double that has just begun, and keeps each under its name. */
async function keepBoth(client: Client, line: DevLine): Promise<void> {
  for (const { name, invited, now } of STATES) {
    await client.call('POST', '/_atrium/reset')
    await client.call('PUT', '/_atrium/clock', { now })
    const people = Array.from({ length: invited }, (_, index) => ({
      username: `p${index}@${name}.example`,
      roles: ['ORG_MEMBER'],
    }))
    await client.call('POST', `${API}/orgs/${line.orgId}/invites:batch`, { invitations: people })
    expect((await client.call('POST', '/_atrium/snapshots', { name })).status).toBe(201)
  }
}

/** Restores one after the other, and keeps what it finds under a third name, until the connection breaks. */
async function restoreForEver(client: Client, begun: () => void): Promise<void> {
  for (;;) {
    for (const { name } of STATES) {
      await client.call('POST', `/_atrium/snapshots/${name}:restore`)
      await client.call('POST', '/_atrium/snapshots', { name: 'latest', replace: true })
      begun()
    }
  }
}

test.each(engines)(
  'a double that is killed while it restores is before or after it, whole ($name)',
  { timeout: timeoutFor(CYCLES * 6) },
  async (engine) => {
    await using program = await buildProgram()
    await using data = await newCrashData(engine)
    {
      await using server = await startDev(program.entry, data.place)
      await keepBoth(connect(server.line.url, await tokenOf(server.line.url, server.line.serviceAccount)), server.line)
    }
    for (let cycle = 0; cycle < CYCLES; cycle += 1) {
      await using server = await startDev(program.entry, data.place)
      const { promise: isUnderWay, resolve: begun } = Promise.withResolvers<void>()
      const restoring = restoreForEver(connect(server.line.url, ''), begun).catch(() => undefined)
      await isUnderWay
      await setTimeout(Math.random() * LONGEST_DELAY)
      await server.kill()
      await restoring
      await data.look(async (db) => {
        const { invitations, halfDone } = await inspect(db)
        const { frozenAt } = JSON.parse((await read(db.read, 'clock')) ?? '')
        const state = STATES.find(({ now }) => Date.parse(now) === frozenAt)
        expect({ invited: invitations.size, halfDone, corrupt: await integrityOf(db) }).toEqual({
          invited: state?.invited,
          halfDone: [],
          corrupt: [],
        })
      })
    }
    await using server = await startDev(program.entry, data.place)
    const client = connect(server.line.url, await tokenOf(server.line.url, server.line.serviceAccount))
    const { body } = await client.call('GET', '/_atrium/snapshots')
    const names = Array.isArray(body) ? body.map((snapshot) => textAt(snapshot, 'name')) : []
    expect(names).toEqual(['few', 'many', 'latest'])
    for (const { name, invited } of [...STATES, ...STATES]) {
      await client.call('POST', `/_atrium/snapshots/${name}:restore`)
      const list = await client.call('GET', `${API}/orgs/${server.line.orgId}/invites`)
      expect(list.body).toHaveLength(invited)
    }
  },
)
