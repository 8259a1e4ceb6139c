// Reads what an answer holds by name. The live service leaves out and adds fields, so that nothing is taken for granted.

/** The field's value, whatever it is; undefined where there is none. */
export const valueAt = (body: unknown, name: string): unknown =>
  body instanceof Object ? Reflect.get(body, name) : undefined

/** A text that is not empty. */
export function textAt(body: unknown, name: string): string | undefined {
  const value = valueAt(body, name)
  return typeof value === 'string' && value !== '' ? value : undefined
}

export function flagAt(body: unknown, name: string): boolean | undefined {
  const value = valueAt(body, name)
  return typeof value === 'boolean' ? value : undefined
}

export function numberAt(body: unknown, name: string): number | undefined {
  const value = valueAt(body, name)
  return typeof value === 'number' ? value : undefined
}

/** The objects of a list; none where there is no list. */
export function listAt(body: unknown, name: string): readonly object[] {
  const value = valueAt(body, name)
  return Array.isArray(value) ? value.filter((each) => each instanceof Object) : []
}

/** The different texts of a list, in their order. */
export function textsAt(body: unknown, name: string): readonly string[] {
  const value = valueAt(body, name)
  return Array.isArray(value) ? [...new Set(value.filter((each) => typeof each === 'string'))] : []
}

/** A time as a seed has it, with milliseconds where there are any. */
export function instantAt(body: unknown, name: string): string | undefined {
  const at = Date.parse(textAt(body, name) ?? '')
  return Number.isNaN(at) ? undefined : new Date(at).toISOString().replace('.000Z', 'Z')
}

/** The list, unless it is empty. */
export const someOf = <Item>(list: readonly Item[]): readonly Item[] | undefined => (list.length > 0 ? list : undefined)

/** Orders by code points, the same on every machine. */
export const byText =
  <Item>(textOf: (item: Item) => string) =>
  (one: Item, other: Item): number =>
    textOf(one) < textOf(other) ? -1 : Number(textOf(one) > textOf(other))
