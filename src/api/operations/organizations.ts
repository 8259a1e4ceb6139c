// The root, and organizations as their credentials see them.
import Type from 'typebox'
import { resource, route, shows, showsPage } from '../route.ts'
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
    run: async ({ allowed, build, dialect, links }) =>
      resource(dialect.present.systemStatus(allowed.actor, build, links)),
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
      const { allowed, dialect, links, query } = context
      const name = text(query, 'name') ?? ''
      const request = pageRequest(query)
      const { organization } = allowed
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
    run: async ({ allowed, dialect, links }) => resource(dialect.present.organization(allowed.organization, links)),
  }),
]
