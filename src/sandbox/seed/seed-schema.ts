// The form of a seed file. Descriptions complete the sentence "… must be", with which problems are reported.
import Type, { type Static } from 'typebox'
import { LANGUAGES, type Language } from '../../domain/languages.ts'

const text = (pattern: string, description: string) => Type.String({ pattern, description })

const Id = text('^[0-9a-f]{24}$', '24 lower-case hexadecimal characters')
const Name = text('^[^\\p{C}]{1,64}$', 'a name of 1 to 64 printable characters')
const Username = Type.String({ minLength: 1, description: 'an e-mail address' })
const Roles = Type.Array(Type.String(), { uniqueItems: true, description: 'a list of different roles' })
const RolesByProject = Type.Record(Type.String(), Roles, { description: 'a map from project names to lists of roles' })
const TeamNames = Type.Array(Type.String(), { uniqueItems: true, description: 'a list of different team names' })
const Instant = text(
  '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,3})?Z$',
  'a time such as 2026-01-31T12:00:00Z',
)
const PlainText = text('^[\\P{C}\\n]{0,250}$', 'at most 250 printable characters')

const closed = { additionalProperties: false, description: 'a map' }

const LanguageTag = Type.Unsafe<Language>(
  Type.Union(
    LANGUAGES.map((language) => Type.Literal(language)),
    { description: `one of ${LANGUAGES.join(', ')}` },
  ),
)

const SeedUser = Type.Object(
  {
    id: Type.Optional(Id),
    username: Username,
    firstName: Type.Optional(PlainText),
    lastName: Type.Optional(PlainText),
    country: Type.Optional(text('^[A-Z]{2}$', 'two capital letters')),
    password: Type.Optional(text('^.{1,256}$', '1 to 256 characters in one line')),
    language: Type.Optional(LanguageTag),
    orgRoles: Type.Optional(Roles),
    projectRoles: Type.Optional(RolesByProject),
    teams: Type.Optional(TeamNames),
  },
  closed,
)

const Tag = Type.Object(
  { key: text('^.{1,255}$', '1 to 255 characters'), value: text('^.{1,255}$', '1 to 255 characters') },
  closed,
)

const SeedProject = Type.Object({ id: Type.Optional(Id), name: Name, tags: Type.Optional(Type.Array(Tag)) }, closed)

const SeedTeam = Type.Object({ id: Type.Optional(Id), name: Name, projectRoles: Type.Optional(RolesByProject) }, closed)

const SeedApiKey = Type.Object(
  {
    id: Type.Optional(Id),
    desc: Type.Optional(PlainText),
    publicKey: Type.Optional(text('^[A-Za-z0-9_-]{1,64}$', '1 to 64 letters, digits, "-" or "_"')),
    privateKey: Type.Optional(text('^[!-9;-~]{1,128}$', '1 to 128 visible ASCII characters without ":"')),
    orgRoles: Type.Optional(Roles),
    projectRoles: Type.Optional(RolesByProject),
  },
  closed,
)

const SeedServiceAccount = Type.Object(
  {
    clientId: Type.Optional(text('^mdb_sa_id_[0-9a-f]{24}$', 'mdb_sa_id_ and 24 lower-case hexadecimal characters')),
    clientSecret: Type.Optional(text('^[A-Za-z0-9_-]{1,128}$', '1 to 128 letters, digits, "-" or "_"')),
    name: Type.Optional(Name),
    orgRoles: Type.Optional(Roles),
    projectRoles: Type.Optional(RolesByProject),
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
    createdAt: Type.Optional(Instant),
    expiresAt: Type.Optional(Instant),
    language: Type.Optional(LanguageTag),
  },
  closed,
)

const listOf = <Item extends Type.TSchema>(item: Item) => Type.Optional(Type.Array(item, { description: 'a list' }))

const SeedOrganization = Type.Object(
  {
    id: Type.Optional(Id),
    name: Name,
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
  },
  closed,
)

export type Seed = Static<typeof SeedDocument>
export type SeedOrganization = Static<typeof SeedOrganization>
export type SeedUser = Static<typeof SeedUser>
export type SeedInvitation = Static<typeof SeedInvitation>
export type SeedApiKey = Static<typeof SeedApiKey>
export type SeedServiceAccount = Static<typeof SeedServiceAccount>
