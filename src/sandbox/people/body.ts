// The bodies of requests about people, and their reading.
import Type from 'typebox'
import { bodyOf } from '../../api/schemas/body.ts'
import { readOrgGrants, TeamIds } from '../../api/schemas/invitations.ts'
import { LanguageName, readLanguage } from '../../api/schemas/languages.ts'
import { RoleNames, readUsername, Username } from '../../api/schemas/roles.ts'
import { closed, orNull } from '../../api/schemas/vocabulary.ts'
import { isCountryCode } from '../../domain/accounts.ts'
import { refuse } from '../../domain/faults.ts'
import { isObjectId, type OrgId } from '../../domain/ids.ts'
import {
  ATLAS_ORG_ROLES,
  ATLAS_PROJECT_ROLES,
  CLOUD_MANAGER_ORG_ROLES,
  CLOUD_MANAGER_PROJECT_ROLES,
} from '../../domain/roles.ts'
import { Secret } from '../../platform/secret.ts'
import { refuseToDrive } from '../refusal.ts'
import type { NewPerson } from './people.ts'

/** Roles of either service, as in a seed. */
const CATALOGUES = {
  orgRoles: [...ATLAS_ORG_ROLES, ...CLOUD_MANAGER_ORG_ROLES],
  projectRoles: [...ATLAS_PROJECT_ROLES, ...CLOUD_MANAGER_PROJECT_ROLES],
}

const LONGEST_TEXT = 256
const Text = Type.Optional(Type.String({ minLength: 1, maxLength: LONGEST_TEXT }))

const newUser = bodyOf(
  closed({
    username: Username,
    firstName: Text,
    lastName: Text,
    country: Text,
    language: Type.Optional(LanguageName),
    password: Text,
    orgId: Type.Optional(orNull(Type.String())),
    roles: Type.Optional(RoleNames),
    projectRoles: Type.Optional(Type.Record(Type.String(), RoleNames)),
    teamIds: Type.Optional(TeamIds),
  }),
)

const acceptance = bodyOf(closed({ username: Username, orgId: Type.Optional(Type.String()) }))

/** Whom a body adds, to `firstOrgId` unless it says where. */
export function readNewPerson(bytes: Uint8Array | undefined, firstOrgId: string): NewPerson {
  const body = newUser.read(bytes, [])
  const { country, firstName, language, lastName, orgId = firstOrgId, password, projectRoles = {} } = body
  if (country !== undefined && !isCountryCode(country)) refuse({ code: 'invalid_country_code', country })
  const isPlaceless = body.roles === undefined && body.projectRoles === undefined && body.teamIds === undefined
  if (orgId === null && !isPlaceless) refuseGrantsNowhere()
  const groupRoleAssignments = Object.entries(projectRoles).map(([groupId, roles]) => ({ groupId, roles }))
  const {
    roles = [],
    teamIds = [],
    ...rest
  } = readOrgGrants(
    { roles: body.roles ?? ['ORG_MEMBER'], teamIds: body.teamIds ?? [], groupRoleAssignments },
    CATALOGUES,
  )
  return {
    username: readUsername(body.username),
    firstName,
    lastName,
    country,
    language: language === undefined ? undefined : readLanguage(language),
    password: password === undefined ? undefined : new Secret(password),
    orgId: orgId === null ? null : readOrgId(orgId),
    grants: { roles, teamIds, groupRoleAssignments: rest.groupRoleAssignments ?? [] },
  }
}

/** Whose invitations a body accepts, and where; in all organizations unless it names one. */
export function readAcceptance(bytes: Uint8Array | undefined) {
  const { username, orgId } = acceptance.read(bytes, [])
  return { username: readUsername(username), orgId: orgId === undefined ? undefined : readOrgId(orgId) }
}

const readOrgId = (id: string): OrgId => (isObjectId<OrgId>(id) ? id : refuse({ code: 'org_not_found', id }))

const refuseGrantsNowhere = (): never =>
  refuseToDrive(
    400,
    'INVALID_ATTRIBUTE',
    'Without an organization nobody has roles or teams: leave out roles, projectRoles and teamIds, or "orgId": null.',
    ['orgId'],
  )
