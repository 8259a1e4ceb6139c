import { expect, test } from 'vitest'
import { createLogger } from './logger.ts'

test('headers that carry credentials do not reach the log', () => {
  const lines: string[] = []
  const logger = createLogger('info', { write: (line) => lines.push(line) })
  const headers = { authorization: 'Bearer s3cret', cookie: 'session=s3cret', accept: 'text/plain' }
  logger.info({ headers, req: { headers }, res: { headers: { 'set-cookie': 's3cret' } } }, 'request')
  expect(lines).toHaveLength(1)
  expect(lines[0]).not.toContain('s3cret')
  expect(lines[0]).toContain('text/plain')
})

test('messages below the level are not written', () => {
  const lines: string[] = []
  const logger = createLogger('warn', { write: (line) => lines.push(line) })
  logger.info('unheard')
  logger.warn('heard')
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['heard'])
})
