// The dialects that are served.
import { atlasV1 } from './atlas-v1.ts'
import { atlasV2 } from './atlas-v2.ts'
import { cloudManager } from './cloud-manager.ts'
import type { Dialect } from './dialect.ts'

export const dialects: readonly Dialect[] = [atlasV1, atlasV2, cloudManager]
