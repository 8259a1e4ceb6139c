// The root, and organizations as their credentials see them.
import Type from 'typebox'
import { type OrganizationDetails, skipsDefaultAlerts } from '../../domain/organizations.ts'
import { authorize } from '../../usecases/authorize.ts'
import { createOrganization } from '../../usecases/create-organization.ts'
import { getOrganizationSettings, updateOrganizationSettings } from '../../usecases/organization-settings.ts'
import { deleteOrganization, getOrganization, updateOrganization } from '../../usecases/organizations.ts'
import { listProjects } from '../../usecases/projects.ts'
import type { OrganizationView } from '../present/organizations.ts'
import { nothing, resource, route, shows, showsNothing, showsPage } from '../route.ts'
import {
  newOrganization,
  organizationChange,
  organizationSettings,
  readNewOrganization,
  readOrganizationName,
  readSettingsChange,
} from '../schemas/organizations.ts'
import { PAGE_QUERY } from '../schemas/vocabulary.ts'
import { pageRequest } from '../wire/paging.ts'
import { text } from '../wire/query.ts'
import { pageOf } from './pages.ts'
import { FIRST } from './versions.ts'

export const organizationRoutes = [
  route({
    operationId: 'getSystemStatus',
    method: 'GET',
    path: '',
    limit: 'root',
    needs: 'authenticated',
    versions: FIRST,
    answer: shows('systemStatus'),
    run: async ({ allowed, build, dialect, links }) => resource(dialect.present.systemStatus(allowed, build, links)),
  }),
  route({
    operationId: 'listOrgs',
    method: 'GET',
    path: '/orgs',
    limit: 'allOrganizations',
    needs: 'authenticated',
    versions: FIRST,
    query: { ...PAGE_QUERY, name: Type.String() },
    answer: showsPage('listedOrganization'),
    run: async (context) => {
      const { app, allowed, dialect, links, query } = context
      const name = text(query, 'name') ?? ''
      const request = pageRequest(query)
      const organization = viewOf(await getOrganization(app, allowed))
      const isWanted = organization.name.toLowerCase().startsWith(name.toLowerCase())
      return pageOf(context, {
        path: '/orgs',
        own: { name },
        request,
        items: isWanted ? [organization] : [],
        present: (item) => dialect.present.listedOrganization(item, links),
      })
    },
  }),
  route({
    operationId: 'getOrg',
    method: 'GET',
    path: '/orgs/{orgId}',
    limit: 'organizations',
    needs: 'org.read',
    versions: FIRST,
    answer: shows('organization'),
    run: async ({ app, allowed, dialect, links }) =>
      resource(dialect.present.organization(viewOf(await getOrganization(app, allowed)), links)),
  }),
  route({
    operationId: 'createOrg',
    method: 'POST',
    path: '/orgs',
    // Nobody's role is held in what does not exist yet: whoever owns the caller's own organization may make another.
    limit: 'allOrganizations',
    needs: 'authenticated',
    versions: FIRST,
    status: 201,
    body: newOrganization,
    answer: shows('createdOrganization'),
    run: async ({ app, allowed, body, dialect, links }) => {
      const by = authorize(allowed, 'org.create', allowed.actor.orgId)
      const created = await createOrganization(app, by, readNewOrganization(body, dialect))
      return resource(dialect.present.createdOrganization(created, links))
    },
  }),
  route({
    operationId: 'updateOrg',
    method: 'PATCH',
    path: '/orgs/{orgId}',
    limit: 'organizations',
    needs: 'org.update',
    versions: FIRST,
    body: organizationChange,
    answer: shows('organization'),
    run: async ({ app, allowed, body, dialect, links }) => {
      const { skipDefaultAlertsSettings } = body
      const change = { name: readOrganizationName(body.name), skipDefaultAlertsSettings }
      return resource(dialect.present.organization(viewOf(await updateOrganization(app, allowed, change)), links))
    },
  }),
  route({
    operationId: 'deleteOrg',
    method: 'DELETE',
    path: '/orgs/{orgId}',
    limit: 'organizations',
    needs: 'org.delete',
    versions: FIRST,
    answer: showsNothing,
    run: async ({ app, allowed }) => {
      await deleteOrganization(app, allowed)
      return nothing
    },
  }),
  route({
    operationId: 'getOrgGroups',
    method: 'GET',
    path: '/orgs/{orgId}/groups',
    limit: 'organizations',
    needs: 'org.read',
    versions: FIRST,
    query: { ...PAGE_QUERY, name: Type.String() },
    answer: showsPage('listedProject'),
    run: async (context) => {
      const { app, allowed, dialect, links, params, query } = context
      const name = text(query, 'name') ?? ''
      const request = pageRequest(query)
      return pageOf(context, {
        path: `/orgs/${params.orgId}/groups`,
        own: { name },
        request,
        items: await listProjects(app, allowed, name),
        present: (project) => dialect.present.listedProject(project, links),
      })
    },
  }),
  route({
    operationId: 'getOrgSettings',
    method: 'GET',
    path: '/orgs/{orgId}/settings',
    limit: 'orgSettings',
    needs: 'org.read',
    versions: FIRST,
    answer: shows('organizationSettings'),
    run: async ({ app, allowed, dialect }) =>
      resource(dialect.present.organizationSettings(await getOrganizationSettings(app, allowed))),
  }),
  route({
    operationId: 'updateOrgSettings',
    method: 'PATCH',
    path: '/orgs/{orgId}/settings',
    limit: 'orgSettings',
    needs: 'org.settings.update',
    versions: FIRST,
    body: organizationSettings,
    answer: shows('organizationSettings'),
    run: async ({ app, allowed, body, dialect }) => {
      const settings = await updateOrganizationSettings(app, allowed, readSettingsChange(body))
      return resource(dialect.present.organizationSettings(settings))
    },
  }),
]

function viewOf({ orgId, name, settings }: OrganizationDetails): OrganizationView {
  return { orgId, name, skipDefaultAlertsSettings: skipsDefaultAlerts(settings) }
}
