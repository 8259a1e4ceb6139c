// What can be wrong with teams.
export type TeamFault =
  | { code: 'invalid_team_name'; name: string }
  | { code: 'team_not_found'; id: string }
  | { code: 'team_name_not_found'; name: string }
  | { code: 'team_exists'; name: string; orgId: string }
  | { code: 'team_in_projects'; id: string }
  | { code: 'team_not_in_group'; id: string; groupId: string }
  | { code: 'team_already_in_group'; id: string; groupId: string }
  | { code: 'already_in_team'; userId: string; teamId: string }
  | { code: 'not_in_team'; userId: string; teamId: string }
  | { code: 'pending_in_team'; user: string }
  | { code: 'too_many_teams'; limit: number; name: string }
  | { code: 'too_many_teams_in_group'; limit: number; name: string }
  | { code: 'too_many_teams_of_user'; limit: number; username: string }
  | { code: 'team_is_full'; limit: number; name: string }
