// Looks again and again at what changes by itself, while somebody watches the page.
import { messageOf } from './dom.js'

/** Between two looks passes at least this many times what the last one took, so that much to show costs little. */
const SHARE = 10

/**
 * `every` is the least time between two looks in milliseconds; `fail` is told the reason of a failure, and '' after a
 * success. What is returned looks at once. An answer that a newer look has overtaken is not shown.
 * @template Found
 * @param {{ every: number, read: () => Promise<Found>, show: (found: Found) => void, fail: (reason: string) => void }} on
 * @returns {() => Promise<void>}
 */
export function keepLooking({ every, read, show, fail }) {
  let looks = 0
  const look = async () => {
    looks += 1
    const mine = looks
    try {
      const found = await read()
      if (mine !== looks) return
      show(found)
      fail('')
    } catch (error) {
      if (mine === looks) fail(messageOf(error))
    }
  }
  const go = async () => {
    const started = performance.now()
    if (!document.hidden) await look()
    setTimeout(go, Math.max(every, SHARE * (performance.now() - started)))
  }
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void look()
  })
  void go()
  return look
}
