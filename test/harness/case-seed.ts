// What the API's cases start from: Acme with one service account and one API key per kind of caller, and a stranger.
import type { Seed, SeedApiKey, SeedServiceAccount } from '../../src/seed/seed-schema.ts'
import type { KeyPair } from './digest-client.ts'

/** The roles of each kind of caller in Acme, as the seed grants them. */
export const CALLERS = {
  owner: { orgRoles: ['ORG_OWNER'] },
  member: { orgRoles: ['ORG_MEMBER'] },
  groupCreator: { orgRoles: ['ORG_GROUP_CREATOR'] },
  billingAdmin: { orgRoles: ['ORG_BILLING_ADMIN'] },
  billingReader: { orgRoles: ['ORG_BILLING_READ_ONLY'] },
  streamAdmin: { orgRoles: ['ORG_STREAM_PROCESSING_ADMIN'] },
  orgReader: { orgRoles: ['ORG_READ_ONLY'] },
  projectOwner: { projectRoles: { 'Project 0': ['GROUP_OWNER'] } },
  projectUserAdmin: { projectRoles: { 'Project 0': ['GROUP_USER_ADMIN'] } },
  accessManager: { orgRoles: ['ORG_MEMBER'], projectRoles: { 'Project 0': ['GROUP_ACCESS_MANAGER'] } },
  networkManager: {
    orgRoles: ['ORG_MEMBER'],
    projectRoles: { 'Project 0': ['GROUP_NETWORK_ACCESS_MANAGER'] },
  },
  projectReader: {
    orgRoles: ['ORG_MEMBER'],
    projectRoles: { 'Project 0': ['GROUP_READ_ONLY'], Apollo: ['GROUP_READ_ONLY'] },
  },
  otherProjectOwner: { orgRoles: ['ORG_MEMBER'], projectRoles: { Apollo: ['GROUP_OWNER'] } },
  nobody: {},
} as const satisfies Record<string, Pick<SeedServiceAccount, 'orgRoles' | 'projectRoles'> | object>

export type CallerName = keyof typeof CALLERS | 'stranger'

export const CALLER_NAMES = Object.keys(CALLERS).filter((name): name is keyof typeof CALLERS => name in CALLERS)

export const ACME = {
  id: '5f0a00000000000000000a01',
  name: 'Acme',
  project0: '5f0a00000000000000000b01',
  apollo: '5f0a00000000000000000b02',
  team0: '5f0a00000000000000000c01',
  team1: '5f0a00000000000000000c02',
  owner: { id: '5f0a00000000000000000d01', username: 'olive@acme.example' },
  laterOwner: { id: '5f0a00000000000000000d02', username: 'otto@acme.example' },
  member: { id: '5f0a00000000000000000d03', username: 'mia@acme.example' },
  teammate: { id: '5f0a00000000000000000d04', username: 'tess@acme.example' },
} as const

/** Another organization. Whatever of it stands in `secrets` must never be read by anybody of Acme. */
export const STRANGER = {
  id: '5f0e00000000000000000a01',
  name: 'Zephyr Holdings',
  project: '5f0e00000000000000000b01',
  projectName: 'Zenith',
  team: '5f0e00000000000000000c01',
  apiKey: '5f0e00000000000000000f01',
  owner: { id: '5f0e00000000000000000d01', username: 'zoe@zephyr.example' },
  orgInvitation: '5f0e00000000000000000e01',
  projectInvitation: '5f0e00000000000000000e11',
  invited: 'zack@zephyr.example',
  invitedToProject: 'zelda@zephyr.example',
} as const

/** Somebody who has an account, made in the stranger's organization; Acme may come to know the address. */
export const GUEST = { id: '5f0e00000000000000000d02', username: 'gus@guests.example' } as const

const hexOf = (name: string): string => Buffer.from(name.padEnd(12, '-').slice(0, 12)).toString('hex')

/** What a caller's service account signs in with. */
export const clientOf = (name: CallerName): { readonly clientId: string; readonly clientSecret: string } => ({
  clientId: `mdb_sa_id_${hexOf(name)}`,
  clientSecret: `mdb_sa_sk_secret-of-${name}`,
})

