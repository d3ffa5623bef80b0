import type { Actor } from '#app/access/actor.ts'
import { authorize } from '#app/access/authorize.ts'
import { createPerson } from '#app/features/people/create-person.server.ts'
import { findPersonByAddress, lockPerson } from '#app/features/people/person-queries.server.ts'
import { paths } from '#app/paths.ts'
import { dayOf, now } from '#app/platform/clock.ts'
import { note } from '#app/platform/journal.server.ts'
import { act, text } from '#app/platform/mail/mail.ts'
import { type MailToPerson, mailPeople } from '#app/platform/mail/queue-mails.server.ts'
import { orNotFound, Refusal } from '#app/platform/refusal.ts'
import { formatLongDay } from '#app/ui/format.ts'
import { type Db, inTransaction, type Transaction } from '#db/client.server.ts'
import type { WalkIn } from './attendance-form.ts'
import { lockMeetingForRecording, type MeetingToRecord, rosterStatuses } from './attendance-queries.server.ts'
import { attendanceTexts } from './attendance-texts.ts'
import { recordAttendance } from './record-attendance.server.ts'
import { refuseUnlessRecordable } from './recordable.server.ts'

/**
 * Puts somebody who came without a place on the roster, and records that they are there. A known address is the person
 * who has it, never a second one. Walk-ins are counted apart: they take nobody's place.
 */
export function addWalkIn(
  db: Db,
  actor: Actor,
  meetingId: number,
  input: WalkIn,
): Promise<{ enrolmentId: number; name: string }> {
  return inTransaction(db, async (trx) => {
    // People are locked before editions, here as in enrolling.
    const known = await findPersonByAddress(trx, input.address)
    if (known) await lockPerson(trx, known.id)
    const meeting = orNotFound(await lockMeetingForRecording(trx, meetingId))
    authorize(actor, 'attendance.record', { editionId: meeting.editionId, meetingId })
    refuseUnlessRecordable(meeting)
    if (meeting.editionStatus === 'closed') {
      throw new Refusal('Deze uitvoering is al afgerond. Een coördinator kan haar heropenen.')
    }
    const personId = await findOrCreate(trx, actor, input)
    const enrolmentId = await enrolWalkIn(trx, personId, meeting)
    await note(
      trx,
      actor,
      'enrolment.walk-in',
      { type: 'enrolment', id: enrolmentId },
      { details: { meetingId } },
    )
    const earlier = await listEarlierMeetings(trx, meeting)
    const there = { enrolmentId, minutesLate: 0, minutesLeftEarly: 0, basedOn: 0 }
    for (const { id } of earlier) {
      const absent = { ...there, state: 'absent', note: 'Kwam er later bij.' } as const
      await recordAttendance(trx, actor, id, [absent])
    }
    await recordAttendance(trx, actor, meetingId, [{ ...there, state: 'present', note: null }])
    const { name, title } = await trx
      .selectFrom('enrolment')
      .innerJoin('person', 'person.id', 'enrolment.personId')
      .innerJoin('edition', 'edition.id', 'enrolment.editionId')
      .innerJoin('offering', 'offering.id', 'edition.offeringId')
      .select(['person.name', 'offering.title'])
      .where('enrolment.id', '=', enrolmentId)
      .executeTakeFirstOrThrow()
    await mailPeople(trx, [walkInMail(personId, { enrolmentId, title, startsAt: meeting.startsAt })])
    return { enrolmentId, name }
  })
}

/** Somebody typed this address: whose it is hears so, and can object. */
function walkInMail(
  personId: number,
  about: { enrolmentId: number; title: string; startsAt: Date },
): MailToPerson {
  return {
    personId,
    reason: 'enrolment.walk-in',
    subjectKey: `enrolment:${about.enrolmentId}`,
    mail: {
      title: `Je staat op de lijst: ${about.title}`,
      blocks: [
        text(
          `De trainer zette je op de presentielijst van ${about.title}, op ${formatLongDay(about.startsAt)}. Je uren en je bewijs vind je straks in je overzicht.`,
        ),
        act('Naar mijn overzicht', paths.mine()),
        text('Was je daar niet? Laat het de coördinator weten.'),
      ],
    },
  }
}

async function findOrCreate(trx: Transaction, actor: Actor, input: WalkIn): Promise<number> {
  const known = await findPersonByAddress(trx, input.address)
  if (known) return known.id
  const { givenName, familyName, address } = input
  if (!givenName || !familyName) {
    throw new Refusal(attendanceTexts.walkInNameNeeded, givenName ? 'familyName' : 'givenName')
  }
  return (await createPerson(trx, actor, { givenName, familyName, address })).personId
}

/** A place of their own, apart from the capacity; who waited in line or left before is let in as a walk-in too. */
async function enrolWalkIn(trx: Transaction, personId: number, meeting: MeetingToRecord): Promise<number> {
  const current = await trx
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .select(['enrolment.id', 'enrolment.status', 'person.name'])
    .where('enrolment.editionId', '=', meeting.editionId)
    .where('enrolment.personId', '=', personId)
    .where('enrolment.status', 'in', [...rosterStatuses, 'waitlisted', 'offered', 'unconfirmed'])
    .forUpdate('enrolment')
    .executeTakeFirst()
  if (current && (rosterStatuses as readonly string[]).includes(current.status)) {
    throw new Refusal(attendanceTexts.walkInAlready(current.name), 'address')
  }
  const values = {
    status: 'confirmed',
    origin: 'walk_in',
    approval: 'not_needed',
    statusChangedAt: now(),
    waitingSince: null,
    heldUntil: null,
  } as const
  if (current) {
    await trx.updateTable('enrolment').set(values).where('id', '=', current.id).execute()
    return current.id
  }
  const day = dayOf(meeting.startsAt)
  const workplace = await trx
    .selectFrom('membership')
    .select(['organisationId', 'teamId'])
    .where('personId', '=', personId)
    .where('startsOn', '<=', day)
    .where((where) => where.or([where('endsOn', 'is', null), where('endsOn', '>=', day)]))
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  const { id } = await trx
    .insertInto('enrolment')
    .values({ ...values, ...workplace, editionId: meeting.editionId, personId, createdAt: now() })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Meetings that were held before this one: who comes in now was not there. */
function listEarlierMeetings(trx: Transaction, meeting: MeetingToRecord): Promise<{ id: number }[]> {
  return (
    trx
      .selectFrom('meeting')
      .select('id')
      .where('editionId', '=', meeting.editionId)
      .where('status', '=', 'planned')
      .where('startsAt', '<', meeting.startsAt)
      // The latest first: every walk-in locks meetings in the same order.
      .orderBy('startsAt', 'desc')
      .execute()
  )
}
