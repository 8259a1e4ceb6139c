// How long the randomised tests go on. ATRIUM_RACE_ROUNDS=200 npx vitest run test/races test/crashes plays 200 rounds of
// every race and 200 cycles of every crash, where `npm test` plays a few.

const given = process.env['ATRIUM_RACE_ROUNDS']
const parsed = given ? Number(given) : undefined
if (parsed !== undefined && !(Number.isSafeInteger(parsed) && parsed > 0)) {
  throw new Error(`ATRIUM_RACE_ROUNDS must be a whole number above 0, not ${given}.`)
}

/** Whether somebody asked for a longer run, and wants to read what came of it. */
export const isLongRun = parsed !== undefined

/** The rounds to play: those asked for, or else `usual`. */
export const rounds = (usual: number): number => parsed ?? usual

/** How long a test may take, in milliseconds, when each of its rounds should take far less than half a second. */
export const timeoutFor = (count: number): number => 20_000 + count * 500
