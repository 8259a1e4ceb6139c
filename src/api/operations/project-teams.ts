// Teams in a project: listed, assigned with roles, changed and removed.
import {
  addProjectTeams,
  getProjectTeam,
  listProjectTeams,
  removeProjectTeam,
  updateProjectTeam,
} from '../../usecases/project-teams.ts'
import { nothing, resource, route, shows, showsNothing, showsPage } from '../route.ts'
import { newProjectTeams, projectTeamRoles, readProjectTeamRoles, readProjectTeams } from '../schemas/teams.ts'
import { PAGE_QUERY } from '../schemas/vocabulary.ts'
import { pageRequest, sliceOf } from '../wire/paging.ts'
import { FIRST_PAGE, pageOf } from './pages.ts'
import { FIRST } from './versions.ts'

const COLLECTION = '/groups/{groupId}/teams'
const ONE = '/groups/{groupId}/teams/{teamId}'

const reads = { limit: 'projectTeams', needs: 'project.read', versions: FIRST } as const
const writes = { limit: 'projectTeams', needs: 'project.teams.manage', versions: FIRST } as const

export const projectTeamRoutes = [
  route({
    ...reads,
    operationId: 'listGroupTeams',
    method: 'GET',
    path: COLLECTION,
    query: PAGE_QUERY,
    answer: showsPage('projectTeam'),
    run: async (context) => {
      const { app, allowed, dialect, links, params, query } = context
      const request = pageRequest(query)
      const { teams, total } = await listProjectTeams(app, allowed, sliceOf(request))
      return pageOf(context, {
        path: `/groups/${params.groupId}/teams`,
        own: {},
        request,
        items: teams,
        total,
        present: (team) => dialect.present.projectTeam(team, links),
      })
    },
  }),
  route({
    ...writes,
    operationId: 'addGroupTeams',
    method: 'POST',
    path: COLLECTION,
    body: newProjectTeams,
    answer: showsPage('projectTeam'),
    run: async (context) => {
      const { app, allowed, body, dialect, links, params } = context
      const assignments = readProjectTeams(body, dialect)
      const { teams, total } = await addProjectTeams(app, allowed, assignments, sliceOf(FIRST_PAGE))
      return pageOf(context, {
        path: `/groups/${params.groupId}/teams`,
        own: {},
        request: FIRST_PAGE,
        items: teams,
        total,
        present: (team) => dialect.present.projectTeam(team, links),
      })
    },
  }),
  route({
    ...reads,
    operationId: 'getGroupTeam',
    method: 'GET',
    path: ONE,
    answer: shows('projectTeam'),
    run: async ({ app, allowed, dialect, links, params }) =>
      resource(dialect.present.projectTeam(await getProjectTeam(app, allowed, params.teamId), links)),
  }),
  route({
    ...writes,
    operationId: 'updateGroupTeam',
    method: 'PATCH',
    path: ONE,
    body: projectTeamRoles,
    answer: showsPage('projectTeam'),
    run: async (context) => {
      const { app, allowed, body, dialect, links, params } = context
      const roles = readProjectTeamRoles(body, params.teamId, dialect)
      return pageOf(context, {
        path: `/groups/${params.groupId}/teams/${params.teamId}`,
        own: {},
        request: FIRST_PAGE,
        items: [await updateProjectTeam(app, allowed, params.teamId, roles)],
        present: (team) => dialect.present.projectTeam(team, links),
      })
    },
  }),
  route({
    ...writes,
    operationId: 'removeGroupTeam',
    method: 'DELETE',
    path: ONE,
    answer: showsNothing,
    run: async ({ app, allowed, params }) => {
      await removeProjectTeam(app, allowed, params.teamId)
      return nothing
    },
  }),
]
