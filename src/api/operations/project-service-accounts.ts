// A project's service accounts: themselves, their secrets and from where they may be used.

import { removeEntry } from '../../usecases/access-lists.ts'
import {
  changeableListOf,
  createProjectSecret,
  createProjectServiceAccount,
  deleteProjectSecret,
  getProjectServiceAccount,
  inviteServiceAccount,
  listProjectServiceAccounts,
  readableListOf,
  removeServiceAccountFromProject,
  updateProjectServiceAccount,
} from '../../usecases/project-service-accounts.ts'
import { nothing, resource, route, shows, showsNothing, showsPage } from '../route.ts'
import { newServiceAccountEntries, readBlock, readListedBlock } from '../schemas/access-lists.ts'
import { readProjectRoles } from '../schemas/roles.ts'
import {
  newClientSecret,
  newServiceAccount,
  readSecretHours,
  serviceAccountChange,
  serviceAccountRoles,
} from '../schemas/service-accounts.ts'
import { PAGE_QUERY } from '../schemas/vocabulary.ts'
import { ACCOUNTS_QUERY, accessListPage, accountsPage, extendedAccessListPage } from './service-account-replies.ts'
import { SERVICE_ACCOUNTS } from './versions.ts'

const COLLECTION = '/groups/{groupId}/serviceAccounts'
const ONE = '/groups/{groupId}/serviceAccounts/{clientId}'
const SECRETS = '/groups/{groupId}/serviceAccounts/{clientId}/secrets'
const ACCESS_LIST = '/groups/{groupId}/serviceAccounts/{clientId}/accessList'

const shared = { limit: 'projectServiceAccounts', versions: SERVICE_ACCOUNTS } as const
const reading = { ...shared, needs: 'project.read' } as const
const changingList = { ...shared, needs: 'project.serviceAccounts.accessList.manage' } as const
const managing = { ...shared, needs: 'project.serviceAccounts.manage' } as const

const pathOf = ({ groupId, clientId }: { readonly groupId: string; readonly clientId: string }): string =>
  `/groups/${groupId}/serviceAccounts/${clientId}`

export const projectServiceAccountRoutes = [
  route({
    ...reading,
    operationId: 'listGroupServiceAccounts',
    method: 'GET',
    path: COLLECTION,
    query: ACCOUNTS_QUERY,
    answer: showsPage('serviceAccount'),
    run: async (context) => {
      const { app, allowed, params } = context
      const path = `/groups/${params.groupId}/serviceAccounts`
      return accountsPage(context, path, (slice) => listProjectServiceAccounts(app, allowed, slice))
    },
  }),
  route({
    ...managing,
    operationId: 'createGroupServiceAccount',
    method: 'POST',
    path: COLLECTION,
    status: 201,
    body: newServiceAccount,
    answer: shows('serviceAccount'),
    run: async ({ app, allowed, body, dialect }) => {
      const { name, description } = body
      const roles = readProjectRoles(body.roles, dialect)
      const input = { name, description, roles, secretHours: readSecretHours(body) }
      return resource(dialect.present.serviceAccount(await createProjectServiceAccount(app, allowed, input)))
    },
  }),
  route({
    ...reading,
    operationId: 'getGroupServiceAccount',
    method: 'GET',
    path: ONE,
    answer: shows('serviceAccount'),
    run: async ({ app, allowed, dialect, params }) =>
      resource(dialect.present.serviceAccount(await getProjectServiceAccount(app, allowed, params.clientId))),
  }),
  route({
    ...managing,
    operationId: 'updateGroupServiceAccount',
    method: 'PATCH',
    path: ONE,
    body: serviceAccountChange,
    answer: shows('serviceAccount'),
    run: async ({ app, allowed, body, dialect, params }) => {
      const change = { ...body, roles: body.roles && readProjectRoles(body.roles, dialect) }
      return resource(
        dialect.present.serviceAccount(await updateProjectServiceAccount(app, allowed, params.clientId, change)),
      )
    },
  }),
  route({
    ...managing,
    operationId: 'deleteGroupServiceAccount',
    method: 'DELETE',
    path: ONE,
    answer: showsNothing,
    run: async ({ app, allowed, params }) => {
      await removeServiceAccountFromProject(app, allowed, params.clientId)
      return nothing
    },
  }),
  route({
    ...shared,
    needs: 'project.serviceAccounts.invite',
    operationId: 'inviteGroupServiceAccount',
    method: 'POST',
    path: '/groups/{groupId}/serviceAccounts/{clientId}:invite',
    body: serviceAccountRoles,
    answer: shows('serviceAccount'),
    run: async ({ app, allowed, body, dialect, params }) => {
      const roles = readProjectRoles(body.roles, dialect)
      return resource(dialect.present.serviceAccount(await inviteServiceAccount(app, allowed, params.clientId, roles)))
    },
  }),
  route({
    ...managing,
    operationId: 'createGroupServiceAccountSecret',
    method: 'POST',
    path: SECRETS,
    status: 201,
    body: newClientSecret,
    answer: shows('clientSecret'),
    run: async ({ app, allowed, body, dialect, params }) => {
      const secret = await createProjectSecret(app, allowed, params.clientId, body.secretExpiresAfterHours)
      return resource(dialect.present.clientSecret(secret))
    },
  }),
  route({
    ...managing,
    operationId: 'deleteGroupServiceAccountSecret',
    method: 'DELETE',
    path: '/groups/{groupId}/serviceAccounts/{clientId}/secrets/{secretId}',
    answer: showsNothing,
    run: async ({ app, allowed, params }) => {
      await deleteProjectSecret(app, allowed, params.clientId, params.secretId)
      return nothing
    },
  }),
  route({
    ...reading,
    operationId: 'listGroupServiceAccountAccessList',
    method: 'GET',
    path: ACCESS_LIST,
    query: PAGE_QUERY,
    answer: showsPage('serviceAccountAddress'),
    run: async (context) => {
      const { app, allowed, params } = context
      return accessListPage(context, `${pathOf(params)}/accessList`, readableListOf(app, allowed, params.clientId))
    },
  }),
  route({
    ...changingList,
    operationId: 'createGroupServiceAccountAccessList',
    method: 'POST',
    path: ACCESS_LIST,
    query: PAGE_QUERY,
    body: newServiceAccountEntries,
    answer: showsPage('serviceAccountAddress'),
    run: async (context) => {
      const { app, allowed, body, params } = context
      const task = changeableListOf(app, allowed, params.clientId)
      return extendedAccessListPage(context, `${pathOf(params)}/accessList`, task, body.map(readBlock))
    },
  }),
  route({
    ...changingList,
    operationId: 'deleteGroupServiceAccountAccessListEntry',
    method: 'DELETE',
    path: '/groups/{groupId}/serviceAccounts/{clientId}/accessList/{ipAddress}',
    answer: showsNothing,
    run: async ({ app, allowed, params }) => {
      await removeEntry(changeableListOf(app, allowed, params.clientId), readListedBlock(params.ipAddress))
      return nothing
    },
  }),
]
