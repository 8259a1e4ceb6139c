// What can be wrong with projects.
export type ProjectFault =
  | { code: 'invalid_group_name'; name: string }
  | { code: 'group_not_found'; id: string }
  | { code: 'group_name_not_found'; name: string }
  | { code: 'group_exists'; name: string }
  | { code: 'tag_characters'; part: 'key' | 'value'; text: string }
  | { code: 'tag_too_long'; part: 'key' | 'value'; most: number }
  | { code: 'limit_not_found'; name: string }
  | { code: 'limit_out_of_bounds'; name: string; least: number; most: number }
  | { code: 'too_many_groups'; limit: number; name: string }
