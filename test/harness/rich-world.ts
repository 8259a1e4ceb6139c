// A world in which everything has happened that a seed can say: made through the API, as clients make it.
import type { Atrium } from './atrium.ts'
import { browse } from './browsing.ts'
import { API, connect, textAt, tokenOf, valueAt } from './client.ts'
import { BO } from './links.ts'

/** Credentials that were made after the start, which only their makers know. */
export interface LaterCredentials {
  readonly apiKey: { readonly publicKey: string; readonly privateKey: string }
  readonly serviceAccount: { readonly clientId: string; readonly clientSecret: string }
}

/** Somebody who has accepted by the mailed link, with a password of their own. */
export const NEWCOMER = { username: 'newcomer@example.com', password: BO.password }

interface Making extends Asking {
  readonly atrium: Atrium
  readonly orgId: string
  readonly groupId: string
  readonly teamId: string
  readonly ownerId: string
  /** Another project. */
  readonly other: string
}

interface Asking {
  /** The body of the answer; throws when it is an error. */
  ask(method: string, path: string, body?: unknown): Promise<unknown>
  /** The id of what is made. */
  make(path: string, body: unknown): Promise<string>
  invite(username: string, more?: object, language?: string): Promise<string>
  act(invitationId: string, verb: 'accept' | 'decline'): Promise<unknown>
}

/** Several operations of each kind, as the owner's service account; 31 days pass in between. */
export async function fillRichly(atrium: Atrium): Promise<LaterCredentials> {
  const asking = await askingIn(atrium)
  const { orgId, groupId, teamId, owner } = atrium.first
  if (!groupId || !teamId || !owner) throw new Error('The world begins without a project, a team or an owner.')
  const other = await asking.make('/groups', { name: '2024', orgId, tags: [{ key: 'env', value: 'test' }] })
  const making: Making = { ...asking, atrium, orgId, groupId, teamId, ownerId: owner.id, other }
  await fillProjects(making)
  const credentials = await fillCredentials(making)
  await fillPeople(making)
  await fillInvitations(making)
  atrium.advance(31 * 86_400_000 + 123)
  await fillPending(making)
  return credentials
}

async function askingIn({ url, first: { orgId, serviceAccount } }: Atrium): Promise<Asking> {
  if (!serviceAccount) throw new Error('The world begins without a service account.')
  const client = connect(url, await tokenOf(url, serviceAccount))
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await client.call(method, path, body)
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  const ask: Asking['ask'] = (method, path, body) => call(method, API + path, body)
  const make: Asking['make'] = async (path, body) => textAt(await ask('POST', path, body), 'id')
  return {
    ask,
    make,
    invite: (username, more = {}, language = 'en') =>
      make(`/orgs/${orgId}/invites?language=${language}`, { username, roles: ['ORG_MEMBER'], ...more }),
    act: (id, verb) => call('POST', `/_atrium/invitations/${id}:${verb}`),
  }
}

async function fillProjects({ ask, make, orgId, other }: Making): Promise<void> {
  const settings = { multiFactorAuthRequired: true, securityContact: 'security@example.com' }
  await ask('PATCH', `/orgs/${orgId}/settings`, settings)
  await ask('PATCH', `/orgs/${orgId}/mailSettings`, { language: 'ja' })
  const renamed = await make('/groups', { name: 'true', orgId, regionUsageRestrictions: 'GOV_REGIONS_ONLY' })
  await ask('PATCH', `/groups/${renamed}`, { name: "no: @ 'name' - +", tags: [] })
  await ask('PATCH', `/groups/${other}/settings`, { isSchemaAdvisorEnabled: false })
  await ask('PATCH', `/groups/${other}/limits/atlas.project.deployment.clusters`, { value: 30 })
  await ask('DELETE', `/groups/${other}/managedSlowMs/disable`)
  await ask('POST', `/groups/${other}/accessList`, [
    { ipAddress: '192.0.2.1', comment: 'office: "2nd" floor' },
    { cidrBlock: '2001:db8::/32', deleteAfterDate: '2027-09-01T00:00:00Z' },
    { awsSecurityGroup: 'sg-12345678' },
    { cidrBlock: '198.51.100.0/24', deleteAfterDate: '2027-02-02T00:00:00Z', comment: 'over soon' },
  ])
}

