// How well two heaps of durations can be told apart by whoever knows both.

/**
 * The probability that a duration of `one` is longer than one of `other`, ties counting half (the Mann-Whitney U,
 * divided by all pairs): 0.5 for heaps that tell nothing, 0 or 1 for heaps that never overlap.
 */
export function areaUnderCurve(one: readonly number[], other: readonly number[]): number {
  const all = [...one.map((value) => ({ value, isOne: true })), ...other.map((value) => ({ value, isOne: false }))]
  all.sort((a, b) => a.value - b.value)
  let ranksOfOne = 0
  for (let start = 0; start < all.length; ) {
    let end = start
    while (end < all.length && all[end]?.value === all[start]?.value) end += 1
    const meanRank = (start + 1 + end) / 2
    ranksOfOne += meanRank * all.slice(start, end).filter(({ isOne }) => isOne).length
    start = end
  }
  return (ranksOfOne - (one.length * (one.length + 1)) / 2) / (one.length * other.length)
}

/** The duration that half of them exceed. */
export const median = (durations: readonly number[]): number =>
  durations.toSorted((a, b) => a - b)[Math.floor(durations.length / 2)] ?? Number.NaN
