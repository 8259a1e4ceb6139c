// Holds requests back for a while, and lets them go early when nobody wants them held any longer.

export interface Hold {
  /** Settles after the delay, or as soon as it is released. */
  wait(): Promise<void>
  /** Whether nobody waits. */
  isIdle(): boolean
  /** Lets go whoever waits; from then on nobody waits. */
  release(): void
}

/** `delay` in milliseconds; 0 holds nobody. */
export function createHold(delay: number): Hold {
  const waiting = new Set<() => void>()
  let isOpen = delay === 0
  return {
    wait: () =>
      isOpen
        ? Promise.resolve()
        : new Promise((resolve) => {
            const go = (): void => {
              clearTimeout(timer)
              waiting.delete(go)
              resolve()
            }
            const timer = setTimeout(go, delay)
            waiting.add(go)
          }),
    isIdle: () => waiting.size === 0,
    release: () => {
      isOpen = true
      for (const go of [...waiting]) go()
    },
  }
}