/** What a caller's API key signs in with. */
export const keyOf = (name: CallerName): KeyPair => ({
  publicKey: `key-${name}`,
  privateKey: `private-key-of-${name}`,
})

/** What no answer may ever hold: the seed's secrets all contain one of these. */
export const SECRET_WORDS: readonly string[] = ['secret-of-', 'private-key-of-', 'correct horse', 'battery staple']

export const STRANGERS_WORDS: readonly string[] = [
  STRANGER.id,
  STRANGER.name,
  STRANGER.project,
  STRANGER.projectName,
  STRANGER.team,
  STRANGER.apiKey,
  STRANGER.owner.id,
  STRANGER.orgInvitation,
  STRANGER.projectInvitation,
  'zephyr.example',
  clientOf('stranger').clientId,
  keyOf('stranger').publicKey,
]

const accounts: readonly SeedServiceAccount[] = CALLER_NAMES.map((name) => ({
  ...clientOf(name),
  name: `Account ${name}`,
  ...rolesOf(name),
}))

const keys: readonly SeedApiKey[] = CALLER_NAMES.map((name) => ({ ...keyOf(name), desc: name, ...rolesOf(name) }))

export const CASE_SEED: Seed = {
  organizations: [
    {
      id: ACME.id,
      name: ACME.name,
      projects: [
        { id: ACME.project0, name: 'Project 0' },
        { id: ACME.apollo, name: 'Apollo', tags: [{ key: 'stage', value: 'test' }] },
      ],
      teams: [
        { id: ACME.team0, name: 'Team 0', projectRoles: { 'Project 0': ['GROUP_READ_ONLY'] } },
        { id: ACME.team1, name: 'Team 1' },
      ],
      users: [
        { ...ACME.owner, firstName: 'Olive', lastName: 'Owner', password: 'correct horse', orgRoles: ['ORG_OWNER'] },
        { ...ACME.laterOwner, orgRoles: ['ORG_MEMBER', 'ORG_OWNER'] },
        { ...ACME.member, orgRoles: ['ORG_MEMBER'], projectRoles: { Apollo: ['GROUP_READ_ONLY'] } },
        { ...ACME.teammate, orgRoles: ['ORG_MEMBER'], teams: ['Team 0'] },
      ],
      apiKeys: [...keys],
      serviceAccounts: [...accounts],
    },
    {
      id: STRANGER.id,
      name: STRANGER.name,
      projects: [{ id: STRANGER.project, name: STRANGER.projectName }],
      teams: [{ id: STRANGER.team, name: 'Zebras' }],
      users: [
        { ...STRANGER.owner, password: 'battery staple', orgRoles: ['ORG_OWNER'] },
        { ...GUEST, firstName: 'Gus', orgRoles: ['ORG_MEMBER'] },
      ],
      apiKeys: [{ id: STRANGER.apiKey, ...keyOf('stranger'), orgRoles: ['ORG_OWNER'] }],
      serviceAccounts: [{ ...clientOf('stranger'), name: 'Zephyr account', orgRoles: ['ORG_OWNER'] }],
      invitations: [
        { id: STRANGER.orgInvitation, username: STRANGER.invited, roles: ['ORG_MEMBER'] },
        {
          id: STRANGER.projectInvitation,
          username: STRANGER.invitedToProject,
          project: STRANGER.projectName,
          roles: ['GROUP_READ_ONLY'],
        },
      ],
    },
  ],
}

function rolesOf(name: keyof typeof CALLERS): Pick<SeedServiceAccount, 'orgRoles' | 'projectRoles'> {
  const roles: { orgRoles?: readonly string[]; projectRoles?: Record<string, readonly string[]> } = CALLERS[name]
  return {
    ...(roles.orgRoles ? { orgRoles: [...roles.orgRoles] } : {}),
    ...(roles.projectRoles
      ? { projectRoles: Object.fromEntries(Object.entries(roles.projectRoles).map(([k, v]) => [k, [...v]])) }
      : {}),
  }
}
