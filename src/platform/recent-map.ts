// A bounded map that forgets what was not used lately, in two generations: constant time, and no queue to maintain.

export interface RecentMap<Value> {
  get(key: string): Value | undefined
  set(key: string, value: Value): void
  delete(key: string): void
}

/**
 * Holds at most `limit` entries, and always at least the `limit / 2` used last. `onForget` is called each time after a
 * generation, the entries not used since the call before, has been dropped.
 */
export function recentMap<Value>(limit: number, onForget: () => void = () => {}): RecentMap<Value> {
  let young = new Map<string, Value>()
  let old = new Map<string, Value>()
  const set = (key: string, value: Value): void => {
    if (young.size >= limit / 2 && !young.has(key)) {
      old = young
      young = new Map()
      onForget()
    }
    young.set(key, value)
  }
  return {
    get: (key) => {
      const value = young.get(key)
      if (value !== undefined) return value
      const kept = old.get(key)
      if (kept !== undefined) set(key, kept)
      return kept
    },
    set,
    delete: (key) => {
      young.delete(key)
      old.delete(key)
    },
  }
}
