// The requests that the start page runs: the life of an invitation as three APIs show it, in an order that works.
import { ACCEPT } from '../first-steps.ts'

/** What the requests are filled with; null stands for what the first organization has none of. */
export interface SampleFacts {
  readonly orgId: string
  readonly groupId: string | null
  readonly teamId: string | null
  /** Addresses that nobody has yet. */
  readonly guest: string
  readonly projectGuest: string
}

export interface Sample {
  /** Names the parts of its card. */
  readonly id: string
  readonly title: string
  readonly says: string
  readonly method: 'GET' | 'POST' | 'PATCH'
  /** With `{invitationId}` where that is asked for. */
  readonly path: string
  readonly accept: string
  readonly body?: object
  /** Whether the other requests continue with the invitation that this one answers. */
  readonly isFirst?: true
}

const JSON_TYPE = 'application/json'

/** The requests in their order; those that need a project only where there is one. */
export function samplesOf(facts: SampleFacts): readonly Sample[] {
  const { orgId, groupId } = facts
  const one = `/orgs/${orgId}/invites/{invitationId}`
  return [
    {
      id: 'invite',
      title: 'Invite somebody to the organization',
      says: 'As an owner, with a role in the project and a place in the team. A mail goes out before the answer does.',
      method: 'POST',
      path: `/api/atlas/v1.0/orgs/${orgId}/invites`,
      accept: JSON_TYPE,
      body: { ...grantsOf(facts, 'GROUP_BACKUP_MANAGER'), roles: ['ORG_OWNER'], username: facts.guest },
      isFirst: true,
    },
    {
      id: 'update',
      title: 'Change what the invitation promises',
      says: 'While it is pending. What the body names is replaced, what it leaves out stays.',
      method: 'PATCH',
      path: `/api/atlas/v1.0${one}`,
      accept: JSON_TYPE,
      body: { ...grantsOf(facts, 'GROUP_READ_ONLY'), roles: ['ORG_MEMBER'] },
    },
    ...projectSamples(facts, groupId),
    {
      id: 'list',
      title: 'List everybody who has not answered yet',
      says: 'In Cloud Manager’s dialect: no links, and an invitation to a project shows its roles there.',
      method: 'GET',
      path: `/api/public/v1.0/orgs/${orgId}/invites?pretty=true`,
      accept: JSON_TYPE,
    },
    {
      id: 'get',
      title: 'Read one invitation',
      says: 'In v2, whose version is a date in the Accept header. Once it is accepted or revoked, the answer is 404.',
      method: 'GET',
      path: `/api/atlas/v2${one}?pretty=true`,
      accept: ACCEPT,
    },
  ]
}

const projectSamples = ({ projectGuest }: SampleFacts, groupId: string | null): readonly Sample[] =>
  groupId === null
    ? []
    : [
        {
          id: 'invite-to-project',
          title: 'Invite somebody to the project alone',
          says: 'Whoever accepts becomes a member of the organization too, with no further rights in it.',
          method: 'POST',
          path: `/api/atlas/v1.0/groups/${groupId}/invites`,
          accept: JSON_TYPE,
          body: { roles: ['GROUP_BACKUP_MANAGER'], username: projectGuest },
        },
      ]

const grantsOf = ({ groupId, teamId }: SampleFacts, role: string): object => ({
  groupRoleAssignments: groupId === null ? [] : [{ groupId, roles: [role] }],
  teamIds: teamId === null ? [] : [teamId],
})
