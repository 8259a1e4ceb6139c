// The body of a new project.
import Type from 'typebox'
import { refuse } from '../../domain/faults.ts'
import { isProjectName, type Tag } from '../../domain/projects.ts'
import { bodyOf } from './body.ts'

const LONGEST_NAME = 64
const TAG_TEXT = /^[\p{L}\p{N} +\-=._:@]+$/u

const TagText = Type.String({ minLength: 1, maxLength: 255 })

/**
 * `clusterCount`, `created`, `id` and `links` are the service's own. They are read and dropped, because the Go SDK
 * sends its whole struct.
 */
export const newProject = bodyOf(
  Type.Object(
    {
      clusterCount: Type.Optional(Type.Integer()),
      created: Type.Optional(Type.String()),
      id: Type.Optional(Type.String()),
      links: Type.Optional(Type.Array(Type.Unknown())),
      name: Type.String({ minLength: 1, maxLength: LONGEST_NAME }),
      orgId: Type.String({ minLength: 1, maxLength: LONGEST_NAME }),
      regionUsageRestrictions: Type.Optional(
        Type.Union([Type.Literal('COMMERCIAL_FEDRAMP_REGIONS_ONLY'), Type.Literal('GOV_REGIONS_ONLY')]),
      ),
      tags: Type.Optional(
        Type.Array(Type.Object({ key: TagText, value: TagText }, { additionalProperties: false }), { maxItems: 50 }),
      ),
      withDefaultAlertsSettings: Type.Optional(Type.Boolean()),
    },
    { additionalProperties: false },
  ),
)

export const readProjectName = (name: string): string =>
  isProjectName(name) ? name : refuse({ code: 'invalid_group_name', name })

/** Tags of allowed characters, each key once. */
export function readTags(tags: readonly Tag[]): readonly Tag[] {
  const keys = new Set(tags.map(({ key }) => key))
  const valid = keys.size === tags.length && tags.every(({ key, value }) => TAG_TEXT.test(key) && TAG_TEXT.test(value))
  return valid ? tags : refuse({ code: 'invalid_attribute', attribute: 'tags' })
}
