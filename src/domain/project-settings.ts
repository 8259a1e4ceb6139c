// What a project sets for the tools that would look at its clusters.

export interface ProjectSettings {
  readonly isClusterAiAssistantEnabled: boolean
  readonly isCollectDatabaseSpecificsStatisticsEnabled: boolean
  readonly isDataExplorerEnabled: boolean
  readonly isDataExplorerGenAIFeaturesEnabled: boolean
  readonly isDataExplorerGenAISampleDocumentPassingEnabled: boolean
  readonly isDataValidationEnabled: boolean
  readonly isExtendedStorageSizesEnabled: boolean
  readonly isNativeRerankingEnabled: boolean
  readonly isPerformanceAdvisorEnabled: boolean
  readonly isRealtimePerformancePanelEnabled: boolean
  readonly isSchemaAdvisorEnabled: boolean
}

/** What holds until somebody sets it. */
export const DEFAULT_PROJECT_SETTINGS: ProjectSettings = {
  isClusterAiAssistantEnabled: true,
  isCollectDatabaseSpecificsStatisticsEnabled: true,
  isDataExplorerEnabled: true,
  isDataExplorerGenAIFeaturesEnabled: true,
  isDataExplorerGenAISampleDocumentPassingEnabled: false,
  isDataValidationEnabled: true,
  isExtendedStorageSizesEnabled: false,
  isNativeRerankingEnabled: true,
  isPerformanceAdvisorEnabled: true,
  isRealtimePerformancePanelEnabled: true,
  isSchemaAdvisorEnabled: true,
}

/** What is kept of a project's settings: those that were set. */
export interface SetProjectSettings extends Partial<ProjectSettings> {
  /** Whether the threshold of slow operations is managed; an endpoint of its own, and on unless switched off. */
  readonly managedSlowMs?: boolean
}
