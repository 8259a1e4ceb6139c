// The bodies by which a project sets itself up, and by which it is moved.
import Type from 'typebox'
import { refuse } from '../../domain/faults.ts'
import { Secret } from '../../platform/secret.ts'
import { bodyOf } from './body.ts'
import { closed } from './vocabulary.ts'

const Flag = Type.Boolean()

/** All that can be set, as it is shown. */
export const ProjectSettingsProperties = {
  isClusterAiAssistantEnabled: Flag,
  isCollectDatabaseSpecificsStatisticsEnabled: Flag,
  isDataExplorerEnabled: Flag,
  isDataExplorerGenAIFeaturesEnabled: Flag,
  isDataExplorerGenAISampleDocumentPassingEnabled: Flag,
  isDataValidationEnabled: Flag,
  isExtendedStorageSizesEnabled: Flag,
  isNativeRerankingEnabled: Flag,
  isPerformanceAdvisorEnabled: Flag,
  isRealtimePerformancePanelEnabled: Flag,
  isSchemaAdvisorEnabled: Flag,
}

/** Each may be left out of a change. */
export const projectSettings = bodyOf(
  Type.Partial(Type.Object(ProjectSettingsProperties), { additionalProperties: false }),
)

const Count = Type.Optional(Type.Integer())

/** All but the value is the service's own: read and dropped, because Go SDKs send their whole struct. */
export const projectLimit = bodyOf(
  closed({
    currentUsage: Count,
    defaultLimit: Count,
    maximumLimit: Count,
    name: Type.Optional(Type.String()),
    value: Type.Integer(),
  }),
)

const LONGEST_KEY = 100

export const projectMigration = bodyOf(
  closed({
    destinationOrgId: Type.String({ minLength: 1, maxLength: LONGEST_KEY }),
    destinationOrgPrivateApiKey: Type.Optional(Type.String({ minLength: 1, maxLength: LONGEST_KEY })),
    destinationOrgPublicApiKey: Type.Optional(Type.String({ minLength: 1, maxLength: LONGEST_KEY })),
  }),
)

/** Both halves of the pair, or none. */
export function readKeyPair(publicKey: string | undefined, privateKey: string | undefined) {
  if (publicKey === undefined && privateKey === undefined) return undefined
  if (publicKey === undefined) refuse({ code: 'missing_attribute', attribute: 'destinationOrgPublicApiKey' })
  if (privateKey === undefined) refuse({ code: 'missing_attribute', attribute: 'destinationOrgPrivateApiKey' })
  return { publicKey, privateKey: new Secret(privateKey) }
}
