// How often something was tried, counted in the database, so that parallel tries and several processes count together.
import type { Sql, Tx } from './db.ts'
import { statement } from './statement.ts'

export interface Reservation {
  /** What is counted, hashed. */
  readonly throttle: string
  /** How many may be counted at a time. */
  readonly most: number
  /** Now, by the machine's clock. */
  readonly wall: number
  /** When a count that begins now is forgotten. */
  readonly until: number
  /** A count that ends by then is kept until `until`: `wall` for a count that ends so long after its first try. */
  readonly extendedBefore: number
}

const oneMore = statement<Reservation>()((q, p) =>
  q
    .insertInto('throttles')
    .values({ throttle: p.throttle, count: 1, expires_at: p.until })
    .onConflict((conflict) =>
      conflict
        .column('throttle')
        .doUpdateSet((eb) => ({
          count: eb
            .case()
            .when('throttles.expires_at', '<=', p.wall)
            .then(1)
            .else(eb('throttles.count', '+', 1))
            .end(),
          expires_at: eb
            .case()
            .when('throttles.expires_at', '<=', p.extendedBefore)
            .then(p.until)
            .else(eb.ref('throttles.expires_at'))
            .end(),
        }))
        .where((eb) => eb.or([eb('throttles.expires_at', '<=', p.wall), eb('throttles.count', '<', p.most)])),
    )
    .returning('throttles.count'),
)

const ending = statement<{ throttle: string }>()((q, p) =>
  q.selectFrom('throttles').select('expires_at').where('throttle', '=', p.throttle),
)

const oneLess = statement<{ throttle: string; wall: number }>()((q, p) =>
  q
    .updateTable('throttles')
    .set((eb) => ({ count: eb('count', '-', 1) }))
    .where('throttle', '=', p.throttle)
    .where('count', '>', 0)
    .where('expires_at', '>', p.wall),
)

const over = statement<{ wall: number }>()((q, p) => q.deleteFrom('throttles').where('expires_at', '<=', p.wall))

/** Counts one more and answers how many that are; undefined, and nothing counted, when there are too many already. */
export const reserve = async (tx: Tx, reservation: Reservation): Promise<number | undefined> =>
  (await tx.first(oneMore, reservation))?.count

/** When the count is forgotten; undefined when there is none. */
export const endOf = async (sql: Sql, throttle: string): Promise<number | undefined> =>
  (await sql.first(ending, { throttle }))?.expires_at

/** Takes one off a count that has not been forgotten. */
export async function giveBack(tx: Tx, throttle: string, wall: number): Promise<void> {
  await tx.run(oneLess, { throttle, wall })
}

/** Deletes the counts that are over; answers how many rows that were. */
export const sweep = (sql: Sql, wall: number): Promise<number> => sql.run(over, { wall })
