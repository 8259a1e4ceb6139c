// An organization's settings on the wire, and the answer to whoever made an organization.
import Type from 'typebox'
import type { OrganizationSettings } from '../../domain/organizations.ts'
import type { CreatedOrganization } from '../../usecases/create-organization.ts'
import { closed, Id, orNull } from '../schemas/vocabulary.ts'
import { presentApiKey } from './api-keys.ts'
import type { Links } from './links.ts'
import { presentCloudManagerOrganization, presentOrganization } from './organizations.ts'
import { presentServiceAccount } from './service-accounts.ts'
import { type Shape, shape } from './shape.ts'

const Seconds = Type.Optional(Type.Integer())

/** What was never set is left out, but for the one contact that the published schema lets be null. */
const presentOrganizationSettings = shape(
  closed({
    apiAccessListRequired: Type.Boolean(),
    customSessionTimeouts: closed({ absoluteSessionTimeoutInSeconds: Seconds, idleSessionTimeoutInSeconds: Seconds }),
    genAIFeaturesEnabled: Type.Boolean(),
    maxServiceAccountSecretValidityInHours: Type.Optional(Type.Integer()),
    multiFactorAuthRequired: Type.Boolean(),
    operationsContact: orNull(Type.String()),
    restrictEmployeeAccess: Type.Boolean(),
    securityContact: Type.Optional(Type.String()),
    streamsCrossGroupEnabled: Type.Boolean(),
  }),
  (settings: OrganizationSettings) => {
    const { absoluteSessionTimeoutInSeconds, idleSessionTimeoutInSeconds } = settings.customSessionTimeouts
    const { maxServiceAccountSecretValidityInHours, securityContact } = settings
    return {
      apiAccessListRequired: settings.apiAccessListRequired,
      customSessionTimeouts: {
        ...(absoluteSessionTimeoutInSeconds === undefined ? {} : { absoluteSessionTimeoutInSeconds }),
        ...(idleSessionTimeoutInSeconds === undefined ? {} : { idleSessionTimeoutInSeconds }),
      },
      genAIFeaturesEnabled: settings.genAIFeaturesEnabled,
      ...(maxServiceAccountSecretValidityInHours === undefined ? {} : { maxServiceAccountSecretValidityInHours }),
      multiFactorAuthRequired: settings.multiFactorAuthRequired,
      operationsContact: settings.operationsContact ?? null,
      restrictEmployeeAccess: settings.restrictEmployeeAccess,
      ...(securityContact === undefined ? {} : { securityContact }),
      streamsCrossGroupEnabled: settings.streamsCrossGroupEnabled,
    }
  },
)

const Created = closed({
  apiKey: Type.Optional(presentApiKey.schema),
  orgOwnerId: Id,
  organization: presentOrganization.schema,
  serviceAccount: Type.Optional(presentServiceAccount.schema),
  skipDefaultAlertsSettings: Type.Boolean(),
})

/** What was made, with the secrets of its first credential, which are shown this once. */
const presentCreatedOrganization = shape(Created, (created: CreatedOrganization, links: Links) => {
  const { apiKey, serviceAccount } = created
  return {
    ...(apiKey ? { apiKey: presentApiKey(apiKey.key, links, apiKey.privateKey) } : {}),
    orgOwnerId: created.ownerId,
    organization: presentOrganization(created, links),
    ...(serviceAccount ? { serviceAccount: presentServiceAccount(serviceAccount) } : {}),
    skipDefaultAlertsSettings: created.skipDefaultAlertsSettings,
  }
})

/** Cloud Manager's clients read the organization itself. */
const presentCloudManagerCreated = shape(
  presentCloudManagerOrganization.schema,
  (created: CreatedOrganization, links: Links) => presentCloudManagerOrganization(created, links),
)

export interface NewOrganizationPresenters {
  readonly createdOrganization: Shape<[created: CreatedOrganization, links: Links]>
  readonly organizationSettings: Shape<[settings: OrganizationSettings]>
}

export const atlasNewOrganizations: NewOrganizationPresenters = {
  createdOrganization: presentCreatedOrganization,
  organizationSettings: presentOrganizationSettings,
}

export const cloudManagerNewOrganizations: NewOrganizationPresenters = {
  createdOrganization: presentCloudManagerCreated,
  organizationSettings: presentOrganizationSettings,
}
