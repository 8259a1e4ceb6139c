// Where in the text of a seed file a problem stands.
import { type Document, isMap, isNode, isScalar, isSeq, type Node } from 'yaml'
import type { Place } from './seed-problem.ts'

/** The offset of the place: of its key in a map, of itself in a list; what is missing stands where its map begins. */
export function offsetOf(document: Document, place: Place): number {
  let offset = 0
  let node: unknown = document.contents
  for (const key of place) {
    const next = step(node, String(key))
    if (next === undefined) break
    offset = next.offset
    node = next.node
  }
  return offset
}

/** The place as people write it: `organizations[0].users[1].id`. */
export function pathOf(document: Document, place: Place): string {
  let path = ''
  let node: unknown = document.contents
  for (const key of place.map(String)) {
    path += isSeq(node) ? `[${key}]` : `${path === '' ? '' : '.'}${key}`
    node = step(node, key)?.node
  }
  return path || 'the file'
}

function step(node: unknown, key: string): { offset: number; node: unknown } | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(key)]
    return isNode(item) ? { offset: startOf(item), node: item } : undefined
  }
  const pair = isMap(node) ? node.items.find((item) => isScalar(item.key) && String(item.key.value) === key) : undefined
  return pair && isNode(pair.key) ? { offset: startOf(pair.key), node: pair.value } : undefined
}

const startOf = (node: Node): number => node.range?.[0] ?? 0
