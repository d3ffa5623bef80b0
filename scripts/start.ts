import { createServer } from 'node:net'
import { type Environment, environment, SettingsError } from '#app/platform/environment.server.ts'
import { buildWhenStale } from './support/build.ts'
import { command } from './support/command.ts'
import { databaseServerFor, ownSecret, prepareDatabase } from './support/own-database.ts'
import { startProcesses } from './support/processes.ts'
import { stopAsked } from './support/stopping.ts'

/** `npm start`: everything the portal needs, in production mode, until Ctrl-C. */
await command(async () => {
  const asked = stopAsked(() => process.exit(1))
  const settings = environment()
  const database = await databaseServerFor(settings)
  try {
    const port = await claimPort(settings)
    const baseUrl = settings.baseUrl.replace(/:0$/, `:${port}`)
    const stopping = asked.then(() => database.tell({ address: baseUrl, stopping: true }))
    await database.tell({ address: baseUrl })
    const [region] = await Promise.all([
      prepareDatabase(database.connectionString, {
        seedDemo: !settings.databaseUrl,
        demoPassword: settings.demoPassword,
      }),
      buildWhenStale(),
    ])
    if (await isSettled(stopping)) return
    const portal = startProcesses(settings.webConcurrency, {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      BASE_URL: baseUrl,
      DATABASE_URL: database.connectionString,
      SECRET_KEY: await secretFor(settings, region),
    })
    await Promise.race([portal.ready, stopping])
    if (!(await isSettled(stopping))) console.log(`The portal is ready: ${baseUrl}`)
    await stopping
    console.log('Stopping …')
    await portal.stop()
  } finally {
    await database.stop()
  }
  process.exit(0)
})

/** A demo makes its own secret; a real region is asked for one, and for an address that nobody can listen in on. */
async function secretFor(settings: Environment, region: { demo: boolean } | undefined): Promise<string> {
  if (!region) {
    throw new SettingsError(
      'There is no region in this database yet: make it with npm run setup -- --region "<name>" --admin <address>.',
    )
  }
  if (region.demo) return settings.secretKey ?? (await ownSecret(settings.dataDir))
  if (!settings.secretKey) {
    throw new SettingsError('SECRET_KEY is missing: a real region needs one, of at least 32 characters.')
  }
  if (!settings.baseUrl.startsWith('https:')) {
    throw new SettingsError('BASE_URL is missing or not https: a real region is reached over https only.')
  }
  return settings.secretKey
}

/** The port to listen on, tried before the long work of a first start; 0 takes one that is free. */
function claimPort({ port, host }: Environment): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const sentences: Record<string, string> = {
        EADDRINUSE: `Port ${port} is in use: stop what uses it, or set PORT.`,
        EACCES: `Port ${port} may not be used by this user: set PORT to 1024 or higher.`,
        EADDRNOTAVAIL: `HOST ${host} is not an address of this machine.`,
        ENOTFOUND: `HOST ${host} is not an address of this machine.`,
      }
      const sentence = sentences[error.code ?? '']
      reject(sentence ? new SettingsError(sentence) : error)
    })
    probe.listen(port, host, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : port))
    })
  })
}

function isSettled(promise: Promise<unknown>): Promise<boolean> {
  return Promise.race([promise.then(() => true), new Promise<boolean>((done) => setImmediate(done, false))])
}
