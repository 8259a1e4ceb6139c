// What can be wrong with teams, in the words of the wire.
import type { TeamFault } from '../../domain/faults/teams.ts'
import { echo, error, type Wording } from './wording.ts'

export const teamFaults: Wording<TeamFault> = {
  team_not_found: ({ id }) => error(404, 'TEAM_NOT_FOUND', `No team with ID ${echo(id)} exists.`, echo(id)),
}
