// A statement whose shape never varies: built by Kysely once per engine, then run with fresh parameters.
import type { Compilable, Kysely } from 'kysely'
import type { Tables } from './schema.ts'

/** Stands for a parameter, or for one entry of a parameter that is a list, while a statement is compiled. */
export class Placeholder {
  readonly name: string
  readonly index: number | undefined

  constructor(name: string, index: number | undefined) {
    this.name = name
    this.index = index
  }
}

export interface Statement<Params, Row> {
  readonly build: (q: Kysely<Tables>) => Compilable<Row>
  /** Never present: carries the type of the parameters. */
  readonly params?: (params: Params) => void
}

/**
 * Declares a statement: `statement<{ orgId: OrgId }>()((q, p) => q.selectFrom('teams')…where('org_id', '=', p.orgId))`.
 * Every use of `p.name` becomes a bound parameter, never text.
 */
export const statement =
  <Params extends object>() =>
  <Row>(build: (q: Kysely<Tables>, p: Params) => Compilable<Row>): Statement<Params, Row> => ({
    build: (q) => build(q, placeholders<Params>()),
  })

/**
 * Declares a statement over a list that is not empty, its parameter `list`:
 * `listStatement<{ orgId: OrgId }>()((q, p, list: readonly TeamId[]) => q.selectFrom('teams')…where('team_id', 'in', list))`.
 * It is compiled once for each power of two; the last entry is bound again for those that a shorter list lacks.
 */
export const listStatement =
  <Params extends object>() =>
  <Entry extends string, Row>(
    build: (q: Kysely<Tables>, p: Params, list: readonly Entry[]) => Compilable<Row>,
  ): ((list: readonly Entry[]) => Statement<Params & Listed<Entry>, Row>) => {
    const bySize = new Map<number, Statement<Params & Listed<Entry>, Row>>()
    return ({ length }) => {
      const size = 2 ** Math.ceil(Math.log2(length))
      const known = bySize.get(size)
      if (known) return known
      const entries = Array.from({ length: size }, (_, index) => placeholders<{ list: Entry }>(index).list)
      const made = { build: (q: Kysely<Tables>) => build(q, placeholders<Params>(), entries) }
      bySize.set(size, made)
      return made
    }
  }

interface Listed<Entry> {
  readonly list: readonly Entry[]
}

const placeholders = <Params extends object>(index?: number): Params =>
  new Proxy({} as Params, { get: (_, name) => new Placeholder(String(name), index) })
