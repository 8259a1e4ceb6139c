// What can be wrong with projects.
export type ProjectFault =
  | { code: 'invalid_group_name'; name: string }
  | { code: 'group_not_found'; id: string }
  | { code: 'group_name_not_found'; name: string }
  | { code: 'group_exists'; name: string }
  | { code: 'too_many_groups'; limit: number; name: string }
