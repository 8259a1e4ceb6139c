// One Atrium as a test sees it, wherever it runs: in this process, or in that of a server which was asked for it.
import type { Drive } from '../assembly/drive.ts'
import { clientEnvironment } from '../sandbox/client-environment.ts'
import type { FirstSteps } from '../sandbox/first-steps.ts'
import { AtriumError } from './atrium-error.ts'
import { clockOver, controlsOver, outboxOver } from './controls.ts'
import { fetchOver } from './fetch-over.ts'
import { serviceCalls } from './service-calls.ts'
import type { Atrium } from './types.ts'

/** `end` is called once. */
export function atriumOver(steps: FirstSteps, drive: Drive, end: () => Promise<void>): Atrium {
  const { url, caFile, credentials } = steps
  let isOver = false
  let ended: Promise<void> | undefined
  const stop = (): Promise<void> => {
    isOver = true
    ended ??= end()
    return ended
  }
  const driven: Drive = async (...words) => {
    if (isOver) throw new AtriumError(409, 'STOPPED', `The Atrium that was on ${url} has been stopped.`)
    return drive(...words)
  }
  const given = <Value>(value: Value | null, what: string): Value => {
    if (value !== null) return value
    throw new AtriumError(404, 'RESOURCE_NOT_FOUND', `The seed gives its first organization no ${what}.`)
  }
  const account = () => given(credentials.serviceAccount, 'service account')
  const { token, fetch, forgetToken } = serviceCalls(url, account, fetchOver(caFile))
  return {
    url,
    caFile,
    orgId: credentials.orgId,
    get groupId() {
      return given(credentials.groupId, 'project')
    },
    get teamId() {
      return given(credentials.teamId, 'team')
    },
    get apiKey() {
      return given(credentials.apiKey, 'API key')
    },
    get serviceAccount() {
      return account()
    },
    get owner() {
      return given(credentials.owner, 'user')
    },
    env: clientEnvironment(steps),
    clock: clockOver(driven, forgetToken),
    outbox: outboxOver(driven),
    ...controlsOver(driven, forgetToken),
    token,
    fetch,
    stop,
    [Symbol.asyncDispose]: stop,
  }
}
