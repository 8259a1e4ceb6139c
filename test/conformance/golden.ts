// The recorded answers of the live service, each beside ours to the same request in the same state.
import { readFileSync } from 'node:fs'
import type { Json } from '../../src/api/wire/json.ts'
import { textAt } from '../harness/client.ts'
import { type Answered, PREFIX, type Sandbox } from './exchanges.ts'
import type { Finding } from './findings.ts'
import { operationOf } from './operations.ts'
import { compare, normalise } from './shape.ts'
import { keysAndLists } from './steps/api-keys.ts'
import { orgInvitations, projectInvitations } from './steps/invitations.ts'
import { limits } from './steps/limits.ts'
import { allOrgUsers, orgUsers } from './steps/org-users.ts'
import { endings, organizations } from './steps/organizations.ts'
import { projectSettings, projects } from './steps/projects.ts'
import { serviceAccounts } from './steps/service-accounts.ts'
import type { Step } from './steps/step.ts'
import { projectTeams, teams } from './steps/teams.ts'
import { projectUsers, users } from './steps/users.ts'

interface Recording {
  readonly step: string
  readonly method: string
  readonly pathHint: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Json
}

const HEADERS = ['content-type', 'location', 'deprecation', 'sunset', 'ratelimit-limit']

const steps: readonly Step[] = [
  ...keysAndLists,
  ...organizations,
  ...users,
  ...projectUsers,
  ...projects,
  ...orgUsers,
  ...orgInvitations,
  ...allOrgUsers,
  ...projectInvitations,
  ...teams,
  ...projectTeams,
  ...serviceAccounts,
  ...limits,
  ...projectSettings,
  ...endings,
]

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
    const request = filled(step, ids)
    const operation = operationOf(request.method, request.path) ?? 'none'
    const answered = await sandbox.call(operation, request)
    if (step.makes) ids.set(step.makes, textAt(answered.body, step.idAt ?? 'id'))
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

/** The step with the ids that earlier ones have made, in its path and in its body. */
function filled(step: Step, ids: ReadonlyMap<string, string>): Step {
  const fill = (text: string): string => text.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids.get(name) ?? '')
  const { body } = step
  return {
    ...step,
    path: fill(step.path),
    ...(body === undefined ? {} : { body: JSON.parse(fill(JSON.stringify(body))) }),
  }
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
  const recorded = normalise(recording.headers[name] ?? null, '{baseUrl}', recording.pathHint)
  const ours = normalise(answered.headers[name] ?? null, base, `${PREFIX}${answered.request.path}`)
  if (recorded === ours) return []
  return [[`header ${name}`, ours === null ? 'missing here' : `${recorded ?? 'absent'}, here ${ours}`]]
}
