// The recorded answers of the live service, each beside ours to the same request in the same state.
import { readFileSync } from 'node:fs'
import type { Json } from '../../src/api/wire/json.ts'
import { textAt } from '../harness/client.ts'
import { type Answered, PREFIX, type Request, type Sandbox } from './exchanges.ts'
import type { Finding } from './findings.ts'
import { operationOf } from './operations.ts'
import { compare, normalise } from './shape.ts'

interface Recording {
  readonly step: string
  readonly method: string
  readonly pathHint: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Json
}

interface Step extends Request {
  /** The recording to compare with; without one, the step only makes the state. */
  readonly of?: readonly [suite: string, step: string]
  /** The name under which `{name}` in later paths stands for the id in this answer. */
  readonly makes?: string
}

const ORG = 'a0123456789abcdef012345a'
const HEADERS = ['content-type', 'location', 'deprecation', 'sunset', 'ratelimit-limit']

const project = (name: string, tags?: readonly (readonly [string, string])[]): Json => ({
  name,
  orgId: ORG,
  ...(tags && { tags: tags.map(([key, value]) => ({ key, value })) }),
})

const reading: readonly Step[] = [
  { of: ['atlasorgs', 'List'], method: 'GET', path: '/orgs' },
  { of: ['atlasorgs', 'Describe'], method: 'GET', path: `/orgs/${ORG}` },
  { of: ['atlasusers', 'Describe_by_username'], method: 'GET', path: '/users/byName/user1@example.com' },
  { of: ['atlasprojects', 'List'], method: 'GET', path: '/groups' },
]

const FIRST = [
  ['env', 'e2e'],
  ['prod', 'false'],
] as const
const LATER = [
  ['env', 'e2e'],
  ['app', 'cli'],
] as const

const projects: readonly Step[] = [
  {
    of: ['atlasprojects', 'Create'],
    method: 'POST',
    path: '/groups',
    body: project('e2e-proj-939', FIRST),
    makes: 'tagged',
  },
  { of: ['atlasprojects', 'Describe'], method: 'GET', path: '/groups/{tagged}' },
  { of: ['atlasprojects', 'Tags'], method: 'GET', path: '/groups/{tagged}' },
  { of: ['atlasprojects', 'Delete'], method: 'DELETE', path: '/groups/{tagged}' },
  { method: 'POST', path: '/groups', body: project('e2e-proj-939-updated', LATER), makes: 'updated' },
  { of: ['atlasprojects', 'Update_setNameAndTags'], method: 'GET', path: '/groups/{updated}' },
  { method: 'DELETE', path: '/groups/{updated}' },
  { method: 'POST', path: '/groups', body: project('e2e-proj-939-updated', []), makes: 'cleared' },
  { of: ['atlasprojects', 'Update_resetTags'], method: 'GET', path: '/groups/{cleared}' },
  { method: 'DELETE', path: '/groups/{cleared}' },
]

const invite = (role: string, username: string): Json => ({ roles: [role], username })

const orgInvites = `/orgs/${ORG}/invites`
const orgStep = (step: string, method: string, path: string, body?: Json, makes?: string): Step => ({
  of: ['atlasorginvitations', step],
  method,
  path: `${orgInvites}${path}`,
  ...(body === undefined ? {} : { body }),
  ...(makes === undefined ? {} : { makes }),
})

const orgInvitations: readonly Step[] = [
  orgStep('Invite', 'POST', '', invite('ORG_MEMBER', 'test-783@example.com'), 'first'),
  orgStep('Invite_with_File', 'POST', '', invite('ORG_READ_ONLY', 'test-file-812@example.com')),
  orgStep('Invite_with_File#01', 'POST', '', invite('ORG_READ_ONLY', 'test-file-853@example.com'), 'third'),
  orgStep('List', 'GET', ''),
  orgStep('Describe', 'GET', '/{first}'),
  orgStep('Update_by_email', 'PATCH', '', invite('ORG_READ_ONLY', 'test-783@example.com')),
  orgStep('Update_by_ID', 'PATCH', '/{first}', { roles: ['ORG_READ_ONLY'] }),
  orgStep('Update_with_File', 'PATCH', '/{first}', { roles: ['ORG_GROUP_CREATOR'] }),
  orgStep('Update_with_File#01', 'PATCH', '/{first}', { roles: ['ORG_GROUP_CREATOR'] }),
  orgStep('Delete', 'DELETE', '/{first}'),
  orgStep('Delete_Invitation_from_File_Test', 'DELETE', '/{third}'),
]

