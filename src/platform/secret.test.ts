import { format, inspect } from 'node:util'
import { expect, test } from 'vitest'
import { Secret } from './secret.ts'

test('a secret is shown only when asked', () => {
  const secret = new Secret('hunter2')
  expect(secret.reveal()).toBe('hunter2')
})

test('a secret does not get into any text by accident', () => {
  const secret = new Secret('hunter2')
  const texts = [
    String(secret),
    `${secret}`,
    JSON.stringify({ secret, list: [secret] }),
    inspect(secret),
    inspect({ secret }, { depth: 9, showHidden: true }),
    format('%s %o %j', secret, secret, secret),
    Object.values(secret).join(),
    JSON.stringify(Object.getOwnPropertyNames(secret)),
  ]
  for (const text of texts) expect(text).not.toContain('hunter2')
  expect(String(secret)).toBe('[secret]')
})
