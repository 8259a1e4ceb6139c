// The root of each dialect: which service this is, and whose key asks.
import type { Actor } from '../../domain/actors.ts'
import { type Links, linksUnder, selfLink } from './links.ts'
import { flatRoles } from './users.ts'

/** Atlas's root; `apiKey` is null for a service account. `build` is the commit this program was built from. */
export const presentSystemStatus = (actor: Actor, build: string, links: Links) => ({
  apiKey:
    actor.kind === 'api_key'
      ? { accessList: [], id: actor.id, publicKey: actor.name, roles: flatRoles(actor, actor.orgId) }
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
})

/** Cloud Manager's root says nothing of the caller. */
export const presentCloudManagerStatus = (_actor: Actor, build: string) => ({
  appName: 'MongoDB Cloud',
  build,
  links: [],
  throttling: false,
})
