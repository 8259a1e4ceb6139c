import { expect, test } from 'vitest'
import { AtlasError } from '../client/main.ts'
import { captureProgress } from './capture-progress.ts'

function written(isTTY: boolean): { readonly texts: readonly string[] } {
  const texts: string[] = []
  const progress = captureProgress({ isTTY, columns: 20, write: (text) => texts.push(text) })
  const at = { operationId: 'listOrgUsers', method: 'GET', path: '/', errorCode: 'X', attempts: 1 } as const
  for (let done = 0; done <= 40; done += 1) progress.reading('projects', done, 40)
  progress.waiting({ wait: 29_500, error: new AtlasError({ ...at, status: 429 }) })
  progress.note('Something is missing.')
  progress.close()
  return { texts }
}

test('a terminal has one line that rewrites itself and never wraps, and notes above it', () => {
  const { texts } = written(true)
  expect(texts.slice(0, 2)).toEqual(['\r\u001b[Kprojects 0/40', '\r\u001b[Kprojects 1/40'])
  expect(texts.slice(-3)).toEqual(['\r\u001b[Kwaiting 30 s becaus', '\r\u001b[K', 'Something is missing.\n'])
})

test('a log has a line for every tenth of the way', () => {
  const { texts } = written(false)
  expect(texts).toHaveLength(13)
  expect(texts.slice(0, 3)).toEqual(['projects 0/40\n', 'projects 4/40\n', 'projects 8/40\n'])
  expect(texts.slice(-2)).toEqual(['waiting 30 s because Atlas limits requests\n', 'Something is missing.\n'])
})
