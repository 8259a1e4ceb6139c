import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createGate } from './gate.ts'

test('whoever is alone waits until everybody has left, and whoever comes meanwhile waits for them', async () => {
  const gate = createGate(10_000)
  const said: string[] = []
  expect([gate.enter(), gate.enter()]).toEqual([undefined, undefined])
  const alone = gate.alone(async () => {
    said.push('begins')
    await setTimeout(1)
    said.push('ends')
  })
  const late = gate.enter()?.then(() => said.push('late'))
  gate.leave()
  await setTimeout(5)
  expect(said).toEqual([])
  gate.leave()
  await Promise.all([alone, late])
  expect(said).toEqual(['begins', 'ends', 'late'])
  expect(gate.enter()).toBeUndefined()
})

test('two are alone one after the other, and a failure opens the gate again', async () => {
  const gate = createGate(10_000)
  let inside = 0
  const work = async (): Promise<void> => {
    inside += 1
    expect(inside).toBe(1)
    await setTimeout(1)
    inside -= 1
    throw new Error('no')
  }
  const outcomes = await Promise.allSettled([gate.alone(work), gate.alone(work), gate.alone(work)])
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(gate.enter()).toBeUndefined()
})

test('who does not leave is waited for no longer than the patience', async () => {
  const gate = createGate(5)
  expect(gate.enter()).toBeUndefined()
  expect(await gate.alone(async () => 'done')).toBe('done')
})
