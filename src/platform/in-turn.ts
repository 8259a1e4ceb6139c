// Lets callers wait for each other: one after the other, in the order in which they came.

/** Runs each work when those before it have ended, whether or not they failed, and answers as it does. */
export function inTurn(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }
}
