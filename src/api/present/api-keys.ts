// API keys on the wire: the private key in full once, masked ever after.
import Type from 'typebox'
import type { ApiKeyDetails } from '../../domain/api-keys.ts'
import type { Secret } from '../../platform/secret.ts'
import { closed, Id, Links as LinksSchema } from '../schemas/vocabulary.ts'
import { type Links, selfLink } from './links.ts'
import { type Shape, shape } from './shape.ts'
import { FlatRoles, flatRoles } from './users.ts'

const ApiKey = closed({
  desc: Type.String(),
  id: Id,
  links: LinksSchema,
  privateKey: Type.String(),
  publicKey: Type.String(),
  roles: FlatRoles,
})

/** Where a key is: always in its organization, also when a project shows it. */
const apiKeyPath = ({ orgId, id }: Pick<ApiKeyDetails, 'orgId' | 'id'>): string => `/orgs/${orgId}/apiKeys/${id}`

/** A key, with the private key in full where it is given. */
export const presentApiKey = shape(ApiKey, (key: ApiKeyDetails, links: Links, privateKey?: Secret) => ({
  desc: key.description,
  id: key.id,
  links: [selfLink(links, apiKeyPath(key))],
  privateKey: privateKey?.reveal() ?? `********-****-****-${key.privateKeyTail}`,
  publicKey: key.publicKey,
  roles: flatRoles(key, key.orgId),
}))

export interface ApiKeyPresenters {
  readonly apiKey: Shape<[key: ApiKeyDetails, links: Links, privateKey?: Secret]>
}

/** The same in every dialect. */
export const apiKeyPresenters: ApiKeyPresenters = { apiKey: presentApiKey }
