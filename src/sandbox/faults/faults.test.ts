import { expect, test } from 'vitest'
import { createFaults } from './faults.ts'

const FAULT = { operationId: 'createOrgInvite', status: 500 }
const ASKED = { operationId: 'createOrgInvite', pathTemplate: 'orgs', params: {}, limit: undefined, caller: undefined }

test('of a thousand faults one that is used up makes room, and with none a further one is refused', async () => {
  using book = createFaults()
  const { faults, intervene } = book
  for (let count = 0; count < 1000; count += 1) await faults.add(FAULT)
  await expect(faults.add(FAULT)).rejects.toMatchObject({
    error: { status: 409, errorCode: 'TOO_MANY_FAULTS', detail: expect.stringContaining('DELETE /_atrium/faults') },
  })
  expect(intervene(ASKED)).toMatchObject({ reason: 'fault 1 of createOrgInvite' })
  expect(await faults.add(FAULT)).toMatchObject({ id: 1001 })
  const ids = (await faults.list()).map(({ id }) => id)
  expect([ids.length, ids[0], ids.at(-1)]).toEqual([1000, 2, 1001])
  expect(intervene(ASKED)).toMatchObject({ reason: 'fault 2 of createOrgInvite' })
})

test('a fault that still holds a request back makes no room', async () => {
  using book = createFaults()
  const { faults, intervene } = book
  await faults.add({ ...FAULT, delayMs: 60_000 })
  for (let count = 1; count < 1000; count += 1) await faults.add(FAULT)
  const held = intervene(ASKED)?.wait()
  await expect(faults.add(FAULT)).rejects.toMatchObject({ error: { errorCode: 'TOO_MANY_FAULTS' } })
  await faults.remove(1)
  await held
  expect(await faults.add(FAULT)).toMatchObject({ id: 1001, left: 1 })
})
