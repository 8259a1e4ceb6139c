// Bodies as text: minified, or pretty as the live services print them.

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

const INDENT = '  '

/** Minified, in the order the presenter wrote. */
export const compact = (value: Json): string => JSON.stringify(value)

/** Objects that will be printed again, and their text once they have been. */
const recurring = new WeakMap<object, string>()

/** Says that this very object will be printed again, and not change. */
export function willRecur(value: Json): Json {
  if (isObject(value)) recurring.set(value, '')
  return value
}

/** A page, minified: what recurs in its results is printed once. */
export function compactPage(page: { readonly [key: string]: Json }): string {
  const members = Object.entries(page).map(([key, value]) => {
    const text = key === 'results' && isArray(value) ? `[${value.map(compactItem).join(',')}]` : compact(value)
    return `"${key}":${text}`
  })
  return `{${members.join(',')}}`
}

function compactItem(item: Json): string {
  const known = isObject(item) ? recurring.get(item) : undefined
  if (known) return known
  const text = compact(item)
  if (isObject(item) && known === '') recurring.set(item, text)
  return text
}

const isObject = (value: Json): value is { readonly [key: string]: Json } => typeof value === 'object' && value !== null

/**
 * Objects over lines with two spaces and `"key" : value`; arrays stay on the line, an empty one is `[ ]`
 * (docs/wire/conventions.md#pretty).
 */
export const pretty = (value: Json): string => print(value, '')

function print(value: Json, indent: string): string {
  if (isArray(value)) return value.length === 0 ? '[ ]' : `[ ${value.map((item) => print(item, indent)).join(', ')} ]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const inner = indent + INDENT
  const lines = Object.entries(value).map(([key, item]) => `${inner}${JSON.stringify(key)} : ${print(item, inner)}`)
  return lines.length === 0 ? '{ }' : `{\n${lines.join(',\n')}\n${indent}}`
}

const isArray = (value: Json): value is readonly Json[] => Array.isArray(value)
