// What the generated requests find: one main thing of each kind, which stays, and many spare ones, which may go.
const SPARES = 20

const id = (kind, number) => `${kind}${String(number).padStart(22, '0')}`
const numbers = Array.from({ length: SPARES }, (_, number) => number + 1)

const ORG = id('aa', 0)
const OTHER_ORG = id('ab', 0)
const PROJECT = 'Main project'
const NAMED_PROJECT = 'Project that keeps its name'
const NAMED_TEAM = 'Team that keeps its name'
const account = (number) => `mdb_sa_id_${id('5a', number)}`
const [ORG_ACCOUNT, PROJECT_ACCOUNT] = [account(0), account(SPARES + 1)]
const DESTINATION = { publicKey: 'harbours', privateKey: '0b1c2d3e-0000-4000-8000-00000000000b' }
const OWNER = { id: id('da', 0), username: 'owner@example.com' }
const MEMBER = { id: id('da', 1), username: 'member@example.com' }
const MATES = numbers.map((number) => ({ id: id('db', number), username: `mate-${number}@example.com` }))

const INVITED = { org: 'invited@example.com', group: 'invited-to-project@example.com' }

const KEPT_ENTRY = '198.51.100.1/32'
const SPARE_ENTRIES = numbers.map((number) => `203.0.113.${number}/32`)

export const seed = {
  organizations: [
    {
      id: ORG,
      name: 'Lighthouse',
      projects: [
        { id: id('ba', 0), name: PROJECT },
        { id: id('ba', 1), name: NAMED_PROJECT },
        ...numbers.map((number) => ({ id: id('bb', number), name: `Spare project ${number}` })),
      ],
      teams: [
        { id: id('ca', 0), name: 'Main team', projectRoles: { [PROJECT]: ['GROUP_READ_ONLY'] } },
        { id: id('ca', 1), name: NAMED_TEAM },
        ...numbers.map((number) => ({ id: id('cb', number), name: `Spare team ${number}` })),
      ],
      users: [
        { ...OWNER, orgRoles: ['ORG_OWNER'], projectRoles: { [PROJECT]: ['GROUP_OWNER'] } },
        { ...MEMBER, orgRoles: ['ORG_MEMBER'], projectRoles: { [PROJECT]: ['GROUP_READ_ONLY'] }, teams: ['Main team'] },
        ...MATES.map((mate) => ({
          ...mate,
          orgRoles: ['ORG_MEMBER'],
          projectRoles: { [PROJECT]: ['GROUP_READ_ONLY'] },
        })),
      ],
      apiKeys: [
        { id: id('ea', 0), desc: 'main', orgRoles: ['ORG_MEMBER'], projectRoles: { [PROJECT]: ['GROUP_READ_ONLY'] } },
        ...numbers.map((number) => ({ id: id('ea', number), desc: 'spare', orgRoles: ['ORG_MEMBER'] })),
      ],
      serviceAccounts: [
        { name: 'the caller', orgRoles: ['ORG_OWNER'] },
        { clientId: ORG_ACCOUNT, name: 'main', orgRoles: ['ORG_MEMBER'] },
        {
          clientId: PROJECT_ACCOUNT,
          name: 'main of the project',
          orgRoles: ['ORG_MEMBER'],
          projectRoles: { [PROJECT]: ['GROUP_READ_ONLY'] },
        },
        ...numbers.map((number) => ({ clientId: account(number), name: 'spare', orgRoles: ['ORG_MEMBER'] })),
      ],
      invitations: [
        { id: id('fa', 0), username: INVITED.org, roles: ['ORG_MEMBER'] },
        { id: id('fa', 8), username: INVITED.group, project: PROJECT, roles: ['GROUP_READ_ONLY'] },
        {
          id: id('fa', 16),
          username: 'invited-user@example.com',
          roles: ['ORG_MEMBER'],
          projectRoles: { [PROJECT]: ['GROUP_READ_ONLY'] },
        },
      ],
    },
    {
      id: OTHER_ORG,
      name: 'Harbour',
      apiKeys: [{ ...DESTINATION, orgRoles: ['ORG_OWNER'] }],
    },
  ],
}

