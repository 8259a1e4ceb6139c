// An Atrium by Jest's own globals, in CommonJS, which is what Jest runs unless it is told otherwise.
const { useAtrium } = require('atrium/testing/jest')
const { AtriumError } = require('atrium/testing')

const atrium = useAtrium()

const invite = () =>
  atrium().fetch(`/api/atlas/v2/orgs/${atrium().orgId}/invites`, {
    method: 'POST',
    body: JSON.stringify({ username: 'ann@example.com', roles: ['ORG_MEMBER'] }),
  })

const urls = new Set()

test.each(['first', 'second'])('%s test finds it as it was at its start', async () => {
  urls.add(atrium().url)
  const made = await invite()
  expect([made.status, urls.size]).toEqual([200, 1])
})

test('refusals are errors that Jest understands', async () => {
  await expect(atrium().clock.advance('soon')).rejects.toThrow('"soon" is not a duration')
  await expect(atrium().restore('gone')).rejects.toBeInstanceOf(AtriumError)
})

test('it goes on while Jest holds the timers', async () => {
  jest.useFakeTimers()
  await atrium().faults.add({ operationId: 'createOrgInvite', status: 500 })
  const made = await invite()
  jest.useRealTimers()
  expect(made.status).toBe(500)
})
