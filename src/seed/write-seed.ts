// Writes a seed as YAML, in one order whoever put it together, so that equal states give equal files.
import { Document, isNode, isScalar, visit } from 'yaml'
import type { Place } from './seed-problem.ts'
import { type Draft, type Seed, SeedDocument } from './seed-schema.ts'

/** A line above the value at a place. */
export interface Comment {
  readonly place: Place
  readonly says: string
}

/** The text of a seed file, which `readSeed` reads back to the same seed. What is undefined is left out. */
export function writeSeed(seed: Draft<Seed>, comments: readonly Comment[] = []): string {
  const document = new Document(inOrder(SeedDocument, seed), { aliasDuplicateObjects: false })
  visit(document, {
    Seq: (_, list) => {
      if (list.items.every(isScalar)) list.flow = true
    },
  })
  for (const { place, says } of comments) {
    const node = document.getIn(place, true)
    if (isNode(node)) node.commentBefore = ` ${says}`
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })
}

/** The same as JSON, which is a seed file too. */
export const writeSeedAsJson = (seed: Draft<Seed>): string =>
  `${JSON.stringify(inOrder(SeedDocument, seed), null, 2)}\n`

/** The value with its keys as the schema has them; what the schema leaves open stays as it is. */
function inOrder(schema: object, value: unknown): unknown {
  if (Array.isArray(value)) {
    const item = 'items' in schema && schema.items instanceof Object ? schema.items : {}
    return value.map((each) => inOrder(item, each))
  }
  if (!(value instanceof Object)) return value
  const known = 'properties' in schema && schema.properties instanceof Object ? Object.entries(schema.properties) : []
  if (known.length === 0) return value
  const given = new Map(Object.entries(value))
  return Object.fromEntries(
    known.filter(([key]) => given.get(key) !== undefined).map(([key, part]) => [key, inOrder(part, given.get(key))]),
  )
}
