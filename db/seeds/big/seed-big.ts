import { sql } from 'kysely'
import { now } from '#app/platform/clock.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { addCatalogue } from './add-catalogue.ts'
import { addCertificates } from './add-certificates.ts'
import { addDeskWork } from './add-desk-work.ts'
import { addEnrolments } from './add-enrolments.ts'
import { addLargeRosters } from './add-large-rosters.ts'
import { addPeople } from './add-people.ts'
import { type BigSize, layOut } from './layout.ts'

/**
 * Makes the demo region so many times larger, for the benchmark: on top of the official lists and the demo region, with
 * every constraint on. The sizes are totals: the demo's own rows count. Made for measuring: offering `grote-bijeenkomst` has edition 1 with a roster of 200 whose last past meeting (yesterday) is to be recorded,
 * and editions 2 and further that are recorded and ready to close, all given by trainer@demo.test; offering
 * `stormloop` has empty editions of 20 places.
 */
export async function seedBig(db: Db, size: BigSize): Promise<void> {
  const moment = now()
  await inTransaction(db, async (trx) => {
    // One statement may take longer than a page may.
    await sql`set local statement_timeout = 0`.execute(trx)
    await sql`set local work_mem = '128MB'`.execute(trx)
    const { existing } = await trx
      .selectFrom('edition')
      .select((it) => it.fn.countAll<number>().as('existing'))
      .executeTakeFirstOrThrow()
    const layout = layOut(size, existing)
    await addPeople(trx, layout, moment)
    await addCatalogue(trx, layout, moment)
    await addLargeRosters(trx, layout, moment)
    await addEnrolments(trx, layout, moment)
    await addDeskWork(trx, layout, moment)
    // The planner knows nothing yet of what was just put in.
    await sql`analyze`.execute(trx)
    await addCertificates(trx)
    await sql`analyze certificate, certificate_counter`.execute(trx)
  })
}
