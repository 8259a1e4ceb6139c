// Starts the library for tests as a test does, prints what each start took, and ends.
const before = performance.now()
const { startAtrium } = await import('../dist/testing.mjs')
const loaded = performance.now() - before

const STARTS = 40
const times = []
for (let index = 0; index < STARTS; index += 1) {
  const began = performance.now()
  await using _atrium = await startAtrium()
  times.push(performance.now() - began)
}
const [first, ...later] = times
console.log(JSON.stringify({ loaded, first, later }))
