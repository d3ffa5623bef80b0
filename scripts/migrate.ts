import { environment } from '#app/platform/environment.server.ts'
import { migrate } from '#db/migrate.ts'
import { command, explainConnection } from './support/command.ts'
import { databaseServerFor } from './support/own-database.ts'

/** `npm run db:migrate`: brings the database up to date; `npm start` does so too. */
await command(async () => {
  const database = await databaseServerFor(environment())
  try {
    const done = await migrate(database.connectionString)
    console.log(done.length > 0 ? done.join('\n') : 'The database is up to date.')
  } catch (error) {
    throw explainConnection(error, database.connectionString)
  } finally {
    await database.stop()
  }
})
