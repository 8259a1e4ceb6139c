// The yardstick for writes: one durable commit after the other with node:sqlite, as fast as one process can.
import { DatabaseSync } from 'node:sqlite'

const [file = '', seconds = '3'] = process.argv.slice(2)

const database = new DatabaseSync(file)
database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
database.exec('CREATE TABLE IF NOT EXISTS notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT')
const insert = database.prepare('INSERT INTO notes (text) VALUES (?)')
const text = 'x'.repeat(400)

const start = process.hrtime.bigint()
const end = start + BigInt(Number(seconds) * 1e9)
let commits = 0
while (process.hrtime.bigint() < end) {
  insert.run(text)
  commits += 1
}
const elapsed = Number(process.hrtime.bigint() - start) / 1e9
process.stdout.write(`${JSON.stringify({ perSecond: commits / elapsed })}\n`)
database.close()
