// What a project sets for itself, on the wire.
import Type from 'typebox'
import type { ProjectId } from '../../domain/ids.ts'
import type { ProjectLimit } from '../../domain/project-limits.ts'
import type { ProjectSettings } from '../../domain/project-settings.ts'
import { ProjectSettingsProperties } from '../schemas/project-settings.ts'
import { closed, Id } from '../schemas/vocabulary.ts'
import { type Shape, shape } from './shape.ts'

const Flag = Type.Boolean()

const presentProjectSettings = shape(closed(ProjectSettingsProperties), (settings: ProjectSettings) => ({
  isClusterAiAssistantEnabled: settings.isClusterAiAssistantEnabled,
  isCollectDatabaseSpecificsStatisticsEnabled: settings.isCollectDatabaseSpecificsStatisticsEnabled,
  isDataExplorerEnabled: settings.isDataExplorerEnabled,
  isDataExplorerGenAIFeaturesEnabled: settings.isDataExplorerGenAIFeaturesEnabled,
  isDataExplorerGenAISampleDocumentPassingEnabled: settings.isDataExplorerGenAISampleDocumentPassingEnabled,
  isDataValidationEnabled: settings.isDataValidationEnabled,
  isExtendedStorageSizesEnabled: settings.isExtendedStorageSizesEnabled,
  isNativeRerankingEnabled: settings.isNativeRerankingEnabled,
  isPerformanceAdvisorEnabled: settings.isPerformanceAdvisorEnabled,
  isRealtimePerformancePanelEnabled: settings.isRealtimePerformancePanelEnabled,
  isSchemaAdvisorEnabled: settings.isSchemaAdvisorEnabled,
}))

const Count = Type.Integer({ minimum: 0 })

/** A limit without a default has neither a maximum nor a count of what is used. */
const presentProjectLimit = shape(
  closed({
    currentUsage: Type.Optional(Count),
    defaultLimit: Type.Optional(Count),
    maximumLimit: Type.Optional(Count),
    name: Type.String(),
    value: Count,
  }),
  ({ name, value, standard, most, usage }: ProjectLimit) => ({
    ...(usage === undefined ? {} : { currentUsage: usage }),
    ...(standard === undefined ? {} : { defaultLimit: standard, maximumLimit: most }),
    name,
    value,
  }),
)

const Addresses = Type.Array(Type.String())

/** The addresses of a project's clusters: none, because there are no clusters. */
const presentProjectAddresses = shape(
  closed({
    groupId: Id,
    services: closed({
      clusters: Type.Array(closed({ clusterName: Type.String(), inbound: Addresses, outbound: Addresses })),
    }),
  }),
  (projectId: ProjectId) => ({ groupId: projectId, services: { clusters: [] } }),
)

/** A truth value by itself. */
const presentFlag = shape(Flag, (isOn: boolean) => isOn)

const ByRegion = Type.Record(Type.String(), Addresses)
const ByCloud = closed({ aws: ByRegion, azure: ByRegion, gcp: ByRegion })

/** The addresses from which a control plane would call, by cloud and region: none, because nothing here calls. */
const presentControlPlane = shape(closed({ inbound: ByCloud, outbound: ByCloud }), () => ({
  inbound: { aws: {}, azure: {}, gcp: {} },
  outbound: { aws: {}, azure: {}, gcp: {} },
}))

export interface ProjectSettingsPresenters {
  readonly projectSettings: Shape<[settings: ProjectSettings]>
  readonly projectLimit: Shape<[limit: ProjectLimit]>
  readonly projectAddresses: Shape<[projectId: ProjectId]>
  readonly flag: Shape<[isOn: boolean]>
  readonly controlPlane: Shape<[]>
}

/** Only Atlas has them. */
export const projectSettingsPresenters: ProjectSettingsPresenters = {
  projectSettings: presentProjectSettings,
  projectLimit: presentProjectLimit,
  projectAddresses: presentProjectAddresses,
  flag: presentFlag,
  controlPlane: presentControlPlane,
}
