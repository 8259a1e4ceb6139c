// API keys: those of the organization, and those that projects assign to themselves.
import type { ApiKeyDetails } from '../../domain/api-keys.ts'
import { refuse } from '../../domain/faults.ts'
import type { Secret } from '../../platform/secret.ts'
import { createApiKey, deleteApiKey, getApiKey, listApiKeys, updateApiKey } from '../../usecases/api-keys.ts'
import {
  assignApiKey,
  createProjectApiKey,
  listProjectApiKeys,
  removeProjectApiKey,
  updateProjectApiKey,
} from '../../usecases/project-api-keys.ts'
import { type Context, nothing, type Reply, resource, route, shows, showsNothing, showsPage } from '../route.ts'
import { apiKeyAssignments, apiKeyChange, newApiKey, readDescription } from '../schemas/api-keys.ts'
import { readOrgRoles, readProjectRoles } from '../schemas/roles.ts'
import { PAGE_QUERY } from '../schemas/vocabulary.ts'
import { pageRequest, sliceOf } from '../wire/paging.ts'
import { pageOf } from './pages.ts'
import { FIRST } from './versions.ts'

const ORG_KEYS = '/orgs/{orgId}/apiKeys'
const ORG_KEY = '/orgs/{orgId}/apiKeys/{apiUserId}'
const PROJECT_KEYS = '/groups/{groupId}/apiKeys'
const PROJECT_KEY = '/groups/{groupId}/apiKeys/{apiUserId}'

const ofOrg = { limit: 'orgApiKeys', versions: FIRST } as const
const ofProject = { limit: 'projectApiKeys', versions: FIRST } as const

type Shown = Pick<Context<string, 'authenticated', unknown>, 'dialect' | 'links'>

const show = ({ dialect, links }: Shown, key: ApiKeyDetails, privateKey?: Secret): Reply =>
  resource(dialect.present.apiKey(key, links, privateKey))

const orgApiKeyRoutes = [
  route({
    ...ofOrg,
    operationId: 'listOrgApiKeys',
    method: 'GET',
    path: ORG_KEYS,
    needs: 'org.read',
    query: PAGE_QUERY,
    answer: showsPage('apiKey'),
    run: async (context) => {
      const { app, allowed, dialect, links, params, query } = context
      const request = pageRequest(query)
      const { keys, total } = await listApiKeys(app, allowed, sliceOf(request))
      const present = (key: ApiKeyDetails) => dialect.present.apiKey(key, links)
      return pageOf(context, { path: `/orgs/${params.orgId}/apiKeys`, own: {}, request, items: keys, total, present })
    },
  }),
  route({
    ...ofOrg,
    operationId: 'createOrgApiKey',
    method: 'POST',
    path: ORG_KEYS,
    needs: 'org.apiKeys.manage',
    body: newApiKey,
    answer: shows('apiKey'),
    run: async (context) => {
      const { app, allowed, body, dialect } = context
      const input = { description: readDescription(body.desc), roles: readOrgRoles(body.roles, dialect) }
      const { key, privateKey } = await createApiKey(app, allowed, input)
      return show(context, key, privateKey)
    },
  }),
  route({
    ...ofOrg,
    operationId: 'getOrgApiKey',
    method: 'GET',
    path: ORG_KEY,
    needs: 'org.read',
    answer: shows('apiKey'),
    run: async (context) => show(context, await getApiKey(context.app, context.allowed, context.params.apiUserId)),
  }),
  route({
    ...ofOrg,
    operationId: 'updateOrgApiKey',
    method: 'PATCH',
    path: ORG_KEY,
    needs: 'org.apiKeys.manage',
    body: apiKeyChange,
    answer: shows('apiKey'),
    run: async (context) => {
      const { app, allowed, body, dialect, params } = context
      const description = body.desc === undefined ? undefined : readDescription(body.desc)
      const roles = body.roles && readOrgRoles(body.roles, dialect)
      return show(context, await updateApiKey(app, allowed, params.apiUserId, { description, roles }))
    },
  }),
  route({
    ...ofOrg,
    operationId: 'deleteOrgApiKey',
    method: 'DELETE',
    path: ORG_KEY,
    needs: 'org.apiKeys.manage',
    answer: showsNothing,
    run: async ({ app, allowed, params }) => {
      await deleteApiKey(app, allowed, params.apiUserId)
      return nothing
    },
  }),
]

const projectApiKeyRoutes = [
  route({
    ...ofProject,
    operationId: 'listGroupApiKeys',
    method: 'GET',
    path: PROJECT_KEYS,
    needs: 'project.read',
    query: PAGE_QUERY,
    answer: showsPage('apiKey'),
    run: async (context) => {
      const { app, allowed, dialect, links, params, query } = context
      const request = pageRequest(query)
      const { keys, total } = await listProjectApiKeys(app, allowed, sliceOf(request))
      const present = (key: ApiKeyDetails) => dialect.present.apiKey(key, links)
      const path = `/groups/${params.groupId}/apiKeys`
      return pageOf(context, { path, own: {}, request, items: keys, total, present })
    },
  }),
  route({
    ...ofProject,
    operationId: 'createGroupApiKey',
    method: 'POST',
    path: PROJECT_KEYS,
    needs: 'project.apiKeys.manage',
    body: newApiKey,
    answer: shows('apiKey'),
    run: async (context) => {
      const { app, allowed, body, dialect } = context
      const input = { description: readDescription(body.desc), roles: readProjectRoles(body.roles, dialect) }
      const { key, privateKey } = await createProjectApiKey(app, allowed, input)
      return show(context, key, privateKey)
    },
  }),
  route({
    ...ofProject,
    operationId: 'addGroupApiKey',
    method: 'POST',
    path: PROJECT_KEY,
    needs: 'project.apiKeys.assign',
    body: apiKeyAssignments,
    answer: showsNothing,
    run: async ({ app, allowed, body, dialect, params }) => {
      const roles = [...new Set(body.flatMap((assignment) => assignment.roles ?? []))]
      if (roles.length === 0) refuse({ code: 'missing_attribute', attribute: 'roles' })
      await assignApiKey(app, allowed, params.apiUserId, readProjectRoles(roles, dialect))
      return nothing
    },
  }),
  route({
    ...ofProject,
    operationId: 'updateGroupApiKeyRoles',
    method: 'PATCH',
    path: PROJECT_KEY,
    needs: 'project.apiKeys.manage',
    body: apiKeyChange,
    query: PAGE_QUERY,
    answer: shows('apiKey'),
    run: async (context) => {
      const { app, allowed, body, dialect, params } = context
      const description = body.desc === undefined ? undefined : readDescription(body.desc)
      const roles = body.roles && readProjectRoles(body.roles, dialect)
      return show(context, await updateProjectApiKey(app, allowed, params.apiUserId, { description, roles }))
    },
  }),
  route({
    ...ofProject,
    operationId: 'removeGroupApiKey',
    method: 'DELETE',
    path: PROJECT_KEY,
    needs: 'project.apiKeys.manage',
    answer: showsNothing,
    run: async ({ app, allowed, params }) => {
      await removeProjectApiKey(app, allowed, params.apiUserId)
      return nothing
    },
  }),
]

export const apiKeyRoutes = [...orgApiKeyRoutes, ...projectApiKeyRoutes]
