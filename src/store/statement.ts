// A statement whose shape never varies: built by Kysely once per engine, then run with fresh parameters.
import type { Compilable, Kysely } from 'kysely'
import type { Tables } from './schema.ts'

/** Stands for a parameter while a statement is compiled. */
export class Placeholder {
  readonly name: string

  constructor(name: string) {
    this.name = name
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

const placeholders = <Params extends object>(): Params =>
  new Proxy({} as Params, { get: (_, name) => new Placeholder(String(name)) })
