// API keys and service accounts as a seed has them, without their secrets, which no answer shows.
import type { Draft, SeedApiKey, SeedSecret, SeedServiceAccount } from '../seed/seed-schema.ts'
import { byText, instantAt, listAt, someOf, textAt, textsAt } from './fields.ts'
import { flatGrantsOf, grantsOf, type Names } from './names.ts'
import { blockOf, entryText } from './projects-of.ts'
import type { AccountAnswers, Answers, CredentialAnswers } from './read-organization.ts'

/** Those that can be used best come first, because the first one is what a new world prints. */
export const apiKeysOf = ({ apiKeys }: Answers, names: Names): readonly Draft<SeedApiKey>[] | undefined =>
  apiKeys?.map((each) => apiKeyOf(each, names)).sort((one, other) => byUse(one, other) || byPublicKey(one, other))

/** `now` tells which secrets are still good, in milliseconds. */
export const serviceAccountsOf = (
  { serviceAccounts }: Answers,
  names: Names,
  now: number,
): readonly Draft<SeedServiceAccount>[] | undefined =>
  serviceAccounts
    ?.map((each) => serviceAccountOf(each, names))
    .sort((one, other) => byLife(now)(one, other) || byUse(one, other) || byClientId(one, other))

const byPublicKey = byText(({ publicKey }: Draft<SeedApiKey>) => publicKey ?? '')
const byClientId = byText(({ clientId }: Draft<SeedServiceAccount>) => clientId ?? '')

type Holder = Pick<Draft<SeedApiKey>, 'orgRoles' | 'accessList'>

/** From anywhere rather than from some addresses, and of an owner rather than of others. */
const byUse = (one: Holder, other: Holder): number => hurdles(one) - hurdles(other)

const hurdles = ({ orgRoles = [], accessList = [] }: Holder): number =>
  (accessList.length > 0 ? 2 : 0) + (orgRoles.includes('ORG_OWNER') ? 0 : 1)

const byLife =
  (now: number) =>
  (one: Draft<SeedServiceAccount>, other: Draft<SeedServiceAccount>): number =>
    Number(isAlive(other, now)) - Number(isAlive(one, now))

const isAlive = ({ secrets = [] }: Draft<SeedServiceAccount>, now: number): boolean =>
  secrets.some(({ expiresAt }) => expiresAt === undefined || Date.parse(expiresAt) > now)

const apiKeyOf = ({ credential, accessList }: CredentialAnswers, names: Names): Draft<SeedApiKey> => ({
  id: textAt(credential, 'id'),
  desc: textAt(credential, 'desc'),
  publicKey: textAt(credential, 'publicKey'),
  privateKey: undefined,
  ha1: undefined,
  privateKeyTail: undefined,
  createdAt: undefined,
  ...flatGrantsOf(credential, names),
  accessList: entriesOf(accessList, 'created'),
})

function serviceAccountOf(
  { credential, projects, accessList }: AccountAnswers,
  names: Names,
): Draft<SeedServiceAccount> {
  const groupRoleAssignments = projects.map((each) => ({
    groupId: textAt(each, 'groupId'),
    groupRoles: textsAt(each, 'roles'),
  }))
  const roles = { orgRoles: textsAt(credential, 'roles'), groupRoleAssignments }
  return {
    clientId: textAt(credential, 'clientId'),
    clientSecret: undefined,
    name: textAt(credential, 'name'),
    description: textAt(credential, 'description'),
    createdAt: instantAt(credential, 'createdAt'),
    secrets: listAt(credential, 'secrets')
      .map(secretOf)
      .sort(byText(({ expiresAt, id }) => `${expiresAt} ${id}`))
      .reverse(),
    ...grantsOf(roles, names),
    accessList: entriesOf(accessList, 'createdAt'),
  }
}

/** The first one is printed by a new world, so that the last to end comes first. */
const secretOf = (secret: object): Draft<SeedSecret> => ({
  id: textAt(secret, 'id'),
  clientSecret: undefined,
  secretHash: undefined,
  masked: undefined,
  createdAt: instantAt(secret, 'createdAt'),
  expiresAt: instantAt(secret, 'expiresAt'),
})

const entriesOf = (
  entries: readonly object[],
  created: 'created' | 'createdAt',
): Draft<NonNullable<SeedApiKey['accessList']>> | undefined =>
  someOf(
    entries
      .map((entry) => ({ ...blockOf(entry), comment: undefined, createdAt: instantAt(entry, created) }))
      .sort(byText((entry) => entryText({ ...entry, awsSecurityGroup: undefined, deleteAfterDate: undefined }))),
  )
