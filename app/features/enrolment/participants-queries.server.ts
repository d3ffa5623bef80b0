import type { Db } from '#db/client.server.ts'
import { openStatuses } from './enrolment.ts'

/** More than any edition holds. */
const most = 1500

/** Everyone who ever enrolled in an edition, for the desk: in the order of the waiting list, then by name. */
export function listParticipants(db: Db, editionId: number) {
  return db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .leftJoin('organisation', 'organisation.id', 'enrolment.organisationId')
    .leftJoin('team', 'team.id', 'enrolment.teamId')
    .select([
      'enrolment.id',
      'enrolment.status',
      'enrolment.approval',
      'enrolment.holdsPlace',
      'enrolment.walkIn',
      'enrolment.withdrawnLate',
      'enrolment.telephone',
      'enrolment.dietaryWishes',
      'enrolment.createdAt',
      'person.name',
      'organisation.name as organisation',
      'team.name as team',
    ])
    .where('enrolment.editionId', '=', editionId)
    .orderBy('enrolment.waitingSince')
    .orderBy('person.sortName')
    .orderBy('enrolment.id')
    .limit(most)
    .execute()
}

export type Participant = Awaited<ReturnType<typeof listParticipants>>[number]

/** How many people have a place in an edition or a wish for one: who gets a message when it changes. */
export async function countConcerned(db: Db, editionId: number): Promise<number> {
  const { count } = await db
    .selectFrom('enrolment')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('editionId', '=', editionId)
    .where('status', 'in', openStatuses)
    .executeTakeFirstOrThrow()
  return count
}

/** One enrolment as the desk sees it, with its person and its edition. */
export function findManagedEnrolment(db: Db, enrolmentId: number) {
  return db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .innerJoin('edition', 'edition.id', 'enrolment.editionId')
    .innerJoin('offering', 'offering.id', 'edition.offeringId')
    .leftJoin('organisation', 'organisation.id', 'enrolment.organisationId')
    .leftJoin('team', 'team.id', 'enrolment.teamId')
    .select([
      'enrolment.id',
      'enrolment.personId',
      'enrolment.editionId',
      'enrolment.status',
      'enrolment.approval',
      'enrolment.origin',
      'enrolment.createdAt',
      'enrolment.statusChangedAt',
      'enrolment.heldUntil',
      'enrolment.note',
      'enrolment.dietaryWishes',
      'enrolment.telephone',
      'enrolment.withdrawnLate',
      'enrolment.statusReason',
      'person.name',
      'edition.code',
      'edition.offeringId',
      'edition.startsAt',
      'edition.status as editionStatus',
      'offering.title',
      'organisation.name as organisation',
      'team.name as team',
    ])
    .where('enrolment.id', '=', enrolmentId)
    .executeTakeFirst()
}

/** Other editions of the same offering that somebody can be moved to: those with a place, the first to start first. */
export function listEditionsToMoveTo(db: Db, from: { editionId: number; offeringId: number }, at: Date) {
  return db
    .selectFrom('edition')
    .innerJoin('offering', 'offering.id', 'edition.offeringId')
    .select([
      'edition.id',
      'edition.code',
      'edition.startsAt',
      'edition.capacity',
      'edition.placesHeld',
      'offering.title',
    ])
    .where('edition.offeringId', '=', from.offeringId)
    .where('edition.id', '<>', from.editionId)
    .where('edition.status', 'in', ['open', 'going_ahead'])
    .where('edition.startsAt', '>', at)
    .where('edition.waiting', '=', 0)
    .where((where) => where('edition.placesHeld', '<', where.ref('edition.capacity')))
    .orderBy('edition.startsAt')
    .limit(20)
    .execute()
}

/** One meeting with its edition, to move it or call it off. */
export function findManagedMeeting(db: Db, meetingId: number) {
  return db
    .selectFrom('meeting')
    .innerJoin('edition', 'edition.id', 'meeting.editionId')
    .innerJoin('offering', 'offering.id', 'edition.offeringId')
    .leftJoin('roomPlace', 'roomPlace.roomId', 'meeting.roomId')
    .select([
      'meeting.id',
      'meeting.editionId',
      'meeting.startsAt',
      'meeting.endsAt',
      'meeting.breakMinutes',
      'meeting.roomId',
      'meeting.placeNote',
      'meeting.status',
      'roomPlace.room',
      'roomPlace.organisation',
      'edition.code',
      'offering.title',
    ])
    .where('meeting.id', '=', meetingId)
    .executeTakeFirst()
}
