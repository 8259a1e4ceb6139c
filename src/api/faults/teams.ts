// What can be wrong with teams, in the words of the wire.
import type { TeamFault } from '../../domain/faults/teams.ts'
import { echo, error, type Wording } from './wording.ts'

export const teamFaults: Wording<TeamFault> = {
  invalid_team_name: ({ name }) =>
    error(400, 'INVALID_TEAM_NAME', `An invalid team name "${echo(name)}" was specified.`, echo(name)),
  team_not_found: ({ id }) => error(404, 'TEAM_NOT_FOUND', `No team with ID ${echo(id)} exists.`, echo(id)),
  team_name_not_found: ({ name }) =>
    error(404, 'TEAM_NAME_NOT_FOUND', `No team with name "${echo(name)}" exists.`, echo(name)),
  team_exists: ({ name, orgId }) =>
    error(409, 'TEAM_NAME_NOT_AVAILABLE', `Cannot create a team named ${name} in organization ${orgId}.`, name, orgId),
  team_in_projects: ({ id }) =>
    error(
      404,
      'CANNOT_DELETE_TEAM_ASSIGNED_TO_PROJECT',
      `Cannot delete team ${id} while it is assigned to a project. Remove it from every project first.`,
      id,
    ),
  team_not_in_group: ({ id, groupId }) =>
    error(404, 'TEAM_NOT_IN_GROUP', `Team ${id} is not assigned to group ${groupId}.`, id, groupId),
  team_already_in_group: ({ id, groupId }) =>
    error(409, 'TEAM_EXISTS_IN_GROUP', `Team ${id} is assigned to group ${groupId} already.`, id, groupId),
  already_in_team: ({ userId, teamId }) =>
    error(409, 'USER_ALREADY_IN_TEAM', `The user with ID ${userId} is in team ${teamId} already.`, userId, teamId),
  not_in_team: ({ userId, teamId }) =>
    error(404, 'USER_NOT_IN_TEAM', `User ${userId} is not in team ${teamId}.`, userId, teamId),
  pending_in_team: ({ user }) =>
    error(
      404,
      'CANNOT_ADD_PENDING_USER',
      `User ${echo(user)} cannot be added here, because the invitation to the organization has not been accepted.`,
      echo(user),
    ),
  too_many_teams: ({ limit, name }) =>
    error(
      400,
      'MAX_TEAMS_PER_ORG_EXCEEDED',
      `Maximum number of teams per organization (${limit}) in ${name} exceeded while trying to add team.`,
      limit,
      name,
    ),
  too_many_teams_in_group: ({ limit, name }) =>
    error(
      400,
      'MAX_TEAMS_PER_GROUP_EXCEEDED',
      `Maximum number of teams per group (${limit}) in ${name} exceeded while trying to add teams.`,
      limit,
      name,
    ),
  too_many_teams_of_user: ({ limit, username }) =>
    error(
      400,
      'MAX_TEAMS_PER_USER_EXCEEDED',
      `Maximum number of teams per user (${limit}) for ${username} exceeded while trying to add user to team.`,
      limit,
      username,
    ),
  team_is_full: ({ limit, name }) =>
    error(
      400,
      'MAX_USERS_PER_TEAM_EXCEEDED',
      `Maximum number of users per team (${limit}) in ${name} exceeded while trying to add users.`,
      limit,
      name,
    ),
}
