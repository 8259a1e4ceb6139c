// Every migration, in the order of its name. Released ones never change; a new one only expands what is there.
import type { Kysely } from 'kysely'
import type { Db } from '../db.ts'
import type { Tables } from '../schema.ts'
import { foundation } from './0001-foundation.ts'
import { access } from './0002-access.ts'
import { people } from './0003-people.ts'

export type Step = (engine: Db['engine'], q: Kysely<Tables>) => Promise<void>

export const migrations: Readonly<Record<string, Step>> = {
  '0001-foundation': foundation,
  '0002-access': access,
  '0003-people': people,
}
