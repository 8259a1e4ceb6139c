// What a project sets for itself, and what clients ask of clusters that are not here.
import {
  getProjectLimit,
  listProjectLimits,
  resetProjectLimit,
  setProjectLimit,
} from '../../usecases/project-limits.ts'
import {
  getProjectSettings,
  managesSlowMs,
  setManagedSlowMs,
  updateProjectSettings,
} from '../../usecases/project-settings.ts'
import { list, nothing, resource, route, shows, showsList, showsNothing, showsPage } from '../route.ts'
import { projectLimit, projectSettings } from '../schemas/project-settings.ts'
import { PAGE_QUERY } from '../schemas/vocabulary.ts'
import { pageRequest } from '../wire/paging.ts'
import { pageOf } from './pages.ts'
import { CLUSTERS, CONTROL_PLANE, FIRST } from './versions.ts'

export const projectSettingsRoutes = [
  route({
    operationId: 'getGroupSettings',
    method: 'GET',
    path: '/groups/{groupId}/settings',
    limit: 'projects',
    needs: 'project.read',
    versions: FIRST,
    answer: shows('projectSettings'),
    run: async ({ app, allowed, dialect }) =>
      resource(dialect.present.projectSettings(await getProjectSettings(app, allowed))),
  }),
  route({
    operationId: 'updateGroupSettings',
    method: 'PATCH',
    path: '/groups/{groupId}/settings',
    limit: 'projects',
    needs: 'project.update',
    versions: FIRST,
    body: projectSettings,
    answer: shows('projectSettings'),
    run: async ({ app, allowed, body, dialect }) =>
      resource(dialect.present.projectSettings(await updateProjectSettings(app, allowed, body))),
  }),
  route({
    operationId: 'listGroupLimits',
    method: 'GET',
    path: '/groups/{groupId}/limits',
    limit: 'projects',
    needs: 'project.read',
    versions: FIRST,
    answer: showsList('projectLimit'),
    run: async ({ app, allowed, dialect }) =>
      list((await listProjectLimits(app, allowed)).map((limit) => dialect.present.projectLimit(limit))),
  }),
  route({
    operationId: 'getGroupLimit',
    method: 'GET',
    path: '/groups/{groupId}/limits/{limitName}',
    limit: 'projects',
    needs: 'project.read',
    versions: FIRST,
    answer: shows('projectLimit'),
    run: async ({ app, allowed, dialect, params }) =>
      resource(dialect.present.projectLimit(await getProjectLimit(app, allowed, params.limitName))),
  }),
  route({
    operationId: 'setGroupLimit',
    method: 'PATCH',
    path: '/groups/{groupId}/limits/{limitName}',
    limit: 'projects',
    needs: 'project.update',
    versions: FIRST,
    body: projectLimit,
    answer: shows('projectLimit'),
    run: async ({ app, allowed, body, dialect, params }) =>
      resource(dialect.present.projectLimit(await setProjectLimit(app, allowed, params.limitName, body.value))),
  }),
  route({
    operationId: 'deleteGroupLimit',
    method: 'DELETE',
    path: '/groups/{groupId}/limits/{limitName}',
    limit: 'projects',
    needs: 'project.update',
    versions: FIRST,
    answer: showsNothing,
    run: async ({ app, allowed, params }) => {
      await resetProjectLimit(app, allowed, params.limitName)
      return nothing
    },
  }),
  route({
    operationId: 'getGroupIpAddresses',
    method: 'GET',
    path: '/groups/{groupId}/ipAddresses',
    limit: 'projects',
    needs: 'project.read',
    versions: FIRST,
    answer: shows('projectAddresses'),
    run: async ({ allowed, dialect }) => resource(dialect.present.projectAddresses(allowed.project.projectId)),
  }),
  route({
    operationId: 'getGroupManagedSlowMs',
    method: 'GET',
    path: '/groups/{groupId}/managedSlowMs',
    limit: 'projects',
    needs: 'project.read',
    versions: FIRST,
    answer: shows('flag'),
    run: async ({ app, allowed, dialect }) => resource(dialect.present.flag(await managesSlowMs(app, allowed))),
  }),
  route({
    operationId: 'enableGroupManagedSlowMs',
    method: 'POST',
    path: '/groups/{groupId}/managedSlowMs/enable',
    limit: 'projects',
    needs: 'project.update',
    versions: FIRST,
    answer: showsNothing,
    run: async ({ app, allowed }) => {
      await setManagedSlowMs(app, allowed, true)
      return nothing
    },
  }),
  route({
    operationId: 'disableGroupManagedSlowMs',
    method: 'DELETE',
    path: '/groups/{groupId}/managedSlowMs/disable',
    limit: 'projects',
    needs: 'project.update',
    versions: FIRST,
    answer: showsNothing,
    run: async ({ app, allowed }) => {
      await setManagedSlowMs(app, allowed, false)
      return nothing
    },
  }),
  route({
    operationId: 'listClusters',
    method: 'GET',
    path: '/groups/{groupId}/clusters',
    limit: 'projects',
    needs: 'project.read',
    versions: CLUSTERS,
    query: PAGE_QUERY,
    // There never is one, but clients look before they delete a project (docs/wire/projects.md#clusters).
    answer: showsPage('emptyObject'),
    run: async (context) => {
      const { dialect, params, query } = context
      return pageOf(context, {
        path: `/groups/${params.groupId}/clusters`,
        own: {},
        request: pageRequest(query),
        items: [],
        present: () => dialect.present.emptyObject(),
      })
    },
  }),
  route({
    operationId: 'listControlPlaneIpAddresses',
    method: 'GET',
    path: '/unauth/controlPlaneIPAddresses',
    limit: 'unauthenticated',
    needs: 'public',
    versions: CONTROL_PLANE,
    answer: shows('controlPlane'),
    run: async ({ dialect }) => resource(dialect.present.controlPlane()),
  }),
]
