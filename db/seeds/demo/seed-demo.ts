import { today as currentDay, now as currentMoment } from '#app/platform/clock.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { dayFrom, instantOf } from '../teaching-weeks.ts'
import { holdAMeetingNow } from './hold-a-meeting-now.ts'
import { insertEditions, insertOfferings } from './insert-catalogue.ts'
import { insertCertificates } from './insert-certificates.ts'
import { insertContributions } from './insert-contributions.ts'
import { insertCoverage } from './insert-coverage.ts'
import { insertDeskWork } from './insert-desk-work.ts'
import { insertDossiers } from './insert-dossiers.ts'
import { insertEnrolments } from './insert-enrolments.ts'
import { insertEvaluations } from './insert-evaluations.ts'
import { insertHistory } from './insert-history.ts'
import { insertInterest } from './insert-interest.ts'
import { insertJournal } from './insert-journal.ts'
import { insertMessages } from './insert-messages.ts'
import { insertModules } from './insert-modules.ts'
import { insertOrganisations, insertPeople } from './insert-people.ts'
import { insertResults } from './insert-results.ts'
import { insertSurroundings } from './insert-surroundings.ts'
import { planEditions } from './plan-editions.ts'
import { planEnrolments } from './plan-enrolments.ts'
import { planOutcomes } from './plan-results.ts'
import { region } from './region.ts'

/**
 * Fills a new database with the demo region, dated around the present moment. The official lists must be there.
 * The plan is pure and knows the rules; what follows only writes it down, all or nothing.
 */
export async function seedDemo(db: Db, options: { demoPassword: string }): Promise<void> {
  const now = currentMoment()
  const today = currentDay()
  const editions = holdAMeetingNow(planEditions(now, today), now)
  const enrolments = planEnrolments(editions, now, today)
  const outcomes = planOutcomes(enrolments, now, today)
  await inTransaction(db, async (trx) => {
    const createdAt = instantOf(dayFrom(today, { days: -400 }), '09:00')
    await trx
      .insertInto('region')
      .values({ ...region, createdAt })
      .execute()
    const places = await insertOrganisations(trx, createdAt)
    const people = await insertPeople(trx, places, today, options.demoPassword)
    const offerings = await insertOfferings(trx, places, createdAt)
    const editionIds = await insertEditions(trx, editions, places, offerings, people)
    const enrolmentIds = await insertEnrolments(
      trx,
      enrolments,
      outcomes,
      { editions: editionIds, people, places },
      now,
    )
    const known = { editions: editionIds, people, enrolments: enrolmentIds }
    await insertResults(trx, outcomes, known, now)
    const certificates = await insertCertificates(trx, outcomes, known, region, now)
    await insertDossiers(trx, people, places, today)
    await insertCoverage(trx, places, createdAt)
    await insertModules(trx, places, today)
    await insertSurroundings(trx, known, now)
    await insertDeskWork(trx, known, now)
    await insertEvaluations(trx, editions, { ...known, offerings }, today)
    await insertContributions(trx, places, people, now)
    await insertHistory(trx, people, now)
    await insertInterest(trx, known, now)
    await insertMessages(trx, known, now)
    await insertJournal(trx, editions, outcomes, certificates, known, now)
  })
}
