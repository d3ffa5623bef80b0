import { sql } from 'kysely'
import type { Actor } from '#app/access/actor.ts'
import type { ContactTopic } from '#app/features/messages/contact-message-texts.ts'
import { now } from '#app/platform/clock.ts'
import type { Db } from '#db/client.server.ts'
import { type DeskRow, daysAheadOfTrainer } from './desk.ts'

export type MeetingWork = DeskRow & {
  kind: 'trainer'
  total: number
  title: string
  editionId: number
  startsAt: Date
  endsAt: Date
  placesHeld: number
  /** Who is free then: the edition's own trainers first, then who gave this before. */
  choices: { id: number; name: string }[] | null
}

/** Meetings of the coming weeks before which nobody stands, the first one first. */
export async function listMeetingsWithoutTrainer(db: Db, most: number): Promise<MeetingWork[]> {
  const { rows } = await sql<MeetingWork>`
    with found as (
      select meeting.id, meeting.starts_at as due, count(*) over () as total
      from meeting join edition on edition.id = meeting.edition_id and edition.status in ('open', 'going_ahead')
      where meeting.status = 'planned' and meeting.starts_at > ${now()}
        and meeting.starts_at < ${now()}::timestamptz + ${daysAheadOfTrainer} * interval '1 day'
        and not exists (select from meeting_trainer where meeting_id = meeting.id)
      order by meeting.starts_at, meeting.id
      limit ${most}
    )
    select 'trainer' as kind, found.id, due, total, offering.title, edition.id as edition_id, meeting.starts_at,
      meeting.ends_at, edition.places_held,
      (select json_agg(json_build_object('id', id, 'name', name) order by rank, sort_name) from (
        select person.id, person.name, person.sort_name,
          case when exists (select from edition_trainer where edition_id = edition.id and person_id = person.id) then 0
            when exists (select from edition_trainer join edition other on other.id = edition_trainer.edition_id
              where other.offering_id = offering.id and person_id = person.id) then 1 else 2 end as rank
        from person
        where deactivated_at is null and merged_into_id is null
          and person.id in (select person_id from membership where role = 'trainer'
              and coalesce(ends_on, 'infinity') >= meeting.starts_at::date
            union select person_id from edition_trainer where edition_id = edition.id)
          and not exists (select from meeting_trainer where person_id = person.id
            and during && tstzrange(meeting.starts_at, meeting.ends_at))
        order by rank, sort_name
        limit 40) free) as choices
    from found
    join meeting using (id)
    join edition on edition.id = meeting.edition_id
    join offering on offering.id = edition.offering_id
    order by due, found.id`.execute(db)
  return rows
}

export type MailWork = DeskRow & {
  kind: 'mail'
  total: number
  recipient: string
  title: string
  refusedAt: Date
  personId: number | null
  name: string | null
  /** Only an administrator changes with what such a person logs in. */
  hasRegionRole: boolean
}

/** Mails that were refused for good and that nobody has seen to, the latest first. */
export async function listMailWork(db: Db, most: number): Promise<MailWork[]> {
  const { rows } = await sql<MailWork>`
    select 'mail' as kind, outbox.id, null as due, count(*) over () as total, recipient, title, refused_at,
      outbox.person_id, person.name,
      exists (select from region_role where person_id = outbox.person_id) as has_region_role
    from outbox left join person on person.id = outbox.person_id
    where refused_at is not null and handled_at is null
    order by refused_at desc, outbox.id desc
    limit ${most}`.execute(db)
  return rows
}

export type MessageWork = DeskRow & {
  kind: 'message'
  total: number
  name: string
  email: string
  organisation: string | null
  topic: ContactTopic
  message: string
  createdAt: Date
}

/** What visitors wrote and nobody dealt with, the oldest first. */
export async function listMessageWork(db: Db, most: number): Promise<MessageWork[]> {
  const { rows } = await sql<MessageWork>`
    select 'message' as kind, id, null as due, count(*) over () as total, name, email, organisation, topic, message,
      created_at
    from contact_message where handled_at is null
    order by created_at, id
    limit ${most}`.execute(db)
  return rows
}

export type RecordWork = DeskRow & {
  kind: 'review' | 'suggestion' | 'erasure' | 'tried'
  total: number
  title: string
  name: string
  since: Date
}

/**
 * Certificates after which something changed, schools that somebody named, who asked to be erased, as far as this person
 * may do that, and, in one row, how many mails are still being tried: the kinds that need a page of their own to be finished.
 */
export async function listRecordWork(db: Db, actor: Actor, most: number): Promise<RecordWork[]> {
  const { rows } = await sql<RecordWork>`
    (select 'review' as kind, certificate.id, null::timestamptz as due, count(*) over () as total,
      certificate.number || ', ' || certificate.title as title, holder_name as name, noticed_at as since
    from certificate_review join certificate on certificate.id = certificate_id
    where decided_at is null
    order by noticed_at, certificate.id limit ${most})
    union all
    (select 'suggestion', suggestion.id, null, count(*) over (), suggestion.name || ', ' || town, person.name,
      suggestion.created_at
    from organisation_suggestion suggestion join person on person.id = suggestion.person_id
    where handled_at is null
    order by suggestion.created_at, suggestion.id limit ${most})
    union all
    (select 'erasure', id, null, count(*) over (), name, '', erasure_asked_at
    from person
    where erasure_asked_at is not null and merged_into_id is null and id <> ${actor.personId}
      and (${actor.isAdministrator}::boolean or not exists (select from region_role where person_id = person.id))
    order by erasure_asked_at, id limit ${most})
    union all
    select 'tried', 0, null, count(*), '', '', now()
    from outbox where sent_at is null and refused_at is null and attempts > 0
    having count(*) > 0`.execute(db)
  return rows
}
