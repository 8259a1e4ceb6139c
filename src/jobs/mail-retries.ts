// When a mail that could not be handed over is tried again, and when nobody tries any more.

const MINUTE = 60_000
const LONGEST = 60 * MINUTE
const GIVEN_UP_AFTER = 1440 * MINUTE

/**
 * Milliseconds until the next try after so many: 1, 2, 4 … up to 60 minutes, moved by up to a tenth either way so that
 * mails which failed together do not come back together. `chance` is from 0 to 1.
 */
export const pauseAfter = (tries: number, chance: number): number =>
  Math.round(Math.min(MINUTE * 2 ** (tries - 1), LONGEST) * (0.9 + 0.2 * chance))

/** Whether a mail has been tried for so long, a day since it was first due, that it is a dead letter. */
export const isGivenUp = (dueAt: number, now: number): boolean => now - dueAt >= GIVEN_UP_AFTER
