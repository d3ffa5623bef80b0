import { sql } from 'kysely'
import { placeText } from '#app/features/catalogue/place.ts'
import type { Db } from '#db/client.server.ts'
import { isTeamMatter } from './team-matter.server.ts'

/** One enrolment with its edition, for who may see it; undefined when there is none. */
export function findEnrolment(db: Db, id: number) {
  return db
    .selectFrom('enrolment')
    .innerJoin('edition', 'edition.id', 'enrolment.editionId')
    .innerJoin('offering', 'offering.id', 'edition.offeringId')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .leftJoin('organisation', 'organisation.id', 'enrolment.organisationId')
    .leftJoin('team', 'team.id', 'enrolment.teamId')
    .select([
      'enrolment.id',
      'enrolment.personId',
      'enrolment.teamId',
      'enrolment.organisationId',
      'enrolment.editionId',
      'enrolment.status',
      'enrolment.approval',
      'enrolment.heldUntil',
      'enrolment.statusReason',
      'enrolment.withdrawnLate',
      'enrolment.leaveFreelyUntil',
      'enrolment.note',
      'enrolment.dietaryWishes',
      'enrolment.telephone',
      'person.name as personName',
      'organisation.name as organisationName',
      'team.name as teamName',
      'offering.title',
      'offering.slug',
      'offering.bring',
      'edition.participantsNote',
      'edition.hasMeal',
      'edition.code',
      'edition.leaveUntil',
      'edition.startsAt',
      'edition.endsAt',
      'edition.enrolUntil',
      'edition.capacity',
      'edition.placesHeld',
      'edition.waiting',
      'edition.status as editionStatus',
    ])
    .select(sql<number | null>`case when ${isTeamMatter()} then enrolment.team_id end`.as('seenByTeamId'))
    .where('enrolment.id', '=', id)
    .executeTakeFirst()
}

/** The meetings of an enrolment, past and to come, with absence that was told, attendance and hand-outs. */
export async function listEnrolmentMeetings(db: Db, enrolment: { id: number; editionId: number }) {
  const { rows } = await sql<{
    id: number
    startsAt: Date
    endsAt: Date
    status: 'planned' | 'cancelled'
    placeNote: string | null
    room: string | null
    organisation: string | null
    street: string | null
    town: string | null
    absent: boolean
    attendance: 'present' | 'excused' | 'absent' | null
    handouts: { id: number; title: string }[] | null
  }>`
    select meeting.id, meeting.starts_at, meeting.ends_at, meeting.status, meeting.place_note,
      room_place.room, room_place.organisation, room_place.street, room_place.town,
      absence_notice.meeting_id is not null as absent, attendance.state as attendance,
      (select json_agg(json_build_object('id', handout.id, 'title', handout.title) order by handout.id)
        from handout where handout.meeting_id = meeting.id) as handouts
    from meeting
    left join room_place on room_place.room_id = meeting.room_id
    left join absence_notice on absence_notice.meeting_id = meeting.id and absence_notice.enrolment_id = ${enrolment.id}
    left join attendance on attendance.meeting_id = meeting.id and attendance.enrolment_id = ${enrolment.id}
    where meeting.edition_id = ${enrolment.editionId}
    order by meeting.starts_at
    limit 60`.execute(db)
  return rows.map(({ placeNote, room, organisation, street, town, ...row }) => ({
    ...row,
    handouts: row.handouts ?? [],
    place: placeText({ placeNote, room, organisation, street, town }),
  }))
}

/** The colleague who was asked to take over this place and has not answered yet. */
export function findOpenSubstitution(db: Db, enrolmentId: number) {
  return db
    .selectFrom('substitution')
    .innerJoin('person', 'person.id', 'substitution.substituteId')
    .select(['substitution.id', 'person.name', 'substitution.askedAt'])
    .where('substitution.enrolmentId', '=', enrolmentId)
    .where('substitution.answeredAt', 'is', null)
    .executeTakeFirst()
}
