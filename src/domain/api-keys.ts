// API keys: the credential of a program, which belongs to one organization and may be assigned to its projects.
import type { ApiKeyId, OrgId } from './ids.ts'
import type { HeldRoles } from './members.ts'

/** What is known of a key after its creation. */
export interface ApiKeyDetails extends HeldRoles {
  readonly orgId: OrgId
  readonly id: ApiKeyId
  readonly publicKey: string
  readonly description: string
  /** The last twelve characters of the private key. */
  readonly privateKeyTail: string
}

const LONGEST_DESCRIPTION = 250

/** 1 to 250 characters, not only spaces. */
export const isApiKeyDescription = (text: string): boolean =>
  text.trim().length > 0 && text.length <= LONGEST_DESCRIPTION
