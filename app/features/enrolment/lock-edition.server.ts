import { notFound } from '#app/platform/refusal.ts'
import type { Transaction } from '#db/client.server.ts'

const columns = [
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
  'edition.participantsNote',
  'offering.slug',
  'offering.title',
  'offering.bring',
] as const

/** The edition as it stands, without a lock: what places are given on must be read by `lockEdition`. */
export function readEdition(trx: Transaction, id: number) {
  return trx
    .selectFrom('edition')
    .innerJoin('offering', 'offering.id', 'edition.offeringId')
    .select(columns)
    .where('edition.id', '=', id)
    .executeTakeFirst()
}

/**
 * The edition, locked until the transaction ends. Whoever gives, takes or frees a place locks it first and reads
 * after that: so places are given one at a time, on what is true. Several editions are locked in order of id.
 */
export function lockEdition(trx: Transaction, id: number): Promise<LockedEdition | undefined> {
  return trx
    .selectFrom('edition')
    .innerJoin('offering', 'offering.id', 'edition.offeringId')
    .select(columns)
    .where('edition.id', '=', id)
    .forUpdate('edition')
    .executeTakeFirst()
}

export type LockedEdition = NonNullable<Awaited<ReturnType<typeof readEdition>>>
/** How an edition is taken hold of. Commands use `lockEdition`; the storm test's control leaves the lock out. */
export type Lock = (trx: Transaction, id: number) => Promise<LockedEdition | undefined>

/** One enrolment with its edition, the edition locked first; 404 when there is none. */
export async function lockEnrolment(trx: Transaction, id: number) {
  const known = await trx.selectFrom('enrolment').select('editionId').where('id', '=', id).executeTakeFirst()
  const edition = known && (await lockEdition(trx, known.editionId))
  if (!edition) throw notFound()
  const enrolment = await trx
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .selectAll('enrolment')
    .select('person.name as personName')
    .where('enrolment.id', '=', id)
    .executeTakeFirstOrThrow()
  return { edition, enrolment }
}

export type LockedEnrolment = Awaited<ReturnType<typeof lockEnrolment>>['enrolment']
