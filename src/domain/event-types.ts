// Every kind of event that Atrium writes, in Atlas's own names: the one table behind the type, the feeds and their list.

/** What a kind of event is about, which decides what its events tell beside who, when and where. */
export type EventSubject =
  | 'organization'
  | 'project'
  | 'person'
  | 'team'
  | 'api_key'
  | 'service_account'
  | 'project_access_list'
  | 'tags'

interface EventKind {
  readonly subject: EventSubject
  /** What happened, as a sentence. */
  readonly about: string
}

const of =
  (subject: EventSubject) =>
  (about: string): EventKind => ({ subject, about })

const organization = of('organization')
const person = of('person')
const project = of('project')
const tags = of('tags')
const team = of('team')
const apiKey = of('api_key')
const serviceAccount = of('service_account')
const accessList = of('project_access_list')

export const EVENT_TYPES = {
  ORG_CREATED: organization('The organization was created.'),
  ORG_RENAMED: organization('The organization was given another name.'),
  ORG_PUBLIC_API_ACCESS_LIST_REQUIRED: organization('The API began to require an access list of every credential.'),
  ORG_PUBLIC_API_ACCESS_LIST_NOT_REQUIRED: organization(
    'The API stopped requiring an access list of every credential.',
  ),
  ORG_TWO_FACTOR_AUTH_REQUIRED: organization('Members were required to sign in with a second factor.'),
  ORG_TWO_FACTOR_AUTH_OPTIONAL: organization('Members were no longer required to sign in with a second factor.'),
  ORG_SERVICE_ACCOUNT_MAX_SECRET_VALIDITY_EDITED: organization(
    'The longest life of a service account’s secret was changed.',
  ),
  CUSTOM_SESSION_TIMEOUT_MODIFIED: organization('How long members stay signed in was changed.'),
  ORG_EMPLOYEE_ACCESS_RESTRICTED: organization('The access of the operator’s employees was restricted.'),
  ORG_EMPLOYEE_ACCESS_UNRESTRICTED: organization('The access of the operator’s employees was no longer restricted.'),
  ORG_SETTINGS_UPDATED: organization('How the organization writes to people was changed.'),
  OPERATIONS_CONTACT_MODIFIED: organization('The operations contact of the organization was changed.'),
  SECURITY_CONTACT_MODIFIED: organization('The security contact of the organization was changed.'),
  GROUP_MOVED_FROM_ORG: organization('A project left for another organization.'),
  INVITED_TO_ORG: person('Somebody was invited to the organization.'),
  ORG_INVITATION_DELETED: person('An invitation to the organization was withdrawn or declined.'),
  JOINED_ORG: person('Somebody became a member of the organization.'),
  REMOVED_FROM_ORG: person('A member was removed from the organization.'),
  USER_ROLES_CHANGED_AUDIT: person('The roles of a person or of an invitation were changed.'),
  INVITED_TO_TEAM: person('Somebody was invited to a team.'),
  JOINED_TEAM: person('Somebody joined a team.'),
  REMOVED_FROM_TEAM: person('Somebody was removed from a team.'),
  INVITED_TO_GROUP: person('Somebody was invited to the project.'),
  GROUP_INVITATION_DELETED: person('An invitation to the project was withdrawn or declined.'),
  JOINED_GROUP: person('Somebody joined the project.'),
  REMOVED_FROM_GROUP: person('Somebody was removed from the project.'),
  GROUP_CREATED: project('The project was created.'),
  GROUP_DELETED: project('The project was deleted.'),
  GROUP_MOVED: project('The project came from another organization.'),
  GROUP_NAME_CHANGED: project('The project was given another name.'),
  GROUP_DEFAULT_ALERTS_SETTINGS_CHANGED: project('Whether the project has the default alerts was changed.'),
  PROJECT_LIMIT_UPDATED: project('A limit of the project was set or put back to its default.'),
  DATA_EXPLORER_ENABLED: project('The data explorer was switched on for the project.'),
  DATA_EXPLORER_DISABLED: project('The data explorer was switched off for the project.'),
  PROJECT_COLLECT_DATABASE_STATISTICS_UPDATED: project('Whether statistics of databases are collected was changed.'),
  PROJECT_ENABLE_EXTENDED_STORAGE_SIZES_UPDATED: project('Whether extended storage sizes are allowed was changed.'),
  GROUP_TAGS_MODIFIED: tags('The tags of the project were changed.'),
  TEAM_CREATED: team('A team was created.'),
  TEAM_DELETED: team('A team was deleted.'),
  TEAM_NAME_CHANGED: team('A team was given another name.'),
  TEAM_ADDED_TO_GROUP: team('A team was added to the project.'),
  TEAM_REMOVED_FROM_GROUP: team('A team was removed from the project.'),
  TEAM_ROLES_MODIFIED: team('The roles of a team in the project were changed.'),
  API_KEY_CREATED: apiKey('An API key was created.'),
  API_KEY_DELETED: apiKey('An API key was deleted.'),
  API_KEY_ROLES_CHANGED: apiKey('The roles of an API key were changed.'),
  API_KEY_DESCRIPTION_CHANGED: apiKey('An API key was given another description.'),
  API_KEY_ADDED_TO_GROUP: apiKey('An API key was added to the project.'),
  API_KEY_REMOVED_FROM_GROUP: apiKey('An API key was removed from the project.'),
  API_KEY_ACCESS_LIST_ENTRY_ADDED: apiKey('An address was added to the access list of an API key.'),
  API_KEY_ACCESS_LIST_ENTRY_DELETED: apiKey('An address was removed from the access list of an API key.'),
  SERVICE_ACCOUNT_CREATED: serviceAccount('A service account was created.'),
  SERVICE_ACCOUNT_DELETED: serviceAccount('A service account was deleted.'),
  SERVICE_ACCOUNT_ROLES_CHANGED: serviceAccount('The roles of a service account were changed.'),
  SERVICE_ACCOUNT_DETAILS_CHANGED: serviceAccount('The name or the description of a service account was changed.'),
  SERVICE_ACCOUNT_ADDED_TO_GROUP: serviceAccount('A service account was added to the project.'),
  SERVICE_ACCOUNT_REMOVED_FROM_GROUP: serviceAccount('A service account was removed from the project.'),
  SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_ADDED: serviceAccount(
    'An address was added to the access list of a service account.',
  ),
  SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_DELETED: serviceAccount(
    'An address was removed from the access list of a service account.',
  ),
  SERVICE_ACCOUNT_SECRET_ADDED: serviceAccount('A service account was given another secret.'),
  SERVICE_ACCOUNT_SECRET_DELETED: serviceAccount('A secret of a service account was deleted.'),
  NETWORK_PERMISSION_ENTRY_ADDED: accessList('An address was added to the access list of the project.'),
  NETWORK_PERMISSION_ENTRY_REMOVED: accessList('An address was removed from the access list of the project.'),
  NETWORK_PERMISSION_ENTRY_UPDATED: accessList('An address on the access list of the project was changed.'),
}

export type EventType = keyof typeof EVENT_TYPES

/** Whether this is the name of a kind of event that Atrium writes. */
export const isEventType = (name: string): name is EventType => Object.hasOwn(EVENT_TYPES, name)
