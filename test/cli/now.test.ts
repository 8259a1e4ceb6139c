// `--now`: the clock of an empty store stands there; that of any other stays where it was left.
import { expect, test } from 'vitest'
import { run, startDev, temporaryFolder } from './program.ts'

const clockOf = async (url: string): Promise<unknown> => (await fetch(`${url}/_atrium/clock`)).json()

test('dev begins at the time it is given, and a store that has data stays at its own', async () => {
  const data = temporaryFolder()
  const first = await startDev(['--data', data, '--now', '2027-07-02T12:00:00Z'])
  const { orgId } = first.line
  expect(await clockOf(first.line.url)).toEqual({ frozen: true, now: '2027-07-02T12:00:00Z' })
  expect(Number.parseInt(orgId.slice(0, 8), 16)).toBe(Date.UTC(2027, 6, 2, 12) / 1000)
  first.signal('SIGTERM')
  expect((await first.ended).stderr).toBe('')

  const second = await startDev(['--data', data, '--now', '2028-01-01'])
  expect(second.line.orgId).toBe(orgId)
  expect(await clockOf(second.line.url)).toEqual({ frozen: true, now: '2027-07-02T12:00:00Z' })
  expect(second.stderr()).toBe('The store has data already: its clock stays where it was left, whatever --now says.\n')
})

test('dev complains of any other text before anything is made', async () => {
  const complaintOf = async (now: string): Promise<unknown> => {
    const { code, stdout, stderr } = await run(['dev', '--data', '/proc/nowhere', '--now', now])
    return [code, stdout, stderr.split(':')[0]]
  }
  expect(await Promise.all(['2027-02-30', ''].map(complaintOf))).toEqual([
    [1, '', '--now 2027-02-30 is no time at which a clock can stand'],
    [1, '', '--now  is no time at which a clock can stand'],
  ])
})
