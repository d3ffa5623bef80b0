import { rotateKeys } from '#app/features/credentials/keys.server.ts'
import { environment, SettingsError } from '#app/platform/environment.server.ts'
import { connect } from '#db/client.server.ts'
import { command, explainConnection } from './support/command.ts'
import { databaseServerFor } from './support/own-database.ts'

/**
 * `npm run keys:rotate`: makes new keys to sign credentials with. The old ones stay in the documents of the issuer, so that
 * what they signed goes on verifying. A running portal signs with the new ones at once.
 */
await command(async () => {
  const settings = environment()
  if (!settings.secretKey) {
    throw new SettingsError(
      'SECRET_KEY is missing: keys are kept encrypted under the one that the portal runs with.',
    )
  }
  const database = await databaseServerFor(settings)
  try {
    const { db } = connect(database.connectionString)
    const names = await rotateKeys(db)
    await db.destroy()
    console.log(`From now on these sign: ${names.join(', ')}.`)
  } catch (error) {
    throw explainConnection(error, database.connectionString)
  } finally {
    await database.stop()
  }
})
