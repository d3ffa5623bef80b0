import { environment } from '#app/platform/environment.server.ts'
import { command } from './support/command.ts'
import { databaseServerFor, prepareDatabase } from './support/own-database.ts'

/** `npm run db:seed`: puts the demo region into a database that has no region yet, whichever server it is on. */
await command(async () => {
  const settings = environment()
  const database = await databaseServerFor(settings)
  try {
    const region = await prepareDatabase(database.connectionString, {
      seedDemo: true,
      demoPassword: settings.demoPassword,
    })
    console.log(
      region?.demo ? 'The demo region is there.' : 'This database has a real region: nothing was added.',
    )
  } finally {
    await database.stop()
  }
})
