// What can be wrong with teams.
export type TeamFault = { code: 'team_not_found'; id: string }
