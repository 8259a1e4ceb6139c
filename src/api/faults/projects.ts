// What can be wrong with projects, in the words of the wire.
import type { ProjectFault } from '../../domain/faults/projects.ts'
import { echo, error, type Wording } from './wording.ts'

export const projectFaults: Wording<ProjectFault> = {
  invalid_group_name: ({ name }) =>
    error(400, 'INVALID_GROUP_NAME', `An invalid group name "${echo(name)}" was specified.`, echo(name)),
  group_not_found: ({ id }) => error(404, 'GROUP_NOT_FOUND', `No group with ID ${echo(id)} exists.`, echo(id)),
  group_name_not_found: ({ name }) =>
    error(404, 'GROUP_NAME_NOT_FOUND', `No group with name "${echo(name)}" exists.`, echo(name)),
  group_exists: ({ name }) => error(409, 'GROUP_ALREADY_EXISTS', `A group with name "${name}" already exists.`, name),
  // Terraform's checks look for these words, on whole lines: it breaks them at 77 characters, and how many come before
  // decides where.
  tag_characters: ({ part, text }) =>
    error(
      400,
      'INVALID_ATTRIBUTE',
      `The tag ${part} "${echo(text)}" contains invalid characters. Allowable characters include letters, numbers, spaces and ;@_-.+`,
      'tags',
    ),
  tag_too_long: ({ part, most }) =>
    error(
      400,
      'INVALID_ATTRIBUTE',
      `The ${part} of the tag exceeded the maximum allowed length of ${most} characters.`,
      'tags',
    ),
  limit_not_found: ({ name }) =>
    error(404, 'RESOURCE_NOT_FOUND', `Cannot find resource limit ${echo(name)}.`, `limit ${echo(name)}`),
  limit_out_of_bounds: ({ name, least, most }) =>
    error(400, 'INVALID_ATTRIBUTE', `The limit ${name} can be set to ${least} up to ${most}.`, 'value'),
  too_many_groups: ({ limit, name }) =>
    error(
      400,
      'MAX_GROUPS_PER_ORG_EXCEEDED',
      `Maximum number of groups per org (${limit}) in ${name} exceeded.`,
      limit,
      name,
    ),
}
