// Teams on the wire, in their organization and in projects.
import Type from 'typebox'
import { inCatalogueOrder } from '../../domain/roles.ts'
import type { ProjectTeam, Team } from '../../domain/teams.ts'
import { closed, Id, Links as LinksSchema, Roles } from '../schemas/vocabulary.ts'
import { type Links, selfLink } from './links.ts'
import { type Shape, shape } from './shape.ts'

export interface TeamPresenters {
  readonly team: Shape<[team: Team, links: Links]>
  readonly createdTeam: Shape<[team: Team, usernames: readonly string[], links: Links]>
  readonly projectTeam: Shape<[team: ProjectTeam, links: Links]>
}

const common = { id: Id, links: LinksSchema, name: Type.String() }

const fields = ({ orgId, teamId, name }: Team, links: Links) => ({
  id: teamId,
  links: [selfLink(links, `/orgs/${orgId}/teams/${teamId}`)],
  name,
})

const presentTeam = shape(closed(common), (team: Team, links: Links) => fields(team, links))

/** A team as the answer to its creation, which alone names who is in it. */
const presentCreatedTeam = shape(
  closed({ ...common, usernames: Type.Array(Type.String({ format: 'email' })) }),
  (team: Team, usernames: readonly string[], links: Links) => ({ ...fields(team, links), usernames }),
)

const presentProjectTeam = shape(
  closed({ links: LinksSchema, roleNames: Roles, teamId: Id }),
  ({ projectId, teamId, roles }: ProjectTeam, links: Links) => ({
    links: [selfLink(links, `/groups/${projectId}/teams/${teamId}`)],
    roleNames: inCatalogueOrder(roles),
    teamId,
  }),
)

/** Both services show teams alike. */
export const teamPresenters: TeamPresenters = {
  team: presentTeam,
  createdTeam: presentCreatedTeam,
  projectTeam: presentProjectTeam,
}
