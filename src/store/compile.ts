// Turns a `Statement` into SQL text once per engine, and parameters into positions.
import {
  type Kysely,
  type KyselyPlugin,
  OperationNodeTransformer,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  ValueNode,
} from 'kysely'
import type { Tables } from './schema.ts'
import { Placeholder, type Statement } from './statement.ts'

/** What both engines store; anything else is a mistake that one of them would swallow. */
export type Value = string | number | null

export interface Compiled {
  readonly sql: string
  /** Whether it only reads, so that repeating it is harmless. */
  readonly readOnly: boolean
  /** The values in the order of the placeholders; throws for a parameter that is missing or not a `Value`. */
  bind(params: unknown): Value[]
}

/** A lookup that compiles each statement on first use and keeps what `prepare` makes of it. */
export function preparedOnce<Prepared>(
  q: Kysely<Tables>,
  prepare: (compiled: Compiled) => Prepared,
): (statement: Statement<never, unknown>) => Prepared {
  const literal = q.withPlugin(literals)
  const known = new WeakMap<Statement<never, unknown>, Prepared>()
  return (statement) => {
    const before = known.get(statement)
    if (before !== undefined) return before
    const prepared = prepare(compile(statement, literal))
    known.set(statement, prepared)
    return prepared
  }
}

/** Rows as their statement promises them: Kysely derived `Row` from the query that produced them. */
export const typed = <Rows>(rows: unknown): Rows => rows as Rows

/** Whether both engines can store it as it is. */
export const isValue = (value: unknown): value is Value =>
  typeof value === 'string' || typeof value === 'number' || value === null

function compile(statement: Statement<never, unknown>, q: Kysely<Tables>): Compiled {
  const { sql, parameters, query } = statement.build(q).compile()
  const slots = parameters.map((parameter) => (parameter instanceof Placeholder ? parameter : constant(parameter)))
  return {
    sql,
    readOnly: query.kind === 'SelectQueryNode',
    bind: (params) => slots.map((slot) => (slot instanceof Placeholder ? pick(params, slot) : slot)),
  }
}

function pick(params: unknown, { name, index }: Placeholder): Value {
  const named = isRecord(params) ? params[name] : undefined
  const value: unknown = index !== undefined && Array.isArray(named) ? named[Math.min(index, named.length - 1)] : named
  if (isValue(value)) return value
  throw new TypeError(`Parameter "${name}" must be a string, a number or null, not ${typeof value}.`)
}

function constant(value: unknown): Value {
  if (isValue(value)) return value
  throw new TypeError(`A statement's constant must be a string, a number or null, not ${typeof value}.`)
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/**
 * Writes a statement's constants into its text. Planners match a partial index such as `where status = 'PENDING'` only
 * against a constant that they can see (sqlite.org/partialindex.html#queries_using_partial_indexes).
 */
class LiteralConstants extends OperationNodeTransformer {
  protected override transformValue(node: ValueNode): ValueNode {
    return isValue(node.value) ? ValueNode.createImmediate(node.value) : node
  }
}

const transformer = new LiteralConstants()

const literals: KyselyPlugin = {
  transformQuery: ({ node, queryId }: PluginTransformQueryArgs) => transformer.transformNode(node, queryId),
  transformResult: async ({ result }: PluginTransformResultArgs) => result,
}
