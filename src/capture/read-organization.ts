// Everything that is asked for of an organization, by GETs alone; what each answer means is said elsewhere.
import type { AtlasClient } from '../client/main.ts'
import { textAt } from './fields.ts'
import { inParallel } from './in-parallel.ts'
import { Gone, NoOrganization, type Reader } from './reader.ts'

/** Answers as they came; undefined where one was refused. */
export interface Answers {
  readonly organization: object
  readonly settings: object | undefined
  readonly projects: readonly ProjectAnswers[]
  readonly teams: readonly object[]
  /** Members, and people who are invited. */
  readonly users: readonly object[]
  readonly invitations: readonly object[]
  readonly apiKeys: readonly CredentialAnswers[] | undefined
  readonly serviceAccounts: readonly AccountAnswers[] | undefined
}

export interface ProjectAnswers {
  readonly project: object
  readonly settings: object | undefined
  readonly managesSlowMs: boolean | undefined
  readonly limits: readonly object[]
  readonly teams: readonly object[]
  readonly accessList: readonly object[]
  readonly invitations: readonly object[]
}

export interface CredentialAnswers {
  readonly credential: object
  readonly accessList: readonly object[]
}

export interface AccountAnswers extends CredentialAnswers {
  /** The projects in which it holds roles. */
  readonly projects: readonly object[]
}

/** Reads `orgId`; its own answer, without which there is nothing, comes first and may be refused with an AtlasError. */
export async function readOrganization(atlas: AtlasClient, reader: Reader, orgId: string): Promise<Answers> {
  const { progress, signal, one, all } = reader
  progress.reading('organization')
  const organization = await atlas.getOrg({ orgId }, { signal })
  if (textAt(organization, 'id') !== orgId) throw new NoOrganization()
  const projects = (await all('The list of projects', (how) => atlas.getOrgGroups.each({ orgId }, how))) ?? []
  progress.reading('people and teams')
  const statuses = ['ACTIVE', 'PENDING'] as const
  const settings = await one('The settings of the organization', (how) => atlas.getOrgSettings({ orgId }, how))
  const teams = await all('The list of teams', (how) => atlas.listOrgTeams.each({ orgId }, how))
  const users = await all('The list of users', (how) =>
    atlas.listOrgUsers.each({ orgId, orgMembershipStatuses: statuses }, how),
  )
  const invitations = await all('The list of invitations', (how) => atlas.listOrgInvites.each({ orgId }, how))
  return {
    organization,
    settings,
    projects: await eachOf(reader, 'projects', projects, (project) => readProject(atlas, reader, project)),
    teams: teams ?? [],
    users: users ?? [],
    invitations: invitations ?? [],
    apiKeys: await readApiKeys(atlas, reader, orgId),
    serviceAccounts: await readServiceAccounts(atlas, reader, orgId),
  }
}

/** What is read of each; those that vanish meanwhile are noted and left out. */
async function eachOf<Result>(
  { progress }: Reader,
  what: string,
  items: readonly object[],
  read: (item: object) => Promise<Result>,
): Promise<readonly Result[]> {
  let done = 0
  progress.reading(what, done, items.length)
  const found = await inParallel(items, async (item) => {
    const result = await unlessGone(read(item))
    if (result.length === 0) progress.note(`Of the ${what}, ${nameOf(item)} was deleted while it was read.`)
    done += 1
    progress.reading(what, done, items.length)
    return result
  })
  return found.flat()
}

async function unlessGone<Result>(reading: Promise<Result>): Promise<readonly Result[]> {
  try {
    return [await reading]
  } catch (error) {
    if (error instanceof Gone) return []
    throw error
  }
}

const nameOf = (item: object): string => {
  const [name = 'one'] = ['name', 'publicKey', 'clientId', 'id'].flatMap((field) => textAt(item, field) ?? [])
  return JSON.stringify(name)
}

async function readProject(atlas: AtlasClient, { one, all }: Reader, project: object): Promise<ProjectAnswers> {
  const at = { groupId: textAt(project, 'id') ?? '' }
  const of = `of project ${nameOf(project)}`
  const settings = await one(`The settings ${of}`, (how) => atlas.getGroupSettings(at, how))
  const managesSlowMs = await one(`The switch of managedSlowMs ${of}`, (how) => atlas.getGroupManagedSlowMs(at, how))
  const limits = await all(`The list of limits ${of}`, (how) => atlas.listGroupLimits.each(at, how))
  const teams = await all(`The list of teams ${of}`, (how) => atlas.listGroupTeams.each(at, how))
  const accessList = await all(`The access list ${of}`, (how) => atlas.listGroupAccessListEntries.each(at, how))
  const invitations = await all(`The list of invitations ${of}`, (how) => atlas.listGroupInvites.each(at, how))
  return {
    project,
    settings,
    managesSlowMs,
    limits: limits ?? [],
    teams: teams ?? [],
    accessList: accessList ?? [],
    invitations: invitations ?? [],
  }
}

async function readApiKeys(atlas: AtlasClient, reader: Reader, orgId: string): Promise<Answers['apiKeys']> {
  const keys = await reader.all('The list of API keys', (how) => atlas.listOrgApiKeys.each({ orgId }, how))
  if (keys === undefined) return undefined
  return eachOf(reader, 'API keys', keys, async (credential) => {
    const at = { orgId, apiUserId: textAt(credential, 'id') ?? '' }
    const what = `The access list of API key ${nameOf(credential)}`
    const accessList = await reader.all(what, (how) => atlas.listOrgApiKeyAccessListEntries.each(at, how))
    return { credential, accessList: accessList ?? [] }
  })
}

async function readServiceAccounts(
  atlas: AtlasClient,
  reader: Reader,
  orgId: string,
): Promise<Answers['serviceAccounts']> {
  const { all } = reader
  const accounts = await all('The list of service accounts', (how) => atlas.listOrgServiceAccounts.each({ orgId }, how))
  if (accounts === undefined) return undefined
  return eachOf(reader, 'service accounts', accounts, async (credential) => {
    const at = { orgId, clientId: textAt(credential, 'clientId') ?? '' }
    const of = `of service account ${nameOf(credential)}`
    const projects = await all(`The list of projects ${of}`, (how) => atlas.getOrgServiceAccountGroups.each(at, how))
    const accessList = await all(`The access list ${of}`, (how) => atlas.listOrgServiceAccountAccessList.each(at, how))
    return { credential, projects: projects ?? [], accessList: accessList ?? [] }
  })
}
