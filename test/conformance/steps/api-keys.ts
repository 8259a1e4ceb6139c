// API keys of the organization and of a project, and access lists.
import type { Json } from '../../../src/api/wire/json.ts'
import { ORG, PROJECT, type Step } from './step.ts'

/** A key of the seed, as it was when the project's keys were recorded. */
const ASSIGNED = '6a793fbd2c88faeba59bd3b1'

const orgKeys = `/orgs/${ORG}/apiKeys`
const projectKeys = `/groups/${PROJECT}/apiKeys`

const roles = (...names: readonly string[]): Json => ({ roles: names })

const apiKeys: readonly Step[] = [
  {
    of: ['atlasprojectapikeys', 'Assign'],
    method: 'PATCH',
    path: `${projectKeys}/${ASSIGNED}`,
    body: roles('GROUP_DATA_ACCESS_READ_ONLY'),
  },
  { of: ['atlasprojectapikeys', 'List'], method: 'GET', path: projectKeys },
  { of: ['atlasprojectapikeys', 'List_Compact'], method: 'GET', path: projectKeys },
  { of: ['atlasprojectapikeys', 'Delete'], method: 'DELETE', path: `${projectKeys}/${ASSIGNED}` },
  { method: 'POST', path: `${projectKeys}/${ASSIGNED}`, body: [roles('GROUP_READ_ONLY')] },
  { of: ['atlasprojectapikeys', '(setup)'], method: 'DELETE', path: `${orgKeys}/${ASSIGNED}` },
  { of: ['atlasorgapikeys', 'List'], method: 'GET', path: orgKeys },
  { of: ['atlasorgapikeys', 'List_Compact'], method: 'GET', path: orgKeys },
  {
    of: ['atlasprojectapikeys', 'Create'],
    method: 'POST',
    path: projectKeys,
    body: { desc: 'e2e-test', roles: ['GROUP_READ_ONLY'] },
  },
  {
    of: ['atlasorgapikeys', 'Create'],
    method: 'POST',
    path: orgKeys,
    body: { desc: 'e2e-test-atlas-org', roles: ['ORG_READ_ONLY'] },
    makes: 'key',
  },
  {
    of: ['atlasorgapikeys', 'Update'],
    method: 'PATCH',
    path: `${orgKeys}/{key}`,
    body: { desc: 'e2e-test-atlas-org-updated', roles: ['ORG_READ_ONLY'] },
  },
  { of: ['atlasorgapikeys', 'Describe'], method: 'GET', path: `${orgKeys}/{key}` },
  { of: ['atlasorgapikeys', 'Delete'], method: 'DELETE', path: `${orgKeys}/{key}` },
]

const list = `${orgKeys}/{listed}/accessList`
const network = `/groups/${PROJECT}/accessList`
const entries: Json = [{ ipAddress: '192.0.2.17' }, { cidrBlock: '198.51.100.0/24' }]

const accessLists: readonly Step[] = [
  { method: 'POST', path: orgKeys, body: { desc: 'listed', roles: ['ORG_MEMBER'] }, makes: 'listed' },
  { method: 'POST', path: list, body: entries },
  { method: 'POST', path: list, body: entries },
  { method: 'GET', path: list },
  { method: 'GET', path: `${list}/192.0.2.17` },
  { method: 'GET', path: `${list}/198.51.100.0%2F24` },
  { method: 'DELETE', path: `${list}/192.0.2.17` },
  { method: 'POST', path: network, body: entries },
  { method: 'GET', path: network },
  { method: 'GET', path: `${network}/198.51.100.0%2F24` },
  { method: 'GET', path: `${network}/192.0.2.17/status` },
  { method: 'DELETE', path: `${network}/192.0.2.17` },
]

export const keysAndLists: readonly Step[] = [...apiKeys, ...accessLists]
