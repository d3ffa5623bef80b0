import { sql } from 'kysely'
import { now } from '#app/platform/clock.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { addCatalogue } from './add-catalogue.ts'
import { addCertificates } from './add-certificates.ts'
import { addContributions } from './add-contributions.ts'
import { addDeskWork, addReviews } from './add-desk-work.ts'
import { addEnrolments } from './add-enrolments.ts'
import { addEvaluations } from './add-evaluations.ts'
import { addInterest } from './add-interest.ts'
import { addLargeRosters } from './add-large-rosters.ts'
import { addPastAttendance } from './add-past-attendance.ts'
import { addPeople } from './add-people.ts'
import { addPost } from './add-post.ts'
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
    const existing = await trx
      .selectFrom('edition')
      .select((it) => [
        it.fn.countAll<number>().as('editions'),
        it.fn
          .countAll<number>()
          .filterWhere('status', 'in', ['open', 'going_ahead'])
          .filterWhere('endsAt', '<', moment)
          .as('toClose'),
      ])
      .executeTakeFirstOrThrow()
    const layout = layOut(size, existing)
    await addPeople(trx, layout, moment)
    await addCatalogue(trx, layout, moment)
    await addLargeRosters(trx, layout, moment)
    await addEnrolments(trx, layout, moment)
    await addDeskWork(trx, layout, moment)
    await addContributions(trx, layout, moment)
    await addEvaluations(trx, layout)
    await addInterest(trx, layout)
    await addPastAttendance(trx, layout)
    await addPost(trx, layout)
    // The planner knows nothing yet of what was just put in.
    await sql`analyze`.execute(trx)
    await addCertificates(trx)
    await addReviews(trx, layout)
    await sql`analyze certificate, certificate_counter`.execute(trx)
  })
}
