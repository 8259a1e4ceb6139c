// What cannot be a fault is refused in words that say what could, and nothing is added.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { KNOWN_CODES } from '../../src/sandbox/faults/known-codes.ts'
import { cases } from '../harness/cases.ts'
import { fault, outcome, sandbox } from '../harness/faults.ts'

const { onEveryEngine } = cases()

const OPERATION = { operationId: 'createOrgInvite' }

const REFUSED: readonly (readonly [body: unknown, outcome: string, detail: RegExp])[] = [
  [undefined, '400 MALFORMED_JSON', /malformed/],
  [[], '400 INVALID_JSON', /an object/],
  [{}, '400 MISSING_ATTRIBUTE', /needs operationId: the name of an operation such as createOrgInvite, or \*/],
  [{ ...OPERATION, operationId: 7, status: 500 }, '400 INVALID_ATTRIBUTE', /operationId must be the name/],
  [
    { operationId: 'createOrgInvit', status: 500 },
    '400 UNKNOWN_OPERATION',
    /^No operation is called createOrgInvit\..*createOrgInvite.*\/_atrium\/openapi/,
  ],
  [
    { ...OPERATION, status: 500, retryafter: 3 },
    '400 INVALID_ATTRIBUTE',
    /no attribute retryafter.*retryAfter was meant/,
  ],
  [{ ...OPERATION, status: 500, times: 0 }, '400 INVALID_ATTRIBUTE', /times must be a whole number from 1 to 1000000/],
  [{ ...OPERATION, status: 500, times: 1.5 }, '400 INVALID_ATTRIBUTE', /times must be a whole number/],
  [{ ...OPERATION, status: 200 }, '400 INVALID_ATTRIBUTE', /status must be the status of an error, from 400 to 599/],
  [{ ...OPERATION, status: 302 }, '400 INVALID_ATTRIBUTE', /from 400 to 599/],
  [{ ...OPERATION, delayMs: 600_001 }, '400 INVALID_ATTRIBUTE', /delayMs must be .* from 0 to 600000/],
  [{ ...OPERATION, cut: 'yes' }, '400 INVALID_ATTRIBUTE', /cut must be true or false/],
  [{ ...OPERATION, errorCode: 'A\r\nB: C', status: 500 }, '400 INVALID_ATTRIBUTE', /errorCode must be a code/],
  [
    { ...OPERATION, errorCode: 'RATE_LIMITED_TOKEN_BUCKETS' },
    '400 UNKNOWN_ERROR_CODE',
    /send a status with it.*The nearest are RATE_LIMITED_TOKEN_BUCKET,/,
  ],
  [OPERATION, '400 CONTRADICTORY_FAULT', /needs an effect/],
  [{ ...OPERATION, delayMs: 0 }, '400 CONTRADICTORY_FAULT', /a delayMs above 0/],
  [{ ...OPERATION, cut: true, errorCode: 'UNEXPECTED_ERROR' }, '400 CONTRADICTORY_FAULT', /leave out cut, or/],
  [{ ...OPERATION, afterCommit: true, delayMs: 5 }, '400 CONTRADICTORY_FAULT', /afterCommit says when/],
  [{ ...OPERATION, cut: true, retryAfter: 5 }, '400 CONTRADICTORY_FAULT', /belong to an error/],
]

onEveryEngine('what cannot be a fault is refused, says why, and is not added', async (world) => {
  for (const [body, expected, detail] of REFUSED) {
    const answer = await sandbox(world, 'POST', '/faults', body)
    expect(outcome(answer), JSON.stringify(body)).toBe(expected)
    expect(JSON.parse(answer.text).detail, JSON.stringify(body)).toMatch(detail)
  }
  expect((await sandbox(world, 'GET', '/faults')).text).toBe('[]')
})

onEveryEngine('a fault that is not there cannot be read or deleted', async (world) => {
  const id = await fault({ world }, { ...OPERATION, status: 500 })
  for (const method of ['GET', 'DELETE']) {
    const answer = await sandbox(world, method, `/faults/${id + 1}`)
    expect(outcome(answer)).toBe('404 FAULT_NOT_FOUND')
    expect(JSON.parse(answer.text).detail).toBe(`No fault has the id ${id + 1}. There are ${id}.`)
    expect(outcome(await sandbox(world, method, '/faults/first'))).toBe('404 FAULT_NOT_FOUND')
  }
  expect((await sandbox(world, 'DELETE', '/faults')).status).toBe(204)
  expect((await sandbox(world, 'GET', '/faults')).text).toBe('[]')
})

test('every code that Atrium answers with can be asked for by its name', () => {
  const folder = join(import.meta.dirname, '../../src/api/faults')
  const sources = globSync('*.ts', { cwd: folder }).map((file) => readFileSync(join(folder, file), 'utf8'))
  const said = sources.flatMap((text) => [...text.matchAll(/error\(\s*(\d{3}),\s*'([A-Z_]+)'/g)])
  expect(said.length).toBeGreaterThan(80)
  for (const [, status, code = ''] of said) {
    expect([code, KNOWN_CODES.get(code)?.status]).toEqual([code, Number(status)])
  }
})
