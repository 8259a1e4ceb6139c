// The form of a seed file: what it can say of organizations and people, everything but names and addresses optional.
import Type, { type Static } from 'typebox'
import { LIMIT_RULES, type SetLimits } from '../domain/project-limits.ts'
import { DEFAULT_PROJECT_SETTINGS, type SetProjectSettings } from '../domain/project-settings.ts'
import {
  ClientId,
  ClientSecret,
  closed,
  Flag,
  Id,
  Instant,
  LanguageTag,
  listOf,
  Name,
  oneOf,
  Password,
  PasswordHash,
  PlainText,
  Roles,
  RolesByProject,
  TeamNames,
  text,
  Username,
} from './seed-words.ts'

const BlockEntry = {
  ipAddress: Type.Optional(Type.String({ description: 'an IP address' })),
  cidrBlock: Type.Optional(Type.String({ description: 'a block in CIDR notation' })),
}

const Entry = {
  comment: Type.Optional(PlainText),
  createdAt: Type.Optional(Instant),
}

const SeedCallerEntry = Type.Object({ ...BlockEntry, ...Entry }, closed)

const SeedNetworkEntry = Type.Object(
  {
    ...BlockEntry,
    awsSecurityGroup: Type.Optional(text('^(\\d{1,20}/)?sg-[0-9a-z]{1,40}$', 'a security group such as sg-12345678')),
    ...Entry,
    deleteAfterDate: Type.Optional(Instant),
  },
  closed,
)

const Person = {
  id: Type.Optional(Id),
  username: Username,
  firstName: Type.Optional(PlainText),
  lastName: Type.Optional(PlainText),
  country: Type.Optional(text('^[A-Z]{2}$', 'two capital letters')),
  password: Type.Optional(Password),
  passwordHash: Type.Optional(PasswordHash),
  verified: Type.Optional(Flag),
  language: Type.Optional(LanguageTag),
  createdAt: Type.Optional(Instant),
  lastAuthAt: Type.Optional(Instant),
}

const SeedPerson = Type.Object(Person, closed)

const SeedUser = Type.Object(
  {
    ...Person,
    joinedAt: Type.Optional(Instant),
    orgRoles: Type.Optional(Roles),
    projectRoles: Type.Optional(RolesByProject),
    teams: Type.Optional(TeamNames),
  },
  closed,
)

const TagText = text('^.{1,255}$', '1 to 255 characters')

const settingNames = [...Object.keys(DEFAULT_PROJECT_SETTINGS), 'managedSlowMs']

const SeedProject = Type.Object(
  {
    id: Type.Optional(Id),
    name: Name,
    createdAt: Type.Optional(Instant),
    tags: listOf(Type.Object({ key: TagText, value: TagText }, closed)),
    regionUsageRestrictions: Type.Optional(oneOf(['COMMERCIAL_FEDRAMP_REGIONS_ONLY', 'GOV_REGIONS_ONLY'])),
    withDefaultAlertsSettings: Type.Optional(Flag),
    settings: Type.Optional(
      Type.Unsafe<SetProjectSettings>(
        Type.Object(Object.fromEntries(settingNames.map((name) => [name, Type.Optional(Flag)])), closed),
      ),
    ),
    limits: Type.Optional(
      Type.Unsafe<SetLimits>(
        Type.Object(
          Object.fromEntries(
            LIMIT_RULES.map(({ name, least, most }) => [
              name,
              Type.Optional(
                Type.Integer({
                  minimum: least,
                  maximum: most,
                  description: `a whole number from ${least} to ${most}`,
                }),
              ),
            ]),
          ),
          closed,
        ),
      ),
    ),
    accessList: listOf(SeedNetworkEntry),
  },
  closed,
)

const SeedTeam = Type.Object(
  {
    id: Type.Optional(Id),
    name: Name,
    createdAt: Type.Optional(Instant),
    projectRoles: Type.Optional(RolesByProject),
  },
  closed,
)

const Granted = {
  orgRoles: Type.Optional(Roles),
  projectRoles: Type.Optional(RolesByProject),
  accessList: listOf(SeedCallerEntry),
}

