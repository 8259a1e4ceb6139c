// Teams of an organization: listed, found, made, renamed, deleted.
import { createTeam, deleteTeam, getTeam, getTeamByName, listTeams, renameTeam } from '../../usecases/teams.ts'
import { created, nothing, resource, route, shows, showsNothing, showsPage } from '../route.ts'
import { newTeam, readTeamName, readTeamUsernames, teamName } from '../schemas/teams.ts'
import { PAGE_QUERY } from '../schemas/vocabulary.ts'
import { pageRequest, sliceOf } from '../wire/paging.ts'
import { pageOf } from './pages.ts'
import { FIRST } from './versions.ts'

const COLLECTION = '/orgs/{orgId}/teams'
const ONE = '/orgs/{orgId}/teams/{teamId}'

const reads = { limit: 'orgTeams', needs: 'org.read', versions: FIRST } as const
const writes = { limit: 'orgTeams', needs: 'org.teams.manage', versions: FIRST } as const

export const teamRoutes = [
  route({
    ...reads,
    operationId: 'listOrgTeams',
    method: 'GET',
    path: COLLECTION,
    query: PAGE_QUERY,
    answer: showsPage('team'),
    run: async (context) => {
      const { app, allowed, dialect, links, params, query } = context
      const request = pageRequest(query)
      const { teams, total } = await listTeams(app, allowed, sliceOf(request))
      return pageOf(context, {
        path: `/orgs/${params.orgId}/teams`,
        own: {},
        request,
        items: teams,
        total,
        present: (team) => dialect.present.team(team, links),
      })
    },
  }),
  route({
    ...writes,
    operationId: 'createOrgTeam',
    method: 'POST',
    path: COLLECTION,
    status: 201,
    body: newTeam,
    answer: shows('createdTeam'),
    run: async ({ app, allowed, body, dialect, links }) => {
      const name = readTeamName(body.name)
      const usernames = readTeamUsernames(body.usernames ?? [])
      const team = await createTeam(app, allowed, { name, usernames })
      return created(dialect.present.createdTeam(team, usernames, links), team.teamId)
    },
  }),
  route({
    ...reads,
    operationId: 'getOrgTeamByName',
    method: 'GET',
    path: '/orgs/{orgId}/teams/byName/{teamName}',
    answer: shows('team'),
    run: async ({ app, allowed, dialect, links, params }) =>
      resource(dialect.present.team(await getTeamByName(app, allowed, params.teamName), links)),
  }),
  route({
    ...reads,
    operationId: 'getOrgTeam',
    method: 'GET',
    path: ONE,
    answer: shows('team'),
    run: async ({ app, allowed, dialect, links, params }) =>
      resource(dialect.present.team(await getTeam(app, allowed, params.teamId), links)),
  }),
  route({
    ...writes,
    operationId: 'renameOrgTeam',
    method: 'PATCH',
    path: ONE,
    body: teamName,
    answer: shows('team'),
    run: async ({ app, allowed, body, dialect, links, params }) => {
      const team = await renameTeam(app, allowed, params.teamId, readTeamName(body.name))
      return resource(dialect.present.team(team, links))
    },
  }),
  route({
    ...writes,
    operationId: 'deleteOrgTeam',
    method: 'DELETE',
    path: ONE,
    answer: showsNothing,
    run: async ({ app, allowed, params }) => {
      await deleteTeam(app, allowed, params.teamId)
      return nothing
    },
  }),
]
