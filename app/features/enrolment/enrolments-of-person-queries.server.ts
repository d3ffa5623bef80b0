import type { Db } from '#db/client.server.ts'

/** The enrolments of one person for the desk, the newest first: at most the last 50. */
export function listEnrolmentsOfPerson(db: Db, personId: number) {
  return db
    .selectFrom('enrolment')
    .innerJoin('edition', 'edition.id', 'enrolment.editionId')
    .innerJoin('offering', 'offering.id', 'edition.offeringId')
    .select(['enrolment.id', 'enrolment.status', 'edition.code', 'edition.startsAt', 'offering.title'])
    .where('enrolment.personId', '=', personId)
    .orderBy('enrolment.createdAt', 'desc')
    .orderBy('enrolment.id', 'desc')
    .limit(50)
    .execute()
}
