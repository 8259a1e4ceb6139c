// Databases on the tests' PostgreSQL, made and removed by their administrator.
import { Client, escapeIdentifier } from 'pg'

/** Creates a database, as a copy of `template` when one is given. */
export const createDatabase = (adminUrl: string, name: string, template?: string): Promise<void> =>
  connected(adminUrl, async (client) => {
    const copy = template === undefined ? '' : `template ${escapeIdentifier(template)}`
    await client.query(`create database ${escapeIdentifier(name)} ${copy}`)
  })

/** Removes a database and cuts whoever is connected to it. */
export const dropDatabase = (adminUrl: string, name: string): Promise<void> =>
  connected(adminUrl, async (client) => {
    await client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`)
  })

/** Deletes every row that a test can have written. */
export const emptyDatabase = (url: string): Promise<void> =>
  connected(url, async (client) => {
    const tables = await client.query(
      "select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely%'",
    )
    await client.query(tables.rows.map(({ tablename }) => `delete from ${escapeIdentifier(tablename)}`).join('; '))
  })

/** The url of another database on the same server. */
export function databaseUrl(adminUrl: string, name: string): string {
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  return url.href
}

async function connected(url: string, use: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await use(client)
  } finally {
    await client.end()
  }
}
