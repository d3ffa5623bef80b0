import { runWorker } from '#app/jobs.server.ts'
import { connection } from '#db/client.server.ts'
import { command } from './support/command.ts'
import { parentStops } from './support/stopping.ts'

/** The process that does the jobs: mail, digests, cleaning up. `start.ts` runs it. */
await command(async () => {
  const stopped = parentStops()
  const worker = await runWorker(connection())
  process.send?.('ready')
  await stopped
  // A job that is not done by then is done again by the next start.
  await Promise.race([worker.stop(), new Promise((done) => setTimeout(done, 10_000))])
  process.exit(0)
})
