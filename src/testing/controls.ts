// What a test can cause in an Atrium, each by one request to its sandbox.
import { isDate } from 'node:util/types'
import type { Drive } from '../assembly/drive.ts'
import { ask, queryOf } from './ask.ts'
import { AtriumError } from './atrium-error.ts'
import type { Mail } from './control-types.ts'
import type { Atrium, AtriumClock, AtriumOutbox, ClockOptions } from './types.ts'

/** `aged` is called when access tokens have been made older. */
export function clockOver(drive: Drive, aged: () => void): AtriumClock {
  const move = async (
    method: 'POST' | 'PUT',
    path: string,
    body: object,
    options: ClockOptions = {},
  ): Promise<string> => {
    const { now } = await ask<{ now: string }>(drive, method, path, { ...options, ...body })
    if (options.credentials) aged()
    return now
  }
  return {
    now: async () => (await ask<{ now: string }>(drive, 'GET', 'clock')).now,
    set: (at, options) => move('PUT', 'clock', { now: instantText(at) }, options),
    advance: (by, options) => move('POST', 'clock:advance', { duration: durationText(by) }, options),
    resume: () => move('POST', 'clock:resume', {}),
  }
}

// A Date may be another realm's, so that its class tells nothing. What is none, or no time, is refused by its name.
export const instantText = (at: string | Date): string =>
  isDate(at) && !Number.isNaN(at.getTime()) ? at.toISOString() : String(at)

const DAY = 86_400_000
/** More than any clock can be moved by, and the most that a duration can say. */
const MOST_DAYS = 999_999_999

/** Of milliseconds in days and seconds, because large numbers of seconds alone are no duration; other numbers as they are. */
function durationText(by: string | number): string {
  if (typeof by === 'string' || !Number.isFinite(by) || by < 0) return String(by)
  const whole = Math.round(by)
  return `P${Math.min(Math.floor(whole / DAY), MOST_DAYS)}DT${(whole % DAY) / 1000}S`
}

export function outboxOver(drive: Drive): AtriumOutbox {
  const mails: AtriumOutbox['mails'] = async ({ to } = {}) => {
    const found = await ask<readonly Mail[]>(drive, 'GET', `outbox${queryOf({ to })}`)
    return found.map((mail) => ({ ...mail, link: Object.values(mail.links)[0] }))
  }
  return {
    mails,
    latest: async (to) => (await mails({ to })).at(-1) ?? refuseLatest(to, await mails()),
    clear: () => ask(drive, 'DELETE', 'outbox'),
  }
}

function refuseLatest(to: string, mails: readonly Mail[]): never {
  const others = [...new Set(mails.map((mail) => mail.to))]
  const found = others.length === 0 ? 'there is none at all' : `there are mails to ${others.slice(0, 10).join(', ')}`
  throw new AtriumError(404, 'RESOURCE_NOT_FOUND', `There is no mail to ${to}; ${found}.`)
}

/** Everything that needs no more than its request; `changed` is called when the data is another. */
export function controlsOver(
  drive: Drive,
  changed: () => void,
): Pick<Atrium, 'faults' | 'requests' | 'people' | 'reset' | 'snapshot' | 'restore' | 'export'> {
  const named = encodeURIComponent
  return {
    faults: {
      add: (fault) => ask(drive, 'POST', 'faults', fault),
      list: () => ask(drive, 'GET', 'faults'),
      remove: (id) => ask(drive, 'DELETE', `faults/${named(String(id))}`),
      clear: () => ask(drive, 'DELETE', 'faults'),
    },
    requests: {
      list: ({ since, operationId } = {}) => ask(drive, 'GET', `requests${queryOf({ since, operationId })}`),
      verify: async (wanted) => (await ask<{ count: number }>(drive, 'POST', 'requests:verify', wanted)).count,
      clear: () => ask(drive, 'DELETE', 'requests'),
    },
    people: {
      addUser: (user) => ask(drive, 'POST', 'users', user),
      accept: (id) => ask(drive, 'POST', `invitations/${named(id)}:accept`),
      acceptAll: (invited) => ask(drive, 'POST', 'invitations:accept', invited),
      decline: (id) => ask(drive, 'POST', `invitations/${named(id)}:decline`),
    },
    reset: async () => {
      await ask(drive, 'POST', 'reset')
      changed()
    },
    snapshot: async (name) => {
      await ask(drive, 'POST', 'snapshots', { name, replace: true })
    },
    restore: async (name) => {
      await ask(drive, 'POST', `snapshots/${named(name)}:restore`)
      changed()
    },
    export: async () => {
      const { status, text } = await drive('GET', '/_atrium/export')
      if (status !== 200) throw new AtriumError(status, 'UNEXPECTED_ERROR', text)
      return text
    },
  }
}