const projectStep = (step: string, method: string, path: string, body?: Json, makes?: string): Step => ({
  of: ['atlasprojectinvitations', step],
  method,
  path: `/groups/{host}/invites${path}`,
  ...(body === undefined ? {} : { body }),
  ...(makes === undefined ? {} : { makes }),
})

const BOTH = ['GROUP_READ_ONLY', 'GROUP_DATA_ACCESS_READ_ONLY']

const projectInvitations: readonly Step[] = [
  { of: ['atlasprojectteams', '(setup)'], method: 'POST', path: '/groups', body: project('teams-e2e-255') },
  {
    of: ['atlasprojectinvitations', '(setup)'],
    method: 'POST',
    path: '/groups',
    body: project('invitations-e2e-233'),
    makes: 'host',
  },
  projectStep('Invite', 'POST', '', invite('GROUP_READ_ONLY', 'test-738@example.com'), 'guest'),
  projectStep('List', 'GET', ''),
  projectStep('Describe', 'GET', '/{guest}'),
  projectStep('Update_by_email', 'PATCH', '', { roles: BOTH, username: 'test-738@example.com' }),
  projectStep('Update_by_ID', 'PATCH', '/{guest}', { roles: BOTH }),
  projectStep('Delete', 'DELETE', '/{guest}'),
]

const steps: readonly Step[] = [...reading, ...projects, ...orgInvitations, ...projectInvitations]

export interface GoldenResult {
  readonly compared: number
  readonly findings: readonly Finding[]
}

/** Takes every step and compares. Throws when a recording of an operation that is served has no step. */
export async function compareWithRecordings(sandbox: Sandbox, file: string): Promise<GoldenResult> {
  const recordings = new Map(Object.entries<readonly Recording[]>(JSON.parse(readFileSync(file, 'utf8'))))
  const waiting = new Set([...recordings.values()].flat().filter(isServed))
  const served = waiting.size
  const ids = new Map<string, string>()
  const findings: Finding[] = []
  for (const step of steps) {
    const request = { ...step, path: step.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids.get(name) ?? '') }
    const operation = operationOf(request.method, request.path) ?? 'none'
    const answered = await sandbox.call(operation, request)
    if (step.makes) ids.set(step.makes, textAt(answered.body, 'id'))
    if (!step.of) continue
    const [suite, name] = step.of
    const recording = recordings.get(suite)?.find((each) => each.step === name && isOf(each, operation))
    if (!recording) throw new Error(`There is no recording ${suite} ${name} of ${operation}.`)
    waiting.delete(recording)
    findings.push(...compareOne(recording, answered, sandbox.url))
  }
  const [left] = waiting
  if (left) throw new Error(`No step compares the recording ${left.step}, ${left.method} ${left.pathHint}.`)
  return { compared: served, findings }
}

const operationIn = ({ method, pathHint }: Recording): string | undefined =>
  pathHint.startsWith(PREFIX) ? operationOf(method, pathHint.slice(PREFIX.length)) : undefined
const isServed = (recording: Recording): boolean => operationIn(recording) !== undefined
const isOf = (recording: Recording, operation: string): boolean => operationIn(recording) === operation

function compareOne(recording: Recording, answered: Answered, base: string): readonly Finding[] {
  const { operation, request } = answered
  const recorded = normalise(recording.body, '{baseUrl}', recording.pathHint)
  const ours = normalise(answered.body ?? null, base, `${PREFIX}${request.path}`)
  const inHeaders = HEADERS.flatMap((name) => compareHeader(name, recording, answered, base))
  const inStatus =
    recording.status === answered.status ? [] : [['status', `${recording.status}, here ${answered.status}`]]
  return [...inStatus, ...inHeaders, ...compare(recorded, ours)].map(([at = '', differs = '']) => ({
    check: 'recordings',
    operation,
    at,
    differs,
    step: recording.step,
  }))
}

function compareHeader(name: string, recording: Recording, answered: Answered, base: string): readonly string[][] {
  const recorded = recording.headers[name]
  const ours = answered.headers[name]?.replaceAll(base, '{baseUrl}')
  if (recorded === ours) return []
  return [[`header ${name}`, ours === undefined ? 'missing here' : `${recorded ?? 'absent'}, here ${ours}`]]
}
