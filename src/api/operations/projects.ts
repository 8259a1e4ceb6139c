// Projects: list, find, make, change, move, delete.
import type { OrgId, UserId } from '../../domain/ids.ts'
import { authorize, parseId } from '../../usecases/authorize.ts'
import { migrateProject } from '../../usecases/migrate-project.ts'
import { createProject, deleteProject, getProjectByName, listProjects, updateProject } from '../../usecases/projects.ts'
import { resource, route, shows, showsPage } from '../route.ts'
import { projectMigration, readKeyPair } from '../schemas/project-settings.ts'
import { newProject, projectChange, readProjectName, readTags } from '../schemas/projects.ts'
import { Id, PAGE_QUERY } from '../schemas/vocabulary.ts'
import { pageRequest } from '../wire/paging.ts'
import { text } from '../wire/query.ts'
import { pageOf } from './pages.ts'
import { FIRST, MIGRATION } from './versions.ts'

export const projectRoutes = [
  route({
    operationId: 'listGroups',
    method: 'GET',
    path: '/groups',
    limit: 'allProjects',
    needs: 'authenticated',
    versions: FIRST,
    query: PAGE_QUERY,
    answer: showsPage('listedProject'),
    run: async (context) => {
      const { app, allowed, dialect, links, query } = context
      const request = pageRequest(query)
      return pageOf(context, {
        path: '/groups',
        own: {},
        request,
        items: await listProjects(app, allowed),
        present: (project) => dialect.present.listedProject(project, links),
      })
    },
  }),
  route({
    operationId: 'createGroup',
    method: 'POST',
    path: '/groups',
    // Which organization stands in the body, so that the permission is asked for once it has been read.
    limit: 'allProjects',
    needs: 'authenticated',
    versions: FIRST,
    status: 201,
    body: newProject,
    query: { projectOwnerId: Id },
    answer: shows('project'),
    run: async ({ app, allowed, body, dialect, links, query }) => {
      const owner = text(query, 'projectOwnerId')
      const by = authorize(allowed, 'org.projects.create', parseId<OrgId>('org', body.orgId))
      const project = await createProject(app, by, {
        name: readProjectName(body.name),
        tags: readTags(body.tags ?? []),
        withDefaultAlertsSettings: body.withDefaultAlertsSettings ?? true,
        regionUsageRestrictions: body.regionUsageRestrictions ?? undefined,
        ownerId: owner === undefined ? undefined : parseId<UserId>('user', owner),
      })
      return resource(dialect.present.project(project, links))
    },
  }),
  route({
    operationId: 'getGroupByName',
    method: 'GET',
    path: '/groups/byName/{groupName}',
    limit: 'allProjects',
    needs: 'authenticated',
    versions: FIRST,
    answer: shows('project'),
    run: async ({ app, allowed, dialect, links, params }) =>
      resource(dialect.present.project(await getProjectByName(app, allowed, params.groupName), links)),
  }),
  route({
    operationId: 'getGroup',
    method: 'GET',
    path: '/groups/{groupId}',
    limit: 'projects',
    needs: 'project.read',
    versions: FIRST,
    answer: shows('project'),
    run: async ({ allowed, dialect, links }) => resource(dialect.present.project(allowed.project, links)),
  }),
  route({
    operationId: 'updateGroup',
    method: 'PATCH',
    path: '/groups/{groupId}',
    limit: 'projects',
    needs: 'project.update',
    versions: FIRST,
    body: projectChange,
    answer: shows('project'),
    run: async ({ app, allowed, body, dialect, links }) => {
      const project = await updateProject(app, allowed, {
        name: body.name === undefined ? undefined : readProjectName(body.name),
        tags: body.tags && readTags(body.tags),
        withDefaultAlertsSettings: body.withDefaultAlertsSettings,
      })
      return resource(dialect.present.project(project, links))
    },
  }),
  route({
    operationId: 'migrateGroup',
    method: 'POST',
    path: '/groups/{groupId}:migrate',
    limit: 'projects',
    needs: 'project.migrate',
    versions: MIGRATION,
    body: projectMigration,
    answer: shows('project'),
    run: async ({ app, allowed, body, dialect, links }) => {
      const project = await migrateProject(app, allowed, {
        destinationId: parseId<OrgId>('org', body.destinationOrgId),
        key: readKeyPair(body.destinationOrgPublicApiKey, body.destinationOrgPrivateApiKey),
      })
      return resource(dialect.present.project(project, links))
    },
  }),
  route({
    operationId: 'deleteGroup',
    method: 'DELETE',
    path: '/groups/{groupId}',
    limit: 'projects',
    needs: 'project.delete',
    versions: FIRST,
    // The live service answers 202 and an empty object here, not 204 (docs/wire/projects.md#delete).
    status: 202,
    answer: shows('emptyObject'),
    run: async ({ app, allowed, dialect }) => {
      await deleteProject(app, allowed)
      return resource(dialect.present.emptyObject())
    },
  }),
]
