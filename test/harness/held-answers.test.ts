// The check that every answer of the suite passes notices answers that are not as their row and dialect say.
import { expect, test } from 'vitest'
import { ACME } from './case-seed.ts'
import { holdAnswer } from './held-answers.ts'
import type { Exchange } from './http-client.ts'

const call = {
  method: 'GET',
  target: `/api/atlas/v2/orgs/${ACME.id}/invites`,
  headers: { Accept: 'application/vnd.atlas.2023-01-01+json' },
}
const TYPE = 'application/vnd.atlas.2023-01-01+json;charset=utf-8'

const success = (body: unknown, type = TYPE, status = 200): Exchange => ({
  status,
  headers: { 'content-type': type },
  text: JSON.stringify(body),
})

const invitation = {
  createdAt: '2026-02-18T18:51:46Z',
  expiresAt: '2026-03-20T18:51:46Z',
  groupRoleAssignments: [],
  id: ACME.id,
  inviterUsername: 'olive@acme.example',
  links: [],
  orgId: ACME.id,
  orgName: 'Acme',
  roles: ['ORG_MEMBER'],
  teamIds: [],
  username: 'guest@new.example',
}

const error = {
  detail: 'No.',
  error: 404,
  errorCode: 'ORG_NOT_FOUND',
  parameters: ['x'],
  reason: 'Not Found',
}
const failure = (body: unknown, status = 404, code = 'ORG_NOT_FOUND'): Exchange => ({
  status,
  headers: { 'content-type': 'application/json', 'x-error-code': code },
  text: JSON.stringify(body),
})

test('an answer as it is declared passes, and so does one that belongs to no row', () => {
  holdAnswer(call, success([invitation]))
  holdAnswer(call, failure(error))
  holdAnswer({ ...call, target: `${call.target}?envelope=true` }, success({ content: [], status: 200 }))
  holdAnswer({ ...call, target: '/elsewhere' }, success('anything'))
})

test.each([
  ['a field that is not described', success([{ ...invitation, viewId: ACME.id }]), /additional properties/],
  ['a field that is missing', success([{ ...invitation, id: undefined }]), /required property 'id'/],
  ['a time with a fraction', success([{ ...invitation, createdAt: '2026-02-18T18:51:46.789Z' }]), /must match/],
  ['an object instead of a list', success(invitation), /must be array/],
  ['keys out of order', success([Object.fromEntries(Object.entries(invitation).toReversed())]), /out of order/],
  ['another status', success([], TYPE, 201), /status should be 200/],
  ['another version', success([], 'application/vnd.atlas.2025-02-19+json;charset=utf-8'), /the type is/],
  ['no JSON', { ...success([]), text: '<a/>' }, /no JSON/],
  ['an error with more in it', failure({ ...error, stack: 'x' }), /additional properties/],
  ['an error of another status', failure(error, 409), /its error is 404/],
  ['an error whose header differs', failure(error, 404, 'GROUP_NOT_FOUND'), /X-Error-Code/],
] as const)('%s does not pass', (_what, answer, problem) => {
  expect(() => holdAnswer(call, answer)).toThrow(problem)
})
