import { expect, test } from 'vitest'
import { isLoopback, urlOf } from './listen.ts'

test.each([
  ['localhost', 'http://localhost:80'],
  ['127.0.0.1', 'http://localhost:80'],
  ['0.0.0.0', 'http://localhost:80'],
  ['::', 'http://localhost:80'],
  ['::1', 'http://[::1]:80'],
  ['10.0.0.5', 'http://10.0.0.5:80'],
  ['atrium.internal', 'http://atrium.internal:80'],
])('who listens on %s is found at %s', (host, url) => {
  expect(urlOf('http', host, 80, 'localhost')).toBe(url)
})

test('only loopback addresses are private to this machine', () => {
  expect(['localhost', '127.0.0.1', '127.1.2.3', '::1'].every(isLoopback)).toBe(true)
  expect(['0.0.0.0', '::', '10.0.0.5', '127.evil.example', 'atrium.internal'].some(isLoopback)).toBe(false)
})
