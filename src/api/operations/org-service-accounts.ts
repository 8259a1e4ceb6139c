// An organization's service accounts: themselves, their secrets and from where they may be used.

import { removeEntry } from '../../usecases/access-lists.ts'
import {
  accessListOf,
  createSecret,
  createServiceAccount,
  deleteSecret,
  deleteServiceAccount,
  getServiceAccount,
  listProjectsOfAccount,
  listServiceAccounts,
  updateServiceAccount,
} from '../../usecases/service-accounts.ts'
import { nothing, resource, route, shows, showsNothing, showsPage } from '../route.ts'
import { newServiceAccountEntries, readBlock, readListedBlock } from '../schemas/access-lists.ts'
import { readOrgRoles } from '../schemas/roles.ts'
import {
  newClientSecret,
  newServiceAccount,
  readSecretHours,
  serviceAccountChange,
} from '../schemas/service-accounts.ts'
import { PAGE_QUERY } from '../schemas/vocabulary.ts'
import { pageOf } from './pages.ts'
import {
  ACCOUNT_PROJECTS_QUERY,
  ACCOUNTS_QUERY,
  accessListPage,
  accountsPage,
  countedPage,
  extendedAccessListPage,
} from './service-account-replies.ts'
import { SERVICE_ACCOUNTS } from './versions.ts'

const COLLECTION = '/orgs/{orgId}/serviceAccounts'
const ONE = '/orgs/{orgId}/serviceAccounts/{clientId}'
const SECRETS = '/orgs/{orgId}/serviceAccounts/{clientId}/secrets'
const ACCESS_LIST = '/orgs/{orgId}/serviceAccounts/{clientId}/accessList'

const shared = { limit: 'orgServiceAccounts', versions: SERVICE_ACCOUNTS } as const
const reading = { ...shared, needs: 'org.serviceAccounts.read' } as const
const managing = { ...shared, needs: 'org.serviceAccounts.manage' } as const

const pathOf = ({ orgId, clientId }: { readonly orgId: string; readonly clientId: string }): string =>
  `/orgs/${orgId}/serviceAccounts/${clientId}`

export const orgServiceAccountRoutes = [
  route({
    ...reading,
    operationId: 'listOrgServiceAccounts',
    method: 'GET',
    path: COLLECTION,
    query: ACCOUNTS_QUERY,
    answer: showsPage('serviceAccount'),
    run: async (context) => {
      const { app, allowed, params } = context
      const path = `/orgs/${params.orgId}/serviceAccounts`
      return accountsPage(context, path, (slice) => listServiceAccounts(app, allowed, slice))
    },
  }),
  route({
    ...managing,
    operationId: 'createOrgServiceAccount',
    method: 'POST',
    path: COLLECTION,
    status: 201,
    body: newServiceAccount,
    answer: shows('serviceAccount'),
    run: async ({ app, allowed, body, dialect }) => {
      const { name, description } = body
      const roles = readOrgRoles(body.roles, dialect)
      const input = { name, description, roles, secretHours: readSecretHours(body) }
      return resource(dialect.present.serviceAccount(await createServiceAccount(app, allowed, input)))
    },
  }),
  route({
    ...reading,
    operationId: 'getOrgServiceAccount',
    method: 'GET',
    path: ONE,
    answer: shows('serviceAccount'),
    run: async ({ app, allowed, dialect, params }) =>
      resource(dialect.present.serviceAccount(await getServiceAccount(app, allowed, params.clientId))),
  }),
  route({
    ...managing,
    operationId: 'updateOrgServiceAccount',
    method: 'PATCH',
    path: ONE,
    body: serviceAccountChange,
    answer: shows('serviceAccount'),
    run: async ({ app, allowed, body, dialect, params }) => {
      const change = { ...body, roles: body.roles && readOrgRoles(body.roles, dialect) }
      return resource(dialect.present.serviceAccount(await updateServiceAccount(app, allowed, params.clientId, change)))
    },
  }),
  route({
    ...managing,
    operationId: 'deleteOrgServiceAccount',
    method: 'DELETE',
    path: ONE,
    answer: showsNothing,
    run: async ({ app, allowed, params }) => {
      await deleteServiceAccount(app, allowed, params.clientId)
      return nothing
    },
  }),
  route({
    ...reading,
    operationId: 'getOrgServiceAccountGroups',
    method: 'GET',
    path: '/orgs/{orgId}/serviceAccounts/{clientId}/groups',
    query: ACCOUNT_PROJECTS_QUERY,
    answer: showsPage('serviceAccountProject'),
    run: async (context) => {
      const { app, allowed, dialect, params } = context
      return pageOf(context, {
        path: `${pathOf(params)}/groups`,
        own: {},
        request: countedPage(context),
        items: await listProjectsOfAccount(app, allowed, params.clientId),
        present: ({ projectId, roles }) => dialect.present.serviceAccountProject(projectId, roles),
      })
    },
  }),
  route({
    ...managing,
    operationId: 'createOrgServiceAccountSecret',
    method: 'POST',
    path: SECRETS,
    status: 201,
    body: newClientSecret,
    answer: shows('clientSecret'),
    run: async ({ app, allowed, body, dialect, params }) => {
      const secret = await createSecret(app, allowed, params.clientId, body.secretExpiresAfterHours)
      return resource(dialect.present.clientSecret(secret))
    },
  }),
  route({
    ...managing,
    operationId: 'deleteOrgServiceAccountSecret',
    method: 'DELETE',
    path: '/orgs/{orgId}/serviceAccounts/{clientId}/secrets/{secretId}',
    answer: showsNothing,
    run: async ({ app, allowed, params }) => {
      await deleteSecret(app, allowed, params.clientId, params.secretId)
      return nothing
    },
  }),
  route({
    ...reading,
    operationId: 'listOrgServiceAccountAccessList',
    method: 'GET',
    path: ACCESS_LIST,
    query: PAGE_QUERY,
    answer: showsPage('serviceAccountAddress'),
    run: async (context) => {
      const { app, allowed, params } = context
      return accessListPage(context, `${pathOf(params)}/accessList`, accessListOf(app, allowed, params.clientId))
    },
  }),
  route({
    ...managing,
    operationId: 'createOrgServiceAccountAccessList',
    method: 'POST',
    path: ACCESS_LIST,
    query: PAGE_QUERY,
    body: newServiceAccountEntries,
    answer: showsPage('serviceAccountAddress'),
    run: async (context) => {
      const { app, allowed, body, params } = context
      const task = accessListOf(app, allowed, params.clientId)
      return extendedAccessListPage(context, `${pathOf(params)}/accessList`, task, body.map(readBlock))
    },
  }),
  route({
    ...managing,
    operationId: 'deleteOrgServiceAccountAccessListEntry',
    method: 'DELETE',
    path: '/orgs/{orgId}/serviceAccounts/{clientId}/accessList/{ipAddress}',
    answer: showsNothing,
    run: async ({ app, allowed, params }) => {
      await removeEntry(accessListOf(app, allowed, params.clientId), readListedBlock(params.ipAddress))
      return nothing
    },
  }),
]
