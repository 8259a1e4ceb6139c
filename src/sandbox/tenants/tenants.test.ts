import { expect, test } from 'vitest'
import { systemAmbient } from '../../platform/ambient.ts'
import { SandboxRefusal } from '../refusal.ts'
import { createTenants, MOST_TENANTS, type Tenant, type TenantWorld } from './tenants.ts'

const world: TenantWorld = {
  firstSteps: {
    url: 'http://127.0.0.1:1',
    caFile: undefined,
    credentials: { orgId: '', groupId: null, teamId: null, apiKey: null, serviceAccount: null, owner: null },
  },
  stop: async () => {},
}

test('so many there are at most, also of those who ask at once; one less makes room', async () => {
  const tenants = createTenants(systemAmbient(), async () => world)
  const asked = Array.from({ length: MOST_TENANTS + 10 }, () => tenants.start())
  const ends = await Promise.allSettled(asked)
  const refused = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []))
  expect(refused.map(codeOf)).toEqual(Array(10).fill('409 TOO_MANY_TENANTS'))
  expect(tenants.list()).toHaveLength(MOST_TENANTS)
  const [first, last] = [tenants.list()[0], tenants.list().at(-1)]
  await expect(tenants.stop('x')).rejects.toThrow(`: there are ${first?.id}, `)
  await expect(tenants.stop('x')).rejects.toThrow(`and ${MOST_TENANTS - 20} more.`)
  await tenants.stop(first?.id ?? '')
  await tenants.start()
  await tenants.stop(last?.id ?? '')
  expect(tenants.list()).toHaveLength(MOST_TENANTS - 1)
})

test('one that could not be started leaves its room', async () => {
  let fails = true
  const tenants = createTenants(systemAmbient(), async () => {
    if (fails) throw new Error('no port')
    return world
  })
  for (let index = 0; index <= MOST_TENANTS; index += 1) await expect(tenants.start()).rejects.toThrow('no port')
  fails = false
  expect((await tenants.start()).url).toBe('http://127.0.0.1:1')
})

test('ending all waits for those that start and stop, and ends a world that came too late', async () => {
  const stopped: number[] = []
  const { promise: opened, resolve: open } = Promise.withResolvers<void>()
  let started = 0
  const tenants = createTenants(systemAmbient(), async () => {
    const number = started
    started += 1
    if (number === 1) await opened
    return { ...world, stop: async () => void stopped.push(number) }
  })
  await tenants.start()
  const late: Promise<Tenant> = tenants.start()
  let isOver = false
  const end = tenants.end(10).then(() => {
    isOver = true
  })
  await expect(tenants.start()).rejects.toThrow('This world is being ended')
  expect([isOver, stopped]).toEqual([false, [0]])
  open()
  await expect(late).rejects.toThrow('This world is being ended')
  await end
  expect(stopped).toEqual([0, 1])
})

const codeOf = (error: unknown): string =>
  error instanceof SandboxRefusal ? `${error.error.status} ${error.error.errorCode}` : String(error)
