// Bodies as text: minified, or pretty as the live services print them.

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

const INDENT = '  '

/** Minified, in the order the presenter wrote. */
export const compact = (value: Json): string => JSON.stringify(value)

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
