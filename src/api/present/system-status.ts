// The root of each dialect: which service this is, and whose key asks.
import Type from 'typebox'
import { type AccessRule, singleAddress } from '../../domain/access-lists.ts'
import type { Caller } from '../../domain/actors.ts'
import { closed, Id, Links as LinksSchema, orNull } from '../schemas/vocabulary.ts'
import { type Links, linksUnder, selfLink } from './links.ts'
import { shape } from './shape.ts'
import { FlatRoles, flatRoles } from './users.ts'

const common = {
  appName: Type.String(),
  build: Type.String({ pattern: '^[0-9a-f]{40}$' }),
  links: LinksSchema,
  throttling: Type.Boolean(),
}
const AccessListEntries = Type.Array(closed({ cidrBlock: Type.String(), ipAddress: orNull(Type.String()) }))
const Key = closed({ accessList: AccessListEntries, id: Id, publicKey: Type.String(), roles: FlatRoles })

const listed = ({ blocks }: AccessRule) =>
  blocks.map((block) => ({ cidrBlock: block.cidr, ipAddress: singleAddress(block) ?? null }))

/** Atlas's root; `apiKey` is null for a service account. `build` is the commit this program was built from. */
export const presentSystemStatus = shape(
  closed({ ...common, apiKey: orNull(Key) }),
  ({ actor, access }: Caller, build: string, links: Links) => ({
    apiKey:
      actor.kind === 'api_key'
        ? { accessList: listed(access), id: actor.id, publicKey: actor.name, roles: flatRoles(actor, actor.orgId) }
        : null,
    appName: 'MongoDB Atlas',
    build,
    links: [
      selfLink(links, ''),
      ...(actor.kind === 'api_key'
        ? linksUnder(links, `/orgs/${actor.orgId}`, ['apiKeys']).map(({ href, rel }) => ({
            href: `${href}/${actor.id}`,
            rel,
          }))
        : []),
    ],
    throttling: false,
  }),
)

/** Cloud Manager's root says nothing of the caller. */
export const presentCloudManagerStatus = shape(closed(common), (_caller: Caller, build: string) => ({
  appName: 'MongoDB Cloud',
  build,
  links: [],
  throttling: false,
}))

/** What some deletions are answered with. */
export const presentEmptyObject = shape(closed({}), () => ({}))