async function fillCredentials({ ask, make, orgId, groupId, other }: Making): Promise<LaterCredentials> {
  const keys = `/orgs/${orgId}/apiKeys`
  const key = await ask('POST', keys, { desc: 'later: "quoted"', roles: ['ORG_OWNER'] })
  const keyId = textAt(key, 'id')
  await ask('POST', `${keys}/${keyId}/accessList`, [{ cidrBlock: '127.0.0.0/8' }, { ipAddress: '10.1.2.3' }])
  await ask('POST', `/groups/${other}/apiKeys/${keyId}`, [{ roles: ['GROUP_READ_ONLY'] }])
  await make(`/groups/${other}/apiKeys`, { desc: 'of a project', roles: ['GROUP_OWNER'] })
  const named = { name: 'later', description: 'made later', roles: ['ORG_OWNER'] }
  const account = await ask('POST', `/orgs/${orgId}/serviceAccounts`, { ...named, secretExpiresAfterHours: 8000 })
  const clientId = textAt(account, 'clientId')
  const place = `/orgs/${orgId}/serviceAccounts/${clientId}`
  const secret = await ask('POST', `${place}/secrets`, { secretExpiresAfterHours: 4000 })
  await ask('POST', `${place}/accessList`, [{ ipAddress: '127.0.0.1' }])
  await ask('POST', `/groups/${groupId}/serviceAccounts`, {
    name: 'without a secret',
    description: 'of a project',
    roles: ['GROUP_READ_ONLY'],
    withoutInitialSecret: true,
  })
  return {
    apiKey: { publicKey: textAt(key, 'publicKey'), privateKey: textAt(key, 'privateKey') },
    serviceAccount: { clientId, clientSecret: textAt(secret, 'secret') },
  }
}

async function fillPeople({ ask, make, invite, act, atrium, orgId, groupId, teamId, ownerId, other }: Making) {
  await act(await invite('joined@example.com', { roles: ['ORG_READ_ONLY'] }), 'accept')
  await act(await invite('left@example.com'), 'accept')
  const found = await ask('GET', `/orgs/${orgId}/users?itemsPerPage=500`)
  const users = valueAt(found, 'results')
  const idOf = (username: string): string => {
    const user = Array.isArray(users) ? users.find((each) => valueAt(each, 'username') === username) : undefined
    return textAt(user, 'id')
  }
  await ask('POST', `/orgs/${orgId}/teams/${teamId}:addUser`, { id: idOf('joined@example.com') })
  const team = await make(`/orgs/${orgId}/teams`, { name: 'Second', usernames: ['joined@example.com'] })
  await ask('POST', `/groups/${other}/teams`, [{ teamId: team, roleNames: ['GROUP_READ_ONLY', 'GROUP_OWNER'] }])
  await ask('PATCH', `/orgs/${orgId}/teams/${team}`, { name: 'Zweites' })
  await ask('DELETE', `/orgs/${orgId}/users/${idOf('left@example.com')}`)
  const password = 'one that opens nothing'
  await make('/users', { username: 'made@example.com', firstName: 'Mia', lastName: 'Made', country: 'IE', password })
  const first = { desc: 'first of the second', roles: ['ORG_OWNER'] }
  await ask('POST', '/orgs', { name: 'Second organization', orgOwnerId: ownerId, apiKey: first })
  await make(`/groups/${groupId}/users`, { username: 'promised@example.com', roles: ['GROUP_OWNER'] })
  await invite(NEWCOMER.username, {}, 'es')
  await acceptByLink(atrium)
}

/** By the link in the mail, as somebody new does. */
async function acceptByLink({ url, writeMails }: Atrium): Promise<void> {
  await writeMails()
  const answer = await fetch(`${url}/_atrium/outbox?to=${encodeURIComponent(NEWCOMER.username)}`)
  const mails: readonly { readonly links: { readonly accept?: string } }[] = JSON.parse(await answer.text())
  const link = mails.flatMap(({ links }) => links.accept ?? []).at(-1)
  const { status } = await browse().send(`${link}/accept`, BO)
  if (status !== 303) throw new Error(`Accepting was answered ${status}.`)
}

async function fillInvitations({ ask, make, invite, act, orgId, groupId, teamId }: Making): Promise<void> {
  const owner = { roles: ['GROUP_OWNER'] }
  await act(await invite('declined@example.com'), 'decline')
  await ask('DELETE', `/orgs/${orgId}/invites/${await invite('revoked@example.com')}`)
  await act(await make(`/groups/${groupId}/invites`, { username: 'project@example.com', ...owner }), 'accept')
  const gone = await make('/groups', { name: 'Gone', orgId })
  const lost = await make(`/groups/${gone}/invites`, { username: 'lost@example.com', ...owner })
  await ask('DELETE', `/groups/${gone}/invites/${lost}`)
  await invite('never@example.com', { teamIds: [teamId], groupRoleAssignments: [{ groupId: gone, ...owner }] })
  await ask('DELETE', `/groups/${gone}`)
}

async function fillPending({ make, invite, teamId, other }: Making): Promise<void> {
  const groupRoleAssignments = [{ groupId: other, roles: ['GROUP_READ_ONLY', 'GROUP_OWNER'] }]
  const grants = { roles: ['ORG_READ_ONLY', 'ORG_MEMBER'], teamIds: [teamId], groupRoleAssignments }
  await invite('pending@example.com', grants, 'ko')
  await make(`/groups/${other}/invites`, { username: 'project@example.com', roles: ['GROUP_OWNER'] })
}
