// Generated from the form of a seed file by `node tools/generate-seed-types.ts`; edit that instead.

/** What an Atrium begins with, in the form of a seed file; docs/seed.md says what each field means. */
export interface AtriumSeed {
  readonly organizations: readonly {
    /** 24 lower-case hexadecimal characters. */
    readonly id?: string | undefined
    /** A name of 1 to 64 printable characters. */
    readonly name: string
    /** A time such as 2026-01-31T12:00:00Z. */
    readonly createdAt?: string | undefined
    readonly settings?: { readonly [name: string]: unknown } | undefined
    /** One of en, pt-BR, es, ja, ko, zh-CN. */
    readonly language?: string | undefined
    readonly users?: readonly {
      /** 24 lower-case hexadecimal characters. */
      readonly id?: string | undefined
      /** An e-mail address. */
      readonly username: string
      /** At most 250 characters in one line. */
      readonly firstName?: string | undefined
      /** At most 250 characters in one line. */
      readonly lastName?: string | undefined
      /** Two capital letters. */
      readonly country?: string | undefined
      /** 1 to 256 characters in one line, or null for none. */
      readonly password?: string | null | undefined
      /** An argon2id hash as a PHC string. */
      readonly passwordHash?: string | undefined
      readonly verified?: boolean | undefined
      /** One of en, pt-BR, es, ja, ko, zh-CN. */
      readonly language?: string | undefined
      /** A time such as 2026-01-31T12:00:00Z. */
      readonly createdAt?: string | undefined
      /** A time such as 2026-01-31T12:00:00Z. */
      readonly lastAuthAt?: string | undefined
      /** A time such as 2026-01-31T12:00:00Z. */
      readonly joinedAt?: string | undefined
      readonly orgRoles?: readonly string[] | undefined
      readonly projectRoles?: { readonly [name: string]: readonly string[] } | undefined
      readonly teams?: readonly string[] | undefined
    }[] | undefined
    readonly projects?: readonly {
      /** 24 lower-case hexadecimal characters. */
      readonly id?: string | undefined
      /** A name of 1 to 64 printable characters. */
      readonly name: string
      /** A time such as 2026-01-31T12:00:00Z. */
      readonly createdAt?: string | undefined
      readonly tags?: readonly {
        /** 1 to 255 characters. */
        readonly key: string
        /** 1 to 255 characters. */
        readonly value: string
      }[] | undefined
      /** One of COMMERCIAL_FEDRAMP_REGIONS_ONLY, GOV_REGIONS_ONLY. */
      readonly regionUsageRestrictions?: string | undefined
      readonly withDefaultAlertsSettings?: boolean | undefined
      readonly settings?: {
        readonly isClusterAiAssistantEnabled?: boolean | undefined
        readonly isCollectDatabaseSpecificsStatisticsEnabled?: boolean | undefined
        readonly isDataExplorerEnabled?: boolean | undefined
        readonly isDataExplorerGenAIFeaturesEnabled?: boolean | undefined
        readonly isDataExplorerGenAISampleDocumentPassingEnabled?: boolean | undefined
        readonly isDataValidationEnabled?: boolean | undefined
        readonly isExtendedStorageSizesEnabled?: boolean | undefined
        readonly isNativeRerankingEnabled?: boolean | undefined
        readonly isPerformanceAdvisorEnabled?: boolean | undefined
        readonly isRealtimePerformancePanelEnabled?: boolean | undefined
        readonly isSchemaAdvisorEnabled?: boolean | undefined
        readonly managedSlowMs?: boolean | undefined
      } | undefined
      readonly limits?: {
        readonly 'atlas.project.deployment.clusters'?: number | undefined
        readonly 'atlas.project.deployment.nodesPerPrivateLinkRegion'?: number | undefined
        readonly 'atlas.project.deployment.privateServiceConnectionsPerRegionGroup'?: number | undefined
        readonly 'atlas.project.deployment.privateServiceConnectionsSubnetMask'?: number | undefined
        readonly 'atlas.project.deployment.serverlessMTMs'?: number | undefined
        readonly 'atlas.project.security.databaseAccess.customRoles'?: number | undefined
        readonly 'atlas.project.security.databaseAccess.users'?: number | undefined
        readonly 'atlas.project.security.networkAccess.crossRegionEntries'?: number | undefined
        readonly 'atlas.project.security.networkAccess.entries'?: number | undefined
        readonly 'dataFederation.bytesProcessed.daily'?: number | undefined
        readonly 'dataFederation.bytesProcessed.monthly'?: number | undefined
        readonly 'dataFederation.bytesProcessed.query'?: number | undefined
        readonly 'dataFederation.bytesProcessed.weekly'?: number | undefined
      } | undefined
      readonly accessList?: readonly {
        /** An IP address. */
        readonly ipAddress?: string | undefined
        /** A block in CIDR notation. */
        readonly cidrBlock?: string | undefined
        /** A security group such as sg-12345678. */
        readonly awsSecurityGroup?: string | undefined
        /** At most 250 characters in one line. */
        readonly comment?: string | undefined
        /** A time such as 2026-01-31T12:00:00Z. */
        readonly createdAt?: string | undefined
        /** A time such as 2026-01-31T12:00:00Z. */
        readonly deleteAfterDate?: string | undefined
      }[] | undefined
    }[] | undefined
    readonly teams?: readonly {
      /** 24 lower-case hexadecimal characters. */
      readonly id?: string | undefined
      /** A name of 1 to 64 printable characters. */
      readonly name: string
      /** A time such as 2026-01-31T12:00:00Z. */
      readonly createdAt?: string | undefined
      readonly projectRoles?: { readonly [name: string]: readonly string[] } | undefined
    }[] | undefined
    readonly apiKeys?: readonly {
      /** 24 lower-case hexadecimal characters. */
      readonly id?: string | undefined
      /** At most 250 characters in one line. */
      readonly desc?: string | undefined
      /** 1 to 64 letters, digits, "-" or "_". */
      readonly publicKey?: string | undefined
      /** 1 to 128 visible ASCII characters without ":". */
      readonly privateKey?: string | undefined
      /** 32 lower-case hexadecimal characters. */
      readonly ha1?: string | undefined
      /** The last 12 characters of the private key. */
      readonly privateKeyTail?: string | undefined
      /** A time such as 2026-01-31T12:00:00Z. */
      readonly createdAt?: string | undefined
      readonly orgRoles?: readonly string[] | undefined
      readonly projectRoles?: { readonly [name: string]: readonly string[] } | undefined
      readonly accessList?: readonly {
        /** An IP address. */
        readonly ipAddress?: string | undefined
        /** A block in CIDR notation. */
        readonly cidrBlock?: string | undefined
        /** At most 250 characters in one line. */
        readonly comment?: string | undefined
        /** A time such as 2026-01-31T12:00:00Z. */
        readonly createdAt?: string | undefined
      }[] | undefined
    }[] | undefined
    readonly serviceAccounts?: readonly {
      /** Mdb_sa_id_ and 24 lower-case hexadecimal characters. */
      readonly clientId?: string | undefined
      /** 1 to 128 letters, digits, "-" or "_". */
      readonly clientSecret?: string | undefined
      /** A name of 1 to 64 printable characters. */
      readonly name?: string | undefined
      /** At most 250 characters in one line. */
      readonly description?: string | undefined
      /** A time such as 2026-01-31T12:00:00Z. */
      readonly createdAt?: string | undefined
      readonly secrets?: readonly {
        /** 24 lower-case hexadecimal characters. */
        readonly id?: string | undefined
        /** 1 to 128 letters, digits, "-" or "_". */
        readonly clientSecret?: string | undefined
        /** 64 lower-case hexadecimal characters. */
        readonly secretHash?: string | undefined
        /** At most 250 characters in one line. */
        readonly masked?: string | undefined
        /** A time such as 2026-01-31T12:00:00Z. */
        readonly createdAt?: string | undefined
        /** A time such as 2026-01-31T12:00:00Z. */
        readonly expiresAt?: string | undefined
      }[] | undefined
      readonly orgRoles?: readonly string[] | undefined
      readonly projectRoles?: { readonly [name: string]: readonly string[] } | undefined
      readonly accessList?: readonly {
        /** An IP address. */
        readonly ipAddress?: string | undefined
        /** A block in CIDR notation. */
        readonly cidrBlock?: string | undefined
        /** At most 250 characters in one line. */
        readonly comment?: string | undefined
        /** A time such as 2026-01-31T12:00:00Z. */
        readonly createdAt?: string | undefined
      }[] | undefined
    }[] | undefined
    readonly invitations?: readonly {
      /** 24 lower-case hexadecimal characters. */
      readonly id?: string | undefined
      /** An e-mail address. */
      readonly username: string
      /** The name of a project. */
      readonly project?: string | undefined
      readonly roles: readonly string[]
      readonly teams?: readonly string[] | undefined
      readonly projectRoles?: { readonly [name: string]: readonly string[] } | undefined
      /** An e-mail address, a public key or a client id. */
      readonly inviter?: string | undefined
      /** One of PENDING, ACCEPTED, DECLINED, REVOKED, EXPIRED. */
      readonly status?: string | undefined
      /** A time such as 2026-01-31T12:00:00Z. */
      readonly createdAt?: string | undefined
      /** A time such as 2026-01-31T12:00:00Z. */
      readonly expiresAt?: string | undefined
      /** A time such as 2026-01-31T12:00:00Z. */
      readonly closedAt?: string | undefined
      /** One of en, pt-BR, es, ja, ko, zh-CN. */
      readonly language?: string | undefined
    }[] | undefined
  }[]
  readonly people?: readonly {
    /** 24 lower-case hexadecimal characters. */
    readonly id?: string | undefined
    /** An e-mail address. */
    readonly username: string
    /** At most 250 characters in one line. */
    readonly firstName?: string | undefined
    /** At most 250 characters in one line. */
    readonly lastName?: string | undefined
    /** Two capital letters. */
    readonly country?: string | undefined
    /** 1 to 256 characters in one line, or null for none. */
    readonly password?: string | null | undefined
    /** An argon2id hash as a PHC string. */
    readonly passwordHash?: string | undefined
    readonly verified?: boolean | undefined
    /** One of en, pt-BR, es, ja, ko, zh-CN. */
    readonly language?: string | undefined
    /** A time such as 2026-01-31T12:00:00Z. */
    readonly createdAt?: string | undefined
    /** A time such as 2026-01-31T12:00:00Z. */
    readonly lastAuthAt?: string | undefined
  }[] | undefined
}
