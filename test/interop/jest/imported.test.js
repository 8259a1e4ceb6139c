// The same where Jest gives no globals, and the file hands in what it imports.
const { afterAll, beforeAll, beforeEach, expect, test } = require('@jest/globals')
const { useAtrium } = require('atrium/testing/jest')

const atrium = useAtrium({ now: '2027-01-02' }, { afterAll, beforeAll, beforeEach })

test('hooks that are handed in serve as well', async () => {
  expect(await atrium().clock.now()).toBe('2027-01-02T00:00:00Z')
})
