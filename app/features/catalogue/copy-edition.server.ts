import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { dayOf } from '#app/platform/clock.ts'
import { addDays, daysBetween, instantAt, timeOf } from '#app/platform/dates.ts'
import { note } from '#app/platform/journal.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { type Db, inTransaction } from '#db/client.server.ts'
import { insertMeetings } from './insert-meetings.server.ts'
import { insertEdition } from './plan-edition.server.ts'

/**
 * Plans an edition again from `firstDay`: the same meetings, each as many days later as the first one is, in the same
 * rooms at the same times on the wall, with the same trainers. Returns the new edition's id.
 */
export async function copyEdition(
  db: Db,
  actor: Actor,
  editionId: number,
  firstDay: string,
): Promise<number> {
  authorize(actor, 'edition.manage')
  return inTransaction(db, async (trx) => {
    const edition = orNotFound(
      await trx
        .selectFrom('edition')
        .innerJoin('offering', 'offering.id', 'edition.offeringId')
        .select([
          'edition.offeringId',
          'edition.capacity',
          'edition.minimum',
          'edition.hasMeal',
          'edition.participantsNote',
          'edition.leaveUntil',
          'edition.decideOn',
          'edition.enrolUntil',
          'offering.minimumAttendancePercent',
          'offering.test',
          'offering.evaluationRequired',
        ])
        .where('edition.id', '=', editionId)
        .forUpdate('offering')
        .executeTakeFirst(),
    )
    const meetings = await trx
      .selectFrom('meeting')
      .selectAll()
      .where('editionId', '=', editionId)
      .where('status', '=', 'planned')
      .orderBy('startsAt')
      .execute()
    const oldFirst = meetings[0]
    if (!oldFirst) throw new Refusal('Deze uitvoering heeft geen bijeenkomsten om over te nemen.', 'firstDay')
    const shift = daysBetween(dayOf(oldFirst.startsAt), firstDay)
    if (shift === 0) throw new Refusal('Kies een andere eerste dag dan die van deze uitvoering.', 'firstDay')
    const trainers = await trx
      .selectFrom('editionTrainer')
      .select('personId')
      .where('editionId', '=', editionId)
      .execute()
    const trainerIds = trainers.map((trainer) => trainer.personId)
    // A deadline is kept as the end of a day: a moment before it lies in that day.
    const shifted = (deadline: Date | null) =>
      deadline ? addDays(dayOf(new Date(deadline.getTime() - 1)), shift) : undefined
    const copy = await insertEdition(trx, {
      ...edition,
      firstDay,
      startsAt: instantAt(firstDay, timeOf(oldFirst.startsAt)),
      enrolUntil:
        edition.enrolUntil && edition.enrolUntil < oldFirst.startsAt
          ? shifted(edition.enrolUntil)
          : undefined,
      leaveUntil: shifted(edition.leaveUntil),
      decideOn: edition.decideOn ? addDays(edition.decideOn, shift) : undefined,
      trainers: trainerIds,
    })
    await insertMeetings(
      trx,
      copy,
      meetings.map((meeting) => ({
        day: addDays(dayOf(meeting.startsAt), shift),
        startsAt: timeOf(meeting.startsAt),
        endsAt: timeOf(meeting.endsAt),
        breakMinutes: meeting.breakMinutes,
        roomId: meeting.roomId ?? undefined,
        placeNote: meeting.placeNote ?? undefined,
      })),
      trainerIds,
    )
    await note(trx, actor, 'edition.copy', { type: 'edition', id: copy }, { details: { from: editionId } })
    return copy
  })
}
