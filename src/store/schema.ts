// The row types of every table; docs/data-model.md says why the keys are what they are.
// Times are milliseconds since the epoch, UTC; JSON columns hold documents that are only read whole.
import type { Author, EventType } from '../domain/events.ts'
import type {
  ApiKeyId,
  ClientId,
  EventId,
  InvitationId,
  MailId,
  OrgId,
  PrincipalId,
  ProjectId,
  SessionId,
  TeamId,
  UserId,
} from '../domain/ids.ts'
import type { InvitationFace, InvitationStatus, PrincipalKind } from '../domain/invitations.ts'
import type { Language } from '../domain/languages.ts'
import type { LetterKind } from '../domain/letters.ts'
import type { RegionUsageRestrictions } from '../domain/projects.ts'

/** No project: organization-level roles and invitations carry an empty project id, because keys cannot hold NULL. */
export type ProjectIdOrNone = ProjectId | ''

export interface Tables {
  organizations: {
    org_id: OrgId
    name: string
    settings: string
    created_at: number
    deleted_at: number | null
    /** Raised by every change of access, so that a cached actor can be checked by one read. */
    revision: number
    /** What its people are written to in, unless an invitation says otherwise. */
    language: Language | null
  }
  projects: {
    org_id: OrgId
    project_id: ProjectId
    name: string
    tags: string
    with_default_alerts_settings: number
    created_at: number
    /** JSON: what was set, by the wire's names; what was not is at its default. */
    settings: string
    /** JSON: limits that were set, by name. */
    limits: string
    region_usage_restrictions: RegionUsageRestrictions | null
  }
  /** Whose is this? For identifiers that arrive without an organization: `project:`, `key:`, `sa:`, `invitation:`. */
  directory: { key: string; org_id: OrgId }
  users: {
    user_id: UserId
    username: string
    first_name: string
    last_name: string
    country: string
    password_hash: string | null
    created_at: number
    last_auth_at: number | null
    /** When the person proved that the address is theirs. */
    verified_at: number | null
    /** What the person has chosen to be written to and shown pages in. */
    language: Language | null
  }
  usernames: { username: string; user_id: UserId }
  memberships_of_user: { user_id: UserId; org_id: OrgId }
  members: { org_id: OrgId; user_id: UserId; created_at: number }
  teams: { org_id: OrgId; team_id: TeamId; name: string; created_at: number }
  team_members: { org_id: OrgId; team_id: TeamId; user_id: UserId }
  role_assignments: { org_id: OrgId; principal_id: PrincipalId; project_id: ProjectIdOrNone; role: string }
  invitations: {
    org_id: OrgId
    invitation_id: InvitationId
    /** The id under which the pending person appears in `/users`: the invitation's plus one. */
    view_id: UserId
    face: InvitationFace
    project_id: ProjectIdOrNone
    username: string
    roles: string
    team_ids: string
    group_role_assignments: string
    inviter_kind: PrincipalKind
    inviter_username: string
    status: InvitationStatus
    created_at: number
    expires_at: number
    closed_at: number | null
    /** SHA-256 of the link's secret, hexadecimal; null for an invitation from before there were links. */
    secret_hash: string | null
    language: Language | null
  }
  api_keys: {
    org_id: OrgId
    key_id: ApiKeyId
    public_key: string
    description: string
    /** HA1 of the digest scheme, sealed with AES-256-GCM under the key ring; never the private key. */
    sealed_ha1: string
    /** The last twelve characters of the private key: all that is ever shown again. */
    private_key_tail: string
    created_at: number
  }
  service_accounts: { org_id: OrgId; client_id: ClientId; name: string; description: string; created_at: number }
  secrets: {
    org_id: OrgId
    client_id: ClientId
    secret_id: string
    /** SHA-256 of the secret, hexadecimal. */
    secret_hash: string
    masked: string
    created_at: number
    expires_at: number
    last_used_at: number | null
  }
  /** Access tokens, by the SHA-256 of the whole token in hexadecimal. */
  tokens: {
    token_hash: string
    org_id: OrgId
    client_id: ClientId
    /** The secret that the client signed in with: when it goes, so does the token. */
    secret_id: string
    created_at: number
    expires_at: number
  }
  /** Digest counters already used, where several processes share the store. */
  nonces: { nonce: string; nc: number; expires_at: number }
  /** From where a credential may be used, and the addresses that a project's clusters would let in. */
  access_lists: {
    org_id: OrgId
    /** An API key, a service account or a project. */
    owner_id: ApiKeyId | ClientId | ProjectId
    /** A block in CIDR notation in its canonical form, or an AWS security group. */
    entry: string
    /** How it was given: a single address, a block, or a security group. */
    kind: 'ip' | 'cidr' | 'aws'
    comment: string
    created_at: number
    expires_at: number | null
    last_used_at: number | null
    last_used_address: string | null
    request_count: number
  }
  signing_keys: { key_id: string; sealed_private_jwk: string; public_jwk: string; created_at: number }
  events: {
    org_id: OrgId
    event_id: EventId
    project_id: ProjectIdOrNone
    type: EventType
    created_at: number
    actor_kind: PrincipalKind
    actor_id: Author['id']
    actor_name: string
    /** Where it was done from; null for what nobody's request did. */
    remote_address: string | null
    /** JSON: what only this type has, such as targetUsername or teamId. */
    details: string
  }
  /** Mails to send, being sent and sent. An organization's own are under its id, those of an account under none. */
  outbox: {
    org_id: OrgId | ''
    mail_id: MailId
    kind: LetterKind
    /** What it is about: ids separated by spaces, one but for gathered answers, none for an account's own mail. */
    invitation_ids: string
    recipient: string
    /** The secret of the link in it, sealed; null when it has none, and once it has been sent. */
    sealed_secret: string | null
    status: MailStatus
    created_at: number
    /** When it is to be sent, by the domain's clock. */
    due_at: number
    /** Until when, by the machine's clock, one process has it to itself or nobody tries again; 0 before the first time. */
    claimed_until: number
    attempts: number
    sent_at: number | null
    /** What the mail server said the last time that it would not take it. */
    failure: string | null
    /** JSON: the letter as it was prepared; set when it is kept to be read, or to be sent as it is. */
    letter: string | null
  }
  /** Whom an organization may never write to again. */
  mail_suppressions: { org_id: OrgId; username: string; created_at: number }
  /** Who is signed in to the pages, by the SHA-256 of the cookie in hexadecimal; times are the machine's. */
  sessions: {
    session_hash: string
    /** By which its owner can end it; opens nothing. */
    session_id: SessionId
    user_id: UserId
    created_at: number
    last_used_at: number
    /** When it is over unless it is used before; never later than its whole lifetime allows. */
    expires_at: number
    user_agent: string
    address: string
  }
  /** Links in mails that work once, by the SHA-256 of their secret in hexadecimal. */
  links: {
    link_hash: string
    purpose: 'password-reset' | 'renewal'
    /** Whom it was sent to. */
    user_id: UserId
    org_id: OrgId | ''
    invitation_id: InvitationId | ''
    created_at: number
    expires_at: number
  }
  /** How often something was tried, until it is forgotten; times are the machine's. */
  throttles: { throttle: string; count: number; expires_at: number }
  /** Accounts at the OpenID Connect provider that stand for people here. */
  identities: { issuer: string; subject: string; user_id: UserId; created_at: number }
  /** Answers to requests that carried an Idempotency-Key; times are the machine's. */
  idempotent_answers: {
    org_id: OrgId
    principal_id: string
    idempotency_key: string
    /** SHA-256 of method, path and body, hexadecimal. */
    request_hash: string
    /** JSON: the status and the body that were answered. */
    answer: string
    expires_at: number
  }
}

/** `dropped` is what turned out to have nobody to go to; `failed` what no server would take. */
export type MailStatus = 'waiting' | 'sent' | 'failed' | 'dropped'
