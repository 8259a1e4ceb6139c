// The answers on an organization as one organization of a seed, with whatever they name by its name.
import { judgeAddress, parseEntry } from '../domain/access-lists.ts'
import { readSettings, type StoredSettings } from '../domain/organizations.ts'
import type { Draft, Seed, SeedApiKey, SeedOrganization } from '../seed/seed-schema.ts'
import { apiKeysOf, serviceAccountsOf } from './credentials-of.ts'
import { flagAt, textAt } from './fields.ts'
import { invitationsOf } from './invitations-of.ts'
import { type Names, namesIn } from './names.ts'
import { peopleOf } from './people-of.ts'
import { projectsOf, teamsOf } from './projects-of.ts'
import type { Answers } from './read-organization.ts'

/**
 * The seed of all that was read. A kind of credentials that could not be read is left out, so that a new world makes one
 * of its own; `now` in milliseconds.
 */
export function seedOf(answers: Answers, now: number, note: (sentence: string) => void): Draft<Seed> {
  const names = namesIn(answers)
  const organization = organizationOf(answers, names, now, note)
  if (isLockedOut(organization)) note(LOCKED_OUT)
  for (const id of names.missing)
    note(`Grants in ${id} are left out, since it is no project or team that could be read.`)
  return { people: undefined, organizations: [organization] }
}

function organizationOf(
  answers: Answers,
  names: Names,
  now: number,
  note: (sentence: string) => void,
): Draft<SeedOrganization> {
  const warn = (username: string): void =>
    note(`The invitation of ${username} keeps its id; that of the person who is invited follows from it and differs.`)
  return {
    id: names.orgId,
    name: textAt(answers.organization, 'name'),
    createdAt: undefined,
    settings: settingsOf(answers),
    language: undefined,
    users: peopleOf(answers, names),
    projects: projectsOf(answers),
    teams: teamsOf(answers, names),
    apiKeys: apiKeysOf(answers, names),
    serviceAccounts: serviceAccountsOf(answers, names, now),
    invitations: invitationsOf(answers, names, warn),
  }
}

const LOCKED_OUT =
  'Access lists keep both the first API key and the first service account from calling a world on this machine: ' +
  'add ipAddress: 127.0.0.1 to the accessList of one.'

/** Whether nothing that a new world prints could be used on the machine that it runs on. */
function isLockedOut({ apiKeys = [], serviceAccounts = [], settings }: Draft<SeedOrganization>): boolean {
  const first = [...apiKeys.slice(0, 1), ...serviceAccounts.slice(0, 1)]
  const isRequired = settings?.['apiAccessListRequired'] === true
  const isOut = ({ accessList = [] }: Pick<Draft<SeedApiKey>, 'accessList'>): boolean => {
    const blocks = accessList.flatMap(({ ipAddress, cidrBlock }) => parseEntry(ipAddress ?? cidrBlock ?? '') ?? [])
    return judgeAddress({ isRequired, blocks }, '127.0.0.1').kind !== 'in'
  }
  return first.length > 0 && first.every(isOut)
}

/** What differs from what holds unless it is set. */
function settingsOf({ organization, settings }: Answers): StoredSettings | undefined {
  const standard = new Map<string, unknown>(Object.entries(readSettings({})))
  const found = Object.entries(readSettings({ ...settings })).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(standard.get(name)),
  )
  const skips = flagAt(organization, 'skipDefaultAlertsSettings') === true
  const all = skips ? [...found, ['skipDefaultAlertsSettings', true] as const] : found
  return all.length > 0 ? Object.fromEntries(all) : undefined
}
