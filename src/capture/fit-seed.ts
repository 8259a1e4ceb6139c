// Makes a seed of what was read that can be applied: whatever no seed can hold is taken out, and said.
import type { Place } from '../seed/seed-problem.ts'
import type { Draft, Seed } from '../seed/seed-schema.ts'
import { judgeSeed } from '../seed/seed-value.ts'
import { textAt } from './fields.ts'

/** Without these their item makes no sense, and goes with them. */
const NEEDED: ReadonlySet<string | undefined> = new Set(['name', 'username', 'key', 'value'])
const BY_NAME: ReadonlySet<string | undefined> = new Set(['projectRoles', 'settings', 'limits'])

export interface Fitted {
  readonly seed: Seed
  /** A sentence on each problem that was taken out, by its place. */
  readonly problems: readonly string[]
}

/** The seed without what is wrong with it; undefined when nothing of it can stand. */
export function fitSeed(draft: Draft<Seed>): Fitted | undefined {
  let value: unknown = JSON.parse(JSON.stringify(draft))
  const sentences: string[] = []
  for (;;) {
    const { seed, problems } = judgeSeed(value)
    if (seed) return { seed, problems: sentences }
    for (const { place, says } of problems) {
      sentences.push(`Left out, since a seed cannot hold it: ${called(value, place)} ${says}.`)
      const target = targetOf(place.map(String))
      if (target.length <= 2) return undefined
      takeOut(value, target)
    }
    value = swept(value)
  }
}

/** The place as people know it: `users "ana@example.com".orgRoles[1]`. */
function called(root: unknown, place: Place): string {
  let path = ''
  let at = root
  for (const key of place.map(String)) {
    const inside: unknown = at instanceof Object ? Reflect.get(at, key) : undefined
    const label = ['name', 'username', 'publicKey', 'clientId', 'id'].flatMap((name) => textAt(inside, name) ?? [])[0]
    if (!Array.isArray(at)) path += path === '' ? key : `.${key}`
    else path += label === undefined ? `[${key}]` : ` ${JSON.stringify(label)}`
    at = inside
  }
  return path.replace(/^organizations ("(\\.|[^"])*"|\[0\])\./, '')
}

function targetOf(place: readonly string[]): readonly string[] {
  const isNeeded = NEEDED.has(place.at(-1)) && !BY_NAME.has(place.at(-2))
  return isNeeded ? place.slice(0, -1) : place
}

/** Leaves a hole in a list, so that the places of the other problems stay what they are. */
function takeOut(root: unknown, place: readonly string[]): void {
  let target = root
  for (const key of place.slice(0, -1)) target = target instanceof Object ? Reflect.get(target, key) : undefined
  const key = place.at(-1)
  if (!(target instanceof Object) || key === undefined) return
  if (Array.isArray(target)) target[Number(key)] = null
  else Reflect.deleteProperty(target, key)
}

const swept = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, part) => (Array.isArray(part) ? part.filter((each) => each !== null) : part))
