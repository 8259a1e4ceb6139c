// A few works at a time, so that neither the other side nor its rate limits are run over.

const AT_ONCE = 4

/** The results in the order of the items; rejects with the first failure, and what runs by then has to be ended. */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results = new Map<number, Result>()
  const waiting = items.entries()
  const next = async (): Promise<void> => {
    for (const [index, item] of waiting) results.set(index, await work(item))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, next))
  return [...results].sort(([one], [other]) => one - other).map(([, result]) => result)
}
