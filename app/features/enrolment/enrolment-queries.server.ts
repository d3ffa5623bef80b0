import type { Db, Transaction } from '#db/client.server.ts'
import { openStatuses } from './enrolment.ts'

/** The enrolment of a person in an edition that is going on or was completed; undefined when there is none. */
export function findOpenEnrolment(db: Db | Transaction, personId: number, editionId: number) {
  return db
    .selectFrom('enrolment')
    .select(['id', 'status', 'heldUntil'])
    .where('personId', '=', personId)
    .where('editionId', '=', editionId)
    .where('status', 'in', [...openStatuses, 'completed', 'not_completed'])
    .executeTakeFirst()
}

/** What the enrolment page tells of an edition of a published offering, by the words in its address. */
export async function findEditionToEnrol(db: Db | Transaction, slug: string, code: string) {
  return db
    .selectFrom('edition')
    .innerJoin('offering', 'offering.id', 'edition.offeringId')
    .select([
      'edition.id',
      'edition.code',
      'edition.offeringId',
      'edition.status',
      'edition.capacity',
      'edition.placesHeld',
      'edition.waiting',
      'edition.enrolUntil',
      'edition.leaveUntil',
      'edition.startsAt',
      'edition.endsAt',
      'edition.hasMeal',
      'offering.slug',
      'offering.title',
      'offering.kind',
    ])
    .where('offering.slug', '=', slug)
    .where('offering.status', '=', 'published')
    .where('edition.code', '=', code)
    .executeTakeFirst()
}

/** Other editions of the same offering that one can still enrol in, the first to start first. */
export function listOtherEditions(
  db: Db | Transaction,
  edition: { id: number; offeringId: number },
  at: Date,
) {
  return db
    .selectFrom('edition')
    .innerJoin('offering', 'offering.id', 'edition.offeringId')
    .select([
      'edition.id',
      'edition.code',
      'edition.startsAt',
      'edition.capacity',
      'edition.placesHeld',
      'edition.waiting',
      'offering.slug',
    ])
    .where('edition.offeringId', '=', edition.offeringId)
    .where('edition.id', '<>', edition.id)
    .where('edition.status', 'in', ['open', 'going_ahead'])
    .where('edition.startsAt', '>', at)
    .where((where) =>
      where.or([where('edition.enrolUntil', 'is', null), where('edition.enrolUntil', '>', at)]),
    )
    .orderBy('edition.startsAt')
    .limit(5)
    .execute()
}

/** The telephone number that somebody keeps with their account. */
export async function findTelephone(db: Db | Transaction, personId: number): Promise<string | null> {
  const row = await db.selectFrom('person').select('telephone').where('id', '=', personId).executeTakeFirst()
  return row?.telephone ?? null
}
