// The error codes that a fault can be named by: those that Atrium answers with itself, and those of the live services
// that hurt clients. `{…}` in a detail is filled from the request's path, or else with an example.

/** The usual status, and what the detail says; its holes, in their order, are the error's parameters. */
export interface KnownCode {
  readonly status: number
  readonly detail: string
}

const TABLE: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  400: {
    ATTRIBUTE_READ_ONLY: 'The attribute {attribute} is read-only and cannot be changed by the user.',
    BAD_ACCESS_LIST_ADD_REQUEST: 'An entry must name one address or block, in one way or consistently.',
    CANNOT_ADD_GROUP_ROLE: 'Cannot add the project role {projectRole} to an organization.',
    CANNOT_ADD_ORG_ROLE: 'Cannot add the organization role {orgRole} to a project.',
    CANNOT_DELETE_GROUP_INVITATION:
      "Invitation {invitationId} was made by the organization: change or delete it through the organization's invitations.",
    CANNOT_DELETE_ORG_INVITATION:
      "Invitation {invitationId} was made by a project: change or delete it through the project's invitations.",
    CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST: "Cannot remove the entry that lets in the caller's own address {address}.",
    DEFAULT_INVITATION_EXCEPTION: 'Failed to send an invitation to ({username}) to join ({name}).',
    DUPLICATE_ADDRESSES_IN_INPUT: 'The same address was specified more than once.',
    INVALID_API_KEY_DESC: 'The description of an API key must have 1 to 250 characters.',
    INVALID_ATTRIBUTE: 'Invalid attribute {attribute} specified.',
    INVALID_COUNTRY_CODE: 'An invalid country code {country} was specified.',
    INVALID_DATE_FORMAT: 'An invalid date was specified for the query parameter {parameter}.',
    INVALID_DATE_RANGE: 'The range of dates is invalid.',
    INVALID_EMAIL_ADDRESS: 'The attribute {attribute} must be an email address.',
    INVALID_ENUM_VALUE: 'An invalid enumeration value {value} was specified.',
    INVALID_GROUP_NAME: 'An invalid group name "{name}" was specified.',
    INVALID_IDEMPOTENCY_KEY: 'The header Idempotency-Key must have 1 to 255 visible ASCII characters.',
    INVALID_IP_ADDRESS_OR_CIDR_NOTATION: 'The address {address} must be an IP address or a network in CIDR notation.',
    INVALID_JSON: 'Received JSON does not match expected format.',
    INVALID_JSON_ATTRIBUTE: 'Received JSON for the {attribute} attribute does not match expected format.',
    INVALID_ORG_NAME: 'An invalid organization name "{name}" was specified.',
    INVALID_QUERY_PARAMETER: 'Invalid value {value} for the query parameter {parameter}.',
    INVALID_ROLE_ASSIGNMENT: 'The role assignment is invalid: {reason}.',
    INVALID_TEAM_NAME: 'An invalid team name "{name}" was specified.',
    INVALID_USERNAME: 'The specified username is not a valid email address.',
    INVITATIONS_RATE_LIMITED_IP: 'Rate limit of {invitations} invitations per {minutes} minutes exceeded.',
    MALFORMED_JSON: 'Received JSON is malformed.',
    MAX_API_KEYS_PER_ORG_EXCEEDED: 'Maximum number of API keys per organization ({limit}) in {name} exceeded.',
    MAX_GROUPS_PER_ORG_EXCEEDED: 'Maximum number of groups per org ({limit}) in {name} exceeded.',
    MAX_GROUPS_PER_USER_EXCEEDED: 'Maximum number of groups per user ({limit}) exceeded for {username}.',
    MAX_ORGS_PER_USER_EXCEEDED: 'Maximum number of organizations per user ({limit}) exceeded for {username}.',
    MAX_SERVICE_ACCOUNT_SECRETS_EXCEEDED: 'A service account has at most {secrets} secrets that have not expired.',
    MAX_TEAMS_PER_GROUP_EXCEEDED:
      'Maximum number of teams per group ({limit}) in {name} exceeded while trying to add teams.',
    MAX_TEAMS_PER_ORG_EXCEEDED:
      'Maximum number of teams per organization ({limit}) in {name} exceeded while trying to add team.',
    MAX_TEAMS_PER_USER_EXCEEDED:
      'Maximum number of teams per user ({limit}) for {username} exceeded while trying to add user to team.',
    MAX_USERS_PER_GROUP_EXCEEDED:
      'Maximum number of users per group ({limit}) in {name} exceeded while trying to add users.',
    MAX_USERS_PER_ORG_EXCEEDED:
      'Maximum number of users per org ({limit}) in {name} exceeded while trying to add users.',
    MAX_USERS_PER_TEAM_EXCEEDED:
      'Maximum number of users per team ({limit}) in {name} exceeded while trying to add users.',
    MISSING_ATTRIBUTE: 'The required attribute {attribute} was not specified.',
    MISSING_ATTRIBUTES: 'One of the attributes ipAddress or cidrBlock must be specified.',
    MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS: 'The query parameters {parameter} and {otherParameter} exclude each other.',
    ROLE_NEEDS_GROUP_ID: 'The role {projectRole} must be accompanied by a group ID.',
    ROLE_NEEDS_NO_GROUP_ID: 'The role {orgRole} must not be accompanied by a group ID.',
    ROLE_NEEDS_NO_ORG_ID: 'The role {projectRole} must not be accompanied by an organization ID.',
    ROLE_NEEDS_ORG_ID: 'The role {orgRole} must be accompanied by an organization ID.',
    VALIDATION_ERROR: 'The request content produced the validation error: {reason}.',
    WEAK_PASSWORD: 'The specified password is too short or too long.',
  },
  401: {
    API_KEY_ACCESS_LIST_ACCESS_DENIED:
      'API key access lists are only accessible by the API key or by a user administrator.',
    NOT_ORG_GROUP_CREATOR: 'The current user does not have the group creator role in organization {orgId}.',
    USER_CANNOT_ACCESS_GROUP: 'User cannot access this group.',
    USER_CANNOT_ACCESS_ORG: 'User cannot access this organization.',
    USER_UNAUTHORIZED: 'Current user is not authorized to perform this action.',
  },
  402: {
    ACCOUNT_SUSPENDED: 'The account is suspended.',
    NO_PAYMENT_INFORMATION_FOUND: 'No payment information was found for group {groupId}.',
  },
  403: {
    ACCESS_FORBIDDEN: 'Access to this resource is forbidden.',
    CANNOT_DELETE_LAST_OWNER: 'Cannot remove the last owner of the organization.',
    CANNOT_DEMOTE_LAST_ORG_OWNER: 'Cannot demote the last owner of the organization.',
    IP_ADDRESS_NOT_ON_ACCESS_LIST: 'IP address {address} is not allowed to access this resource.',
    NO_ROLES_IN_ASSIGNMENT: 'At least one role must be left: add another one before removing the last.',
    ORG_REQUIRES_ACCESS_LIST: 'This organization requires access through an access list of ip ranges.',
  },
  404: {
    API_KEY_ACCESS_LIST_NOT_FOUND: 'The address {address} is not in the access list.',
    API_KEY_NOT_FOUND: 'No API key with ID {apiUserId} exists.',
    ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND: 'IP address {address} not on Atlas access list for group {groupId}.',
    CANNOT_ADD_PENDING_USER:
      'User {username} cannot be added here, because the invitation to the organization has not been accepted.',
    CANNOT_DELETE_TEAM_ASSIGNED_TO_PROJECT:
      'Cannot delete team {teamId} while it is assigned to a project. Remove it from every project first.',
    EVENT_NOT_FOUND: 'No event with ID {eventId} exists in the group.',
    GROUP_NAME_NOT_FOUND: 'No group with name "{name}" exists.',
    GROUP_NOT_FOUND: 'No group with ID {groupId} exists.',
    INVALID_API_KEY_ID: 'An invalid API key ID {apiUserId} was specified.',
    INVALID_EVENT_ID: 'An invalid event ID {eventId} was specified.',
    INVALID_GROUP_ID: 'An invalid group ID {groupId} was specified.',
    INVALID_INVITATION_ID: 'Invitation {invitationId} does not exist or was already accepted.',
    INVALID_ORG_ID: 'An invalid organization ID {orgId} was specified.',
    INVALID_SECRET_ID: 'An invalid secret ID {secretId} was specified.',
    INVALID_TEAM_ID: 'An invalid team ID {teamId} was specified.',
    INVALID_USER_ID: 'An invalid user ID {userId} was specified.',
    ORG_EVENT_NOT_FOUND: 'No event with ID {eventId} exists in the organization.',
    ORG_NOT_FOUND: 'No organization with ID {orgId} exists.',
    RESOURCE_NOT_FOUND: 'Cannot find resource {resource}.',
    SERVICE_ACCOUNT_NOT_FOUND: 'No service account with client ID {clientId} exists.',
    SERVICE_ACCOUNT_SECRET_NOT_FOUND: 'No service account secret with ID {secretId} exists.',
    TEAM_NAME_NOT_FOUND: 'No team with name "{name}" exists.',
    TEAM_NOT_FOUND: 'No team with ID {teamId} exists.',
    TEAM_NOT_IN_GROUP: 'Team {teamId} is not assigned to group {groupId}.',
    USERNAME_NOT_FOUND: 'No user with username {username} exists.',
    USER_NOT_FOUND: 'No user with ID {userId} exists.',
    USER_NOT_IN_GROUP: 'User {userId} is not in group {groupId}.',
    USER_NOT_IN_ORG: 'User {userId} is not in organization {orgId}.',
    USER_NOT_IN_TEAM: 'User {userId} is not in team {teamId}.',
  },
  405: { WRITES_NOT_ALLOWED_DURING_APP_UPGRADES: 'Writes are not allowed while the application is being upgraded.' },
  406: { INVALID_VERSION_DATE: 'Invalid accept header or version date.' },
  409: {
    ADDRESS_ALREADY_IN_ACCESS_LIST: 'The address {address} is in the access list already.',
    API_KEY_ALREADY_IN_GROUP: 'API key {apiUserId} is assigned to group {groupId} already.',
    CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_CLUSTERS: 'Group {groupId} cannot be closed while it has clusters.',
    GROUP_ALREADY_EXISTS: 'A group with name "{name}" already exists.',
    ORG_NOT_EMPTY: 'Organization {orgId} has projects: delete or move them first.',
    TEAM_EXISTS_IN_GROUP: 'Team {teamId} is assigned to group {groupId} already.',
    TEAM_NAME_NOT_AVAILABLE: 'Cannot create a team named {name} in organization {orgId}.',
    USER_ALREADY_EXISTS: 'A user with username {username} already exists.',
    USER_ALREADY_IN_GROUP: 'User {username} is in the group or invited to it already.',
    USER_ALREADY_IN_ORG: 'User {username} is in the organization or invited to it already.',
    USER_ALREADY_IN_TEAM: 'The user with ID {userId} is in team {teamId} already.',
  },
  410: { VERSION_GONE: 'Version {date} of {path} is no longer available.' },
  422: {
    IDEMPOTENCY_KEY_REUSED:
      'The idempotency key was sent with another request before: take a new key for a new request.',
  },
  429: {
    MAX_INVITATION_MAILS_EXCEEDED: 'Maximum number of invitation mails per day ({mails}) exceeded for {username}.',
    RATE_LIMITED: 'Resource {resource} is limited to {requests} requests every {minutes} minutes.',
    RATE_LIMITED_TOKEN_BUCKET: 'Rate limit exceeded for {path}.',
  },
  500: { UNEXPECTED_ERROR: 'Unexpected error.' },
  503: { SERVICE_UNAVAILABLE: 'The service is unavailable. Please retry later.' },
}

export const KNOWN_CODES: ReadonlyMap<string, KnownCode> = new Map(
  Object.entries(TABLE).flatMap(([status, codes]) =>
    Object.entries(codes).map(([code, detail]) => [code, { status: Number(status), detail }] as const),
  ),
)

/** What the holes are filled with where the path does not say. */
export const EXAMPLES: Readonly<Record<string, string | number>> = {
  address: '192.0.2.1',
  attribute: 'username',
  clientId: 'mdb_sa_id_000000000000000000000000',
  country: 'XX',
  date: '2023-01-01',
  invitations: 10,
  limit: 500,
  mails: 10,
  minutes: 1,
  name: 'Example',
  orgRole: 'ORG_MEMBER',
  otherParameter: 'orgId',
  parameter: 'groupId',
  projectRole: 'GROUP_READ_ONLY',
  reason: 'SERVICE_ACCOUNT_ALREADY_IN_GROUP',
  requests: 10,
  secrets: 2,
  username: 'someone@example.com',
  value: 'EXAMPLE',
}

/** What is said of anything else that is identified. */
export const EXAMPLE_ID = '000000000000000000000000'
