import { sql } from 'kysely'
import { today } from '#app/platform/clock.ts'
import type { Db, Transaction } from '#db/client.server.ts'

export type StandIn = {
  personId: number
  name: string
  telephone: string | null
  /** Trains the same edition. */
  isCoTrainer: boolean
  /** Gave this offering before. */
  gaveItBefore: boolean
}

/**
 * Who can take over a meeting: the trainers of the region who are free at that time, as trainer and as participant.
 * Those of the same edition first, then who gave the same offering before, then by name.
 */
export async function listStandIns(
  db: Db | Transaction,
  meetingId: number,
  { onlyCoTrainers = false, personId = null }: { onlyCoTrainers?: boolean; personId?: number | null } = {},
): Promise<StandIn[]> {
  const { rows } = await sql<StandIn>`
    select * from (
      select person.id as person_id, person.name, person.telephone, person.sort_name,
        exists (select from edition_trainer
          where person_id = person.id and edition_id = meeting.edition_id) as is_co_trainer,
        exists (select from edition_trainer join edition other on other.id = edition_trainer.edition_id
          where edition_trainer.person_id = person.id and other.offering_id = edition.offering_id
            and other.id <> edition.id) as gave_it_before
      from meeting
      join edition on edition.id = meeting.edition_id
      cross join person
      where meeting.id = ${meetingId}
        and (${personId}::bigint is null or person.id = ${personId})
        and person.deactivated_at is null and person.merged_into_id is null
        and (exists (select from membership where person_id = person.id and role = 'trainer'
              and starts_on <= ${today()}::date and (ends_on is null or ends_on >= ${today()}::date))
          or exists (select from edition_trainer where person_id = person.id))
        and not exists (select from meeting_trainer
          where person_id = person.id and during && tstzrange(meeting.starts_at, meeting.ends_at))
        and not exists (select from meeting_trainer where person_id = person.id and meeting_id = meeting.id)
        and not exists (select from enrolment join meeting busy on busy.edition_id = enrolment.edition_id
          where enrolment.person_id = person.id and enrolment.status in ('requested', 'confirmed')
            and busy.status = 'planned' and busy.starts_at < meeting.ends_at and busy.ends_at > meeting.starts_at)
    ) found
    where is_co_trainer or not ${onlyCoTrainers}::boolean
    order by is_co_trainer desc, gave_it_before desc, sort_name
    limit 40`.execute(db)
  return rows
}

export type TrainedMeeting = {
  id: number
  editionId: number
  code: string
  title: string
  startsAt: Date
  endsAt: Date
  status: 'planned' | 'cancelled'
  editionStatus: 'planned' | 'open' | 'going_ahead' | 'cancelled' | 'closed'
  placeNote: string | null
  room: string | null
  organisation: string | null
  participants: number
  /** How many meetings of its edition go on besides this one. */
  others: number
  trainers: { personId: number; name: string }[]
}

/** One meeting with who stands before it and for how many. */
export async function findTrainedMeeting(
  db: Db | Transaction,
  meetingId: number,
): Promise<TrainedMeeting | undefined> {
  const { rows } = await sql<TrainedMeeting>`
    select meeting.id, meeting.edition_id, edition.code, offering.title, meeting.starts_at, meeting.ends_at,
      meeting.status, edition.status as edition_status, meeting.place_note, room_place.room, room_place.organisation,
      (select count(*) from enrolment
        where edition_id = edition.id and status in ('requested', 'confirmed')) as participants,
      (select count(*) from meeting other where other.edition_id = edition.id and other.status = 'planned'
        and other.id <> meeting.id) as others,
      coalesce((select json_agg(json_build_object('personId', person.id, 'name', person.name) order by sort_name)
        from meeting_trainer join person on person.id = person_id where meeting_id = meeting.id), '[]') as trainers
    from meeting
    join edition on edition.id = meeting.edition_id
    join offering on offering.id = edition.offering_id
    left join room_place on room_place.room_id = meeting.room_id
    where meeting.id = ${meetingId}`.execute(db)
  return rows[0]
}