/** The path parameters and names that mean something, and what may be deleted, by the path of its collection. */
export async function prepare({ url, serviceAccount }, token, { prefix, accept }) {
  const call = async (method, path, body) => {
    const answer = await fetch(`${url}${prefix}${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, Accept: accept, 'Content-Type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    return answer.ok ? await answer.json() : { results: [] }
  }
  const groupId = id('ba', 0)
  const orgAccount = `/orgs/${ORG}/serviceAccounts/${ORG_ACCOUNT}`
  const projectAccount = `/groups/${groupId}/serviceAccounts/${PROJECT_ACCOUNT}`
  const entries = [KEPT_ENTRY, ...SPARE_ENTRIES].map((cidrBlock) => ({ cidrBlock }))
  const lists = [`/orgs/${ORG}/apiKeys/${id('ea', 0)}`, `/groups/${groupId}`, orgAccount, projectAccount]
  for (const list of lists) await call('POST', `${list}/accessList`, entries)
  const secretsOf = async (path) => (await call('GET', path)).secrets.map((secret) => secret.id)
  await call('PATCH', `/groups/${groupId}`, { name: 'Main project renamed' })
  const [event] = (await call('GET', `/orgs/${ORG}/events`)).results
  const [projectEvent] = (await call('GET', `/groups/${groupId}/events`)).results
  const [rateLimit] = (await call('GET', '/rateLimits')).results
  return {
    main: {
      orgId: ORG,
      groupId,
      teamId: id('ca', 0),
      userId: MEMBER.id,
      apiUserId: id('ea', 0),
      'org.clientId': ORG_ACCOUNT,
      'group.clientId': PROJECT_ACCOUNT,
      'org.invitationId': id('fa', 0),
      'group.invitationId': id('fa', 8),
      'org.invited': INVITED.org,
      'group.invited': INVITED.group,
      'org.eventId': event.id,
      'group.eventId': projectEvent.id,
      endpointSetId: rateLimit?.endpointSetId ?? 'unknown',
      groupName: NAMED_PROJECT,
      teamName: NAMED_TEAM,
      userName: MEMBER.username,
      limitName: 'atlas.project.security.databaseAccess.users',
      ipAddress: '198.51.100.1',
      entryValue: '198.51.100.1',
      orgOwnerId: OWNER.id,
      destinationOrgId: OTHER_ORG,
      destinationOrgPublicApiKey: DESTINATION.publicKey,
      destinationOrgPrivateApiKey: DESTINATION.privateKey,
    },
    spare: {
      members: [MEMBER, ...MATES.slice(SPARES / 2)],
      keys: numbers.map((number) => id('ea', number)),
      accounts: numbers.map(account),
      // The id under which somebody is shown whose invitation has the id before.
      invitedUsers: [id('fa', 17)],
      '/groups': numbers.map((number) => id('bb', number)),
      '/orgs/{orgId}/teams': numbers.map((number) => id('cb', number)),
      '/orgs/{orgId}/apiKeys/{apiUserId}/accessList': SPARE_ENTRIES,
      '/orgs/{orgId}/serviceAccounts/{clientId}/accessList': SPARE_ENTRIES,
      '/orgs/{orgId}/serviceAccounts/{clientId}/secrets': await secretsOf(orgAccount),
      '/groups/{groupId}/accessList': SPARE_ENTRIES,
      '/groups/{groupId}/serviceAccounts/{clientId}/accessList': SPARE_ENTRIES,
      '/groups/{groupId}/serviceAccounts/{clientId}/secrets': await secretsOf(projectAccount),
      '/orgs/{orgId}/teams/{teamId}/users': MATES.slice(SPARES / 2).map((mate) => mate.id),
      '/orgs/{orgId}/users': MATES.slice(0, SPARES / 2).map((mate) => mate.id),
      '/groups/{groupId}/users': MATES.slice(SPARES / 4).map((mate) => mate.id),
    },
    caller: serviceAccount.clientId,
    kept: [KEPT_ENTRY, OWNER.id, MEMBER.id, id('ca', 0)],
  }
}