const SeedApiKey = Type.Object(
  {
    id: Type.Optional(Id),
    desc: Type.Optional(PlainText),
    publicKey: Type.Optional(text('^[A-Za-z0-9_-]{1,64}$', '1 to 64 letters, digits, "-" or "_"')),
    privateKey: Type.Optional(text('^[!-9;-~]{1,128}$', '1 to 128 visible ASCII characters without ":"')),
    ha1: Type.Optional(text('^[0-9a-f]{32}$', '32 lower-case hexadecimal characters')),
    privateKeyTail: Type.Optional(text('^[!-9;-~]{1,12}$', 'the last 12 characters of the private key')),
    createdAt: Type.Optional(Instant),
    ...Granted,
  },
  closed,
)

const SeedSecret = Type.Object(
  {
    id: Type.Optional(Id),
    clientSecret: Type.Optional(ClientSecret),
    secretHash: Type.Optional(text('^[0-9a-f]{64}$', '64 lower-case hexadecimal characters')),
    masked: Type.Optional(PlainText),
    createdAt: Type.Optional(Instant),
    expiresAt: Type.Optional(Instant),
  },
  closed,
)

const SeedServiceAccount = Type.Object(
  {
    clientId: Type.Optional(ClientId),
    clientSecret: Type.Optional(ClientSecret),
    name: Type.Optional(Name),
    description: Type.Optional(PlainText),
    createdAt: Type.Optional(Instant),
    secrets: listOf(SeedSecret),
    ...Granted,
  },
  closed,
)

const SeedInvitation = Type.Object(
  {
    id: Type.Optional(Id),
    username: Username,
    project: Type.Optional(Type.String({ description: 'the name of a project' })),
    roles: Type.Array(Type.String(), {
      uniqueItems: true,
      minItems: 1,
      description: 'a list of different roles, one at least',
    }),
    teams: Type.Optional(TeamNames),
    projectRoles: Type.Optional(RolesByProject),
    inviter: Type.Optional(text('^[!-~]{1,254}$', 'an e-mail address, a public key or a client id')),
    status: Type.Optional(oneOf(['PENDING', 'ACCEPTED', 'DECLINED', 'REVOKED', 'EXPIRED'])),
    createdAt: Type.Optional(Instant),
    expiresAt: Type.Optional(Instant),
    closedAt: Type.Optional(Instant),
    language: Type.Optional(LanguageTag),
  },
  closed,
)

const SeedOrganization = Type.Object(
  {
    id: Type.Optional(Id),
    name: Name,
    createdAt: Type.Optional(Instant),
    settings: Type.Optional(Type.Record(Type.String(), Type.Unknown(), { description: 'a map' })),
    language: Type.Optional(LanguageTag),
    users: listOf(SeedUser),
    projects: listOf(SeedProject),
    teams: listOf(SeedTeam),
    apiKeys: listOf(SeedApiKey),
    serviceAccounts: listOf(SeedServiceAccount),
    invitations: listOf(SeedInvitation),
  },
  closed,
)

export const SeedDocument = Type.Object(
  {
    organizations: Type.Array(SeedOrganization, { minItems: 1, description: 'a list with at least one organization' }),
    people: listOf(SeedPerson),
  },
  closed,
)

export type Seed = Static<typeof SeedDocument>
export type SeedOrganization = Static<typeof SeedOrganization>
export type SeedPerson = Static<typeof SeedPerson>
export type SeedUser = Static<typeof SeedUser>
export type SeedProject = Static<typeof SeedProject>
export type SeedInvitation = Static<typeof SeedInvitation>
export type SeedApiKey = Static<typeof SeedApiKey>
export type SeedServiceAccount = Static<typeof SeedServiceAccount>
export type SeedSecret = Static<typeof SeedSecret>
/** An entry of any access list; only a project's has a security group or an end. */
export type SeedEntry = Static<typeof SeedNetworkEntry>

/** A part of a seed as it is put together for writing: what is undefined is left out of the file. */
export type Draft<Part> = Part extends readonly (infer Item)[]
  ? readonly Draft<Item>[]
  : Part extends object
    ? { readonly [Key in keyof Part]: Draft<Part[Key]> | undefined }
    : Part
