// Two JSON values key by key, with what may differ (identifiers, times, the base address) brought into one form first.
import type { Json } from '../../src/api/wire/json.ts'

const ID = /(?<![0-9a-f])[0-9a-f]{24}(?![0-9a-f])/g
const PRIVATE_KEY = /^(\*{8}-\*{4}-\*{4}-|[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-)[0-9a-f]{12}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/

type Difference = readonly [at: string, differs: string]
type Fields = Readonly<Record<string, Json>>

/** Every place in which our answer differs from the recorded one. */
export const compare = (recorded: Json, ours: Json): readonly Difference[] => [...differences(recorded, ours, '$')]

/**
 * The value with its identifiers numbered by first appearance, so that it still shows which are equal, after those in
 * `before`; its times as `<time>`, an expiry as its distance from the creation; keys as their form; and `base` as
 * `{baseUrl}`.
 */
export function normalise(value: Json, base: string, before: string): Json {
  const numbers = new Map<string, string>()
  const numbered = (text: string): string =>
    text.replaceAll(ID, (id) => numbers.get(id) ?? remember(numbers, id, `<id ${numbers.size + 1}>`))
  numbered(before)
  const ofText = (text: string, parent: Fields | undefined): string => {
    if (INSTANT.test(text)) return time(text, parent)
    const key = PRIVATE_KEY.exec(text)
    if (key) return key[1]?.startsWith('*') ? '<masked private key>' : '<private key>'
    if (text === parent?.['publicKey']) return `<public key of ${text.length} characters>`
    return numbered(text.replaceAll(base, '{baseUrl}'))
  }
  const walk = (node: Json, parent: Fields | undefined): Json => {
    if (isList(node)) return inOneOrder(node).map((item) => walk(item, undefined))
    if (isFields(node)) return Object.fromEntries(Object.entries(node).map(([name, item]) => [name, walk(item, node)]))
    return typeof node === 'string' ? ofText(node, parent) : node
  }
  return walk(value, undefined)
}

/**
 * The live service lists the roles of a user in either order, from one answer to the next. The people of the recordings
 * were given other names, so that the order of theirs says nothing: here they stand by the names they have now.
 */
function inOneOrder(list: readonly Json[]): readonly Json[] {
  if (areAll(list, 'roleName')) return list.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  if (areAll(list, 'orgMembershipStatus')) return list.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
  return list
}

const areAll = (list: readonly Json[], name: string): boolean => list.every((item) => isFields(item) && name in item)
const nameOf = (item: Json): string => (isFields(item) ? String(item['username']) : '')

function remember(numbers: Map<string, string>, id: string, number: string): string {
  numbers.set(id, number)
  return number
}

function time(text: string, parent: Fields | undefined): string {
  const created = parent?.['createdAt']
  if (typeof created !== 'string' || created === text) return '<time>'
  return text === parent?.['expiresAt'] ? `<${(Date.parse(text) - Date.parse(created)) / 1000} s later>` : '<time>'
}

function* differences(recorded: Json, ours: Json, at: string): Generator<Difference> {
  if (kindOf(recorded) !== kindOf(ours)) yield [at, `${kindOf(recorded)}, here ${kindOf(ours)}`]
  else if (isList(recorded) && isList(ours)) yield* ofLists(recorded, ours, at)
  else if (isFields(recorded) && isFields(ours)) yield* ofFields(recorded, ours, at)
  else if (recorded !== ours) yield [at, `${JSON.stringify(recorded)}, here ${JSON.stringify(ours)}`]
}

function* ofLists(recorded: readonly Json[], ours: readonly Json[], at: string): Generator<Difference> {
  if (recorded.length !== ours.length) yield [at, `${recorded.length} items, here ${ours.length}`]
  for (const [index, item] of recorded.entries()) {
    const other = ours[index]
    if (other !== undefined) yield* differences(item, other, `${at}[]`)
  }
}

function* ofFields(recorded: Fields, ours: Fields, at: string): Generator<Difference> {
  const [names, others] = [Object.keys(recorded), Object.keys(ours)]
  for (const name of names) if (!others.includes(name)) yield [`${at}.${name}`, 'missing here']
  for (const name of others) if (!names.includes(name)) yield [`${at}.${name}`, 'only here']
  const common = names.filter((name) => others.includes(name))
  const commonHere = others.filter((name) => names.includes(name))
  if (common.join() !== commonHere.join()) yield [at, `keys ${common.join()}, here ${commonHere.join()}`]
  for (const name of common) yield* differences(recorded[name] ?? null, ours[name] ?? null, `${at}.${name}`)
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)
const isFields = (value: Json): value is Fields => typeof value === 'object' && value !== null && !isList(value)
const kindOf = (value: Json): string => (value === null ? 'null' : isList(value) ? 'list' : typeof value)
