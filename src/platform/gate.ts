// A gate that many pass at once, and that one may close to be alone behind it.
import { setTimeout } from 'node:timers/promises'

export interface Gate {
  /** Undefined for whoever may go in at once, and is in; else settles when they are. Everybody who is in must leave. */
  enter(): Promise<void> | undefined
  leave(): void
  /**
   * Runs `work` while nobody is in and whoever comes waits. Those who are in have `patience` milliseconds to leave, and
   * are not waited for any longer. Several do so one after the other.
   */
  alone<Result>(work: () => Promise<Result>): Promise<Result>
}

/** An open gate. */
export function createGate(patience: number): Gate {
  let inside = 0
  let closed: Promise<void> | undefined
  let emptied: (() => void) | undefined
  const enter = (): Promise<void> | undefined => {
    if (closed !== undefined) return closed.then(enter)
    inside += 1
    return undefined
  }
  const empty = async (): Promise<void> => {
    if (inside === 0) return
    const giveUp = new AbortController()
    const left = new Promise<void>((resolve) => {
      emptied = resolve
    })
    await Promise.race([left, setTimeout(patience, undefined, { signal: giveUp.signal }).catch(() => {})])
    giveUp.abort()
    emptied = undefined
  }
  return {
    enter,
    leave: () => {
      inside -= 1
      if (inside === 0) emptied?.()
    },
    alone: async (work) => {
      while (closed !== undefined) await closed
      const { promise, resolve: open } = Promise.withResolvers<void>()
      closed = promise
      try {
        await empty()
        return await work()
      } finally {
        closed = undefined
        open()
      }
    },
  }
}
