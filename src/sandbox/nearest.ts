// Which of some names somebody may have meant.

/** The `count` names that the fewest changed letters lead to, nearest first; those that contain the text come first. */
export function nearest(text: string, names: readonly string[], count: number): readonly string[] {
  const sought = text.toLowerCase()
  const ranked = names.map((name) => ({ name, distance: distanceOf(sought, name.toLowerCase()) }))
  return ranked
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, count)
    .map(({ name }) => name)
}

const distanceOf = (sought: string, name: string): number =>
  sought.length > 2 && name.includes(sought) ? 0 : editDistance(sought, name)

/** How many letters have to be added, taken away or replaced to make one text of the other. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1]
    for (const [column, other] of [...to].entries()) {
      const replaced = (row[column] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}
