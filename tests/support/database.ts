import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { test as base, inject } from 'vitest'
import { setClock } from '#app/platform/clock.ts'
import { type Connection, connect, type Db, shareConnection } from '#db/client.server.ts'

type Databases = {
  /** A database of this test only, with the schema and the official lists in it, and no region. */
  db: Db
  /** The same, with its pool and its address. */
  connection: Connection & { connectionString: string }
}

/** vitest's `test` with a database that is made for each test that asks for it, and thrown away after. */
export const test = base.extend<Databases>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names of the fixtures from this pattern.
  connection: async ({}, use) => {
    const connectionString = await createDatabase('template_empty')
    const connection = connect(connectionString)
    shareConnection(connection)
    await use({ ...connection, connectionString })
    setClock(undefined)
    shareConnection(undefined)
    await connection.db.destroy()
    await dropDatabase(connectionString)
  },
  db: ({ connection }, use) => use(connection.db),
})

/** Copies `template` into a new database; returns its address. */
export async function createDatabase(template: string): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await administer(`create database ${name} template ${template} strategy file_copy`)
  return addressOf(name)
}

export async function dropDatabase(connectionString: string): Promise<void> {
  await administer(`drop database if exists ${new URL(connectionString).pathname.slice(1)} with (force)`)
}

/** The address of another database on the server of this run. */
export function addressOf(name: string): string {
  const address = new URL(inject('databaseServer'))
  address.pathname = `/${name}`
  return address.href
}

export async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: addressOf('postgres') })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
