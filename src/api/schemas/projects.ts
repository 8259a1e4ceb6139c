// The bodies of new and changed projects.
import Type from 'typebox'
import { refuse } from '../../domain/faults.ts'
import { isProjectName, type Tag } from '../../domain/projects.ts'
import { bodyOf } from './body.ts'
import { closed } from './vocabulary.ts'

const LONGEST_NAME = 64
const TAG_TEXT = /^[\p{L}\p{N} ;@_\-.+]+$/u

const LONGEST_TAG_TEXT = 255

export const RegionUsage = Type.Union([
  Type.Literal('COMMERCIAL_FEDRAMP_REGIONS_ONLY'),
  Type.Literal('GOV_REGIONS_ONLY'),
])

// How long it may be is checked in `readTags`, which has words for it.
const TagText = Type.String({ minLength: 1 })
const Tags = Type.Optional(Type.Array(closed({ key: TagText, value: TagText }), { maxItems: 50 }))

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
      regionUsageRestrictions: Type.Optional(RegionUsage),
      tags: Tags,
      withDefaultAlertsSettings: Type.Optional(Type.Boolean()),
    },
    { additionalProperties: false },
  ),
)

/** What is the service's own, and the organization, which is changed in another way, are read and dropped here too. */
export const projectChange = bodyOf(
  closed({
    clusterCount: Type.Optional(Type.Integer()),
    created: Type.Optional(Type.String()),
    id: Type.Optional(Type.String()),
    links: Type.Optional(Type.Array(Type.Unknown())),
    name: Type.Optional(Type.String({ minLength: 1, maxLength: LONGEST_NAME })),
    orgId: Type.Optional(Type.String()),
    tags: Tags,
    withDefaultAlertsSettings: Type.Optional(Type.Boolean()),
  }),
)

export const readProjectName = (name: string): string =>
  isProjectName(name) ? name : refuse({ code: 'invalid_group_name', name })

/** Tags of allowed characters, each key once. */
export function readTags(tags: readonly Tag[]): readonly Tag[] {
  const keys = new Set(tags.map(({ key }) => key))
  if (keys.size < tags.length) refuse({ code: 'invalid_attribute', attribute: 'tags' })
  for (const { key, value } of tags) {
    checkTagText('key', key)
    checkTagText('value', value)
  }
  return tags
}

function checkTagText(part: 'key' | 'value', text: string): void {
  if ([...text].length > LONGEST_TAG_TEXT) refuse({ code: 'tag_too_long', part, most: LONGEST_TAG_TEXT })
  if (!TAG_TEXT.test(text)) refuse({ code: 'tag_characters', part, text })
}
