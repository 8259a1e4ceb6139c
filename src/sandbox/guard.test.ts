import type { FastifyRequest } from 'fastify'
import { expect, test } from 'vitest'
import { mayDrive } from './guard.ts'

const may = (headers: Record<string, string>): boolean =>
  mayDrive({ headers } as unknown as FastifyRequest, ['atrium.test'])

test.each(['localhost:8080', 'LOCALHOST', '127.0.0.1:8080', '[::1]:8080', '192.0.2.7:8080', 'atrium.test:80'])(
  'the sandbox may be driven under %s',
  (host) => {
    expect(may({ host })).toBe(true)
    expect(may({ host, origin: `http://${host}` })).toBe(true)
  },
)

test.each(['evil.example', 'localhost.evil.example', 'atrium.test.evil.example', '127.0.0.1.evil.example', '::1', ''])(
  'a page whose name leads here does not drive it: %s',
  (host) => {
    expect(may({ host })).toBe(false)
  },
)

test('another site’s page does not drive it, whatever it says of itself', () => {
  const host = 'localhost:8080'
  expect(may({ host, origin: 'https://evil.example' })).toBe(false)
  expect(may({ host, origin: 'null' })).toBe(false)
  expect(may({ host, origin: 'http://localhost:9999' })).toBe(false)
  expect(may({ host, 'sec-fetch-site': 'cross-site' })).toBe(false)
  expect(may({ host, 'sec-fetch-site': 'same-origin' })).toBe(true)
  expect(may({})).toBe(false)
})
