import { parseArgs } from 'node:util'
import { z } from 'zod'
import { paths } from '#app/paths.ts'
import { environment, SettingsError } from '#app/platform/environment.server.ts'
import { migrate, withPatience } from '#db/migrate.ts'
import { command, explainConnection } from './support/command.ts'
import { type RegionSetup, setUpRegion } from './support/set-up-region.ts'

const usage =
  'Use: npm run setup -- --region "<name of the region>" --admin <e-mail address> ' +
  '[--name "<name of the administrator>"] [--short-name <…>] [--code <…>] [--area <…>] ' +
  '[--signatory <…>] [--signatory-role <…>] [--contact <e-mail address>]'

/** `npm run setup`: the region, its lists and its first administrator, in the database of DATABASE_URL. */
await command(async () => {
  const setup = readArguments()
  const { databaseUrl, baseUrl, secretKey } = environment()
  if (!databaseUrl) {
    throw new SettingsError('DATABASE_URL is missing: a real region needs a PostgreSQL server of its own.')
  }
  try {
    await migrate(databaseUrl)
    const token = await withPatience(databaseUrl, ({ db }) =>
      db.transaction().execute((trx) => setUpRegion(trx, setup)),
    )
    console.log(`The region is there. Log in within 15 minutes, once: ${baseUrl}${paths.loginLink(token)}`)
    if (!secretKey || !baseUrl.startsWith('https:')) {
      console.log('Before npm start: set SECRET_KEY (32 characters or more) and BASE_URL (https://…).')
    }
  } catch (error) {
    throw explainConnection(error, databaseUrl)
  }
})

function readArguments(): RegionSetup {
  const text = { type: 'string' } as const
  const options = {
    region: text,
    admin: text,
    name: text,
    'short-name': text,
    code: text,
    area: text,
    signatory: text,
    'signatory-role': text,
    contact: text,
  }
  let values: Partial<Record<keyof typeof options, string>>
  try {
    values = parseArgs({ options }).values
  } catch (error) {
    throw new SettingsError(`${(error as Error).message}\n${usage}`)
  }
  const address = z.email().safeParse(values.admin?.trim().toLowerCase())
  if (!values.region?.trim() || !values.admin) throw new SettingsError(usage)
  if (!address.success) throw new SettingsError(`--admin ${values.admin} is not an e-mail address.`)
  return {
    name: values.region.trim(),
    administrator: address.data,
    administratorName: values.name,
    shortName: values['short-name'],
    code: values.code,
    area: values.area,
    signatoryName: values.signatory,
    signatoryRole: values['signatory-role'],
    contactEmail: values.contact,
  }
}
