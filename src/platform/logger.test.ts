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

test('the bytes of a request that could not be read do not reach the log', () => {
  const lines: string[] = []
  const logger = createLogger('trace', { write: (line) => lines.push(line) })
  const rawPacket = Buffer.from('GET /invitations/s3cret HTTP/1.1')
  logger.trace({ err: Object.assign(new Error('Parse Error'), { rawPacket }) }, 'client error')
  expect(lines[0]).toContain('Parse Error')
  expect(lines[0]).not.toContain(rawPacket.toJSON().data.slice(0, 8).join())
})

test('messages below the level are not written', () => {
  const lines: string[] = []
  const logger = createLogger('warn', { write: (line) => lines.push(line) })
  logger.info('unheard')
  logger.warn('heard')
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['heard'])
})
