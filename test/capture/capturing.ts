// What the tests of capturing share: a capture that keeps its notes and requests, and all that Terraform reads.
import { capture } from '../../src/capture/capture.ts'
import { AtlasClient, type AtlasClientOptions } from '../../src/client/main.ts'
import { readSeed } from '../../src/seed/seed-file.ts'
import type { Seed } from '../../src/seed/seed-schema.ts'
import { all, countedFetch, type Sent, stillTime } from '../client/harness.ts'
import type { Atrium } from '../harness/atrium.ts'

export interface Captured {
  readonly text: string
  readonly notes: readonly string[]
  readonly sent: readonly Sent[]
  readonly slept: readonly number[]
}

/** Captures over time that stands still but for waiting. */
export async function captureFrom(
  baseUrl: string,
  orgId: string,
  credentials: AtlasClientOptions,
  now: number = Date.now(),
): Promise<Captured> {
  const { fetch, sent } = countedFetch()
  const surroundings = stillTime()
  const notes: string[] = []
  await using atlas = new AtlasClient({ ...credentials, baseUrl, fetch, surroundings, patience: 300_000 })
  const progress = { reading: () => undefined, note: (sentence: string) => void notes.push(sentence) }
  const text = await capture({ atlas, orgId, progress, now: () => now })
  return { text, notes, sent, slept: surroundings.slept }
}

/** The text as a seed; throws with its problems when it is none. */
export function seedIn(text: string): Seed {
  const { seed, problems } = readSeed('captured.yaml', text)
  if (!seed) throw new Error(`${problems.join('\n')}\n${text}`)
  return seed
}

export function keyOf({ first: { apiKey } }: Atrium): NonNullable<Atrium['first']['apiKey']> {
  if (!apiKey) throw new Error('The world begins without an API key.')
  return apiKey
}

export function accountOf({ first: { serviceAccount } }: Atrium): NonNullable<Atrium['first']['serviceAccount']> {
  if (!serviceAccount) throw new Error('The world begins without a service account.')
  return serviceAccount
}

/** Every answer that Terraform's resources on access read, by what was asked, without what no capture can carry over. */
export async function readByTerraform(atrium: Atrium, orgId: string): Promise<Readonly<Record<string, unknown>>> {
  const at = { orgId }
  await using atlas = new AtlasClient({ baseUrl: atrium.url, ...keyOf(atrium) })
  const projects = await all(atlas.getOrgGroups.each(at))
  const teams = await all(atlas.listOrgTeams.each(at))
  const users = await all(atlas.listOrgUsers.each(at))
  const invitations = await atlas.listOrgInvites(at)
  const keys = await all(atlas.listOrgApiKeys.each(at))
  const accounts = await all(atlas.listOrgServiceAccounts.each(at))
  const each = <Item, Answer>(items: readonly Item[], ask: (item: Item) => Promise<Answer>) =>
    Promise.all(items.map(ask))
  const answers = {
    org: [await atlas.getOrg(at), await atlas.getOrgSettings(at)],
    lists: { projects, teams, users, invitations, keys, accounts },
    oldUsers: await atlas.listOrgUsers(at, { version: '2023-01-01' }),
    users: await each(users, ({ id: userId }) => atlas.getOrgUser({ ...at, userId })),
    invitations: await each(invitations, ({ id: invitationId }) => atlas.getOrgInvite({ ...at, invitationId })),
    keys: await each(keys, ({ id: apiUserId }) => atlas.getOrgApiKey({ ...at, apiUserId })),
    keyLists: await each(keys, ({ id: apiUserId }) => atlas.listOrgApiKeyAccessListEntries({ ...at, apiUserId })),
    teams: await each(teams, ({ id: teamId }) => atlas.getOrgTeam({ ...at, teamId })),
    teamUsers: await each(teams, ({ id: teamId }) => atlas.listOrgTeamUsers({ ...at, teamId })),
    accounts: await each(accounts, ({ clientId }) => atlas.getOrgServiceAccount({ ...at, clientId })),
    accountProjects: await each(accounts, ({ clientId }) => atlas.getOrgServiceAccountGroups({ ...at, clientId })),
    accountLists: await each(accounts, ({ clientId }) => atlas.listOrgServiceAccountAccessList({ ...at, clientId })),
    projects: await each(projects, ({ id: groupId }) => readProject(atlas, groupId)),
  }
  return JSON.parse(JSON.stringify(answers).replaceAll(atrium.url, ''), comparable)
}

async function readProject(atlas: AtlasClient, groupId: string) {
  const at = { groupId }
  return [
    await atlas.getGroup(at),
    await atlas.getGroupSettings(at),
    await atlas.getGroupManagedSlowMs(at),
    await atlas.listGroupLimits(at),
    await atlas.listGroupTeams(at),
    await atlas.listGroupUsers(at),
    await atlas.listGroupApiKeys(at),
    await atlas.listGroupServiceAccounts(at),
    await atlas.listGroupAccessListEntries(at),
    await atlas.listGroupInvites(at),
  ]
}

/** What the documentation names: secrets and when they were used; and that a project has had tags once. */
const CHANGED = [
  'privateKey',
  'maskedSecretValue',
  'lastUsedAt',
  'lastUsed',
  'lastUsedAddress',
  'count',
  'requestCount',
]

const comparable = (name: string, value: unknown): unknown =>
  CHANGED.includes(name) || (name === 'tags' && Array.isArray(value) && value.length === 0) ? undefined : value
