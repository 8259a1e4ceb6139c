// Organizations.
import type { KeyPair } from '../../harness/digest-client.ts'
import { newProject, ORG, type Step } from './step.ts'

const OWNER_ID = '5e4bc367c6b0f41bb9bbb178'
const DESTINATION = 'c0123456789abcdef012345c'
const key: KeyPair = { publicKey: 'destinat', privateKey: '3b6b7c0e-54a1-4d31-8b0e-0c3f1a7d9e23' }
const ACCOUNT = { name: 'First', description: 'First', roles: ['ORG_OWNER'], secretExpiresAfterHours: 24 }

export const organizations: readonly Step[] = [
  { of: ['atlasorgs', 'List'], method: 'GET', path: '/orgs' },
  { of: ['atlasorgs', 'Describe'], method: 'GET', path: `/orgs/${ORG}` },
  {
    method: 'POST',
    path: '/orgs',
    body: { name: 'Created', orgOwnerId: OWNER_ID, apiKey: { desc: 'First', roles: ['ORG_OWNER'] } },
  },
  { method: 'POST', path: '/orgs', body: { name: 'Created', orgOwnerId: OWNER_ID, serviceAccount: ACCOUNT } },
  { method: 'POST', path: '/orgs', body: { name: 'Created', orgOwnerId: DESTINATION } },
  { method: 'GET', path: `/orgs/${ORG}/groups?name=atlas` },
  { method: 'GET', path: `/orgs/${ORG}/settings` },
]

/** A project moves to the other organization, and both are ended there. */
export const endings: readonly Step[] = [
  { method: 'POST', path: '/groups', body: newProject('moved'), makes: 'moved' },
  {
    method: 'POST',
    path: '/groups/{moved}:migrate',
    body: {
      destinationOrgId: DESTINATION,
      destinationOrgPrivateApiKey: key.privateKey,
      destinationOrgPublicApiKey: key.publicKey,
    },
  },
  { method: 'PATCH', path: `/orgs/${DESTINATION}`, body: { name: 'Renamed' }, key },
  {
    method: 'PATCH',
    path: `/orgs/${DESTINATION}/settings`,
    body: {
      customSessionTimeouts: { absoluteSessionTimeoutInSeconds: 7200, idleSessionTimeoutInSeconds: 60 },
      maxServiceAccountSecretValidityInHours: 8,
      operationsContact: 'operations@example.com',
      securityContact: 'security@example.com',
    },
    key,
  },
  { method: 'PATCH', path: `/orgs/${DESTINATION}/settings`, body: { securityContact: 'nobody' }, key },
  { method: 'DELETE', path: `/orgs/${DESTINATION}`, key },
  { method: 'DELETE', path: '/groups/{moved}', key },
  { method: 'DELETE', path: `/orgs/${DESTINATION}`, key },
]
