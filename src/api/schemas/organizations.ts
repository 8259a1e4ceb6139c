// The bodies of the organization endpoints.
import Type, { type Static } from 'typebox'
import { refuse } from '../../domain/faults.ts'
import type { UserId } from '../../domain/ids.ts'
import { isOrganizationName } from '../../domain/organizations.ts'
import { parseUsername } from '../../domain/usernames.ts'
import { parseId } from '../../usecases/authorize.ts'
import type { NewOrganization } from '../../usecases/create-organization.ts'
import type { SettingsChange } from '../../usecases/organization-settings.ts'
import { NewApiKey, readDescription } from './api-keys.ts'
import { bodyOf } from './body.ts'
import { type RoleCatalogues, readOrgRoles } from './roles.ts'
import { NewServiceAccount, readSecretHours } from './service-accounts.ts'
import { closed, orNull } from './vocabulary.ts'

const LONGEST_NAME = 64

const Name = Type.String({ minLength: 1, maxLength: LONGEST_NAME })
const Skip = Type.Optional(Type.Boolean())

const NewOrganizationBody = closed({
  apiKey: Type.Optional(NewApiKey),
  name: Name,
  orgOwnerId: Type.Optional(Type.String({ minLength: 1, maxLength: LONGEST_NAME })),
  serviceAccount: Type.Optional(NewServiceAccount),
  skipDefaultAlertsSettings: Skip,
})

export const newOrganization = bodyOf(NewOrganizationBody)

/** `id`, `isDeleted` and `links` are the service's own: read and dropped, because Go SDKs send their whole struct. */
export const organizationChange = bodyOf(
  closed({
    id: Type.Optional(Type.String()),
    isDeleted: Type.Optional(Type.Boolean()),
    links: Type.Optional(Type.Array(Type.Unknown())),
    name: Name,
    skipDefaultAlertsSettings: Skip,
  }),
)

const Flag = Type.Optional(Type.Boolean())
const Contact = Type.Optional(orNull(Type.String()))
const Seconds = Type.Optional(orNull(Type.Integer({ minimum: 1, maximum: 2 ** 31 - 1 })))

/** Where null is allowed, it takes away what was set. */
export const organizationSettings = bodyOf(
  closed({
    apiAccessListRequired: Flag,
    customSessionTimeouts: Type.Optional(
      orNull(closed({ absoluteSessionTimeoutInSeconds: Seconds, idleSessionTimeoutInSeconds: Seconds })),
    ),
    genAIFeaturesEnabled: Flag,
    maxServiceAccountSecretValidityInHours: Type.Optional(orNull(Type.Integer({ minimum: 8, maximum: 8760 }))),
    multiFactorAuthRequired: Flag,
    operationsContact: Contact,
    restrictEmployeeAccess: Flag,
    securityContact: Contact,
    streamsCrossGroupEnabled: Flag,
  }),
)

export function readNewOrganization(
  body: Static<typeof NewOrganizationBody>,
  dialect: RoleCatalogues & { readonly namesOrgOwner: boolean },
): NewOrganization {
  const { apiKey, orgOwnerId, serviceAccount } = body
  if (orgOwnerId === undefined && dialect.namesOrgOwner) refuse({ code: 'missing_attribute', attribute: 'orgOwnerId' })
  if (apiKey && serviceAccount) refuse({ code: 'invalid_attribute', attribute: 'serviceAccount' })
  for (const { roles } of [apiKey, serviceAccount].filter((each) => each !== undefined)) readOrgRoles(roles, dialect)
  return {
    name: readOrganizationName(body.name),
    ownerId: orgOwnerId === undefined ? undefined : parseId<UserId>('user', orgOwnerId),
    skipDefaultAlertsSettings: body.skipDefaultAlertsSettings ?? false,
    apiKey: apiKey && { desc: readDescription(apiKey.desc), roles: apiKey.roles },
    serviceAccount: serviceAccount && readServiceAccount(serviceAccount),
  }
}

/** An account whose first secret is the only way into its organization, so that it cannot begin without. */
function readServiceAccount(body: Static<typeof NewServiceAccount>): NewOrganization['serviceAccount'] {
  const { name, description, roles } = body
  const secretExpiresAfterHours =
    readSecretHours(body) ?? refuse({ code: 'missing_attribute', attribute: 'secretExpiresAfterHours' })
  return { name, description, roles, secretExpiresAfterHours }
}

export const readOrganizationName = (name: string): string =>
  isOrganizationName(name) ? name : refuse({ code: 'invalid_org_name', name })

/** Contacts in their canonical form; an empty one takes away what was set, as null does. */
export function readSettingsChange(body: SettingsChange): SettingsChange {
  const { operationsContact, securityContact } = body
  return {
    ...body,
    operationsContact: readContact('operationsContact', operationsContact),
    securityContact: readContact('securityContact', securityContact),
  }
}

function readContact(attribute: string, text: string | null | undefined): string | null | undefined {
  if (text === undefined || text === null) return text
  return text === '' ? null : (parseUsername(text) ?? refuse({ code: 'invalid_contact', attribute }))
}
